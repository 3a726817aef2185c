"""Places that an act's own clause leaves unsaid: at the end of a long sentence, pointed back to, of the act before."""

from __future__ import annotations

import pytest

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
from waqai.reports.model import Metadata, Report

CONVOY = "رتل من العربات المدرعة التابعة للقوات الخاصة الذي كان قد أرسل لدعم وحدة أخرى على طريق"


def told(text: str) -> tuple[ReportedEvent, ...]:
    """The events of the text, in the order in which it tells them."""
    return account(Report("0" * 64, "placing", text, Metadata())).events


def sites(text: str) -> list[list[str]]:
    """For every event of the text the words of its sites."""
    return [[place.words.text for place in event.places if place.role == "site"] for event in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"انفجرت سيارة مفخخة في دورية عند مرور {CONVOY} في منطقة بسميل.", [["منطقة بسميل"]]),
        ("قتلى من الجيش في بنغازي\nقتل خمسة من الجيش خلال اشتباكات مسلحة مع متشددين بالمدينة.", [["بنغازي"]]),
        ("دمرت القوات خمس عجلات مفخخة كان التنظيم ينوي تفجيرها في حي الزهور وسط سنجار.", [["حي الزهور"]]),
        ('حاولت القوات التقدم نحو قرى "بيت ريمة"، و"عين البان" أمس.', [['قرى "بيت ريمة', "عين البان"]]),
    ],
)
def test_a_place_that_the_clause_leaves_unsaid(text: str, expected: list[list[str]]) -> None:
    assert sites(text) == expected


def test_an_act_of_which_no_place_is_said_was_where_the_act_before_it_was_and_says_so() -> None:
    text = "قتل خمسة مدنيين بانفجار عبوة ناسفة في حي نزال وسط الفلوجة.\nواعتقلت الشرطة سبعة مشتبه بهم."
    first, second = told(text)
    assert [place.words.text for place in second.places] == ["حي نزال"]
    assert not first.places[0].inherited
    assert second.places[0].inherited


def test_another_matter_has_no_place_of_the_act_before_it() -> None:
    text = "قتل خمسة مدنيين بانفجار عبوة ناسفة في حي نزال.\nمن جهة أخرى اعتقلت الشرطة سبعة مشتبه بهم."
    assert sites(text)[1] == []


def test_a_province_is_too_wide_to_be_taken_from_another_act() -> None:
    text = "قتل خمسة مدنيين بانفجار عبوة ناسفة في شمال العراق.\nواعتقلت الشرطة سبعة مشتبه بهم."
    assert sites(text)[1] == []
