"""Web pages: the article's text, and what the page's head says of it."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reports.facts.page_facts import page_facts
from waqai.reports.forms.page_text import parsed, text_of
from waqai.reports.intake import Arrival, Item, SetAsideError
from waqai.reports.model import Metadata
from waqai.reports.texts import Found, arrival, decoded, note

MAX_PAGE = 8_000_000


def read(item: Item) -> Iterator[Arrival]:
    """The one report of the page."""
    raw = item.content.whole(MAX_PAGE)
    found = decoded(item, raw)
    yield arrival(item, raw, page(found.text, item.known.url, Found("", encoding=found.encoding, note=note(found))))


def page(markup: str, address: str | None, how: Found) -> Found:
    """The page's text under its title, with what the page says of itself; SetAsideError where it tells nothing."""
    tree, reason = parsed(markup)
    known = page_facts(tree, address) if tree is not None else Metadata()
    text, remark = text_of(tree, markup)
    if not text.strip():
        raise SetAsideError("no article in the page: it may be drawn by a script; save its text as .txt")
    notes = ", ".join(filter(None, (how.note, reason, remark)))
    return Found(_titled(text, known.title), known, how.encoding, notes)


def _titled(text: str, title: str | None) -> str:
    """The text under its headline, once."""
    if title is None or title in text[: 3 * len(title) + 200]:
        return text
    return f"{title}\n{text}"
