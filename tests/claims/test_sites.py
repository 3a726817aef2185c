"""Where an act was: parts, lists, wider places, places at the head of a clause and places pointed back to."""

from __future__ import annotations

import pytest

from waqai.claims.account import account
from waqai.reports.model import Metadata, Report


def places(text: str) -> list[list[tuple[str, str | None]]]:
    """For every event of the text its places, each with the wider one that it lies in."""
    told = account(Report("0" * 64, "sites", text, Metadata())).events
    return [[(p.words.text, p.within.text if p.within else None) for p in event.places] for event in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل ثلاثة في قصف على حي نزال وسط مدينة الفلوجة.", [("حي نزال", "وسط مدينة الفلوجة")]),
        ("استعادت القوات الأحياء الشمالية من مدينة بنغازي.", [("الأحياء الشمالية", "مدينة بنغازي")]),
        ("حررت القوات جامعة الموصل الواقعة في مدينة الموصل.", [("جامعة الموصل", "مدينة الموصل")]),
        ("قصفت الطائرات الطريق الواصل بين صنعاء وعمران.", [("الطريق الواصل بين صنعاء وعمران", None)]),
        ("قتل جندي في كمين قرب الحدود في بلدة عرسال.", [("بلدة عرسال", "قرب الحدود")]),
        ("قتل جندي في كمين قرب الحدود.", [("قرب الحدود", None)]),
        ("قصفت المدفعية مخيم الريان للنازحين والأرامل في بلدة سرمدا.", [("مخيم الريان", "بلدة سرمدا")]),
        ("قتل عشرة في قصف على مدينة عين العرب أو كوباني.", [("مدينة عين العرب", None)]),
        ("قتل عشرة في قصف على نبل والزهراء.", [("نبل", None), ("الزهراء", None)]),
        (
            "قصفت المدفعية القرى الثلاث (الحسينية، والصالحية، ومراط).",
            [("الحسينية", None), ("الصالحية", None), ("مراط", None)],
        ),
        (
            "قصفت الطائرات مدينة دير الزور.\nكذلك استهدف القصف مواقع في ريف البوكمال، ما أدى إلى مقتل ستة.",
            [("مدينة دير الزور", None), ("ريف البوكمال", None)],
        ),
        ("قصفت الطائرات ريف القامشلي.\nوقال السكان إن القصف استهدف قرية تل عودة.", [("قرية تل عودة", None)]),
        ("قصفت الطائرات مدينة الميادين.\nوقال السكان إن القصف استهدف ريف دير الزور.", [("مدينة الميادين", None)]),
        (
            "استهدف هجوم صاروخي حقل غاز شرقي سوريا.\nوقال السكان إن صاروخا سقط في حقل كونيكو ليلا.",
            [("حقل كونيكو", None)],
        ),
        ("قتل خمسة بعد قصف الحوثيين لمدينة تعز.", [("مدينة تعز", None)]),
        ("قتل خمسة في استهداف الميليشيات لقاعدة حقل العمر بالصواريخ.", [("قاعدة حقل العمر", None)]),
    ],
)
def test_the_places_of_one_act(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text) == [expected]


def test_a_place_at_the_head_of_a_clause_is_of_the_act_that_follows() -> None:
    text = "دارت اشتباكات في مدينة الحوطة أمس، وفي مديرية لودر نصبت المقاومة كمينا قتل فيه خمسة جنود."
    assert places(text) == [[("مدينة الحوطة", None)], [("مديرية لودر", None)]]


def test_the_village_is_the_one_of_the_act_told_last() -> None:
    text = "قصفت الطائرات قرية كنصفرة أمس.\nوقال الدفاع المدني إن طفلا قتل في قصف نفذته طائرة على القرية."
    assert {place for event in places(text) for place in event} == {("قرية كنصفرة", None)}


def test_an_act_without_a_place_has_the_one_its_sentence_names_before_it() -> None:
    text = "أعدم التنظيم في ناحية القيارة إمام مسجد، فيما اعتقل أمس 15 خياطا."
    told = account(Report("0" * 64, "sites", text, Metadata())).events
    assert [[(p.words.text, p.inherited) for p in event.places] for event in told] == [
        [("ناحية القيارة", False)],
        [("ناحية القيارة", True)],
    ]
