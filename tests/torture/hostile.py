"""Hostile inputs, made here: what networks cut, programs mislabel and people forge. Each is a file of a folder."""

from __future__ import annotations

import gzip
import io
import os
import random
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.reports import made
from tests.reports.made import FIRST, SECOND, TITLE
from tests.torture.oddities import empties, forgeries, giants, lies
from tests.torture.seeds import CONTROLS, ENCODINGS, LABELS, MARKUP, PLAIN, TEXT, TOLD, Hostile, forms


def all_inputs() -> Iterator[Hostile]:
    """Every hostile input; names are distinct."""
    for kind in (
        encodings,
        wrong_names,
        cuts,
        flips,
        bombs,
        depths,
        invisible,
        spellings,
        empties,
        giants,
        lies,
        forgeries,
    ):
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
