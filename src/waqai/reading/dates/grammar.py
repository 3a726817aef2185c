"""Rules that read times. What can be said in slots stands here; what looks around itself is in `lookaround.py`."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from waqai.language.fold import fold_word
from waqai.reading.dates import clocks, lookaround
from waqai.reading.dates import productions as make
from waqai.reading.engine import Rule, Slot
from waqai.reading.model import Mention

NUMBERS = ("number", "ordinal")
MONTHS = ("month", "hijri-month")
DASHES = frozenset("-–—/")


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in text.split())


OF = _words("من")
IN = _words("في منذ خلال مطلع أوائل منتصف أواسط أواخر نهاية بداية لعام عام سنة وفي")
AND = _words("و") | DASHES
TO = _words("و إلى حتى ثم") | DASHES
FROM = _words("بين من مابين")
WHEN = Slot("when", ("when",))
DAY = Slot("day", NUMBERS, test=make.is_day)
DIRECTION = Slot("direction", ("direction",), forms=("adjective.the", ""))
THE_UNIT = ("noun.the",)

DAYS = (
    Rule("dates.weekday", "when", (Slot("weekday", ("weekday",)),), make.weekday, about="الأحد"),
    Rule(
        "dates.day-named",
        "when",
        (Slot("unit", ("timeunit",), values=frozenset(["day"])), WHEN),
        lookaround.named_day,
        about="يوم الأحد",
    ),
    Rule("dates.relative-day", "when", find=lookaround.relative_days, about="أمس"),
    Rule("dates.night", "when", (Slot("night", ("night-word",)),), make.night, about="الليلة الماضية"),
    Rule("dates.same-time", "when", (Slot("time", ("same-time",)),), make.same_time, about="في اليوم التالي"),
    Rule(
        "dates.directed",
        "when",
        (Slot("when", ("when",), test=make.is_direct), DIRECTION),
        make.directed,
        about="الأحد الماضي",
    ),
    Rule(
        "dates.part-of-day",
        "when",
        (Slot("part", ("daypart",)), Slot("when", ("when",), test=make.names_day)),
        make.part_of_day,
        about="مساء الأحد",
    ),
    Rule(
        "dates.part-from-day",
        "when",
        (Slot("part", ("daypart",)), Slot("when", ("when",), after=OF, gap=1, test=make.names_day)),
        make.part_of_day,
        about="ساعات الفجر الأولى من يوم الأحد",
    ),
    Rule(
        "dates.day-part",
        "when",
        (Slot("when", ("when",), test=make.names_day), Slot("part", ("daypart",))),
        make.part_of_day,
        about="الأحد فجرا",
    ),
    Rule("dates.apposition", "when", (WHEN, Slot("also", ("when",))), make.apposition, about="أمس الأحد"),
    Rule(
        "dates.apposition-comma",
        "when",
        (WHEN, Slot("also", ("when",), after=_words("، ,"))),
        make.apposition,
        about="الأحد، 11 يوليو",
    ),
    Rule(
        "dates.next-day",
        "when",
        (Slot("when", ("when",), test=make.is_weekday), Slot("to", ("when",), after=AND | _words("على"))),
        make.next_day,
        about="ليل الخميس - الجمعة",
    ),
    Rule(
        "dates.next-day-bare",
        "when",
        (Slot("when", ("when",), test=make.is_weekday), Slot("to", ("when",))),
        make.next_day,
        about="ليل الخميس الجمعة",
    ),
    Rule("dates.holiday", "when", (Slot("holiday", ("holiday",)),), make.holiday, about="عيد الفطر"),
    Rule(
        "dates.holiday-day",
        "when",
        (Slot("day", ("ordinal",)), Slot("unit", ("timeunit",)), Slot("holiday", ("holiday",))),
        make.holiday,
        about="أول أيام عيد الأضحى",
    ),
)

CALENDAR = (
    Rule("dates.month-pair", "month", (Slot("month", ("month",)), Slot("again", ("month",))), make.same_month, about="ديسمبر (كانون الأول)"),
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
    Rule("dates.month-directed", "when", (Slot("month", MONTHS), DIRECTION), make.directed_month, about="أيار الماضي"),
    Rule("dates.day-month", "when", (DAY, Slot("month", MONTHS)), make.day_month, about="15 أيار"),
    Rule("dates.day-of-month", "when", (DAY, Slot("month", MONTHS, after=OF)), make.day_month, about="الخامس من أيار"),
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
    Rule("dates.month-year", "when", (Slot("month", MONTHS), Slot("year", ("year",))), lookaround.month_year, about="آب 2013"),
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
    Rule("dates.year", "when", (Slot("unit", ("timeunit",)), Slot("year", ("year",))), make.year, about="عام 2015"),
    Rule("dates.year-in", "when", (Slot("year", ("year",), after=IN),), make.year, about="في 2015"),
    Rule(
        "dates.years",
        "when",
        (Slot("year", ("year",), after=IN | FROM | _words("عامي سنتي")), Slot("to", ("year",), after=TO)),
        make.years,
        about="عامي 2014 و2015",
    ),
)

PERIODS = (
    Rule(
        "dates.unit-directed",
        "when",
        (
            Slot("unit", ("timeunit",), forms=("noun.the", "noun.dual.the", "noun.plural.the")),
            Slot("number", ("number",), optional=True, gap=1),
            Slot("few", ("few",), optional=True),
            DIRECTION,
        ),
        make.relative_unit,
        about="الشهر الماضي",
    ),
    Rule("dates.this-unit", "when", (Slot("this", ("this",)), Slot("unit", ("timeunit",), forms=THE_UNIT)), make.this_unit, about="هذا العام"),
    Rule("dates.day-of-unit", "when", (DAY, Slot("when", ("when",), after=OF)), make.day_of_unit, about="28 من الشهر الماضي"),
    Rule(
        "dates.day-of-current",
        "when",
        (Slot("day", NUMBERS, after=_words("في يوم وفي"), test=make.is_day), DIRECTION),
        make.day_of_current,
        about="في الخامس الجاري",
    ),
    Rule("dates.portion", "when", (Slot("portion", ("portion",)), Slot("when", ("when",), test=make.is_long)), make.portion_of, about="أواخر الشهر الماضي"),
    Rule(
        "dates.portion-unit",
        "when",
        (Slot("portion", ("portion",)), Slot("unit", ("timeunit",), forms=THE_UNIT)),
        make.portion_of_unit,
        about="مطلع العام",
    ),
    Rule("dates.steps", "when", find=lookaround.steps, about="قبل ثلاثة أيام"),
    Rule("dates.since", "when", (Slot("since", ("since",)), Slot("when", ("when",), test=make.is_plain)), make.since, about="منذ مطلع العام"),
    Rule("dates.until", "when", (Slot("until", ("until",)), Slot("when", ("when",), test=make.is_plain)), make.until, about="حتى مساء الأحد"),
    Rule(
        "dates.from-to",
        "when",
        (Slot("when", ("when",), after=FROM), Slot("to", ("when",), after=TO)),
        make.from_to,
        about="بين سبتمبر ويناير",
    ),
)

CLOCKS = (Rule("dates.clock", "clock", find=clocks.clocks, about="الساعة 1:38 فجرا"),)



def _close(rule: Rule) -> Rule:
    """The rule refuses «أمس وغدا»: a slot that asks for nothing before it takes no word joined by a proclitic."""
    bare = [slot.role for slot in rule.slots[1:] if not slot.after]

    def made(filled: dict[str, Mention]) -> Hashable | None:
        led = any(filled[role].lead for role in bare if role in filled and "number" not in role)
        return None if led else rule.make(filled)

    return replace(rule, make=made) if bare else rule


RULES = tuple(_close(rule) for rule in DAYS + CALENDAR + YEARS + PERIODS + CLOCKS)
