"""Times against a day of publication: the table where libraries fail, and the codebook's rules."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.claims.datechecks import impossible_clock, weekday_mismatch
from waqai.claims.dating import combine, resolve
from waqai.claims.model import Precision, When
from waqai.reading.dates.model import Clock, TimeExpr
from waqai.reading.read import read

UNKNOWN = "unknown"
TABLE = [
    # expression, published, earliest, latest, precision
    ("في الثامن والعشرين من الشهر الماضي", "2021-07-08", "2021-06-28", "2021-06-28", "day"),
    ("في أواخر يونيو الماضي", "2021-07-08", "2021-06-21", "2021-06-30", "days"),
    ("20 ديسمبر (كانون الأول) الماضي", "2022-01-06", "2021-12-20", "2021-12-20", "day"),
    ("منذ 20 ديسمبر (كانون الأول) الماضي", "2022-01-06", "2021-12-20", "2022-01-06", "month"),
    ("أول من أمس (الثلاثاء)", "2022-01-06", "2022-01-04", "2022-01-04", "day"),
    ("نهاية 2020", "2022-01-06", "2020-12-01", "2020-12-31", "month"),
    ("الأحد 2021/07/11", "2021-07-11", "2021-07-11", "2021-07-11", "day"),
    ("منذ مطلع العام", "2021-07-11", "2021-01-01", "2021-07-11", "year"),
    ("ليل الاثنين وفجر الثلاثاء", "2023-11-08", "2023-11-06", "2023-11-07", "days"),
    ("أمس الثلاثاء", "2022-01-05", "2022-01-04", "2022-01-04", "day"),
    ("ليل الخميس - الجمعة", "2023-03-25", "2023-03-23", "2023-03-24", "days"),
    ("الأسبوع الفائت", "2023-11-08", "2023-10-29", "2023-11-04", "week"),
    ("هذا الأسبوع", "2023-11-08", "2023-11-02", "2023-11-08", "week"),
    ("هذا العام", "2022-01-06", "2022-01-01", "2022-01-06", "year"),
    ("العام الماضي", "2022-01-06", "2021-01-01", "2021-12-31", "year"),
    ("منتصف الشهر الجاري", "2023-12-27", "2023-12-11", "2023-12-20", "days"),
    ("مطلع الأسبوع الجاري", "2023-12-20", "2023-12-17", "2023-12-19", "days"),
    ("15 تشرين الثاني/نوفمبر", "2023-12-20", "2023-11-15", "2023-11-15", "day"),
    ("7 أكتوبر/تشرين الأول الماضي", "2023-11-08", "2023-10-07", "2023-10-07", "day"),
    ("3 مارس/آذار 2023", "2023-03-25", "2023-03-03", "2023-03-03", "day"),
    ("10 كانون الثاني 2023", "2023-12-20", "2023-01-10", "2023-01-10", "day"),
    ("الثلاثاء 5 كانون الأول", "2023-12-20", "2023-12-05", "2023-12-05", "day"),
    ("في السابع من أكتوبر", "2023-11-08", "2023-10-07", "2023-10-07", "day"),
    ("في الخامس من أيار الجاري", "2023-05-14", "2023-05-05", "2023-05-05", "day"),
    ("قبل ثلاثة أيام", "2023-05-14", "2023-05-11", "2023-05-11", "day"),
    ("قبل أسبوعين", "2023-05-14", "2023-04-27", "2023-05-03", "week"),
    ("قبل شهرين", "2023-05-14", "2023-03-01", "2023-03-31", "month"),
    ("قبل عامين", "2023-05-14", "2021-01-01", "2021-12-31", "year"),
    ("قبل أيام", "2023-05-14", "2023-05-07", "2023-05-13", "week"),
    ("قبل ساعات", "2023-05-14", "2023-05-13", "2023-05-14", "days"),
    ("٢٠٢٣/٠٥/١٤", "2023-05-14", "2023-05-14", "2023-05-14", "day"),
    ("12 رمضان 1444", "2023-05-14", "2023-04-03", "2023-04-03", "day"),
    ("12 رمضان", "2023-05-14", "2023-04-03", "2023-04-03", "day"),
    ("خلال شهر رمضان", "2024-01-14", "2023-03-23", "2023-04-20", "month"),
    ("21 فيفري", "2023-05-14", "2023-02-21", "2023-02-21", "day"),
    ("5 أوت", "2023-05-14", "2022-08-05", "2022-08-05", "day"),
    ("عام 2015", "2023-05-14", "2015-01-01", "2015-12-31", "year"),
    ("الشهر الماضي", "2023-01-14", "2022-12-01", "2022-12-31", "month"),
    ("بين سبتمبر ويناير الماضيين", "2023-05-14", "2022-09-01", "2023-01-31", "month"),
    ("بين 2014 و2017", "2023-05-14", "2014-01-01", "2017-12-31", "year"),
    # weekdays are read backwards, the publication day included
    ("الأحد", "2021-07-11", "2021-07-11", "2021-07-11", "day"),
    ("الأحد", "2021-07-10", "2021-07-04", "2021-07-04", "day"),
    ("الأحد الماضي", "2021-07-11", "2021-07-04", "2021-07-04", "day"),
    ("الأحد الماضي", "2021-07-12", "2021-07-11", "2021-07-11", "day"),
    ("مساء الأحد", "2021-07-12", "2021-07-11", "2021-07-11", "day"),
    ("الجمعة والسبت", "2021-07-12", "2021-07-09", "2021-07-10", "days"),
    # the stamp is late: the weekday wins
    ("أمس الأحد", "2021-07-14", "2021-07-11", "2021-07-11", "day"),
    ("اليوم الأحد", "2021-07-12", "2021-07-11", "2021-07-11", "day"),
    # nights
    ("ليل الأحد", "2021-07-14", "2021-07-11", "2021-07-12", "days"),
    ("ليل الأحد", "2021-07-11", "2021-07-10", "2021-07-11", "days"),
    ("الليلة الماضية", "2021-07-14", "2021-07-13", "2021-07-14", "days"),
    ("الليلة قبل الماضية", "2021-07-14", "2021-07-12", "2021-07-13", "days"),
    ("بعد منتصف ليل أمس", "2021-07-14", "2021-07-13", "2021-07-14", "days"),
    ("فجر أمس", "2021-07-14", "2021-07-13", "2021-07-13", "day"),
    # years that are not told
    ("في 31 ديسمبر", "2022-01-02", "2021-12-31", "2021-12-31", "day"),
    ("في تموز الماضي", "2022-07-20", "2021-07-01", "2021-07-31", "month"),
    ("في تموز", "2022-07-20", "2022-07-01", "2022-07-20", "month"),
    ("يونيو من العام الماضي", "2023-05-14", "2022-06-01", "2022-06-30", "month"),
    ("29 شباط", "2023-05-14", "2020-02-29", "2020-02-29", "day"),
    ("15 و16 أيار", "2023-07-11", "2023-05-15", "2023-05-16", "days"),
    ("من أول أمس إلى أمس", "2023-07-11", "2023-07-09", "2023-07-10", "days"),
    ("مطلع أيار", "2023-07-11", "2023-05-01", "2023-05-10", "days"),
    ("مطلع العام الماضي", "2023-07-11", "2022-01-01", "2022-01-31", "month"),
    ("في اليومين الماضيين", "2023-07-11", "2023-07-09", "2023-07-10", "days"),
    ("في الساعات الـ24 الماضية", "2023-07-11", "2023-07-10", "2023-07-11", "days"),
    ("في الأيام الأخيرة", "2023-07-11", "2023-07-04", "2023-07-10", "week"),
    ("منذ أسبوع", "2023-07-11", "2023-07-04", "2023-07-11", "week"),
    # without a publication day only what the text fixes
    ("15 أيار 2021", None, "2021-05-15", "2021-05-15", "day"),
    ("ليل 15 أيار 2021", None, "2021-05-15", "2021-05-16", "days"),
    ("عام 2015", None, "2015-01-01", "2015-12-31", "year"),
    ("أيار 2021", None, "2021-05-01", "2021-05-31", "month"),
    ("12 رمضان 1444", None, "2023-04-03", "2023-04-03", "day"),
    ("15 أيار", None, None, None, UNKNOWN),
    ("أمس", None, None, None, UNKNOWN),
    ("الأحد", None, None, None, UNKNOWN),
    ("الشهر الماضي", None, None, None, UNKNOWN),
    ("في اليومين الماضيين", None, None, None, UNKNOWN),
    ("12 رمضان", None, None, None, UNKNOWN),
    # what is still to come, or told from elsewhere
    ("غدا", "2023-07-11", None, None, UNKNOWN),
    ("الأحد المقبل", "2023-07-11", None, None, UNKNOWN),
    ("الشهر المقبل", "2023-07-11", None, None, UNKNOWN),
    ("في 15 تموز", "2023-07-11", None, None, UNKNOWN),
    ("عام 2030", "2023-07-11", None, None, UNKNOWN),
    ("في اليوم التالي", "2023-07-11", None, None, UNKNOWN),
    ("بعد يومين من الهجوم", "2023-07-11", None, None, UNKNOWN),
    ("أول أيام عيد الأضحى", "2023-07-11", None, None, UNKNOWN),
    ("في 31 أبريل", "2023-07-11", None, None, UNKNOWN),
]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def expression(text: str) -> TimeExpr:
    """The one time that is read in the text."""
    [mention] = read(text).chart.of("when")
    assert isinstance(mention.value, TimeExpr)
    return mention.value


@pytest.mark.parametrize(("text", "published", "earliest", "latest", "precision"), TABLE)
def test_a_time_resolves(
    text: str, published: str | None, earliest: str | None, latest: str | None, precision: str
) -> None:
    when = resolve(expression(text), day(published))
    assert (when.earliest, when.latest, when.precision.value) == (day(earliest), day(latest), precision)


exprs = st.builds(
    TimeExpr,
    year=st.none() | st.integers(1, 9999),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
    unit=st.sampled_from(["", "hour", "day", "week", "month", "year"]),
    shift=st.none() | st.integers(-5000, 3),
    span=st.none() | st.integers(0, 5000),
    direction=st.sampled_from(["", "past", "current", "next", "ago"]),
    part=st.sampled_from(["", "night", "dawn", "after-midnight"]),
    portion=st.sampled_from(["", "start", "middle", "end"]),
    flag=st.sampled_from(["", "since", "until"]),
    calendar=st.sampled_from(["", "hijri"]),
)


@given(expr=exprs, to=st.none() | exprs, published=st.none() | st.dates(date(622, 8, 1), date(2200, 1, 1)))
@settings(max_examples=1000)
def test_nothing_resolves_to_the_future_or_upside_down(
    expr: TimeExpr, to: TimeExpr | None, published: date | None
) -> None:
    when = resolve(expr._replace(to=to), published)
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    if published is not None:
        assert when.latest is None or when.latest <= published
    if when.earliest is None and when.latest is None:
        assert when.precision is Precision.UNKNOWN


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("غدا", "future"),
        ("في اليوم التالي", "anchor"),
        ("عيد الفطر", "holiday"),
        ("منذ أمس", "since"),
        ("حتى أمس", "until"),
        ("أمس", "words"),
        ("31 أبريل", "unfixed"),
    ],
)
def test_the_basis_says_why(text: str, basis: str) -> None:
    assert resolve(expression(text), date(2023, 7, 11)).basis == basis


def test_until_gives_only_the_end() -> None:
    when = resolve(expression("حتى مساء الأحد"), date(2023, 7, 11))
    assert when == When(None, date(2023, 7, 9), Precision.UNKNOWN, None, "until")


def test_only_time_expressions_resolve() -> None:
    with pytest.raises(TypeError, match="not a time"):
        resolve("أمس", None)


def test_times_of_a_sentence_combine() -> None:
    assert combine([]) is None
    assert combine([TimeExpr(unit="day", shift=-1), TimeExpr(weekday=6)]) == TimeExpr(unit="day", shift=-1, weekday=6)
    assert combine([TimeExpr(weekday=5), TimeExpr(weekday=6)]) == TimeExpr(weekday=5)


@pytest.mark.parametrize(
    ("local", "gmt", "flagged"),
    [
        (Clock(1, 38, "am"), Clock(10, 38, "", "gmt"), True),
        (Clock(1, 38), Clock(10, 38, "", "gmt"), False),
        (Clock(1, 38, "am"), Clock(22, 38, "", "gmt"), False),
        (Clock(1, 38, "pm"), Clock(10, 38, "", "gmt"), False),
        (Clock(12, 30, "am"), Clock(21, 30, "", "gmt"), False),
        (Clock(12, 30, "pm"), Clock(9, 30, "am", "gmt"), False),
        (Clock(8, 30, "pm"), Clock(20, 30, "", "gmt"), True),
        (Clock(8, 0, "pm"), Clock(4, 30, "pm", "gmt"), False),
        (Clock(5, 0, "am"), Clock(9, 0), False),
        (Clock(5, 0, "am", "gmt"), Clock(9, 0, "", "gmt"), False),
    ],
)
def test_a_clock_that_cannot_be_is_flagged(local: Clock, gmt: Clock, flagged: bool) -> None:  # noqa: FBT001
    flag = impossible_clock(local, gmt)
    assert (flag is not None) == flagged
    if flag is not None:
        assert flag.name == "impossible-clock"
        assert str(local) in flag.detail


def test_a_weekday_that_is_not_the_date_s_is_flagged() -> None:
    wrong = weekday_mismatch(expression("الأحد 12 تموز 2021"), None)
    assert wrong is not None
    assert wrong.name == "weekday-mismatch"
    assert weekday_mismatch(expression("الأحد 11 تموز 2021"), None) is None
    assert weekday_mismatch(expression("الأحد"), date(2021, 7, 11)) is None
    assert weekday_mismatch(expression("الأحد 12 تموز"), None) is None


def test_a_part_is_of_a_month_and_a_day_has_none() -> None:
    when = resolve(TimeExpr(month=1, day=1, portion="end", calendar="hijri"), date(2000, 1, 1))
    assert when is not None
    assert when.earliest == when.latest
