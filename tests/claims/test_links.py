"""Which act answers which: «ردا على», «ورد الجيش بقصف», and what only sounds so."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.reports.model import Metadata, Report


def links(*sentences: str) -> list[tuple[str, str]]:
    """The answers of the report by trigger, each with what it answers."""
    text = "\n".join(sentences)
    found = account(Report("r", "r", text, Metadata(None, None, None, None, date(2021, 3, 10))))
    triggers = {event.id: event.trigger.text for event in found.events}
    return [(triggers[event.id], triggers[other]) for event in found.events for other in event.responds_to]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            ("قصفت المدفعية التركية مدينة عين عيسى الثلاثاء ردا على هجوم على مخفر في مدينة أورفة الاثنين.",),
            [("قصفت", "هجوم")],
        ),
        (
            (
                "انفجرت سيارة مفخخة في مدينة أعزاز الاثنين.",
                "وردا على الانفجار، قصفت المدفعية مدينة تل رفعت الثلاثاء.",
            ),
            [("قصفت", "انفجرت")],
        ),
        (
            (
                "هاجم مسلحون مجهولون مخفرا في مدينة درعا الثلاثاء.",
                "ورد الجيش السوري بقصف مدينة طفس بالمدفعية.",
            ),
            [("قصف", "هاجم")],
        ),
        (
            (
                "قصفت فصائل المعارضة معسكرا في مدينة حماة الثلاثاء.",
                "واعتقلت الشرطة عشرة شبان في مدينة سلمية.",
                "وتأتي العملية ردا على غارة استهدفت مدينة إدلب الاثنين.",
            ),
            [("قصفت", "غارة")],
        ),
        (
            (
                "هاجم مسلحون مجهولون مخفرا في مدينة درعا الثلاثاء.",
                "ورد الجيش السوري على الفور بقصف مدينة طفس بالمدفعية.",
            ),
            [("قصف", "هاجم")],
        ),
        (
            (
                "أغار الطيران الإسرائيلي على مدينة القنيطرة الثلاثاء.",
                "وقال ناطق إن الجيش السوري يحتفظ بحقه في الرد على الغارة.",
            ),
            [],
        ),
        (
            (
                "أغارت الطائرات الروسية على مدينة بنش الثلاثاء.",
                "وقصفت قوات النظام السوري بالمدفعية بلدة كنصفرة.",
                "من جانبها، ردت فصائل المعارضة بقصف معسكر جورين.",
            ),
            [("قصف", "قصفت"), ("قصف", "أغارت")],
        ),
        (
            ("أغار الطيران على مدينة صعدة الثلاثاء، وأعقب ذلك انفجار عبوة في مدينة عدن.",),
            [],
        ),
    ],
)
def test_links(sentences: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert links(*sentences) == expected


def test_two_attacks_told_together_answer_the_same_act() -> None:
    found = links(
        "شنت طائرات التحالف غارات على بلدة القائم الأسبوع الماضي.",
        "استهدفت طائرات مسيرة مطار أربيل الثلاثاء.",
        "وسقطت صواريخ على قاعدة بلد الاثنين.",
        "ويرى خبراء أن الهجومين رد على الغارات على القائم.",
    )
    assert {answer for answer, _ in found} == {"استهدفت", "سقطت"}


def test_one_attack_answers_alone() -> None:
    found = links(
        "شنت طائرات التحالف غارات على بلدة القائم الأسبوع الماضي.",
        "استهدفت طائرات مسيرة مطار أربيل الثلاثاء.",
        "وسقطت صواريخ على قاعدة بلد الاثنين ردا على الغارات على القائم.",
    )
    assert {answer for answer, _ in found} == {"سقطت"}


def test_the_verb_behind_the_comma_is_the_answer() -> None:
    found = links(
        "هاجم مسلحون حاجزا للشرطة في مدينة تلعفر الاثنين.",
        "وردا على الحادثة، قصفت مدفعية الجيش قرية قريبة من مدينة سنجار الثلاثاء.",
    )
    assert found == [("قصفت", "هاجم")]


def test_what_follows_words_that_are_answered_is_answered_by_nothing() -> None:
    found = links(
        "هاجم مسلحون حاجزا للشرطة في مدينة تلعفر الاثنين.",
        "وردا على تقرير للأمم المتحدة، اعتقلت السلطات ثلاثة ناشطين في مدينة الموصل.",
    )
    assert found == []


def test_the_operation_is_the_attack_and_not_the_arrests_told_after_it() -> None:
    found = links(
        "هاجم مقاتلون بالصواريخ قاعدة في مدينة الرميلان فجر الثلاثاء.",
        "واعتقلت قوات الأمن تسعة رجال في بلدة اليعربية.",
        "وتأتي العملية ردا على الغارات التي شنتها الطائرات على مدينة البوكمال الأحد.",
    )
    assert [answer for answer, _ in found] == ["هاجم"]


def test_a_riot_over_a_protest_that_was_put_down_answers_it() -> None:
    found = links(
        "تظاهر المئات في مدينة السماوة صباح الثلاثاء وفرقتهم الشرطة بخراطيم المياه.",
        "واحتجاجا على تفريق التظاهرة، أضرم محتجون غاضبون النار في مبنى حزبي في حي الجمهوري.",
    )
    assert [answered for _, answered in found] == ["تظاهر"]
