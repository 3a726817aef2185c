"""What says that a telling is of another act: a day put first, a turn of the report, what it came after, whose bomb."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2021, 3, 10)


def number(*sentences: str) -> int:
    """How many events the report tells."""
    text = "\n".join(sentences)
    return len(account(Report("r", "r", text, Metadata(None, None, None, None, PUBLISHED))).events)


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("ويوم الخميس الماضي استهدف مسلحون دورية في مدينة الصنمين.", 2),
        ("وفجر الاثنين هاجم مسلحون سيارة عسكرية في الصنمين.", 2),
        ("وأول أمس الاثنين قتل مسلحون ضابطا في الصنمين.", 2),
        ("وقالت مصادر محلية إن الهجوم وقع مساء الثلاثاء.", 1),
        ("ومساء الثلاثاء تبنى التنظيم الهجوم.", 1),
    ],
)
def test_a_day_put_first_begins_another_act(sentence: str, acts: int) -> None:
    assert number("هاجم مسلحون مجهولون حاجزا للجيش في مدينة الصنمين.", "وأصيب في الهجوم جنديان.", sentence) == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("وفي سياق متصل، قصفت المدفعية أحياء سكنية وأصابت خمسة مدنيين.", 2),
        ("وقبل ذلك قصفت الطائرات أحياء سكنية وأصابت خمسة مدنيين.", 2),
        ("وفي تطور آخر قصفت المدفعية أحياء سكنية وأصابت خمسة مدنيين.", 2),
        ("وفي السياق، قال طبيب إن القصف أصاب خمسة مدنيين.", 1),
    ],
)
def test_a_turn_of_the_report_begins_what_is_told_anew(sentence: str, acts: int) -> None:
    first = "قصفت المدفعية سوقا في مدينة الحديدة صباح الثلاثاء فقتل ثلاثة مدنيين."
    assert number(first, "وألحق القصف أضرارا بمحال مجاورة.", sentence) == acts


def test_what_came_after_the_attack_is_another_act() -> None:
    first = "فجر مسلحون عبوة ناسفة بحافلة للجيش في ولاية شرناق صباح الثلاثاء."
    assert number(first, "وقصفت طائرات جبل كاتو الذي فر إليه المسلحون بعد الهجوم على الحافلة وقتلت ستة منهم.") == 2
    assert number(first, "وأصيب ستة جنود جراء الهجوم على الحافلة.") == 1


def test_two_tellings_of_a_bomber_are_one_act() -> None:
    found = number(
        "فجر انتحاري يرتدي حزاما ناسفا نفسه في مجلس عزاء شرقي مدينة بعقوبة.",
        "وذكرت الشرطة أن اعتداء نفذه انتحاري استهدف مجلس عزاء قرب سوق بهرز.",
        "وقتل في التفجير الانتحاري عشرة أشخاص.",
    )
    assert found == 1


def test_the_verb_with_the_noun_of_its_means_is_told_anew() -> None:
    found = number(
        "قتل ستة مدنيين بقصف مدفعي على بلدة الفوعة صباح الثلاثاء.",
        "وأفاد ناشطون بأن القوات استهدفت بالقصف المدفعي بلدة كفرنبل فقتلت امرأة.",
    )
    assert found == 2


def test_a_raid_and_its_arrests_are_one_act() -> None:
    assert number("داهمت القوات بلدة العزبة فجر الثلاثاء، واعتقلت 15 شخصا.") == 1
    assert number("داهمت القوات بلدة العزبة بعد أن اعتقل مسلحون 15 شخصا في مدينة الباب الاثنين.") == 2


def test_a_series_that_began_with_a_bombing_is_not_its_last_attack() -> None:
    words = "قتل شرطي في مدينة ماردين الثلاثاء في أحدث هجوم في سلسلة بدأت بتفجير انتحاري."
    found = account(Report("r", "r", words, Metadata(None, None, None, None, PUBLISHED)))
    assert [event.sub_event_type for event in found.events] != ["Suicide bomb"]


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("دافع المتحدث عن حق البلاد في ضرب المسلحين في مدينة دهوك.", 0),
        ("وقالت الوزارة إن من حقها في قصف مدينة الباب ما لا ينازع.", 0),
        ("قتل خمسة مدنيين في قصف مدينة الباب.", 1),
    ],
)
def test_a_right_to_strike_is_no_strike(words: str, acts: int) -> None:
    assert number(words) == acts


@pytest.mark.parametrize(
    ("sentences", "acts"),
    [
        (
            (
                "قصفت مدفعية الجيش مدينة الضالع صباح الثلاثاء وقتلت ثلاثة مدنيين.",
                "وذكرت مصادر طبية أن القصف تركز على أحياء في بلدة قعطبة.",
            ),
            1,
        ),
        (
            (
                "قصفت مدفعية الجيش مدينة الضالع صباح الثلاثاء.",
                "وقصف مسلحون بلدة قعطبة فجر الاثنين.",
                "واندلعت اشتباكات في مدينة دمت.",
            ),
            3,
        ),
        (("سقط صاروخ أطلقته جماعة مسلحة، استهدف سوقا في مدينة بعقوبة صباح الثلاثاء.",), 1),
        (("شنت القوات جولة جديدة من القصف على بلدة خان شيخون، وقصفت مدينة الباب الاثنين.",), 2),
        (("قصفت طائرات مركز مدينة الرقة صباح الثلاثاء وأسفر قصفها عن خمسة قتلى.",), 1),
        (("قتل شاب في مدينة الخليل بإطلاق نار من جنود استهدفه في حي تل الرميدة صباح الثلاثاء.",), 1),
    ],
)
def test_the_one_act_that_is_so_called(sentences: tuple[str, ...], acts: int) -> None:
    assert number(*sentences) == acts


@pytest.mark.parametrize("span", ["غداة", "بعد يومين من"])
def test_what_came_before_an_attack_is_not_what_answered_it(span: str) -> None:
    text = "\n".join(
        (
            "سقطت ثلاثة صواريخ فجر الثلاثاء على قاعدة الجيش في مدينة مأرب.",
            "وأكد ناشطون أن قوات الجيش ردت على الهجوم باستهداف بلدة صرواح.",
            "وأضاف ناشطون أن الصواريخ أحدثت أضرارا.",
            f"وجاء هذا الهجوم {span} قيام الجيش بشن ضربات ضد مواقع لإطلاق الصواريخ.",
        )
    )
    events = account(Report("r", "r", text, Metadata(None, None, None, None, PUBLISHED))).events
    (answer,) = (event for event in events if any(place.words.text == "بلدة صرواح" for place in event.places))
    assert answer.when is not None
    assert answer.when.earliest == date(2021, 3, 9)
    assert not answer.targets
