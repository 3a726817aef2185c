"""Hostile inputs, made here: what networks cut, programs mislabel and people forge. Each is a file of a folder."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.reports import made
from tests.reports.made import FIRST, SECOND, TITLE

TOLD = "وأسفر القصف عن مقتل ثلاثة مدنيين وإصابة خمسة آخرين بجروح في بلدة سرمين بريف إدلب."
TEXT = f"{TITLE}\n{FIRST}\n{SECOND}\n{TOLD}\n"
PLAIN = TEXT.replace("،", ",")
MARKUP = f"<p>{FIRST}</p><p>{SECOND}</p><p>{TOLD}</p>"
CONTROLS = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff\u061c\u00ad\u0640\u180e"
)
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "windows-1256",
    "iso-8859-6",
    "mac_arabic",
    "cp720",
)
LABELS = ("utf-8", "windows-1256", "iso-8859-1", "iso-8859-6", "nonsense")


@dataclass(frozen=True, slots=True)
class Hostile:
    """One input: its file's name, its bytes, and whether its report must be read."""

    name: str
    raw: bytes
    good: bool = False


def forms() -> dict[str, bytes]:
    """One good file of each form, each telling the same text, unlike all others by its title."""
    page = made.page(MARKUP).encode()
    message = made.message(text=TEXT)
    return {
        ".txt": TEXT.encode(),
        ".html": page,
        ".json": json.dumps({"text": TEXT}).encode(),
        ".jsonl": json.dumps({"text": TEXT}).encode() + b"\n",
        ".csv": f'title,text\n"{TITLE}","{TEXT}"\n'.encode(),
        ".xlsx": made.xlsx([["title", "text"], [TITLE, TEXT]]),
        ".rss": made.rss([{"text": MARKUP}]),
        ".telegram.json": made.telegram([message]),
        ".eml": made.mail(TEXT),
        ".mbox": b"From x@y Thu Jan  6 10:30:00 2022\n" + made.mail(TEXT),
        ".docx": made.docx(TEXT),
        ".warc": b"".join(made.warc([page, page], packed=False)),
        ".warc.gz": b"".join(made.warc([page, page])),
        ".zip": made.zipped({"a.html": page, "b.txt": TEXT.encode()}),
        ".txt.gz": gzip.compress(TEXT.encode(), mtime=0),
    }


def all_inputs() -> Iterator[Hostile]:
    """Every hostile input; names are distinct."""
    for kind in (encodings, wrong_names, cuts, flips, bombs, depths, invisible, spellings, empties, giants, lies):
        for one in kind():
            yield Hostile(f"{kind.__name__}-{one.name}", one.raw, one.good)


def encodings() -> Iterator[Hostile]:
    """Every encoding under every label, in pages and feeds and bare."""
    for encoding in ENCODINGS:
        yield Hostile(f"{encoding}.txt", PLAIN.encode(encoding, "replace"), good=True)
        for label in LABELS:
            page = made.page(MARKUP.replace("،", ",").replace("أخمدت", "اخمدت")).replace(
                "charset=utf-8", f"charset={label}"
            )
            yield Hostile(f"{encoding}-as-{label}.html", page.encode(encoding, "replace"), good=True)
            feed = made.rss([{"text": MARKUP.replace("،", ",")}]).decode().replace('"utf-8"', f'"{label}"')
            yield Hostile(f"{encoding}-as-{label}.rss", feed.encode(encoding, "replace"), good=True)
    for saved, was in (("windows-1256", "utf-8"), ("latin-1", "windows-1256")):
        yield Hostile(
            f"spoilt-{saved}.txt", PLAIN.encode(was).decode(saved, "replace").encode(), good=saved == "latin-1"
        )


def wrong_names() -> Iterator[Hostile]:
    """Every form under the names of others."""
    for suffix, raw in forms().items():
        for other in (".txt", ".dat", ".html", "", ".gz"):
            told_by_bytes = suffix not in {".csv", ".jsonl", ".json", ".telegram.json", ".txt", ".txt.gz"}
            yield Hostile(f"{suffix[1:]}-as{other or '-nothing'}{other}", raw, good=told_by_bytes and other != ".dat")


def cuts() -> Iterator[Hostile]:
    """Every form cut short at many places."""
    for suffix, raw in forms().items():
        for part in (0.02, 0.2, 0.5, 0.8, 0.97):
            yield Hostile(f"{part}{suffix}", raw[: int(part * len(raw))])


def flips() -> Iterator[Hostile]:
    """Every form with bytes turned at random."""
    chance = random.Random(7)
    for suffix, raw in forms().items():
        for number in range(4):
            spoilt = bytearray(raw)
            for _ in range(1 + number * 8):
                spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            yield Hostile(f"{number}{suffix}", bytes(spoilt))


