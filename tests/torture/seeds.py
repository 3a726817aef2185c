"""One good file of each form, which the hostile inputs spoil; and what a hostile input is."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass

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
