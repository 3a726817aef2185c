"""The day that an undated report reckons its times from, so that they can be held against each other.

No date of such a report is known, and none is given out; but «أمس الثلاثاء» and «الأسبوع الفائت» still tell two days
apart, and an act of last week is background there, too.
"""

from __future__ import annotations

from datetime import date, timedelta

from waqai.claims.dating import resolve
from waqai.reading.dates.model import TimeExpr
from waqai.reading.read import Text

ANY_DAY = date(2000, 6, 15)
WEEK = 7


def reckoned_day(text: Text, written: date | None) -> date:
    """The day of writing; where nobody knows it, a day that fits the report's own words."""
    if written is not None:
        return written
    times = sorted(text.chart.kinds.get("when", ()), key=lambda m: m.start)
    told = [m.value for m in times if isinstance(m.value, TimeExpr)]
    latest = max((when.latest for expr in told if (when := resolve(expr, None)).latest), default=ANY_DAY)
    return latest + timedelta(days=(_weekday(told, latest.weekday()) - latest.weekday()) % WEEK)


def _weekday(told: list[TimeExpr], default: int) -> int:
    """The weekday that «أمس الثلاثاء» fixes; else the one named first is the day of the news."""
    named = [expr for expr in told if expr.weekday is not None and expr.to is None and expr.day is None]
    fixed = [expr for expr in named if expr.unit == "day" and expr.shift is not None]
    for expr in (*fixed, *named):
        if expr.weekday is not None:
            return (expr.weekday - (expr.shift or 0)) % WEEK
    return default
