"""Times told from a time told before: «في اليوم نفسه», «في اليوم التالي», «بداية الشهر ذاته»."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from waqai.claims import calendar_steps as steps
from waqai.claims.model import Precision, When
from waqai.reading.dates.model import TimeExpr
from waqai.reading.model import Mention

Whens = dict[Mention, When]
STEPS = {"same-day": 0, "next-day": 1, "previous-day": -1}
FINE = frozenset([Precision.DAY, Precision.DAYS])
BASIS = "the time told before"


def anchored(whens: Whens) -> Whens:
    """Every time; those that are counted from another are now resolved where that one is."""
    found: Whens = {}
    day: When | None = None
    month: When | None = None
    year: When | None = None
    for mention in sorted(whens, key=lambda m: m.start):
        when, expr = whens[mention], mention.value
        if isinstance(expr, TimeExpr) and expr.anchor:
            when = _of_day(when, expr, day) or _of_month(when, expr, month) or _of_year(when, expr, year) or when
        if when.earliest is not None and when.basis not in ("since", "until"):
            day = when if when.precision in FINE else day
            month = when if when.precision in FINE | {Precision.MONTH} else month
            year = when
        found[mention] = when
    return found


def _of_day(when: When, expr: TimeExpr, day: When | None) -> When | None:
    """The same day, the next or the one before."""
    if day is None or day.earliest is None or day.latest is None or expr.anchor not in STEPS:
        return None
    step = timedelta(days=STEPS[expr.anchor])
    return replace(when, earliest=day.earliest + step, latest=day.latest + step, precision=day.precision, basis=BASIS)


def _of_year(when: When, expr: TimeExpr, year: When | None) -> When | None:
    """The same year."""
    days = steps.year_days(year.earliest.year) if year is not None and year.earliest is not None else None
    if days is None or expr.anchor != "same-year":
        return None
    return replace(when, earliest=days[0], latest=days[1], precision=Precision.YEAR, basis=BASIS)


def _of_month(when: When, expr: TimeExpr, month: When | None) -> When | None:
    """The same month, or the day or part of it that is named."""
    if month is None or month.earliest is None or expr.anchor != "same-month":
        return None
    days = steps.month_days(month.earliest.year, month.earliest.month)
    if days is None:
        return None
    if expr.day is not None:
        day = days[0].replace(day=min(expr.day, days[1].day))
        return replace(when, earliest=day, latest=day, precision=Precision.DAY, basis=BASIS)
    if expr.portion:
        days = steps.portion_of_month(days, expr.portion)
    precision = Precision.DAYS if expr.portion else Precision.MONTH
    return replace(when, earliest=days[0], latest=days[1], precision=precision, basis=BASIS)
