"""What the slots of a date rule mean together: each function makes a `TimeExpr` or refuses."""

from __future__ import annotations

from collections.abc import Hashable

from waqai.reading.dates.model import NIGHTS, TimeExpr, merged
from waqai.reading.model import Mention

Filled = dict[str, Mention]
HIJRI_BEFORE = 1700
"""A year below is of the Hijri calendar."""
SHIFTS = {"past": -1, "current": 0, "next": 1}


def expr(mention: Mention) -> TimeExpr:
    """The value of a `when` mention."""
    if not isinstance(mention.value, TimeExpr):
        raise TypeError(f"{mention.rule} made a time of {mention.value!r}")
    return mention.value


def integer(mention: Mention) -> int:
    """The value of a mention that is a number, or is written as one in the lexicon."""
    return int(str(mention.value))


def is_day(value: Hashable) -> bool:
    """Whether a number can be a day of a month."""
    return isinstance(value, int) and 1 <= value <= 31


def names_day(value: Hashable) -> bool:
    """Whether a time names one day, and no part of it."""
    return isinstance(value, TimeExpr) and value.names_day and not (value.part or value.flag)


def is_weekday(value: Hashable) -> bool:
    """Whether a time names a day of the week and no other day."""
    return isinstance(value, TimeExpr) and value.weekday is not None and value.day is None and value.to is None


def lacks_year(value: Hashable) -> bool:
    """Whether a time names a month, but not its year."""
    return isinstance(value, TimeExpr) and value.month is not None and value.year is None and not value.unit


def is_long(value: Hashable) -> bool:
    """Whether a time is a week, a month or a year, of which there may be a part."""
    if not isinstance(value, TimeExpr) or value.is_range or value.portion or value.flag:
        return False
    if value.anchor == "same-month":
        return True
    if value.unit in ("week", "month", "year"):
        return value.day is None and value.shift is not None
    return value.day is None and value.weekday is None and (value.month or value.year) is not None


def is_plain(value: Hashable) -> bool:
    """Whether «منذ» or «حتى» may stand before it."""
    return isinstance(value, TimeExpr) and not (value.flag or value.anchor or value.span is not None)


def is_direct(value: Hashable) -> bool:
    """Whether «الماضي» may say which one is meant: a weekday or a month without its year."""
    if not isinstance(value, TimeExpr) or value.direction or value.year is not None or value.unit:
        return False
    return value.weekday is not None or value.month is not None


def month(filled: Filled) -> TimeExpr:
    """A month; «شعبان» and its like are of the Hijri calendar."""
    named = filled["month"]
    return TimeExpr(month=integer(named), calendar="hijri" if named.kind == "hijri-month" else "")


def same_month(filled: Filled) -> Hashable | None:
    """«أيلول/سبتمبر»: two names of one month are one month; of two months they are none."""
    return filled["month"].value if filled["month"].value == filled["again"].value else None


def named_month(filled: Filled) -> Hashable | None:
    """«شهر أيار»: the month."""
    return filled["month"].value if filled["unit"].value == "month" else None


def day_month(filled: Filled) -> TimeExpr:
    """«15 أيار», «الخامس من أيار»."""
    return month(filled)._replace(day=integer(filled["day"]))


def days_month(filled: Filled) -> TimeExpr | None:
    """«15 و16 أيار», «بين 5 و7 أيار»."""
    first, last = integer(filled["day"]), integer(filled["until"])
    named = month(filled)
    return named._replace(day=first, to=named._replace(day=last)) if first < last else None


def with_year(filled: Filled) -> TimeExpr | None:
    """«15 أيار 2021»; a range takes it for its end, and for its beginning where both are of one month."""
    time, year = expr(filled["when"]), integer(filled["year"])
    if (time.calendar == "hijri") != (year < 1700):
        return None
    if time.to is not None:
        first = year if (time.month or 0) <= (time.to.month or 0) else year - 1
        return time._replace(year=first, to=time.to._replace(year=year))
    return time._replace(year=year)


