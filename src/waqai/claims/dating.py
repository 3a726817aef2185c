"""What a time expression means for a report of a given day: codebook, section 6, and nothing beyond the text.

Everything is read backwards from the publication day; nothing resolves to a day after it. What the text does
not fix stays None.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date, timedelta

from waqai.claims import calendar_steps as steps
from waqai.claims.calendar_steps import Days
from waqai.claims.model import Precision, When
from waqai.reading.dates.model import NIGHTS, TimeExpr, merged

SOON = 14
"""A day of the year that lies at most so many days ahead is a plan, not the same day of last year."""
Bounded = tuple[Days, Precision]


def resolve(expr: Hashable, published: date | None) -> When:
    """The earliest and the latest day that the words allow; both None, precision unknown, if they fix none.

    `basis` says why not (anchor, holiday, future, unfixed), or that the words name a period (since, until).
    """
    if not isinstance(expr, TimeExpr):
        raise TypeError(f"not a time expression: {expr!r}")
    if expr.anchor or expr.holiday:
        return _unknown("anchor" if expr.anchor else "holiday")
    found = _range(expr, published) if expr.to is not None else _single(expr, published)
    if isinstance(found, str):
        return _unknown(found)
    (earliest, latest), precision = found
    if published is not None and earliest > published:
        return _unknown("future")
    if expr.flag == "until":
        latest = latest if published is None else min(latest, published)
        return When(None, latest, Precision.UNKNOWN, None, "until")
    if expr.flag == "since":
        last = published or None
        grain = _grain_of(earliest, last) if last else precision
        return When(earliest, last, grain, None, "since")
    if published is not None and latest > published:
        latest = published
    return When(earliest, latest, precision, None, "words")


def combine(exprs: Iterable[TimeExpr]) -> TimeExpr | None:
    """What several expressions of one sentence say together: the first, and what others add to its day."""
    result: TimeExpr | None = None
    for expr in exprs:
        result = expr if result is None else merged(result, expr) or result
    return result


def _unknown(basis: str) -> When:
    return When(None, None, Precision.UNKNOWN, None, basis)


def _grain_of(earliest: date, latest: date) -> Precision:
    """How fine a stretch of days is."""
    length = (latest - earliest).days
    for limit, precision in (
        (0, Precision.DAY),
        (4, Precision.DAYS),
        (10, Precision.WEEK),
        (62, Precision.MONTH),
    ):
        if length <= limit:
            return precision
    return Precision.YEAR


def _range(expr: TimeExpr, published: date | None) -> Bounded | str:
    """From one time to another: the end is read from the publication day, the beginning from the end."""
    end = _plain(expr.to or expr, published)
    if isinstance(end, str):
        return end
    (end_first, end_last), end_precision = end
    stepped = expr.weekday is None and expr.month is None
    begin = _plain(expr._replace(to=None, direction=""), published if stepped else end_last)
    if isinstance(begin, str):
        return begin
    (first, _), precision = begin
    if first > end_first:
        return "unfixed"
    order = list(Precision)
    coarser = max(precision, end_precision, Precision.DAYS, key=order.index)
    return (first, end_last), coarser


def _single(expr: TimeExpr, published: date | None) -> Bounded | str:
    """One time, with the night that reaches into the next day."""
    found = _plain(expr, published)
    if isinstance(found, str) or expr.part not in NIGHTS or found[1] is not Precision.DAY:
        return found
    day = found[0][0]
    if published is not None and day >= published:
        return (day - timedelta(days=1), day), Precision.DAYS
    return (day, day + timedelta(days=1)), Precision.DAYS


def _plain(expr: TimeExpr, published: date | None) -> Bounded | str:
    """The time without regard to its part of the day; a reason where it cannot be fixed."""
    if expr.span is not None:
        return _span(expr, published)
    if expr.month is not None or expr.year is not None:
        return _calendar(expr, published)
    return _relative(expr, published) if published is not None else "unfixed"


def _relative(expr: TimeExpr, published: date) -> Bounded | str:
    """What is told by its distance from the publication day."""
    if expr.weekday is not None:
        return _weekday(expr, published)
    if expr.direction == "ago":
        return _ago(expr, published)
    return _shifted(expr, published) if expr.shift is not None else "unfixed"


def _weekday(expr: TimeExpr, published: date) -> Bounded | str:
    """The last such day up to the publication day; «الماضي» is before it, «أمس» yields to the weekday."""
    if expr.direction == "next" or (expr.shift or 0) > 0:
        return "future"
    back = (published.weekday() - (expr.weekday or 0)) % 7
    if back == 0 and expr.direction == "past":
        back = 7
    day = published - timedelta(days=back)
    return (day, day), Precision.DAY


def _shifted(expr: TimeExpr, published: date) -> Bounded | str:
    """Steps from the publication day: «أمس», «الأسبوع الماضي», «28 من الشهر الماضي», «مطلع العام»."""
    shift = expr.shift or 0
    if shift > 0:
        return "future"
    if expr.unit == "day":
        day = published + timedelta(days=shift)
        return (day, day), Precision.DAY
    if expr.unit == "week":
        if shift == 0 and not expr.portion:
            return (published - timedelta(days=6), published), Precision.WEEK
        days = steps.week_days(published, -shift)
        return (steps.portion_of_week(days, expr.portion), Precision.DAYS) if expr.portion else (days, Precision.WEEK)
    if expr.unit == "month":
        year, month = steps.month_before(published, -shift)
        return _of_month(expr, year, month)
    return _of_year(expr, published.year + shift)


def _of_month(expr: TimeExpr, year: int, month: int) -> Bounded | str:
    """A month, or the part or the day of it that is named."""
    days = steps.month_days(year, month)
    if days is None:
        return "unfixed"
    if expr.day is not None:
        day = steps.real_day(year, month, expr.day)
        return ((day, day), Precision.DAY) if day else "unfixed"
    if expr.portion:
        return steps.portion_of_month(days, expr.portion), Precision.DAYS
    return days, Precision.MONTH


def _of_year(expr: TimeExpr, year: int) -> Bounded | str:
    """A year, or the part of it that is named."""
    days = steps.year_days(year)
    if days is None:
        return "unfixed"
    if expr.portion:
        return steps.portion_of_year(days, expr.portion), Precision.MONTH
    return days, Precision.YEAR


def _calendar(expr: TimeExpr, published: date | None) -> Bounded | str:
    """A date with a month or a year; a year that is not told is the last that fits."""
    if expr.calendar == "hijri":
        return _hijri(expr, published)
    year = expr.year
    if year is None and expr.unit == "year" and published is not None:
        year = published.year + (expr.shift or 0)
    if year is not None:
        return _of_year(expr, year) if expr.month is None else _of_month(expr, year, expr.month)
    if published is None or expr.month is None:
        return "unfixed"
    return "future" if expr.direction == "next" else _backwards(expr, expr.month, published)


def _backwards(expr: TimeExpr, month: int, published: date) -> Bounded | str:
    """The last year in which the month, or the day of it, is not after the publication day."""
    if expr.direction == "current":
        return _of_month(expr, published.year, month)
    for year in range(published.year, published.year - 9, -1):
        found = _of_month(expr, year, month)
        if isinstance(found, str):
            continue
        (earliest, latest), _ = found
        ahead = (earliest - published).days
        if expr.day is not None and not expr.direction and 0 < ahead <= SOON:
            return "future"
        if ahead <= 0 and not (expr.direction == "past" and latest >= published):
            return found
    return "unfixed"


def _hijri(expr: TimeExpr, published: date | None) -> Bounded | str:
    """A date of the Hijri calendar; without its year the last that fits."""
    if expr.year is None and published is None:
        return "unfixed"
    newest = expr.year if expr.year is not None else steps.hijri_year_of(published or date.min)
    precision = Precision.DAY if expr.day else Precision.MONTH if expr.month else Precision.YEAR
    for year in (newest,) if expr.year is not None else (newest, newest - 1):
        days = steps.hijri_days(year, expr.month, expr.day)
        if days is not None and (expr.year is not None or published is None or days[0] <= published):
            # A part is of a month: a day, or a year, has none.
            parted = expr.portion and expr.month and not expr.day
            return (steps.portion_of_month(days, expr.portion), Precision.DAYS) if parted else (days, precision)
    return "unfixed"


UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
FEW = {"day": 7, "week": 28, "month": 180, "year": 1461}
"""How far «الأيام الماضية», «الأسابيع الماضية» … may reach, in days."""


def _span(expr: TimeExpr, published: date | None) -> Bounded | str:
    """So many units up to now: «اليومين الماضيين» are the two days before the publication day."""
    if published is None:
        return "unfixed"
    if expr.unit not in UNIT_DAYS:
        return (published - timedelta(days=max(1, -(-(expr.span or 0) // 24))), published), Precision.DAYS
    length = UNIT_DAYS[expr.unit] * (expr.span or 0) or FEW[expr.unit]
    if length >= published.toordinal():
        return "unfixed"
    days = (published - timedelta(days=length), published - timedelta(days=1))
    return days, max(Precision.DAYS, _grain_of(*days), key=list(Precision).index)


def _ago(expr: TimeExpr, published: date) -> Bounded | str:
    """«قبل ثلاثة أيام» is a day, «قبل أسبوعين» a week around it, «قبل شهر» that month, «قبل أيام» a week."""
    if expr.flag == "since":
        return _since_ago(expr, published)
    if expr.unit not in UNIT_DAYS:
        return (published - timedelta(days=1), published), Precision.DAYS
    if expr.shift is None:
        return _span(expr._replace(span=0), published)
    if abs(expr.shift) * UNIT_DAYS[expr.unit] >= published.toordinal():
        return "unfixed"
    if expr.unit == "week":
        middle = published + timedelta(weeks=expr.shift)
        return (middle - timedelta(days=3), middle + timedelta(days=3)), Precision.WEEK
    return _shifted(expr, published)


def _since_ago(expr: TimeExpr, published: date) -> Bounded | str:
    """«منذ أسبوع»: from that day on; «منذ سنوات» fixes nothing."""
    if expr.shift is None or expr.unit not in UNIT_DAYS:
        return "unfixed"
    back = abs(expr.shift) * UNIT_DAYS[expr.unit]
    if back >= published.toordinal():
        return "unfixed"
    return (published - timedelta(days=back), published), _grain_of(published - timedelta(days=back), published)
