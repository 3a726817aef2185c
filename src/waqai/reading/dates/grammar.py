"""Rules that read times: days, stretches of time, the clock; months and years are in `calendar_rules.py`."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from waqai.reading.dates import clocks, lookaround
from waqai.reading.dates import productions as make
from waqai.reading.dates.calendar_rules import CALENDAR_RULES
from waqai.reading.dates.slots import AND, DAY, DIRECTION, FROM, NUMBERS, OF, THE_UNIT, TO, WHEN, folded
from waqai.reading.engine import Rule, Slot
from waqai.reading.model import Mention

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
        (WHEN, Slot("also", ("when",), after=folded("، , الموافق المصادف"))),
        make.apposition,
        about="الأحد، 11 يوليو",
    ),
    Rule(
        "dates.next-day",
        "when",
        (Slot("when", ("when",), test=make.is_weekday), Slot("to", ("when",), after=AND | folded("على"))),
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
    Rule("dates.named-after", "when", find=lookaround.named_after, again=True, about="شارع 14 تموز"),
    Rule("dates.holiday", "when", (Slot("holiday", ("holiday",)),), make.holiday, about="عيد الفطر"),
    Rule(
        "dates.holiday-day",
        "when",
        (Slot("day", ("ordinal",)), Slot("unit", ("timeunit",)), Slot("holiday", ("holiday",))),
        make.holiday,
        about="أول أيام عيد الأضحى",
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
    Rule(
        "dates.number-unit-directed",
        "when",
        (Slot("number", ("number",)), Slot("unit", ("timeunit",)), DIRECTION),
        make.numbered_unit,
        about="الـ24 ساعة الماضية",
    ),
    Rule(
        "dates.season",
        "when",
        (Slot("portion", ("portion",)), Slot("year", ("year",), gap=1)),
        make.season_of,
        about="صيف 2014",
    ),
    Rule(
        "dates.this-unit",
        "when",
        (Slot("this", ("this",)), Slot("unit", ("timeunit",), forms=THE_UNIT)),
        make.this_unit,
        about="هذا العام",
    ),
    Rule(
        "dates.day-of-unit",
        "when",
        (DAY, Slot("when", ("when",), after=OF)),
        make.day_of_unit,
        about="28 من الشهر الماضي",
    ),
    Rule(
        "dates.day-of-current",
        "when",
        (Slot("day", NUMBERS, after=folded("في يوم وفي"), test=make.is_day), DIRECTION),
        make.day_of_current,
        about="في الخامس الجاري",
    ),
    Rule(
        "dates.portion",
        "when",
        (Slot("portion", ("portion",)), Slot("when", ("when",), test=make.is_long)),
        make.portion_of,
        about="أواخر الشهر الماضي",
    ),
    Rule(
        "dates.portion-unit",
        "when",
        (Slot("portion", ("portion",)), Slot("unit", ("timeunit",), forms=THE_UNIT)),
        make.portion_of_unit,
        about="مطلع العام",
    ),
    Rule("dates.steps", "when", find=lookaround.steps, about="قبل ثلاثة أيام"),
    Rule(
        "dates.since",
        "when",
        (Slot("since", ("since",)), Slot("when", ("when",), test=make.is_plain)),
        make.since,
        about="منذ مطلع العام",
    ),
    Rule(
        "dates.until",
        "when",
        (Slot("until", ("until",)), Slot("when", ("when",), test=make.is_plain)),
        make.until,
        about="حتى مساء الأحد",
    ),
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
    """The rule refuses «أمس وغدا»: a slot that asks for nothing before it takes no word with a proclitic."""
    bare = [slot.role for slot in rule.slots[1:] if not slot.after]

    def made(filled: dict[str, Mention]) -> Hashable | None:
        led = any(filled[role].lead for role in bare if role in filled and "number" not in role)
        return None if led else rule.make(filled)

    return replace(rule, make=made) if bare else rule


RULES = tuple(_close(rule) for rule in DAYS + CALENDAR_RULES + PERIODS + CLOCKS)
