"""The last step of every form: a text and what is known of it become a report, or are refused with the reason."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from waqai.reports.decoding import Decoded, decode, prose_share
from waqai.reports.facts.addresses import canonical
from waqai.reports.facts.credit_lines import of_lines
from waqai.reports.intake import Arrival, Item, QuarantineError, SetAsideError
from waqai.reports.languages import not_arabic
from waqai.reports.model import Metadata, Report

# Ten times the longest article of the gold sets: what is longer is a dump of many, to be split first.
MAX_CHARACTERS = 200_000
MAX_BYTES = 4 * MAX_CHARACTERS + 4
_JUDGED_WORDS = 60  # fewer words may hold no common one by chance


@dataclass(frozen=True, slots=True)
class Found:
    """The text that a form found, with what it says of itself, and how it was got."""

    text: str
    known: Metadata = field(default_factory=Metadata)
    encoding: str = "utf-8"
    note: str = ""


def decoded(item: Item, raw: bytes) -> Decoded:
    """The bytes as text; SetAsideError where they are none, QuarantineError where they are in doubt."""
    if not raw.strip(b"\0 \t\r\n"):
        raise SetAsideError("empty: there is nothing in it to read")
    found = decode(raw, item.wishes.encoding)
    if found is None and item.wishes.encoding:
        raise QuarantineError(f"it cannot be decoded from {item.wishes.encoding}")
    if found is None:
        raise SetAsideError("binary: this is no text in any encoding that Waqai knows")
    return found


def arrival(item: Item, raw: bytes, found: Found) -> Arrival:
    """The report; what the holder knows goes before what the text says of itself."""
    text = found.text.removeprefix("\ufeff")
    if not text.strip():
        raise SetAsideError("empty: there are only blanks in it")
    if len(text) > MAX_CHARACTERS:
        raise SetAsideError(too_long(f"{len(text):,} characters"))
    reason = not_arabic(text)
    if reason is not None:
        raise SetAsideError(reason)
    share = prose_share(text, _JUDGED_WORDS)
    if share is not None and share < 0.02:
        raise QuarantineError(
            "its letters are Arabic and its words are not: the encoding or the order of letters is in doubt"
        )
    known = item.known.filled(found.known).filled(of_lines(text))
    known = replace(known, url=canonical(found.known.url or item.known.url))
    report = Report(hashlib.sha256(raw).hexdigest(), item.name, text, known, encoding=found.encoding)
    return Arrival(report, raw, found.note, item.where, item.series)


def too_long(size: str) -> str:
    """The reason for refusing what is longer than any report."""
    return f"too long ({size}; the limit is {MAX_CHARACTERS:,} characters): split it, one report a file"


def note(found: Decoded) -> str:
    """What the user should know of how the text was got; empty for plain UTF-8."""
    notes = []
    if found.encoding not in {"utf-8", "utf-8-sig"}:
        notes.append(f"decoded from {found.encoding}")
    if found.broken:
        notes.append(f"{found.broken} characters could not be decoded")
    return ", ".join(notes)
