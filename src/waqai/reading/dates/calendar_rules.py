"""Rules that read months, days of months and years, of all traditions and both calendars."""

from __future__ import annotations

from waqai.reading.dates import lookaround
from waqai.reading.dates import productions as make
from waqai.reading.dates.slots import DASHES, DAY, DIRECTION, FROM, IN, MONTHS, NUMBERS, OF, TO, folded
from waqai.reading.engine import Rule, Slot

CALENDAR = (
    Rule(
        "dates.month-pair",
        "month",
        (Slot("month", ("month",)), Slot("again", ("month",))),
        make.same_month,
        about="ديسمبر (كانون الأول)",
    ),
    Rule(
        "dates.month-slash",
        "month",
        (Slot("month", ("month",)), Slot("again", ("month",), after=DASHES)),
        make.same_month,
        about="تشرين الثاني/نوفمبر",
    ),
    Rule(
        "dates.month-named",
        "month",
        (Slot("unit", ("timeunit",)), Slot("month", ("month",))),
        make.named_month,
        about="شهر أيار",
    ),
    Rule(
        "dates.hijri-month-named",
        "hijri-month",
        (Slot("unit", ("timeunit",)), Slot("month", ("hijri-month",))),
        make.named_month,
        about="شهر رمضان",
    ),
    Rule("dates.month", "when", find=lookaround.bare_months, about="في أيار"),
    Rule(
        "dates.month-directed",
        "when",
        (Slot("month", MONTHS), DIRECTION),
        make.directed_month,
        about="أيار الماضي",
    ),
    Rule("dates.day-month", "when", (DAY, Slot("month", MONTHS)), make.day_month, about="15 أيار"),
    Rule(
        "dates.day-of-month",
        "when",
        (DAY, Slot("month", MONTHS, after=OF)),
        make.day_month,
        about="الخامس من أيار",
    ),
    Rule(
        "dates.days-month",
        "when",
        (DAY, Slot("until", NUMBERS, after=TO, test=make.is_day), Slot("month", MONTHS)),
        make.days_month,
        about="15 و16 أيار",
    ),
    Rule(
        "dates.days-of-month",
        "when",
        (DAY, Slot("until", NUMBERS, after=TO, test=make.is_day), Slot("month", MONTHS, after=OF)),
        make.days_month,
        about="الخامس والسادس من أيار",
    ),
    Rule("dates.numeric", "when", find=lookaround.numeric, about="2021/07/11"),
)

YEARS = (
    Rule("dates.year-number", "year", find=lookaround.year_numbers, about="2015"),
    Rule(
        "dates.with-year",
        "when",
        (Slot("when", ("when",), test=make.lacks_year), Slot("year", ("year",))),
        make.with_year,
        about="15 أيار 2021",
    ),
    Rule(
        "dates.with-year-word",
        "when",
        (Slot("when", ("when",), test=make.lacks_year), Slot("year", ("year",), after=IN, gap=1)),
        make.with_year,
        about="15 أيار من عام 2021",
    ),
    Rule(
        "dates.month-year",
        "when",
        (Slot("month", MONTHS), Slot("year", ("year",))),
        lookaround.month_year,
        about="آب 2013",
    ),
    Rule(
        "dates.relative-year",
        "when",
        (Slot("when", ("when",), test=make.lacks_year), Slot("of", ("when",), after=OF)),
        make.with_relative_year,
        about="يونيو من العام الماضي",
    ),
    Rule(
        "dates.relative-year-bare",
        "when",
        (Slot("when", ("when",), test=make.lacks_year), Slot("of", ("when",))),
        make.with_relative_year,
        about="يونيو العام الماضي",
    ),
    Rule(
        "dates.year",
        "when",
        (Slot("unit", ("timeunit",)), Slot("year", ("year",))),
        make.year,
        about="عام 2015",
    ),
    Rule("dates.year-in", "when", (Slot("year", ("year",), after=IN),), make.year, about="في 2015"),
    Rule(
        "dates.years",
        "when",
        (Slot("year", ("year",), after=IN | FROM | folded("عامي سنتي")), Slot("to", ("year",), after=TO)),
        make.years,
        about="عامي 2014 و2015",
    ),
)

CALENDAR_RULES = CALENDAR + YEARS
