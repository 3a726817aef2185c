"""One report as a whole: what a plural resumes, what is counted back, what an undated report still tells apart."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import Account, ReportedEvent, Stance
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2021, 3, 10)


def told(*sentences: str, published: date | None = PUBLISHED) -> Account:
    return account(Report("r", "r", "\n".join(sentences), Metadata(None, None, None, None, published)))


def at(found: Account, place: str) -> ReportedEvent:
    return next(event for event in found.events if any(place in where.words.text for where in event.places))


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("وجاء ذلك غداة غارة على بلدة سرمدا قتلت مدنيا.", (date(2021, 3, 8), date(2021, 3, 8))),
        ("ويأتي القصف بعد يومين من غارة على بلدة سرمدا قتلت مدنيا.", (date(2021, 3, 7), date(2021, 3, 7))),
        ("ويأتي القصف بعد ثلاثة أيام على غارة على بلدة سرمدا قتلت مدنيا.", (date(2021, 3, 6), date(2021, 3, 6))),
        ("ويأتي القصف بعد أيام من غارة على بلدة سرمدا قتلت مدنيا.", (date(2021, 3, 2), date(2021, 3, 8))),
    ],
)
def test_an_act_that_another_is_counted_from_has_its_day(sentence: str, days: tuple[date, date]) -> None:
    found = told("قصفت المدفعية مدينة أريحا الثلاثاء.", sentence)
    when = at(found, "سرمدا").when
    assert len(found.events) == 2
    assert (when.earliest, when.latest) == days


def test_a_span_that_counts_to_no_act_dates_none() -> None:
    found = told("قصفت المدفعية مدينة أريحا الثلاثاء.", "وبعد يومين عادت العائلات إلى المدينة.")
    assert len(found.events) == 1


def test_the_acts_of_an_undated_report_stay_apart_by_their_weeks() -> None:
    found = told(
        "قصفت طائرات حربية أمس الأربعاء مواقع للمسلحين في بلدة سرمدا فقتل ثلاثة منهم.",
        "وكانت الطائرات قصفت الأسبوع الماضي مواقع للمسلحين في بلدة الدانا فقتل خمسة منهم.",
        published=None,
    )
    assert [event.background for event in found.events] == [False, True]
    assert all(event.when.earliest is None for event in found.events)


def test_the_plural_with_the_article_resumes_the_attacks_told_before() -> None:
    found = told(
        "تعاملت قوات الجيش مع هجمات بطائرات مسيرة على معسكر عريقات قرب سيئون الثلاثاء.",
        "وأكد المتحدث إفشال الهجمات وعدم وجود أضرار.",
    )
    assert [(event.damage, event.outcome) for event in found.events] == [("none", ("intercepted",))]


def test_attacks_at_large_are_no_act() -> None:
    found = told("قصفت المدفعية مدينة أريحا الثلاثاء.", "ونددت الخارجية بالهجمات وعدم احترام الهدنة.")
    assert len(found.events) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "ويعد هذا أعنف هجوم في سلسلة هجمات على القواعد في العراق خلال الأيام الأخيرة.",
        "وهو ثالث تفجير من نوعه في البلاد خلال الأيام الأخيرة.",
    ],
)
def test_what_is_said_of_an_act_is_no_second_act(sentence: str) -> None:
    found = told("انفجرت عبوة ناسفة في رتل للجيش قرب الناصرية الثلاثاء وأصيب جندي.", sentence)
    assert len(found.events) == 1


def test_a_first_attack_with_its_dead_is_an_act() -> None:
    found = told("في أول هجوم على مدينة زليتن قتل انتحاري سبعة شرطيين الثلاثاء.")
    assert len(found.events) == 1


def test_the_head_above_a_dateline_tells_what_the_body_tells() -> None:
    found = told(
        "هجوم صاروخي يستهدف مطارا عسكريا شمالي العراق",
        "التحالف يتهم فصائل مسلحة بالهجوم على المطار.",
        "جنود في مرمى هجوم صاروخي",
        "بغداد – تزايدت المخاوف من التصعيد في العراق.",
        "وقالت الشرطة إن هجوما صاروخيا استهدف مطار أربيل الثلاثاء دون إصابات.",
    )
    assert len(found.events) == 1


def test_a_blast_that_a_strike_caused_is_no_act_of_its_own() -> None:
    found = told("دوت انفجارات في مدينة مأرب الثلاثاء نجمت عن سقوط صواريخ أطلقها الحوثيون على معسكر.")
    assert [event.sub_event_type for event in found.events] == ["Shelling/artillery/missile attack"]


def test_a_blast_of_unknown_cause_is_one() -> None:
    found = told("دوت انفجارات في مدينة مأرب الثلاثاء ولم تعرف أسبابها.")
    assert [event.sub_event_type for event in found.events] == ["Remote explosive/landmine/IED"]


def test_a_noun_with_the_article_means_the_act_so_called() -> None:
    found = told(
        "نفذ الجيش الأميركي ضربات جوية على معسكر في البوكمال مساء الاثنين.",
        "وجاء ذلك بعد هجوم بطائرة مسيرة على مطار أربيل فجر الأحد أصيب فيه جندي.",
        "وقال الوزير إن الضربات دمرت مخازن.",
    )
    assert [len(event.mentions) for event in found.events] == [2, 1]


def test_a_lead_and_its_full_telling_with_one_toll_are_one_act() -> None:
    found = told(
        "تسبب هجوم بصاروخ على معسكر في مأرب في مقتل ضابط، وهو أمر سارع التحالف إلى الرد عليه بقصف جوي على مواقع "
        "للحوثيين، ما أسفر عن مقتل 23 مسلحا.",
        "وقال الوزير إن الحكومة تدرس الموقف.",
        "ونفذ طيران التحالف مساء الاثنين ضربات جوية استهدفت مواقع للحوثيين في صرواح.",
        "وأكدت مصادر أن الضربات تسببت في مقتل 23 مسلحا.",
    )
    assert len(found.events) == 2
    assert [event.responds_to for event in found.events] == [(), ("e1",)]


def test_who_is_blamed_for_one_attack_did_not_do_the_next() -> None:
    found = told(
        "استهدفت غارات مخازن قرب مطار حلب الاثنين، وهو هجوم اتهمت دمشق إسرائيل به.",
        "وقصفت الطائرات الأميركية مواقع في مدينة الميادين مساء الثلاثاء.",
        "وقال البنتاغون إن الضربات الأميركية دمرت مخازن.",
    )
    assert [{party.actor for party in event.initiators} for event in found.events] == [{"israel"}, {"us_forces"}]


def test_the_accusation_names_the_author_of_the_act_behind_it() -> None:
    found = told(
        "قصفت طائرات أميركية مساء الاثنين فصائل في القائم تتهمها واشنطن بتنفيذ هجوم بطائرة مسيرة على قاعدة بلد.",
    )
    assert [party.stance for party in at(found, "بلد").initiators] == [Stance.SUSPECTS]


def test_nobody_is_blamed_for_one_act_of_many() -> None:
    found = told(
        "قصفت طائرات أميركية مساء الاثنين مخزنا في القائم.",
        "وفيما يخص الهجمات الأخيرة على القواعد يعتقد محللون أنها من تنفيذ ميليشيات موالية لإيران.",
    )
    assert [{party.actor for party in event.initiators} for event in found.events] == [{"us_forces"}]


@pytest.mark.parametrize(
    ("sentence", "weapons"),
    [
        ("سقطت 4 قذائف صاروخية على مطار بغداد الثلاثاء، وأصابت قذيفتان المدرج.", [("rocket", 4)]),
        ("استهدف هجوم صاروخي مطار بغداد الثلاثاء، وسقطت القذيفة في ساحة خالية.", [("rocket", 1)]),
        ("سقطت 4 قذائف صاروخية على مطار بغداد الثلاثاء مع تحليق طيران حربي.", [("rocket", 4)]),
        ("سقط صاروخان على مربض للطائرات المروحية في مطار بغداد الثلاثاء.", [("rocket", 2)]),
        ("قصفت الفصائل مطار بغداد بالصواريخ وقذائف الهاون الثلاثاء.", [("rocket", None), ("mortar", None)]),
    ],
)
def test_the_weapons_of_one_volley(sentence: str, weapons: list[tuple[str, int | None]]) -> None:
    (event,) = told(sentence).events
    assert [(weapon.weapon_class, weapon.count) for weapon in event.weapons] == weapons


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("استهدف هجوم مسلح حاجزا في الفلوجة مساء الاثنين، وسط توتر ساد الأيام الأخيرة.", date(2021, 3, 8)),
        ("استهدف هجوم مسلح حاجزا في الفلوجة مساء الاثنين، وقال القائد «سنرد على هجوم اليوم».", date(2021, 3, 8)),
    ],
)
def test_the_day_that_is_named_outweighs_vague_and_quoted_ones(sentence: str, day: date) -> None:
    assert at(told(sentence), "الفلوجة").when.earliest == day


def test_strikes_of_one_side_on_another_on_days_that_meet_are_one_act() -> None:
    found = told(
        "هاجمت مسيرات مطار عتق الثلاثاء، ردا على الضربات الأميركية على مواقع للحوثيين أواخر فبراير الماضي.",
        "وكانت الولايات المتحدة أعلنت في السادس والعشرين من الشهر الماضي عن شن غارات على مواقع للحوثيين في الحديدة.",
    )
    assert len(found.events) == 2


def test_strikes_of_one_side_in_other_months_are_two() -> None:
    found = told(
        "هاجمت مسيرات مطار عتق الثلاثاء، ردا على الضربات الأميركية على مواقع للحوثيين أواخر فبراير الماضي.",
        "وكانت الولايات المتحدة أعلنت في 12 يناير الماضي عن شن غارات على مواقع للحوثيين في الحديدة.",
    )
    assert len(found.events) == 3


def test_attempts_at_large_are_no_act() -> None:
    found = told("نشر الجيش دفاعات في مطار عتق الثلاثاء ضد محاولات استهداف طائراته.")
    assert found.events == ()


def test_the_noun_that_takes_an_act_up_in_its_sentence_is_that_act() -> None:
    found = told("انفجرت عبوة ناسفة بحافلة عمال في بعقوبة صباح الاثنين، وأدى الانفجار إلى مقتل ثلاثة منهم.")
    assert [[toll.low for toll in event.casualties] for event in found.events] == [[3]]
