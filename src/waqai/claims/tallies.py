"""Totals and ordinals that the report states over many acts (codebook, section 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from waqai.claims.model import Tally, When
from waqai.claims.quoting import words
from waqai.reading.model import Casualty, EventMention, Mention
from waqai.reading.read import Text

KINDS = ("tally", "bulletin", "nth-act")


def tallies(
    text: Text, whens: dict[Mention, When], published: date | None, series: Iterable[EventMention]
) -> tuple[Tally, ...]:
    """Every tally of the report, with the period that its sentence gives; the tolls of series of acts are tallies.

    One total stated twice («26350 غارة» in the headline and below) is one tally.
    """
    found: dict[tuple[object, ...], Tally] = {}
    stated = [(m, m.value) for m in text.chart.of(*KINDS)]
    for mention, value in [*stated, *_tolls(series)]:
        count, what = int(getattr(value, "count", 0)), str(getattr(value, "what", ""))
        when = _period(text, mention, whens)
        approximate = bool(getattr(value, "approximate", False))
        said = words(text, mention)
        ordinal = bool(getattr(value, "ordinal", False))
        key = (count, ordinal) if ordinal else (count, what, approximate)
        since = when.earliest if when else None
        found.setdefault(key, Tally(said, count, approximate, what, None, since, published))
    return tuple(sorted(found.values(), key=lambda tally: tally.words.start))


class _Toll:
    """A casualty figure as a total: «قتل 225 شخصا خلال عام»."""

    def __init__(self, casualty: Casualty) -> None:
        self.count = casualty.count.low
        self.approximate = casualty.count.high != casualty.count.low
        self.what = casualty.kind


def _tolls(series: Iterable[EventMention]) -> list[tuple[Mention, _Toll]]:
    """The figures told with acts that were summed up; none is no total."""
    return [
        (mention, _Toll(mention.value))
        for event in series
        for mention in event.of("casualty")
        if isinstance(mention.value, Casualty) and mention.value.count.low
    ]


def _period(text: Text, tally: Mention, whens: dict[Mention, When]) -> When | None:
    """The date expression nearest to the tally in its sentence."""
    sentence = next(((a, b) for a, b in text.sentences if a <= tally.start < b), None)
    if sentence is None:
        return None
    near = [m for m in whens if sentence[0] <= m.start < sentence[1]]
    return whens[min(near, key=lambda m: abs(m.start - tally.start))] if near else None
