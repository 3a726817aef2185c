"""Where an act was: parts, lists, wider places, places at the head of a clause and places pointed back to."""

from __future__ import annotations

import pytest

from waqai.claims.account import account
from waqai.reports.model import Metadata, Report

QUARTERS = ("أحياء الورد", "النور", "الشرطة")
PAIR = ("سلمى", "محيط كنسبا")
ROAD = "الطريق الواصل بين طفس وداعل"


def places(text: str) -> list[list[tuple[str, str | None]]]:
    """For every event of the text its places, each with the wider one that it lies in."""
    told = account(Report("0" * 64, "sites", text, Metadata())).events
    return [[(p.words.text, p.within.text if p.within else None) for p in event.places] for event in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل ثلاثة في قصف على حي نزال وسط مدينة الفلوجة.", [("حي نزال", "وسط مدينة الفلوجة")]),
        ("استعادت القوات الأحياء الشمالية من مدينة بنغازي.", [("الأحياء الشمالية من مدينة بنغازي", None)]),
        ("قصفت طائرات حربية الأطراف الجنوبية لمدينة الباب أمس.", [("الأطراف الجنوبية لمدينة الباب", None)]),
        ("اعتقل سبعة شبان في القسم الثالث من مخيم الهول.", [("القسم الثالث من مخيم الهول", None)]),
        ("دمرت الطائرات سيارة شمال بلدة عتمان أثناء تحركها باتجاه بلدة اليادودة.", [("شمال بلدة عتمان", None)]),
        ("حررت القوات جامعة الموصل الواقعة في مدينة الموصل.", [("جامعة الموصل", "مدينة الموصل")]),
        ("قصفت الطائرات الطريق الواصل بين صنعاء وعمران.", [("الطريق الواصل بين صنعاء وعمران", None)]),
        ("قتل جندي في كمين قرب الحدود في بلدة عرسال.", [("بلدة عرسال", "قرب الحدود")]),
        ("قتل جندي في كمين قرب الحدود.", [("قرب الحدود", None)]),
        ("قتل ثلاثة في غارات على منطقة الحدود بين اليمن والسعودية.", [("الحدود", None)]),
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
        ("قصفت الطائرات مدينة عدن أمس.\nوأوضح أن القصف استهدف دار سعد.", [("دار سعد", None)]),
        ("انفجرت سيارة في صنعاء أمس.\nوقال إن الانفجار وقع في حي القاعة.", [("حي القاعة", None)]),
        ("قصفت الطائرات مواقع في سوريا وفي شمال العراق.", [("سوريا", None), ("شمال العراق", None)]),
        ("قتل خمسة في قصف على حي القاعة في صنعاء وقرية بيت بوس.", [("حي القاعة", "صنعاء"), ("قرية بيت بوس", None)]),
        ("سقطت القذائف على بلدة سرمين في ريف إدلب.", [("بلدة سرمين", "ريف إدلب")]),
        ("قتل خمسة في قصف على منطقة البرندات الواقعة بين حمص وحماة.", [("منطقة البرندات", None)]),
        ("هز انفجار مدينة قامشلو، والطلاب يريدون إعادة إعمار بلدة تل تمر.", [("مدينة قامشلو", None)]),
        ("قصف التنظيم مدينة تل أبيض (كري سبي) أمس.", [("مدينة تل أبيض", None)]),
        ("قتل رجل في غارة على قرية البرندات (جنوب شرقي تكريت).", [("قرية البرندات", None)]),
        ("سقط صاروخ على حي الورد الخاضع لسيطرة الجيش بمدينة حلب.", [("حي الورد", "مدينة حلب")]),
        ("قتل عشرة في تفجير في محافظة دهوك ذات الغالبية الكردية شمال العراق.", [("محافظة دهوك", None)]),
        ("دمرت الغارة سيارة عند وصولها إلى وادي شوكة بلدة مودية.", [("وادي شوكة", "بلدة مودية")]),
        ("قتل شخص بانفجار عبوة في الحي الصناعي.", [("الحي الصناعي", None)]),
        ("قصفت الطائرات الطريق الواصل بين صعدة و محافظة مأرب أمس.", [("الطريق الواصل بين صعدة و محافظة مأرب", None)]),
        ("لبنان.. مقتل ثلاثة في غارة على بنت جبيل.", [("بنت جبيل", None)]),
        ("قصفت الفصائل مواقع في كل من سلمى ومحيط كنسبا بريف اللاذقية.", [(n, "ريف اللاذقية") for n in PAIR]),
        ("قصفت القوات طريق بنش – سرمين أمس.", [("طريق بنش – سرمين", None)]),
        ("قتل رجل من أهالي قرية خاني في قصف على بلدة سلوك.", [("بلدة سلوك", None)]),
        ("في مدينة بعقوبة قتل رجل بانفجار عبوة في الحي الصناعي.", [("الحي الصناعي", None)]),
        ("قتل خمسة في قصف لمدينة زوارة.", [("مدينة زوارة", None)]),
        ("قصفت طائرة عمالا كانوا متواجدين في بلدة بيت لاهيا.", [("بلدة بيت لاهيا", None)]),
        ("قتل جندي بانفجار شمالي الموصل، التي تبعد 400 كيلو مترا شمالي بغداد.", [("شمالي الموصل", "شمالي بغداد")]),
        ("فجر انتحاري نفسه في حي الورد الذي تسكنه أقلية وسط بغداد.", [("حي الورد", "وسط بغداد")]),
        ("قتل شرطيان بهجوم في سرت وفرض حظر تجول في وسط مصراتة.", [("سرت", None)]),
        ("أصيب رجل بانفجار في مدينة جاسم، ونقل على الفور إلى مستشفى الصنمين العسكري.", [("مدينة جاسم", None)]),
        ("قتل عشرة بقصف على أحياء الورد والنور والشرطة وسط تكريت.", [(n, "وسط تكريت") for n in QUARTERS]),
        ("أطلق رجال النار قرب معمل الماهر على الطريق الواصل بين طفس وداعل.", [("قرب معمل الماهر", ROAD)]),
        ("قصفت الطائرات مناطق تقع بين بلدة الراعي وجرابلس.", [("بلدة الراعي", None), ("جرابلس", None)]),
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


def test_a_university_that_bears_the_name_of_its_governorate_is_somewhere_in_it() -> None:
    told = account(Report("0" * 64, "sites", "حررت القوات جامعة الأنبار أمس.", Metadata())).events
    (place,) = told[0].places
    assert (place.words.text, place.chosen, place.area, place.precision) == ("جامعة الأنبار", None, "iq-anbar", 4)


def test_a_road_that_bears_the_name_of_a_town_is_not_in_it() -> None:
    told = account(Report("0" * 64, "sites", "قصفت الطائرات طريق الحسكة أمس.", Metadata())).events
    (place,) = told[0].places
    assert (place.words.text, place.chosen, place.area) == ("طريق الحسكة", None, "sy-hasakah")


@pytest.mark.parametrize(
    ("road", "area", "precision"),
    [
        ("طريق القامشلي – عامودا", "sy-hasakah", 2),
        ("الطريق الواصل بين القامشلي وعامودا", "sy-hasakah", 2),
        ("طريق صرمان / زوارة", "ly", 3),
        ("طريق كركوك تكريت", "iq", 3),
    ],
)
def test_a_road_between_two_places_is_at_neither(road: str, area: str, precision: int) -> None:
    text = f"قتل رجل بانفجار لغم على {road} أمس."
    (place,) = account(Report("0" * 64, "sites", text, Metadata())).events[0].places
    assert (place.words.text, place.chosen, place.area, place.precision) == (road, None, area, precision)
    assert place.reasons == ("a road between two places",)


def test_a_road_to_the_town_of_the_headline_says_where_before_it() -> None:
    text = "جرحى بقصف تركي في القامشلي.\nاستهدفت مسيرة تركية سيارة على طريق القامشلي – عامودا."
    assert places(text) == [[("طريق القامشلي – عامودا", None)]]
    both = "جرحى بقصف تركي في القامشلي.\nاستهدفت مسيرة مدينة القامشلي وسيارة على طريق القامشلي – عامودا."
    assert [name for name, _ in places(both)[0]][-2:] == ["مدينة القامشلي", "طريق القامشلي – عامودا"]


def test_near_one_town_is_not_vaguer_than_a_village_far_from_it() -> None:
    text = "قصفت القوات محيط قرية كنصفرة جنوبي إدلب أمس.\nوقال مصدر إن القصف طال بلدة سرمدا."
    assert [name for event in places(text) for name, _ in event] == ["محيط قرية كنصفرة", "بلدة سرمدا"]


def test_near_a_town_is_vaguer_than_in_one_of_its_villages() -> None:
    text = "قتل جندي في هجوم قرب مدينة العريش أمس.\nوقال مصدر إن الهجوم وقع في قرية التومة."
    assert places(text) == [[("قرية التومة", None)]]


def test_the_dual_points_back_to_two_villages() -> None:
    text = "سيطر التنظيم على قريتي مكتب خالد وملا عبد الله أمس.\nوقصفت الطائرات القريتين في المساء."
    assert not any("القريتين" in name for event in places(text) for name, _ in event)


def test_a_countryside_is_exact_to_the_district() -> None:
    told = account(Report("0" * 64, "sites", "قتل رجل في قصف على ريف إدلب الجنوبي.", Metadata())).events
    assert told[0].geo_precision == 3


def test_the_town_is_the_one_that_its_sentence_named_just_before() -> None:
    text = "قصفت الطائرات مدينة عدن أمس.\nوانسحبت الفصائل إلى مدينة زنجبار وأقامت معسكرات داخل المدينة."
    assert places(text)[-1] == [("مدينة زنجبار", None)]


def test_an_act_without_a_place_has_the_one_its_sentence_names_before_it() -> None:
    text = "أعدم التنظيم في ناحية القيارة إمام مسجد، فيما اعتقل أمس 15 خياطا."
    told = account(Report("0" * 64, "sites", text, Metadata())).events
    assert [[(p.words.text, p.inherited) for p in event.places] for event in told] == [
        [("ناحية القيارة", False)],
        [("ناحية القيارة", True)],
    ]