def with_relative_year(filled: Filled) -> TimeExpr | None:
    """«يونيو من العام الماضي», «آب من العام 2014»."""
    time, year = expr(filled["when"]), expr(filled["of"])
    if year == TimeExpr(year=year.year) and year.year is not None and time.to is None:
        return time._replace(year=year.year) if (time.calendar == "hijri") == (year.year < HIJRI_BEFORE) else None
    if year.unit != "year" or year.shift is None or year.month is not None or time.to is not None:
        return None
    return time._replace(unit="year", shift=year.shift)


def directed(filled: Filled) -> TimeExpr | None:
    """«الأحد الماضي», «أيار الجاري», «بين سبتمبر ويناير الماضيين»."""
    time, way = expr(filled["when"]), str(filled["direction"].value)
    if way == "same":
        return TimeExpr(anchor="same-time")
    if time.to is not None:
        return time._replace(direction=way, to=time.to._replace(direction=way))
    return time._replace(direction=way)


def directed_month(filled: Filled) -> TimeExpr | None:
    """«يونيو الماضي»: what follows the month makes sure that it is one."""
    return directed({"when": _as_when(filled["month"], month(filled)), "direction": filled["direction"]})


def _as_when(mention: Mention, value: TimeExpr) -> Mention:
    m = mention
    return Mention("when", value, m.start, m.end, m.first, m.last, m.rule)


def relative_unit(filled: Filled) -> TimeExpr | None:
    """«الشهر الماضي», «اليومين الماضيين», «الأيام الثلاثة الماضية», «الساعات الأخيرة»."""
    unit, way = filled["unit"], str(filled["direction"].value)
    name = str(unit.value)
    if way not in ("same", *SHIFTS):
        return None  # «الساعة شرق»: a direction of places
    if way == "same":
        return TimeExpr(anchor=f"same-{name}") if name in ("day", "week", "month", "year") else None
    shift = SHIFTS[way]
    if "number" in filled or not unit.form.startswith("noun.the"):
        if shift >= 0:
            return TimeExpr(unit=name, shift=1, direction="next") if shift else None
        span = 2 if "dual" in unit.form else 0
        span = integer(filled["number"]) if "number" in filled else span
        return TimeExpr(unit=name, span=4 if "few" in filled and name == "day" else span)
    if name in ("second", "minute", "hour"):
        return TimeExpr(unit="hour", span=1) if shift < 0 else None
    if name == "day":
        return None
    return TimeExpr(unit=name, shift=shift)


def numbered_unit(filled: Filled) -> TimeExpr | None:
    """«الـ24 ساعة الماضية», «48 ساعة الأخيرة»."""
    unit = str(filled["unit"].value)
    past = SHIFTS.get(str(filled["direction"].value), 0) < 0
    return TimeExpr(unit=unit, span=integer(filled["number"])) if past and unit != "decade" else None


def this_unit(filled: Filled) -> TimeExpr | None:
    """«هذا العام», «هذا الأسبوع», «هذا اليوم»."""
    name = str(filled["unit"].value)
    return TimeExpr(unit=name, shift=0) if name in ("day", "week", "month", "year") else None


def day_of_unit(filled: Filled) -> TimeExpr | None:
    """«28 من الشهر الماضي», «الخامس من الشهر الجاري», «السابع من الشهر نفسه»."""
    time = expr(filled["when"])
    if time.anchor == "same-month" and time.day is None and not time.portion:
        return time._replace(day=integer(filled["day"]))
    if time.unit != "month" or time.shift is None or time.day is not None or time.portion:
        return None
    return time._replace(day=integer(filled["day"]))


def day_of_current(filled: Filled) -> TimeExpr | None:
    """«في الخامس الجاري»."""
    way = str(filled["direction"].value)
    if way not in ("past", "current"):
        return None
    return TimeExpr(unit="month", shift=SHIFTS[way], day=integer(filled["day"]))


SEASONS = frozenset("spring summer autumn winter".split())
WEEKS = frozenset(["first-week", "last-week"])


