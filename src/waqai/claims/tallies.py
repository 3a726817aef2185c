"""Totals and ordinals that the report states over many acts (codebook, section 9)."""

from __future__ import annotations

from datetime import date

from waqai.claims.model import Tally, When
from waqai.claims.quoting import words
from waqai.reading.model import Mention
from waqai.reading.read import Text


def tallies(text: Text, whens: dict[Mention, When], published: date | None) -> tuple[Tally, ...]:
    """Every tally of the report, with the period that its sentence gives."""
    found = []
    for mention in text.chart.of("tally"):
        value = mention.value
        when = _period(text, mention, whens)
        found.append(
            Tally(
                words(text, mention),
                int(getattr(value, "count", 0)),
                bool(getattr(value, "approximate", False)),
                str(getattr(value, "what", "")),
                None,
                when.earliest if when else None,
                published,
            )
        )
    return tuple(found)


def _period(text: Text, tally: Mention, whens: dict[Mention, When]) -> When | None:
    """The date expression nearest to the tally in its sentence."""
    sentence = next(((a, b) for a, b in text.sentences if a <= tally.start < b), None)
    if sentence is None:
        return None
    near = [m for m in whens if sentence[0] <= m.start < sentence[1]]
    return whens[min(near, key=lambda m: abs(m.start - tally.start))] if near else None
