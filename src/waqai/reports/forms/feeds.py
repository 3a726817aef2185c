"""RSS and Atom: each entry is a report, with the feed's own text of it; what is only a teaser says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import feedparser

from waqai.reports.content import Content
from waqai.reports.facts.addresses import canonical
from waqai.reports.facts.instants import instant
from waqai.reports.forms.markup import plain_text
from waqai.reports.intake import Arrival, Ending, Item, QuarantineError, Refusal, SetAsideError
from waqai.reports.model import Metadata
from waqai.reports.texts import Found, arrival, decoded, note

MAX_FEED = 16_000_000
MOST_ENTRIES = 5_000
_DECLARED = re.compile(r"^\s{0,200}<\?xml[^>]{0,300}\?>")
_ENTITY = re.compile(r"<!(?:ENTITY|DOCTYPE[^>]{0,500}\[)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_TEASER = ("…", "...", "[…]", "[...]", "المزيد", "اقرأ المزيد")


def read(item: Item) -> Iterator[Arrival | Refusal]:
    """One input for each entry. The bytes are decoded here, as labels of feeds are often wrong."""
    found = decoded(item, item.content.whole(MAX_FEED))
    feed, entries = parsed(found.text)
    if not entries:
        broken = feed.get("bozo") or not feed.get("version")
        if broken:
            raise QuarantineError(f"not a readable feed: {feed.get('bozo_exception', 'no entry in it')}")
        raise SetAsideError("a feed without entries")
    outlet = _plain(feed.feed.get("title"))
    for number, entry in enumerate(entries[:MOST_ENTRIES], 1):
        yield _entry(item, entry, number, Found("", Metadata(outlet=outlet), found.encoding, note(found)))
    if len(entries) > MOST_ENTRIES:
        left = replace(item, name=f"{item.name}/more", where=f"{item.where}, entries beyond {MOST_ENTRIES:,}")
        yield Refusal(left, Ending.QUARANTINED, f"more than {MOST_ENTRIES:,} entries in one feed: split it")
    if feed.get("bozo") and not _is_whole(found.text):
        left = replace(item, name=f"{item.name}/rest", where=f"{item.where}, after entry {len(entries)}")
        yield Refusal(left, Ending.QUARANTINED, "the feed is cut short or broken: what follows could not be read")


def parsed(text: str) -> tuple[Any, list[Any]]:
    """The feed and its entries; QuarantineError where it declares entities, which no feed needs."""
    if _ENTITY.search(text[:100_000]):
        raise QuarantineError("it declares entities of its own, which can expand without end or open files")
    plain = _CONTROLS.sub(" ", _DECLARED.sub("", text.removeprefix("\ufeff")))
    body = '<?xml version="1.0" encoding="utf-8"?>\n' + plain
    feed = feedparser.parse(
        body.encode("utf-8", "replace"), sanitize_html=False, resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )  # fmt: skip
    return feed, list(feed.entries)


def addresses(text: str, base: str | None = None) -> list[str]:
    """The addresses of the feed's articles, in its order, once each."""
    _, entries = parsed(text)
    found = (canonical(entry.get("link"), base) for entry in entries[:MOST_ENTRIES])
    return list(dict.fromkeys(address for address in found if address))


def _is_whole(text: str) -> bool:
    return text.rstrip().lower().endswith(("</rss>", "</feed>", "</rdf:rdf>"))


def _entry(item: Item, entry: Any, number: int, feed: Found) -> Arrival | Refusal:  # noqa: ANN401
    contents = [part.get("value", "") for part in entry.get("content", [])]
    told = plain_text(max([*contents, entry.get("summary", "")], key=len))
    title, link = _plain(entry.get("title")), canonical(entry.get("link"))
    key = entry.get("id") or link or ""
    kept = {"id": key, "link": entry.get("link"), "title": entry.get("title"), "author": entry.get("author"),
            "published": entry.get("published"), "summary": entry.get("summary"), "content": contents}  # fmt: skip
    raw = json.dumps(kept, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    part = replace(
        item, name=f"{item.name}/{number}", where=f"{item.where}, entry {number}", content=Content(raw),
        suffix=".feed-entry", series=link or (f"feed:{key}" if key else None), depth=item.depth + 1,
    )  # fmt: skip
    day = instant(entry.get("published") or "") or instant(entry.get("updated") or "")
    known = Metadata(
        outlet=feed.known.outlet, title=title, byline=_plain(entry.get("author")), url=link,
        published=day.day if day else None, time=day.time if day else None,
    )  # fmt: skip
    text = told if title and title in told[: len(title) + 200] else "\n".join(filter(None, (title, told)))
    notes = [feed.note, "the feed gives a teaser, not the article" if told.endswith(_TEASER) else ""]
    try:
        return arrival(part, raw, Found(text, known, feed.encoding, ", ".join(filter(None, notes))))
    except SetAsideError as error:
        return Refusal(part, Ending.SET_ASIDE, str(error), raw)
    except QuarantineError as error:
        return Refusal(part, Ending.QUARANTINED, str(error), raw)


def _plain(words: str | None) -> str | None:
    """The words without markup, on one line."""
    return " ".join(plain_text(words or "").split()) or None
