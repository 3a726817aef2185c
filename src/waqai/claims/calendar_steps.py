"""Days, weeks, months and years as intervals: the arithmetic of dates, without any Arabic."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Hijri

Days = tuple[date, date]
HIJRI_YEARS = range(1343, 1501)
"""The years of the Umm al-Qura tables."""


MONTH_PARTS = {"first-half": (0, 14), "first-week": (0, 6)}
YEAR_PARTS = {
    "first-half": (1, 6),
    "second-half": (7, 12),
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (1, 3),
}
"""The first and the last month."""


def month_days(year: int, month: int) -> Days | None:
    """The first and the last day of a month; None outside the calendar."""
    if not (1 <= month <= 12 and date.min.year <= year <= date.max.year):
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_days(year: int) -> Days | None:
    """The first and the last day of a year; None outside the calendar."""
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, 1, 1), date(year, 12, 31)


def month_before(day: date, months: int) -> tuple[int, int]:
    """The year and the month so many months before a day's (after it where negative)."""
    index = day.year * 12 + day.month - 1 - months
    return index // 12, index % 12 + 1


def week_days(day: date, weeks: int) -> Days:
    """The week from Sunday to Saturday so many weeks before the one of a day."""
    sunday = day - timedelta(days=(day.weekday() + 1) % 7 + 7 * weeks)
    return sunday, sunday + timedelta(days=6)


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def hijri_days(year: int, month: int | None, day: int | None) -> Days | None:
    """A day, month or year of the Hijri calendar by the Umm al-Qura tables; None outside them."""
    if year not in HIJRI_YEARS:
        return None
    first = Hijri(year, month or 1, 1)
    last = Hijri(year, month or 12, 1)
    length = last.month_length()
    if day is not None:
        if day > length:
            return None
        one = Hijri(year, month or 1, day).to_gregorian()
        return date(one.year, one.month, one.day), date(one.year, one.month, one.day)
    begin, end = first.to_gregorian(), last.to_gregorian()
    return date(begin.year, begin.month, begin.day), date(end.year, end.month, end.day) + timedelta(days=length - 1)


def hijri_year_of(day: date) -> int:
    """The Hijri year in which a day lies."""
    year = (day.year - 622) * 33 // 32 + 1
    while (found := hijri_days(year, None, None)) is not None and found[0] > day:
        year -= 1
    return year


def portion_of_month(days: Days, portion: str) -> Days:
    """«مطلع» is the 1st to the 10th, «منتصف» to the 20th, «أواخر» the 21st to the end (codebook, 6)."""
    first, last = days
    if portion in MONTH_PARTS:
        begin, end = MONTH_PARTS[portion]
        return first + timedelta(days=begin), first + timedelta(days=end)
    if portion == "second-half":
        return first + timedelta(days=15), last
    if portion == "last-week":
        return last - timedelta(days=6), last
    if portion == "start":
        return first, first + timedelta(days=9)
    if portion == "middle":
        return first + timedelta(days=10), first + timedelta(days=19)
    return first + timedelta(days=20), last


def portion_of_week(days: Days, portion: str) -> Days:
    """The first three, the middle three or the last three days of a week."""
    first, last = days
    if portion == "start":
        return first, first + timedelta(days=2)
    if portion == "middle":
        return first + timedelta(days=2), first + timedelta(days=4)
    return last - timedelta(days=2), last


def portion_of_year(days: Days, portion: str) -> Days:
    """January, June to July, or December."""
    year = days[0].year
    if portion in YEAR_PARTS:
        begin, end = YEAR_PARTS[portion]
        return date(year, begin, 1), date(year, end, monthrange(year, end)[1])
    if portion == "start":
        return date(year, 1, 1), date(year, 1, 31)
    if portion == "middle":
        return date(year, 6, 1), date(year, 7, 31)
    return date(year, 12, 1), date(year, 12, 31)