def bombs() -> Iterator[Hostile]:
    """What expands without end."""
    zeros = gzip.compress(b"\0" * 150_000_000, mtime=0)
    yield Hostile("zeros.gz", zeros)
    yield Hostile("zeros.zip", made.zipped({"a.txt": b"a" * 80_000_000, "good.txt": TEXT.encode()}), good=True)
    yield Hostile("nested.zip", made.zipped({f"{n}.zip": made.zipped({"z": b"\0" * 20_000_000}) for n in range(5)}))
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 200000000\r\n\r\n"
    yield Hostile(
        "answer.warc.gz",
        gzip.compress(head + b"a" * 150_000_000, mtime=0) + made.warc([made.page(MARKUP).encode()])[0],
        good=True,
    )
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + zeros
    yield Hostile(
        "packed.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer
    )
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    dtd = f'<!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]>'
    yield Hostile("laughs.rss", made.rss().replace(b"<rss", dtd.encode() + b"<rss").replace(TITLE.encode(), b"&l9;"))
    outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    yield Hostile(
        "outside.rss", made.rss().replace(b"<rss", outside.encode() + b"<rss").replace(TITLE.encode(), b"&f;")
    )
    word = made.docx(TEXT)
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        body = archive.read("word/document.xml").replace(b"<w:document", dtd.encode() + b"<w:document")
    yield Hostile("laughs.docx", made.zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": body}))
    yield Hostile(
        "wide.xlsx", made.zipped({"xl/workbook.xml": b"<a>" * 30_000_000, "[Content_Types].xml": b"<Types/>"})
    )
    yield Hostile("digits.json", b'{"text": ' + b"9" * 100_000 + b"}")


def depths() -> Iterator[Hostile]:
    """What stands in itself."""
    for depth in (100, 300, 3_000, 100_000):
        yield Hostile(
            f"div-{depth}.html",
            ("<div>" * depth + MARKUP + "</div>" * depth).join(("<html><body>", "</body></html>")).encode(),
            good=True,
        )
        yield Hostile(f"table-{depth}.html", ("<html><body>" + "<table><tr><td>" * depth + MARKUP).encode(), good=True)
        yield Hostile(f"list-{depth}.json", b"[" * depth + b"]" * depth)
        yield Hostile(f"object-{depth}.json", b'{"text":' * depth + b"1" + b"}" * depth)
        yield Hostile(f"quote-{depth}.rss", made.rss([{"text": "<b>" * depth + MARKUP}]), good=True)
    inner, mail = made.zipped({"a.txt": TEXT.encode()}), made.mail(TEXT)
    for level in range(8):
        inner = made.zipped({f"{level}.zip": inner})
        edge = f"=={level}=="
        mail = (
            f'MIME-Version: 1.0\nFrom: a@b\nContent-Type: multipart/mixed; boundary="{edge}"\n\n--{edge}\n'.encode()
            + mail
            + f"\n--{edge}--\n".encode()
        )
        yield Hostile(f"zip-{level}.zip", inner, good=level < 3)
        yield Hostile(f"parts-{level}.eml", mail)


def invisible() -> Iterator[Hostile]:
    """Marks that nobody sees, between words and inside of them, in texts and pages."""
    for mark in CONTROLS:
        spoilt = TEXT.replace("قصف", f"ق{mark}صف").replace(" ", f"{mark} ", 5)
        yield Hostile(f"{ord(mark):04x}.txt", spoilt.encode(), good=True)
        yield Hostile(
            f"{ord(mark):04x}.html",
            made.page(f"<p>{mark.join(FIRST)}</p><p>{SECOND}{mark}</p><p>{TOLD}</p>").encode(),
            good=True,
        )
    for control in "\0\v\f\x1b\x7f\x85\u2028":
        yield Hostile(
            f"control-{ord(control):04x}.html",
            made.page(MARKUP.replace(" مقتل ", f" مقتل{control}")).encode(),
            good=True,
        )
        yield Hostile(f"control-{ord(control):04x}.txt", TEXT.replace(" مقتل ", f" مقتل{control}").encode(), good=True)


def spellings() -> Iterator[Hostile]:
    """The same words in other characters."""
    shapes = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFE80, 0xFEFD)}
    yield Hostile("shapes.txt", "".join(shapes.get(letter, letter) for letter in TEXT).encode(), good=True)
    yield Hostile(
        "tashkeel.txt",
        "".join(f"{letter}\u064e" if letter.isalpha() else letter for letter in TEXT).encode(),
        good=True,
    )
    yield Hostile(
        "tatweel.txt", "".join(f"{letter}\u0640" if letter.isalpha() else letter for letter in TEXT).encode(), good=True
    )
    yield Hostile("nfd.txt", unicodedata.normalize("NFD", TEXT).encode(), good=True)
    yield Hostile("persian-letters.txt", TEXT.replace("ي", "ی").replace("ك", "ک").encode(), good=True)
    yield Hostile("digits.txt", f"{TEXT} قتل ٣4۵ شخصاً و²³ و①② و१२ آخرون.".encode(), good=True)
    yield Hostile("ligatures.txt", f"{TEXT} ﷺ ﷽ ﷲ ﻻ ﻼ ".encode(), good=True)
    yield Hostile("backwards.txt", f"{TEXT}{TEXT}"[::-1].encode())
    yield Hostile(
        "surrogates.json", ('{"text": "' + TEXT.replace("\n", "\\n") + ' \\ud800 \\udfff"}').encode(), good=True
    )
    yield Hostile(
        "entities.html",
        made.page("".join(f"&#{ord(letter)};" for letter in MARKUP.replace("<p>", "").replace("</p>", " "))).encode(),
        good=True,
    )


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


def laid(folder: Path, kinds: tuple[str, ...] = ()) -> dict[Path, Hostile]:
    """Every input, or those of some kinds, as a file; and beside them what is no file at all."""
    folder.mkdir(parents=True)
    found = {}
    for one in all_inputs():
        if kinds and not one.name.startswith(kinds):
            continue
        path = folder / one.name
        path.write_bytes(one.raw)
        found[path] = one
    for name in ("dangling.txt", "loop.txt"):
        (folder / name).symlink_to(folder / ("loop.txt" if name == "loop.txt" else "nowhere"))
        found[folder / name] = Hostile(name, b"")
    os.mkfifo(folder / "pipe.txt")
    found[folder / "pipe.txt"] = Hostile("pipe.txt", b"")
    strange = folder / os.fsdecode(b"broken \xff name.txt")
    strange.write_bytes(TEXT.encode())
    found[strange] = Hostile("broken name.txt", TEXT.encode(), good=True)
    return found
