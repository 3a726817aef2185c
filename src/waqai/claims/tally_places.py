"""Where the acts are that a stated total counts (codebook, section 9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waqai.reading.government import word_at
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.refs import PlaceRef
from waqai.reading.read import Text
from waqai.reading.siting import is_dateline
from waqai.reading.tallies.shares import OF_THEM

AHEAD, BEHIND = 20, 15
"""Words from a total to the place that it counts in, after it and before it."""
IN = frozenset("في علي داخل ضد علي شمال جنوب شرق غرب وفي وعلي انحاء".split())


def place(text: Text, tally: Mention, told: Iterable[EventMention], *, ordinal: bool) -> str | None:
    """Where the acts were that are counted, in the report's words; None where nothing says so."""
    low, high = _sentence(text, tally)
    here = [m for m in text.chart.of("place") if low <= m.start < high and _is_site(text, m)]
    inside = [m for m in here if tally.start <= m.start < tally.end]
    after = [m for m in here if 0 <= m.first - tally.last <= _reach(text, tally)]
    before = [m for m in reversed(here) if 0 < tally.first - m.last <= BEHIND]
    sites = [m for event in told if low <= event.trigger.start < high for m in event.of("site")]
    for rows in (inside, sites, after, before) if ordinal else (inside, after, before, sites):
        if rows:
            return _words(text, rows)
    return None


def _reach(text: Text, tally: Mention) -> int:
    """Words behind the total that are still about the whole of it: not «منها 36 على حقل العمر»."""
    behind = [word_at(text.chart, tally.last + ahead) for ahead in range(AHEAD)]
    return next((ahead for ahead, word in enumerate(behind) if word in OF_THEM), AHEAD)


def _words(text: Text, rows: Sequence[Mention]) -> str:
    """The first one as the report has it."""
    return text.folded.quote(rows[0].start, rows[0].end)


def _is_site(text: Text, mention: Mention) -> bool:
    """Behind a preposition of place, and neither a dateline nor part of who speaks."""
    if not isinstance(mention.value, PlaceRef) or is_dateline(text.chart, mention):
        return False
    if any(s.start <= mention.start < s.end for s in text.chart.kinds.get("speaker", ())):
        return False
    prior = text.tokens[mention.first - 1].text if mention.first else ""
    return mention.lead in ("ب", "وب", "ل") or mention.rule == "places.directed" or prior in IN


def _sentence(text: Text, mention: Mention) -> tuple[int, int]:
    return next(((a, b) for a, b in text.sentences if a <= mention.start < b), (mention.start, mention.end))