def portion_of(filled: Filled) -> TimeExpr | None:
    """«مطلع أيار», «أواخر الشهر الماضي», «نهاية 2020», «صيف العام الماضي», «النصف الأول من حزيران»."""
    time, portion = expr(filled["when"]), str(filled["portion"].value)
    of_year = time.month is None and (time.year is not None or time.unit == "year")
    of_month = time.month is not None or time.unit == "month"
    if (portion in SEASONS and not of_year) or (portion in WEEKS and not of_month):
        return None
    return None if portion.endswith("half") and not (of_year or of_month) else time._replace(portion=portion)


def season_of(filled: Filled) -> TimeExpr | None:
    """«صيف 2014»."""
    portion = str(filled["portion"].value)
    time = year({"year": filled["year"]}) if portion in SEASONS else None
    return time._replace(portion=portion) if time is not None else None


def portion_of_unit(filled: Filled) -> TimeExpr | None:
    """«مطلع العام»: the current one."""
    name = str(filled["unit"].value)
    portion = str(filled["portion"].value)
    if name not in ("week", "month", "year") or portion in SEASONS | WEEKS or portion.endswith("half"):
        return None
    return TimeExpr(unit=name, shift=0, portion=portion)


def part_of_day(filled: Filled) -> TimeExpr:
    """«مساء الأحد», «الأحد فجرا»."""
    return expr(filled["when"])._replace(part=str(filled["part"].value))


def apposition(filled: Filled) -> TimeExpr | None:
    """«أمس الأحد», «الأحد 11 يوليو»."""
    return merged(expr(filled["when"]), expr(filled["also"]))


def from_to(filled: Filled) -> TimeExpr | None:
    """«بين سبتمبر ويناير», «من الأحد إلى الثلاثاء»: both ends are of one kind."""
    first, last = expr(filled["when"]), expr(filled["to"])
    if first.is_range or last.is_range or first.flag or last.flag or _grain(first) != _grain(last):
        return None
    return first._replace(to=last)


def _grain(time: TimeExpr) -> str:
    if time.names_day:
        return "day"
    return "month" if time.month is not None else time.unit or "year"


def next_day(filled: Filled) -> TimeExpr | None:
    """«ليل الخميس - الجمعة», «ليل الاثنين وفجر الثلاثاء», «الجمعة والسبت»: a day and the one after it."""
    first, last = expr(filled["when"]), expr(filled["to"])
    if first.weekday is None or last.weekday is None or first.flag or last.flag:
        return None
    if (first.weekday + 1) % 7 != last.weekday or (first.part and not last.part and first.part not in NIGHTS):
        return None
    return first._replace(to=last)


def since(filled: Filled) -> TimeExpr:
    """«منذ 20 ديسمبر الماضي», «منذ مطلع العام»."""
    return expr(filled["when"])._replace(flag="since")


def until(filled: Filled) -> TimeExpr:
    """«حتى مساء الأحد»."""
    return expr(filled["when"])._replace(flag="until")


def year(filled: Filled) -> TimeExpr | None:
    """«عام 2015»; below 1700 it is of the Hijri calendar."""
    number = integer(filled["year"])
    if "unit" in filled and filled["unit"].value != "year":
        return None
    return TimeExpr(year=number, calendar="hijri" if number < 1700 else "")


def years(filled: Filled) -> TimeExpr | None:
    """«عامي 2014 و2015», «بين 2014 و2017»."""
    first, last = integer(filled["year"]), integer(filled["to"])
    return TimeExpr(year=first, to=TimeExpr(year=last)) if first < last else None


def night(filled: Filled) -> TimeExpr:
    """«الليلة الماضية», «الليلة قبل الماضية»."""
    return TimeExpr(unit="day", shift=integer(filled["night"]), part="night")


def weekday(filled: Filled) -> TimeExpr:
    """«الأحد»."""
    return TimeExpr(weekday=integer(filled["weekday"]))


def same_time(filled: Filled) -> TimeExpr:
    """«اليوم التالي»: told from another event."""
    return TimeExpr(anchor=str(filled["time"].value))


def holiday(filled: Filled) -> TimeExpr:
    """«عيد الفطر», «أول أيام عيد الأضحى»: recognised, not resolved."""
    return TimeExpr(holiday=str(filled["holiday"].value))
