"""Nothing, too much, lies and forgeries."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from tests.reports import made
from tests.torture.seeds import MARKUP, TEXT, TOLD, Hostile, forms


def empties() -> Iterator[Hostile]:
    """Nothing, in every form."""
    for suffix in forms():
        yield Hostile(f"nothing{suffix}", b"")
        yield Hostile(f"blank{suffix}", b" \n\t\r\n")
        yield Hostile(f"nul{suffix}", b"\0" * 2_000)


def giants() -> Iterator[Hostile]:
    """Too much of something."""
    yield Hostile("line.txt", (TOLD.replace("\n", " ") * 120_000).encode())
    yield Hostile("marks.txt", (TEXT + "\u200b" * 150_000).encode(), good=True)
    yield Hostile("combining.txt", (TEXT + "ا" + "\u064b" * 150_000).encode(), good=True)
    yield Hostile("blanks.txt", (TEXT + " " * 150_000 + "x").encode(), good=True)
    yield Hostile("links.html", made.page(MARKUP + "<a href=/x>خبر</a> " * 40_000).encode(), good=True)
    yield Hostile("paragraphs.html", made.page(MARKUP + "<p>.</p>" * 60_000).encode(), good=True)
    yield Hostile("attribute.html", made.page(f'<div x="{"y" * 3_000_000}">{MARKUP}</div>').encode(), good=True)
    yield Hostile("comments.html", made.page(MARKUP + "<!--" * 50_000).encode(), good=True)
    yield Hostile("scripts.html", made.page(MARKUP + "<script>" * 20_000).encode(), good=True)
    yield Hostile("entries.rss", made.rss([{"link": f"https://a.example/{n}", "text": "خبر"} for n in range(1_500)]))
    yield Hostile("cells.csv", b"text\n" + (("," * 5_000) + "\n").encode() * 20)
    yield Hostile("quotes.csv", f'text\n"{TEXT}'.encode(), good=True)
    yield Hostile("members.zip", made.zipped({f"{n}.png": b"\x89PNG" for n in range(600)}))


def lies() -> Iterator[Hostile]:
    """What claims to be something else, and what would break out."""
    evil = {
        "../../../etc/x.txt": TEXT.encode(),
        "/abs.txt": TEXT.encode(),
        "C:\\x.txt": TEXT.encode(),
        "con": b"x",
        "a\u202etxt.exe": b"MZ",
    }
    yield Hostile("paths.zip", made.zipped(evil), good=True)
    yield Hostile("twice.txt", TEXT.encode(), good=True)
    yield Hostile("twice again.txt", TEXT.encode(), good=True)
    yield Hostile("\u202etxt.exe", b"MZ\x90\0" * 100)
    yield Hostile("new\nline.txt", TEXT.encode(), good=True)
    yield Hostile("x" * 200 + ".txt", TEXT.encode(), good=True)
    yield Hostile(
        "length.warc",
        made.warc([made.page(MARKUP).encode()], packed=False)[0].replace(b"Content-Length: ", b"Content-Length: 9", 1),
    )
    yield Hostile(
        "negative.warc",
        made.warc([made.page(MARKUP).encode()], packed=False)[0].replace(b"Content-Length: ", b"Content-Length: -", 1),
    )
    yield Hostile(
        "garbage first.warc", b"garbage\n" + made.warc([made.page(MARKUP).encode()], packed=False)[0], good=False
    )
    yield Hostile("trailing.gz", gzip.compress(TEXT.encode(), mtime=0) + b"garbage")


def forgeries() -> Iterator[Hostile]:
    """Dates, types and headers that cannot be."""
    yield Hostile(
        "dates.html",
        made.page(MARKUP, '<meta property="article:published_time" content="99999-99-99T99:99:99+99:99">').encode(),
        good=True,
    )
    yield Hostile(
        "ld.html", made.page(MARKUP, f'<script type="application/ld+json">{"[" * 50_000}</script>').encode(), good=True
    )
    yield Hostile("unix.json", made.telegram([made.message(text=TEXT, date_unixtime="9" * 400, date=[])]), good=True)
    yield Hostile(
        "types.json",
        made.telegram([made.message(text=[1, None, {"text": 3}, {"x": "y"}, [TEXT], TEXT], id={})]),
        good=True,
    )
    yield Hostile(
        "header.eml",
        b'Subject: \xff\xfe\r\nFrom: =?x?q?=\r\nDate: no\r\nContent-Type: text/plain; charset="x y"\r\n\r\n'
        + TEXT.encode(),
        good=True,
    )
    yield Hostile(
        "persian.txt", "به گزارش خبرگزاری، سه راکت شب گذشته به نزدیکی این روستا برخورد کرد و کسی آسیب ندید.".encode()
    )
