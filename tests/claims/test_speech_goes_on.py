"""Who goes on speaking, whom «المصدر» means, and what is only recalled by who speaks."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.test_voices import canonical, heard
from waqai.claims.account import account
from waqai.reports.model import Metadata, Report


def test_who_condemns_goes_on_speaking() -> None:
    report = "قال قائد الشرطة إن جسرا انهار. وندد الحزب بالقصف على القرية. وقال إن قذيفة أصابت مدرسة."
    assert {name for name, _, _ in heard(report, "قذيفة")} == {"الحزب"}
    assert heard(report, "القصف") == set()


@pytest.mark.parametrize(
    ("report", "speakers"),
    [
        ("قال بيان للجيش إن دبابة دمرت منزلا. كما أغارت القوات على مخيم.", {"بيان للجيش"}),
        ("قال بيان للجيش إن دبابة دمرت منزلا. وأغارت القوات على مخيم.", {"بيان للجيش"}),
        ("قال ضابط في الجيش إن دبابة دمرت منزلا. وأغارت القوات على مخيم.", set()),
        ("قال بيان للجيش إن دبابة دمرت منزلا.\n\nوأغارت القوات على مخيم.", set()),
        ("قال بيان للجيش إن دبابة دمرت منزلا. من جهة أخرى أغارت القوات على مخيم.", set()),
    ],
)
def test_a_list_of_acts_goes_on_in_its_paragraph(report: str, speakers: set[str]) -> None:
    assert {name for name, _, _ in heard(report, "القوات على مخيم")} == speakers


def test_the_source_without_one_before_is_who_spoke_last() -> None:
    report = "قال ضابط في الأنبار إن عبوة انفجرت. وأضاف المصدر أن قذيفة أصابت مدرسة."
    assert canonical(report, "قذيفة") == {"ضابط في الأنبار"}


def test_according_to_the_statement_is_whose_statement_it_is() -> None:
    report = "أعلن مكتب رئيس الحكومة في بيان بدء حملة. ووفقا للبيان، فقد أصابت قذيفة مدرسة."
    assert canonical(report, "قذيفة") == {"مكتب رئيس الحكومة"}


def sources(text: str, place: str) -> set[str]:
    """Who is given as saying that the act at the place happened."""
    report = Report("0" * 64, "voices", text, Metadata(published=date(2022, 3, 9)))
    events = [e for e in account(report).events if place in {where.words.text for where in e.places}]
    return {voice.words.text for event in events for voice in event.voices}


def test_who_tells_the_fire_tells_the_strike_but_an_answered_act_is_only_recalled() -> None:
    fire = "قتل أربعة مدنيين في قصف مدفعي على بلدة ترمانين أمس. وقال شهود عيان إن حريقا ضخما اندلع إثر القصف."
    assert sources(fire, "بلدة ترمانين") == {"شهود عيان"}
    answer = "وقالت الحركة إن العملية رد على الهجوم الانتحاري الذي وقع في مدينة كوباني أمس وأسفر عن سقوط 32 قتيلا."
    assert sources(answer, "مدينة كوباني") == set()


def test_who_comments_on_this_attack_is_no_source_of_it() -> None:
    told = "قال قائد الشرطة إن انفجارا وقع في مدينة كسلا أمس. "
    comment = "وكتبت صحيفة البلاد أن هذا الهجوم هو عمل انتقامي."
    assert sources(told + comment, "مدينة كسلا") == {"قائد الشرطة"}


def test_who_adds_by_his_post_is_the_man_who_spoke() -> None:
    report = "وقال سالم الحربي إن جسرا انهار. وأضاف القائد الميداني أن قذيفة أصابت مدرسة."
    assert canonical(report, "قذيفة") == {"سالم الحربي"}


BLAST = "قتل تسعة أشخاص في انفجار استهدف مطعما في مدينة كسلا أمس. "


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        ("وقال طبيب في المستشفى إن ثلاثين جريحا ما زالوا في العناية.", {"طبيب في المستشفى"}),
        ("وأكد قائد الشرطة أن المطعم أغلق.", {"قائد الشرطة"}),
        ("وقال قائد الشرطة إن البلاد في حاجة إلى الوحدة.", set()),
        ("من جهة أخرى قال قائد الشرطة إن المطعم الجديد افتتح.", set()),
        ("ونشرت صحيفة البلاد صور جثث الضحايا.", set()),
        ("وقال قائد الشرطة إن هذا المطعم مشهور.", set()),
        ("وبحسب إحصائية للأمم المتحدة بلغ عدد الضحايا الآلاف منذ اندلاع النزاع.", set()),
    ],
)
def test_who_goes_on_to_tell_of_the_scene_is_a_source_of_the_act(said: str, speakers: set[str]) -> None:
    assert sources(BLAST + said, "مدينة كسلا") == speakers


def test_who_sums_up_the_round_up_vouches_for_its_items() -> None:
    lead = "قالت مصادر بالشرطة إن تفجيرات في أنحاء العراق أدت إلى مقتل 32 شخصا أمس. "
    first = "وقتل عشرة عندما انفجرت سيارة ملغومة في مدينة كركوك أمس. "
    item = "وقتل ثمانية أشخاص عندما انفجرت عبوة ناسفة في بلدة مندلي أمس."
    assert sources(lead + first + item, "بلدة مندلي") == {"مصادر بالشرطة"}
    assert sources(lead + first + item[:-1] + "، بحسب مصدر طبي.", "بلدة مندلي") == {"مصدر طبي"}


def test_an_act_that_another_is_timed_by_is_not_told_by_who_tells_the_other() -> None:
    report = "وبعيد هذا التفجير في مدينة كسلا، استهدف هجوم حاجزا في مدينة كوباني، كما أفاد المرصد السوري."
    told = "وقع تفجير في مدينة كسلا أمس. "
    assert sources(told + report, "مدينة كسلا") == set()
    arrest = "وأعلنت الشرطة اعتقال ثلاثة أشخاص في مدينة سنار يشتبه في مشاركتهم في تفجير المقهى."
    assert sources("وقع تفجير المقهى في مدينة كسلا أمس. " + arrest, "مدينة كسلا") == set()


def test_a_relative_claim_is_of_the_act_before_it() -> None:
    blast = "قتل عشرة في تفجير سيارة مفخخة في مدينة بغداد أمس تبناه تنظيم داعش، "
    report = blast + "كما جرح آخرون في انفجار عبوة في مدينة بعقوبة."
    assert sources(report, "مدينة بغداد") == {"تنظيم داعش"}
    assert sources(report, "مدينة بعقوبة") == set()


def test_what_is_often_ascribed_is_of_no_act_told_before() -> None:
    told = "استهدفت غارة أميركية مقرا في مدينة البوكمال أمس. "
    many = "ومنذ مطلع العام استهدف خمسون هجوما قواعد في العراق في هجمات غالبا ما تنسب إلى فصائل عراقية."
    report = Report("0" * 64, "voices", told + many, Metadata(published=date(2022, 3, 9)))
    strike = next(e for e in account(report).events if "مدينة البوكمال" in {p.words.text for p in e.places})
    assert {party.words.text for party in strike.initiators} == {"أميركية"}


def test_the_same_sources_are_those_told_before() -> None:
    report = "أعلنت مصادر أمنية مصرية أن جسرا انهار. وأوضحت نفس المصادر أن قذيفة دمرت مدرعة."
    assert canonical(report, "قذيفة") == {"مصادر أمنية مصرية"}


@pytest.mark.parametrize(
    ("outlet", "speakers"), [("البلاد", set()), ("الأيام", {"صحيفة «البلاد»"}), (None, {"صحيفة «البلاد»"})]
)
def test_an_outlet_is_no_source_of_itself(outlet: str | None, speakers: set[str]) -> None:
    text = "ذكرت صحيفة «البلاد» أن انفجارا وقع في مدينة كسلا أمس."
    report = Report("0" * 64, "own", text, Metadata(published=date(2022, 3, 9), outlet=outlet))
    assert {voice.words.text for event in account(report).events for voice in event.voices} == speakers
