"""Over what a stated total counts: since when, and where (codebook, section 9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from waqai.claims.model import Precision, When
from waqai.reading.dates.model import TimeExpr
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.refs import PlaceRef
from waqai.reading.read import Text
from waqai.reading.siting import is_dateline

AHEAD, BEHIND = 20, 15
"""Words from a total to the place that it counts in, after it and before it."""
IN = frozenset("في علي داخل ضد علي شمال جنوب شرق غرب وفي وعلي انحاء".split())


def since(text: Text, tally: Mention, whens: dict[Mention, When], *, ordinal: bool) -> date | None:
    """The first day of the time nearest to the total in its sentence; for an ordinal only a time that is a stretch."""
    low, high = _sentence(text, tally)
    near = [m for m in whens if low <= m.start < high and not (ordinal and _is_day(whens[m], m))]
    return whens[min(near, key=lambda m: abs(m.start - tally.start))].earliest if near else None


def _is_day(when: When, mention: Mention) -> bool:
    """«الأربعاء» dates the act that is the second; «منذ الأحد», «هذا العام» say of how many."""
    expr = mention.value
    return when.precision is Precision.DAY and not (isinstance(expr, TimeExpr) and expr.flag == "since")


def place(text: Text, tally: Mention, told: Iterable[EventMention], *, ordinal: bool) -> str | None:
    """Where the acts were that are counted, in the report's words; None where nothing says so."""
    low, high = _sentence(text, tally)
    here = [m for m in text.chart.of("place") if low <= m.start < high and _is_site(text, m)]
    inside = [m for m in here if tally.start <= m.start < tally.end]
    after = [m for m in here if 0 <= m.first - tally.last <= AHEAD]
    before = [m for m in reversed(here) if 0 < tally.first - m.last <= BEHIND]
    sites = [m for event in told if low <= event.trigger.start < high for m in event.of("site")]
    for rows in (inside, sites, after, before) if ordinal else (inside, after, before, sites):
        if rows:
            return _words(text, rows)
    return None


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
