"""Stated totals: over which days, where, whose acts and against whom (codebook, section 9)."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import Tally
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2024, 1, 24)
"""A Wednesday."""
TODAY = "2024-01-24"


def stated(text: str, published: date | None = PUBLISHED) -> tuple[Tally, ...]:
    return account(Report("0" * 64, "t", text, Metadata(published=published))).tallies


def days(tally: Tally) -> tuple[str | None, str | None]:
    return tuple(None if day is None else day.isoformat() for day in (tally.since, tally.until))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("وثق المركز نحو أربعين هجوما على القرى منذ مطلع العام.", "2024-01-01", TODAY),
        ("وثق المركز 140 هجوما على القرى منذ 3 تشرين الأول وحتى يوم أمس.", "2023-10-03", "2024-01-23"),
        ("وثق 140 هجوما منذ بداية الحملة في شهر آب 2023 حتى الـ 15 من كانون الأول.", "2023-08-01", "2023-12-15"),
        ("سقط 500 برميل متفجر على البلدة خلال أسبوع.", "2024-01-17", TODAY),
        ("أحصى المركز 12 غارة على الريف في غضون ثلاثة أيام.", "2024-01-21", TODAY),
        ("أحصى المركز 12 غارة على الريف خلال 24 ساعة.", "2024-01-23", TODAY),
        ("وخلال شهر تشرين الثاني وحده، سجلت 14 هجوما على الريف.", "2023-11-01", "2023-11-30"),
        ("نفذت الطائرات منذ بداية العام 40 هجوما على الريف.", "2024-01-01", TODAY),
        ("– الشهر الأول، 13 استهدافا على الريف.", "2024-01-01", TODAY),
        ("– الشهر العاشر، 13 استهدافا على الريف.", "2023-10-01", "2023-10-31"),
        ("قصفت المدفعية القرية أمس، وهذا هو القصف الثالث عليها خلال أسبوع.", "2024-01-17", "2024-01-23"),
        ("وهو الهجوم الثاني على المطار منذ الأحد.", "2024-01-21", TODAY),
    ],
)  # fmt: skip
def test_the_days_that_a_total_counts_over(text: str, since: str, until: str) -> None:
    assert days(stated(text)[0]) == (since, until)


def test_an_older_day_does_not_end_what_an_ordinal_counts() -> None:
    (tally,) = stated("وهذا هو الهجوم الثاني على الميناء هذا العام، بعد قصف طاله في 3 تشرين الأول الماضي.")
    assert days(tally) == ("2024-01-01", TODAY)


def test_a_period_is_named_once_for_the_totals_that_follow() -> None:
    found = stated(
        "استجابت الفرق لـ310 هجمات على القرى منذ 3 كانون الأول.\nومن هذه الهجمات نحو 120 غارة جوية على الريف."
    )
    assert [(tally.count, *days(tally)) for tally in found] == [(310, "2023-12-03", TODAY), (120, "2023-12-03", TODAY)]


def test_a_bulletin_without_days_is_of_the_day_before() -> None:
    (tally,) = stated("شن التحالف 23 غارة جوية في العراق.")
    assert days(tally) == ("2024-01-23", TODAY)


def test_an_undated_report_states_its_totals_without_days() -> None:
    found = stated("وثق المركز نحو أربعين هجوما على القرى خلال أسبوع.\n– الشهر الأول، 13 استهدافا.", None)
    assert [days(tally) for tally in found] == [(None, None), (None, None)]


@pytest.mark.parametrize(
    ("text", "by", "against"),
    [
        ("شنت إسرائيل مئات الضربات في سوريا خلال الأعوام الماضية.", ["israel"], []),
        ("نفذت إسرائيل منذ بداية العام 40 هجوما على الأراضي السورية.", ["israel"], []),
        ("شن الطيران الإسرائيلي 32 غارة على مواقع لحزب الله خلال أسبوع.", ["israel"], ["hezbollah"]),
        ("وخلال شباط سجلت 14 غارة إسرائيلية في الريف.", ["israel"], []),
        ("وثق المركز 140 هجوما من قبل قوات النظام وروسيا على القرى.", ["russia", "syrian_government"], []),
        ("وثق المركز 140 هجوما للنظام وروسيا على القرى.", ["russia", "syrian_government"], []),
        ("ليرتفع إلى 97 عدد الضربات التي نفذتها تركيا على الريف.", ["turkey"], []),
        ("بلغ عدد الهجمات الحوثية على السفن 50 هجوما منذ تشرين الثاني.", ["houthis"], []),
        ("منذ الصيف استهدفت سبعون هجمة المصالح الأميركية هناك.", [], ["us_forces"]),
        ("تعرضت القواعد الأميركية لـ135 هجوما منذ تشرين الأول.", [], ["us_forces"]),
        ("وثق المركز 490 هجوما على منازل المدنيين منذ الصيف.", [], ["civilians"]),
        ("في أول هجوم على قاعدة للتحالف الدولي هذا العام سقطت قذيفتان.", [], ["coalition_oir"]),
        ("شنت تركيا أولى غاراتها على مواقع لتنظيم داعش.", ["turkey"], ["islamic_state"]),
        ("نفذ الجيش 150 ضربة جوية على سوريا في عام 2020.", [], []),
        ("شنت إسرائيل 140 غارة طالت مواقع لحزب الله وأخرى لم تعرف.", ["israel"], []),
    ],
)  # fmt: skip
def test_whose_acts_are_counted_and_against_whom(text: str, by: list[str], against: list[str]) -> None:
    tally = stated(text)[0]
    assert (list(tally.by), list(tally.against)) == (by, against)


def test_the_shares_of_a_total_are_totals_of_their_places() -> None:
    found = stated("تعرضت القواعد في سوريا لـ135 هجوما منذ 17 تشرين الأول، منها 36 على حقل العمر و17 على قاعدة كونيكو.")
    assert [(t.count, t.what, t.place) for t in found] == [
        (135, "attack", "سوريا"),
        (36, "attack", "حقل العمر"),
        (17, "attack", "قاعدة كونيكو"),
    ]
    assert {days(t) for t in found} == {("2023-10-17", TODAY)}


@pytest.mark.parametrize(
    "text",
    [
        "قتل 140 شخصا في القصف، منها 36 في الحي.",
        "شن الطيران 140 غارة، منها 36 مدمرة.",
        "شن الطيران 140 غارة. منها 36 على الحي.",
    ],
)
def test_a_number_behind_of_them_without_a_place_is_no_share(text: str) -> None:
    assert all(tally.count != 36 for tally in stated(text))


def test_of_the_parts_of_a_sum_only_the_large_are_totals() -> None:
    found = stated("قتلت الألغام 212 مدنيا في الساحل منذ بداية 2023، بينهم 61 طفلا و3 نساء.")
    assert [(tally.count, tally.what) for tally in found] == [(212, "killed"), (61, "killed")]


def test_the_losses_of_the_time_just_named_are_a_total() -> None:
    report = Report(
        "0" * 64, "t", "وأحصى المكتب مقتل نحو 330 شخصا في الجنوب خلال هذه المدة.", Metadata(published=PUBLISHED)
    )
    found = account(report)
    assert ([tally.count for tally in found.tallies], found.events) == ([330], ())


def test_what_lawlessness_began_with_is_no_act_though_a_toll_follows() -> None:
    text = "وتشهد المحافظة فوضى منذ سيطرة قوات النظام على درعا، إذ سُجلت 60 محاولة اغتيال خلال شهرين قتل فيها 48."
    found = account(Report("0" * 64, "t", text, Metadata(published=PUBLISHED)))
    assert not [event for event in found.events if "regains" in event.sub_event_type]
