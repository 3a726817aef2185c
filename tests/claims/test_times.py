"""When an act was, by all that the report says of it."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import Precision, ReportedEvent
from waqai.reports.model import Metadata, Report

WEDNESDAY = date(2021, 7, 14)


def events(text: str, published: date | None = WEDNESDAY) -> list[ReportedEvent]:
    return list(account(Report("0" * 64, "times", text, Metadata(published=published))).events)


def days(text: str, trigger: str, published: date | None = WEDNESDAY) -> tuple[str, str]:
    """The first and the last day of the event that is told with that word."""
    when = next(event.when for event in events(text, published) if trigger in event.trigger.text)
    return str(when.earliest), str(when.latest)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("سقطت قذيفة على سوق في بنغازي أمس.", "2021-07-13", "2021-07-13"),
        ("سقطت قذيفة على سوق في بنغازي.", "2021-07-13", "2021-07-14"),
        ("سقطت قذيفة على سوق في بنغازي قبل أمس.", "2021-07-12", "2021-07-12"),
        ("أعلن الجيش اليوم أن قذيفة سقطت أول من أمس على سوق في بنغازي.", "2021-07-12", "2021-07-12"),
        ("أعلنت الوزارة أمس سقوط قذيفة على سوق في بنغازي مطلع تموز الجاري.", "2021-07-01", "2021-07-10"),
        ("أعلنت الوزارة أمس سقوط قذيفة على سوق في بنغازي.", "2021-07-13", "2021-07-13"),
        ("سقطت قذيفة على سوق في بنغازي التي يحاصرها الجيش منذ آذار الماضي.", "2021-07-13", "2021-07-14"),
        ("سقطت قذيفة على سوق في شارع 14 تموز في بنغازي.", "2021-07-13", "2021-07-14"),
    ],
)
def test_the_day_of_an_act(text: str, first: str, last: str) -> None:
    assert days(text, "سق") == (first, last)


def test_a_weekday_with_yesterday_shows_a_late_stamp() -> None:
    report = "سقطت قذيفة على سوق في بنغازي أمس الأحد. وقتل ثلاثة جنود في كمين مسلح قرب سرت اليوم."
    assert days(report, "سقط") == ("2021-07-11", "2021-07-11")
    assert days(report, "كمين") == ("2021-07-12", "2021-07-12")


def test_a_weekday_far_off_the_stamp_moves_nothing_else() -> None:
    report = "سقطت قذيفة على سوق في بنغازي أمس الجمعة. وقتل ثلاثة جنود في كمين مسلح قرب سرت اليوم."
    assert days(report, "كمين") == ("2021-07-14", "2021-07-14")


def test_an_act_of_a_report_about_an_earlier_day_is_of_that_day() -> None:
    report = "سقطت قذيفة على سوق في بنغازي الأحد. وفي سرت قتل ثلاثة جنود في كمين مسلح."
    assert days(report, "كمين") == ("2021-07-11", "2021-07-11")


def test_an_act_of_a_report_that_tells_of_yesterday_too_is_news() -> None:
    report = "سقطت قذيفة على سوق في بنغازي الأحد، وأصيب منزل أمس. وفي سرت قتل ثلاثة جنود في كمين مسلح."
    assert days(report, "كمين") == ("2021-07-13", "2021-07-14")


def test_the_same_day_and_month_are_those_told_before() -> None:
    report = "سقطت قذيفة على سوق في بنغازي في 3 أيار الماضي. وفي اليوم التالي قتل ثلاثة جنود في كمين مسلح قرب سرت."
    assert days(report, "كمين") == ("2021-05-04", "2021-05-04")
    report = "سقطت قذيفة على سوق في بنغازي في أيار 2020. وفي مطلع الشهر ذاته قتل ثلاثة جنود في كمين مسلح قرب سرت."
    assert days(report, "كمين") == ("2020-05-01", "2020-05-10")


def test_without_a_stamp_only_what_the_text_fixes_is_known() -> None:
    assert days("سقطت قذيفة على سوق في بنغازي أمس.", "سقط", None) == ("None", "None")
    assert days("سقطت قذيفة على سوق في بنغازي في 3 أيار 2020.", "سقط", None) == ("2020-05-03", "2020-05-03")


def test_an_inherited_day_says_so() -> None:
    when = events("سقطت قذيفة على سوق في بنغازي.")[0].when
    assert (when.words, when.precision, when.basis) == (None, Precision.DAYS, "news of the day")


def test_the_head_of_a_bulletin_dates_its_acts() -> None:
    bulletin = "حصاد يوم الثلاثاء 13-07-2021\nسقطت قذيفة على سوق في بنغازي.\nوقصفت المدفعية مدينة مصراتة."
    assert days(bulletin, "قصفت") == ("2021-07-13", "2021-07-13")
    article = "زيارة يوم الثلاثاء 13-07-2021\nسقطت قذيفة على سوق في بنغازي."
    assert days(article, "سقطت") == ("2021-07-13", "2021-07-14")


def test_a_day_of_the_same_month_is_of_the_month_told_before() -> None:
    text = "قصفت المدفعية مدينة مصراتة في 12 مايو الماضي.\nوانفجر لغم في مدينة سرت في السابع من الشهر نفسه."
    assert days(text, "انفجر") == ("2021-05-07", "2021-05-07")
