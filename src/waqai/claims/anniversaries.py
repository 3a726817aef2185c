"""The day of an act whose anniversary is told: «الذكرى السنوية الثانية لاغتيال …» was two years before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from waqai.claims.model import Precision, When
from waqai.reading.model import Mention
from waqai.reading.read import Text

REACH = 6
"""Words from «الذكرى» to the act."""
BASIS = "counted from its anniversary"
FINE = frozenset([Precision.DAY, Precision.DAYS])


def years(text: Text, act: Mention) -> int | None:
    """Which anniversary of the act is told right before it; None where none is, or it is not numbered."""
    around = range(max(0, act.first - REACH), act.first)
    found = [m for i in around for m in text.chart.starts.get(i, ())]
    marked = [m for m in found if m.kind == "modality" and m.value == "anniversary"]
    if not marked:
        return None
    numbers = [m.value for m in found if m.kind == "ordinal" and m.first >= marked[-1].first and m.last <= act.first]
    return next((value for value in numbers if isinstance(value, int) and value > 0), None)


def marked_day(text: Text, act: Mention, when: When | None, written: date | None) -> When | None:
    """So many years before the day on which it is marked, else within that year; None where none is marked."""
    back = years(text, act)
    if back is None:
        return None
    if when is not None and when.earliest is not None and when.latest is not None and when.precision in FINE:
        return replace(when, earliest=_before(when.earliest, back), latest=_before(when.latest, back), basis=BASIS)
    if written is None:
        return None
    year = written.year - back
    return When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, None, BASIS)


def _before(day: date, back: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - back, day=28 if leap else day.day)
