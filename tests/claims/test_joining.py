"""Which sentences tell one act, and which acts a report only recalls."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import Account
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2021, 3, 10)


def told(*sentences: str) -> Account:
    text = "\n".join(sentences)
    return account(Report("r", "r", text, Metadata(None, None, None, None, PUBLISHED)))


def triggers(found: Account) -> list[tuple[str, bool]]:
    return [(event.trigger.text, event.background) for event in found.events]


@pytest.mark.parametrize(
    "sentences",
    [
        (
            "مقتل أربعة مدنيين بانفجار سيارة مفخخة في سوق الكرادة",
            "قتل أربعة مدنيين الثلاثاء بانفجار سيارة مفخخة في سوق الكرادة وسط بغداد.",
            "وقال شهود إن الانفجار ألحق أضرارا بمحال مجاورة.",
        ),
        (
            "قصفت المدفعية حي الروضة في تعز صباح الثلاثاء.",
            "وأوضح مسعفون أن القصف أصاب ثلاثة أطفال.",
            "وأسفر هذا القصف عن احتراق منزل.",
        ),
        (
            "أغارت طائرة مسيرة على سيارة شرق مدينة رفح مساء الاثنين.",
            "وقتلت الغارة شخصين كانا في السيارة.",
        ),
    ],
)
def test_sentences_that_tell_one_act_are_joined(sentences: tuple[str, ...]) -> None:
    assert len(told(*sentences).events) == 1


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (("قصفت الطائرات بلدة سراقب صباح الثلاثاء.", "من جهة أخرى قصفت الطائرات مدينة الباب."), 2),
        (("انفجرت عبوة في كركوك فقتل شرطي.", "وانفجرت عبوة أخرى في بعقوبة وأصيب جنديان."), 2),
        (("أطلق مسلحون صاروخين على قاعدة بلد الاثنين.", "وشنت طائرات غارة على مدينة القائم الثلاثاء."), 2),
    ],
)
def test_acts_in_other_places_stay_apart(sentences: tuple[str, ...], number: int) -> None:
    assert len(told(*sentences).events) == number


def test_the_strikes_are_not_the_attack_that_they_answer() -> None:
    found = told(
        "شنت طائرات أميركية غارات على مدينة البوكمال مساء الثلاثاء ردا على هجوم بالصواريخ استهدف قاعدة حرير.",
        "وقالت مصادر طبية إن الغارات أوقعت خمسة قتلى.",
    )
    strikes = next(event for event in found.events if event.sub_event_type == "Air/drone strike")
    assert [(toll.kind, toll.low) for toll in strikes.casualties] == [("killed", 5)]
    assert len(found.events) == 2


@pytest.mark.parametrize(
    "answer",
    ["وردت المدفعية التركية بقصف مواقعهم.", "وردت مدفعية الجيش اللبناني بقصف مواقع المسلحين."],
)
def test_what_is_told_as_an_answer_is_not_what_it_answers(answer: str) -> None:
    found = told("قصف مسلحون بلدة القاع بقذائف الهاون صباح الثلاثاء وقتلوا ثلاثة مدنيين.", answer)
    assert len(found.events) == 2
    assert found.events[1].responds_to == (found.events[0].id,)


def test_a_headline_of_two_acts_names_each_author_for_its_own() -> None:
    found = told(
        "قتيلان بمسيرة إسرائيلية في بليدا... و«حزب الله» يقصف ثكنة دوفيف",
        "أغارت مسيرة إسرائيلية صباح الثلاثاء على سيارة في بلدة بليدا وقتلت شخصين.",
    )
    strike = next(event for event in found.events if event.sub_event_type == "Air/drone strike")
    assert [party.actor for party in strike.initiators] == ["israel"]


def test_an_answer_told_before_without_the_word_is_the_same() -> None:
    found = told(
        "قصفت المدفعية التركية مواقع في ريف عفرين صباح الثلاثاء.",
        "وردت المدفعية التركية بقصف المواقع على قذائف سقطت في كلس.",
    )
    assert [event.initiators[0].actor for event in found.events if event.initiators][:1] == ["turkey"]
    assert sum("turkey" in [party.actor for party in event.initiators] for event in found.events) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "وكانت طائرات قصفت مدينة الميادين قبل ثلاثة أيام.",
        "ويأتي ذلك بعد أربعة أيام على تفجير سيارة مفخخة في أربيل.",
        "يذكر أن مسلحين هاجموا سجنا في الحسكة في كانون الثاني الماضي.",
    ],
)
def test_what_is_recalled_is_background(sentence: str) -> None:
    found = told("سقطت ثلاثة صواريخ على مطار أربيل فجر الأربعاء.", sentence)
    assert [background for _, background in triggers(found)] == [False, True]


def test_a_recalled_act_without_a_date_is_no_news_of_the_day() -> None:
    found = told(
        "فتح مسلحون النار على دورية في درعا فجر الأربعاء.",
        "وقال بيان إن العملية رد على قصف استهدف بلدة طفس.",
    )
    recalled = next(event for event in found.events if event.background)
    assert recalled.when.earliest is None


def test_what_killed_someone_is_news_though_it_came_before() -> None:
    found = told("قتل ثلاثة عمال إثر قصف مدفعي على مصنع في الحديدة.")
    assert [background for _, background in triggers(found)] == [False]


def test_the_day_of_what_followed_is_not_the_day_of_the_act() -> None:
    found = told("زار الوزير المدينة اليوم الأربعاء غداة تفجير سيارة مفخخة في سوق الصدرية أوقع تسعة قتلى.")
    assert all(event.when.earliest != PUBLISHED or event.when.words is None for event in found.events)


def test_a_verb_with_a_known_attack_as_subject_tells_more_of_it() -> None:
    found = told(
        "هجوم صاروخي على معسكر في مأرب",
        "أصيب جنديان في هجوم صاروخي على معسكر في مأرب صباح الثلاثاء.",
        "واستهدف الهجوم مخزنا للوقود في المعسكر.",
    )
    assert len(found.events) == 1


def test_another_attack_in_the_same_sentence_is_another_act() -> None:
    found = told("وبعد التفجير في مدينة الباب صباح الثلاثاء، استهدف هجوم آخر بسيارة مفخخة حاجزا في مدينة عفرين.")
    assert len(found.events) == 2


@pytest.mark.parametrize(
    ("sentence", "sites"),
    [
        ("وقال الوزير في مؤتمر صحافي عقده في عمان إن القصف أصاب مدرسة في درعا.", ["درعا"]),
        ("وأفادت مصادر لصحيفة محلية في بيروت، بأن غارة استهدفت منزلا في النبطية.", ["النبطية"]),
        ("قصفت المدفعية مدرسة في درعا.", ["درعا"]),
    ],
)
def test_where_it_was_said_is_not_where_it_was(sentence: str, sites: list[str]) -> None:
    assert [place.words.text for event in told(sentence).events for place in event.places] == sites


def test_the_attack_that_was_answered_keeps_its_relative_clause() -> None:
    found = told(
        "تبنت الحركة الأربعاء قتل جنديين في مدينة المخا.",
        "وقالت إن العملية رد على الهجوم الذي استهدف مستشفى في المكلا وأسفر عن ستة قتلى.",
    )
    answer = next(event for event in found.events if event.responds_to)
    assert len(found.events) == 2
    assert "قتل" in answer.trigger.text


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (("زار الوزير مدينة أنقرة الثلاثاء.", "وشنت الطائرات عددا من الغارات على معسكرات قرب مدينة دهوك."), 1),
        (("قالت القيادة إن القوات تمكنت من السيطرة على بلدة سنجار.",), 1),
        (("أعلن التحالف أنه شن تسع غارات على مواقع للتنظيم في سوريا أمس.", "كما نفذ 22 غارة في العراق أمس."), 2),
        (("دان الوزير القصف الذي شنته الطائرات على معسكرات المسلحين.",), 0),
        (("زار الوفد مدينة سرت الثلاثاء.", "واندلعت اشتباكات بين مسلحين في منطقة الجفرة."), 1),
        (("نشرت المنظمة تقريرا عن بلدات محاصرة في شمال سوريا.",), 0),
    ],
)
def test_which_sentences_begin_an_act(sentences: tuple[str, ...], number: int) -> None:
    assert len(told(*sentences).events) == number


@pytest.mark.parametrize(
    ("text", "sub"),
    [
        ("أطلقت قوات الأمن السودانية الرصاص الحي على متظاهرين في الخرطوم.", "Excessive force against protesters"),
        ("قتل خمسة محتجين برصاص القوات العراقية خلال تظاهرة في بغداد.", "Excessive force against protesters"),
        ("فرقت قوات الأمن اللبنانية بالغاز المسيل للدموع متظاهرين في بيروت.", "Protest with intervention"),
        ("خرج المئات في مظاهرة في مدينة السويداء للمطالبة بتحسين المعيشة.", "Peaceful protest"),
        ("أطلق مسلحون النار على مدنيين في مدينة كركوك.", "Attack"),
    ],
)
def test_force_against_protesters(text: str, sub: str) -> None:
    assert [event.sub_event_type for event in told(text).events] == [sub]


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (
            (
                "غارة على حماة",
                "شنت طائرات حربية غارة على مدينة حماة الأحد.",
                "كما استهدفت غارة قرية معرة حرمة وأصابت طفلين.",
            ),
            2,
        ),
        (
            (
                "قتل أربعة أشخاص في تفجير انتحاري بحزام ناسف في منطقة الكاظمية ببغداد الاثنين.",
                "وانفجرت عبوة ناسفة الاثنين في مدينة بعقوبة، ما أسفر عن مقتل شخصين وإصابة ستة.",
            ),
            2,
        ),
        (("قصفت المدفعية حي التفاح في مدينة غزة الأحد.", "وقال سكان إن المدفعية قصفت مدينة غزة ثلاث ساعات."), 1),
        (
            (
                "تفجير انتحاري يستهدف مقر الشرطة في الكوت",
                "انفجرت سيارة مفخخة يقودها انتحاري قرب مقر الشرطة في الكوت صباح الأحد.",
            ),
            1,
        ),
        (("قتل أمس أيضا أربعة مدنيين إثر قصف مدفعي استهدف مدينة عفرين.",), 1),
        (
            (
                "انفجرت عبوة ناسفة في سوق بمدينة الديوانية الأحد وقتلت رجلا.",
                "وفرضت الشرطة طوقا أمنيا حول مكان الحادث.",
            ),
            1,
        ),
        (
            (
                "قصفت طائرات موقعا قرب صعدة الأحد.",
                "وشارك عشرات المسلحين في الهجوم على معسكر في حجة السبت وأسفر الهجوم عن مقتل تسعة جنود.",
            ),
            2,
        ),
        (
            (
                "استهدفت طائرات مسيرة قاعدة الشدادي في الحسكة صباح الثلاثاء.",
                "في المقابل كثفت القوات الأميركية قصفها على مواقع للميليشيات في ريف دير الزور.",
            ),
            2,
        ),
        (
            (
                "قصفت قوات النظام بلدة كنصفرة في ريف إدلب الثلاثاء وقتلت ثلاثة مدنيين.",
                "وتواصل قوات النظام قصفها للمنطقة.",
            ),
            1,
        ),
        (
            (
                "قتل ستة جنود في هجوم بطائرة مسيرة على قاعدة قرب تدمر الأربعاء.",
                "وشنت طائرات أميركية ضربات على بادية دير الزور مساء الأربعاء.",
                "وقال الوزير إن الضربات نفذت ردا على هجوم اليوم.",
            ),
            2,
        ),
        (
            (
                "قتل خمسة مدنيين في قصف على مدينة عدن الثلاثاء.",
                "كما قتل تسعة جنود في قصف على مدينة تعز الثلاثاء.",
            ),
            2,
        ),
    ],
)
def test_what_adds_an_act_and_what_tells_one_again(sentences: tuple[str, ...], number: int) -> None:
    assert len(told(*sentences).events) == number


def test_what_was_answered_last_week_is_no_act_of_today() -> None:
    found = told(
        "استهدفت طائرات مسيرة قاعدة حقل كونيكو بريف دير الزور.",
        "وكانت القوات الأميركية قصفت الأسبوع الماضي بلدة مراط ردا على استهداف الميليشيات قاعدة حقل كونيكو بصواريخ.",
    )
    assert len(found.events) == 3
    answered = next(event for event in found.events if event.responds_to)
    assert answered.responds_to == (found.events[2].id,)


def test_one_noun_told_twice_under_one_cause_is_one_act() -> None:
    found = told(
        "قتل خمسة عناصر جراء استهداف الطيران مقرات في قريتي حطلة ومراط، واستهداف أطراف مطار دير الزور العسكري."
    )
    assert len(found.events) == 1


def test_aircraft_that_flew_by_are_no_other_weapon() -> None:
    found = told(
        "سقطت قذائف صاروخية على حقل العمر فجر الثلاثاء.",
        "ورافق الهجوم، ولم يصب فيه أحد، تحليق طيران حربي في أجواء المنطقة.",
    )
    assert len(found.events) == 1
    assert [weapon.weapon_class for weapon in found.events[0].weapons] == ["rocket"]
