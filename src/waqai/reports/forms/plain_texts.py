"""Plain text files, with or without front matter between two lines of `---`."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reports.facts.instants import instant
from waqai.reports.intake import Arrival, Item, SetAsideError
from waqai.reports.model import Metadata
from waqai.reports.texts import MAX_BYTES, MAX_CHARACTERS, Found, arrival, decoded, note, too_long

_FIELDS = {
    "outlet": "outlet", "source": "outlet", "المصدر": "outlet", "الجهة": "outlet",
    "title": "title", "headline": "title", "العنوان": "title",
    "byline": "byline", "author": "byline", "الكاتب": "byline",
    "url": "url", "link": "url", "الرابط": "url",
    "published": "published", "date": "published", "التاريخ": "published", "تاريخ النشر": "published",
}  # fmt: skip
_MOST_LINES = 40


def read(item: Item) -> Iterator[Arrival]:
    """The one report of the file."""
    size = item.content.size()
    if size > MAX_BYTES:
        raise SetAsideError(too_long(f"{size:,} bytes"))
    raw = item.content.whole(MAX_BYTES)
    found = decoded(item, raw)
    if len(found.text) > MAX_CHARACTERS:
        raise SetAsideError(too_long(f"{len(found.text):,} characters"))
    matter, text, doubt = front_matter(found.text.removeprefix("\ufeff"))
    notes = ", ".join(filter(None, (note(found), doubt)))
    yield arrival(item, raw, Found(text, matter, found.encoding, notes))


def front_matter(text: str) -> tuple[Metadata, str, str]:
    """What the lines between two `---` at the top say, the text below them, and what could not be used."""
    lines = text.split("\n", _MOST_LINES)
    if lines[0].strip() != "---":
        return Metadata(), text, ""
    last = next((n for n, line in enumerate(lines[1:_MOST_LINES], 1) if line.strip() in {"---", "..."}), None)
    if last is None:
        return Metadata(), text, ""
    said: dict[str, str] = {}
    for line in lines[1:last]:
        name, mark, value = line.partition(":")
        field = _FIELDS.get(name.strip().lower())
        value = value.strip().strip("\"'")
        if mark and field and value:
            said.setdefault(field, value)
    written = said.pop("published", "")
    day = instant(written) if written else None
    doubt = f"its date is none that is known: {written}" if written and day is None else ""
    known = Metadata(**said, published=day.day if day else None, time=day.time if day else None)  # type: ignore[arg-type]
    return known, "\n".join(lines[last + 1 :]), doubt
