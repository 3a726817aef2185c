"""The first of a count, a day announced, and who is suspected: what a later sentence adds to an act told before."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
from waqai.reports.model import Metadata, Report

WEDNESDAY = date(2021, 7, 7)


def events(text: str) -> tuple[ReportedEvent, ...]:
    """The events of a report of Wednesday 7 July 2021."""
    return account(Report("0" * 64, "firsts", text, Metadata(published=WEDNESDAY))).events


def doers(event: ReportedEvent) -> list[str]:
    return [party.words.text for party in event.initiators]


@pytest.mark.parametrize(
    "text",
    [
        """تصدت القوات الأربعاء لهجوم بطائرات مسيرة على مطار أربيل.
        ويعد الهجوم على المطار الثاني منذ الأحد، إذ أفاد مصدر أمني بسقوط صواريخ على المنطقة.""",
        """استهدفت طائرات مسيرة الأربعاء قاعدة عين الأسد.
        وهذا الهجوم هو الثاني على القاعدة منذ الأحد، إذ أعلنت خلية الإعلام الأمني سقوط ثلاث قذائف هاون قرب القاعدة.""",
    ],
)
def test_the_count_begins_with_an_act_of_its_own_day(text: str) -> None:
    days = [event.when.earliest for event in events(text)]
    assert {date(2021, 7, 4), date(2021, 7, 7)} <= set(days)


@pytest.mark.parametrize(
    "text",
    [
        "تصدت القوات الأربعاء لهجوم بطائرات مسيرة على مطار أربيل، هو الثاني منذ الأحد.",
        "تصدت القوات الأربعاء لهجوم بطائرات مسيرة على مطار أربيل، هو الثاني منذ الأحد، بحسب مصدر أمني.",
        "استهدفت طائرات مسيرة الأربعاء قاعدة عين الأسد، في هجوم هو الثاني منذ الأحد، حيث سقطت شظايا في محيطها.",
    ],
)
def test_no_act_of_that_day_is_told(text: str) -> None:
    assert date(2021, 7, 4) not in [event.when.earliest for event in events(text)]


def test_the_day_announced_lies_in_the_stretch_told() -> None:
    text = (
        "قال الجيش إنه يدرس الرد على الضربات الأميركية على مواقع الفصائل في بلدة القائم في أواخر يونيو الماضي.\n"
        "وأعلنت الولايات المتحدة في 28 من الشهر الماضي عن تنفيذ غارات جوية على بلدة القائم."
    )
    (strike,) = events(text)
    assert strike.when.earliest == strike.when.latest == date(2021, 6, 28)
    assert doers(strike) == ["الولايات المتحدة"]


def test_the_day_of_words_about_an_act_of_another_day_does_not_narrow_it() -> None:
    text = "قال المتحدث الثلاثاء إن طائرات التحالف قصفت مدينة صعدة الأسبوع الماضي."
    (strike,) = events(text)
    assert strike.when.earliest != strike.when.latest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سقط صاروخ على مطار بغداد.\nورجح مسؤول أن فصائل موالية لإيران تقف وراء الهجوم.", ["فصائل موالية لإيران"]),
        ("سقط صاروخ على مطار بغداد.\nورجح مسؤول أن تكون تابعة لتنظيم داعش.", ["تنظيم داعش"]),
        (
            "سقط صاروخ على مطار بغداد.\nورجح مسؤول أن الجهة نفسها تقف خلفه، وأنه رد على غارة على فصائل موالية لإيران.",
            [],
        ),
        ("سقط صاروخ على مطار بغداد.\nومن المرجح أن يكون الهجوم ردا على الغارات على مواقع لتنظيم داعش.", []),
    ],
)
def test_who_is_suspected_stands_by_the_word_of_authorship(text: str, expected: list[str]) -> None:
    assert doers(events(text)[0]) == expected


def test_the_forces_are_named_before_the_adjective_of_their_state() -> None:
    text = (
        "قالت الوزارة إن الجيش التركي قصف بلدة سيدكان.\nوأسفر القصف التركي على بلدة سيدكان عن مقتل مدني وإصابة اثنين."
    )
    assert doers(events(text)[0]) == ["الجيش التركي"]
