"""Time expressions as values: how they are written down, merged, and what strange digits give."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.reading.dates.lookaround import numeric_date
from waqai.reading.dates.model import Clock, TimeExpr, merged
from waqai.reading.read import read

SUNDAY = TimeExpr(weekday=6)
YESTERDAY = TimeExpr(unit="day", shift=-1)
MAY = TimeExpr(month=5)
WORDS = (
    "أمس اليوم الأحد السبت يوم ليل فجر مساء منتصف أيار مايو تموز كانون الثاني الأول 15 2021 و16 من في منذ "
    "قبل بعد ثلاثة أيام شهر الشهر الماضي العام عام الجاري ( ) / - ، بين حتى الساعة 1:38 1038 بتوقيت غرينتش "
    "رمضان 1444 هـ "
    "2021/07/11 35/40/2021 0 99 أسبوع أسبوعين الخامس والعشرين نحو المقبل"
).split()


@pytest.mark.parametrize(
    ("expr", "written"),
    [
        (TimeExpr(year=2021, month=7, day=11, weekday=6), "2021-07-11 sun"),
        (TimeExpr(month=12, day=20, direction="past", flag="since"), "since XXXX-12-20 past"),
        (TimeExpr(month=6, portion="end"), "end XXXX-06"),
        (TimeExpr(unit="month", shift=-1, day=28), "XXXX-XX-28 month-1"),
        (TimeExpr(weekday=3, part="night", to=TimeExpr(weekday=4)), "thu night/fri"),
        (TimeExpr(unit="day", span=2), "last 2 day"),
        (TimeExpr(unit="day", direction="ago"), "few day ago"),
        (TimeExpr(year=1444, month=9, calendar="hijri"), "1444-09 hijri"),
        (TimeExpr(holiday="eid-al-fitr"), "eid-al-fitr"),
    ],
)
def test_a_time_is_written_short(expr: TimeExpr, written: str) -> None:
    assert str(expr) == written


@pytest.mark.parametrize(
    ("clock", "written"),
    [(Clock(1, 38, "am"), "01:38 am"), (Clock(10, 38, "", "gmt"), "10:38 gmt"), (Clock(22), "22:00")],
)
def test_a_clock_is_written_short(clock: Clock, written: str) -> None:
    assert str(clock) == written


def test_two_names_of_a_day_are_one_day() -> None:
    both = merged(YESTERDAY, SUNDAY)
    assert both is not None
    assert (both.weekday, both.shift) == (6, -1)
    assert merged(SUNDAY, TimeExpr(year=2021, month=7, day=11)) == TimeExpr(year=2021, month=7, day=11, weekday=6)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (SUNDAY, TimeExpr(weekday=5)),
        (YESTERDAY, TimeExpr(unit="day", shift=0)),
        (SUNDAY, MAY),
        (YESTERDAY, SUNDAY._replace(flag="since")),
        (SUNDAY._replace(to=TimeExpr(weekday=0)), YESTERDAY),
    ],
)
def test_two_days_are_not_merged(left: TimeExpr, right: TimeExpr) -> None:
    assert merged(left, right) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("29-10-2022", "2022-10-29"),
        ("2021/07/11", "2021-07-11"),
        ("17/09/2022", "2022-09-17"),
        ("09/17/2022", "2022-09-17"),
        ("11/7/21", "2021-07-11"),
        ("17.9.2022", "2022-09-17"),
        ("07/2021", "2021-07"),
        ("15/5", "XXXX-05-15"),
    ],
)
def test_digits_are_dates(text: str, date: str) -> None:
    assert str(numeric_date(text)) == date


@pytest.mark.parametrize(
    "text", ["1:38", "35/40/2021", "31/02/2021", "2014-2015", "1.5", "1,200", "10.30", "5", "1/2/3/4"]
)
def test_digits_are_no_dates(text: str) -> None:
    assert numeric_date(text) is None


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_no_heap_of_time_words_stops_the_reader(text: str) -> None:
    done = read(text)
    for mention in done.chart.of("when"):
        assert isinstance(mention.value, TimeExpr)
        assert done.folded.quote(mention.start, mention.end).strip()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_times_do_not_overlap(text: str) -> None:
    spans = [(mention.start, mention.end) for mention in read(text).chart.of("when")]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
