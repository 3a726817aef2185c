"""Which weapons an act is told with: a bomb that was laid is no bomb from the air."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2015, 7, 23)


def told(text: str) -> list[tuple[str, list[str]]]:
    report = Report("0" * 64, "arms", text, Metadata(published=PUBLISHED))
    return [(e.sub_event_type, [w.weapon_class for w in e.weapons]) for e in account(report).events]


@pytest.mark.parametrize(
    "text",
    [
        "قتل شرطيان أمس في اعتداء بقنبلة استهدف دوريتهما في مدينة رفح.",
        "جرح أربعة جنود في هجوم بقنابل على حافلتهم في مدينة لحج أمس.",
        "قنبلة كانت موضوعة على الطريق استهدفت رتلا عسكريا في بلدة سنجار أمس.",
    ],
)
def test_a_bomb_that_nobody_dropped_was_laid(text: str) -> None:
    assert told(text) == [("Remote explosive/landmine/IED", ["ied"])]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت طائرات حربية بقنابل سوقا في مدينة حرستا أمس.",
        "سقطت خمس قنابل على قاعدة عسكرية قرب مدينة ذمار أمس في غارة جوية.",
    ],
)
def test_a_bomb_of_an_air_strike_is_a_bomb(text: str) -> None:
    [(sub, arms)] = told(text)
    assert sub == "Air/drone strike"
    assert "bomb" in arms


def test_blame_that_is_laid_on_somebody_is_no_bombing() -> None:
    [(sub, arms)] = told("قتل شرطي بالرصاص أمس في مدينة الرقة في هجوم ألقي باللائمة فيه على خلايا نائمة.")
    assert sub in ("Attack", "Armed clash")
    assert arms == ["small_arms"]


@pytest.mark.parametrize(
    "text",
    [
        "قصف مدفعي على بلدة كنصفرة أمس، بالتزامن مع تحليق طائرات استطلاع في الأجواء.",
        "قصفت المدفعية بلدة كنصفرة أمس، وفق تلفزيون المسيرة.",
    ],
)
def test_what_only_flies_over_or_reports_is_no_weapon(text: str) -> None:
    assert [arms for _, arms in told(text)] == [["artillery"]]


def test_who_planted_the_bomb_did_it() -> None:
    text = "قتل جندي أمس في انفجار عبوة ناسفة زرعها تنظيم داعش قرب مدينة حديثة."
    [event] = account(Report("0" * 64, "arms", text, Metadata(published=PUBLISHED))).events
    assert [party.actor for party in event.initiators] == ["islamic_state"]


def test_what_a_fight_is_for_has_not_happened() -> None:
    told_types = [sub for sub, _ in told("خاض الجيش حرب شوارع أمس في مدينة بيجي لاستعادة السيطرة على المصفاة.")]
    assert told_types == ["Armed clash"]


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("قتل قائد ميداني أمس في ضربة أميركية قرب مدينة جلال آباد.", ["aircraft"]),
        ("استهدفت ضربتان إسرائيليتان بلدة القصير أمس.", ["aircraft"]),
        ("وجه الجيش الأميركي أمس ضربة بطائرة مسيرة على سيارة في مدينة شبوة.", ["drone"]),
        ("نفذت الفصائل أمس ضربة على قاعدة عسكرية في مدينة تكريت.", []),
        ("استهدف الجيش الأميركي أمس مقرا في مدينة القائم.", []),
    ],
)
def test_powers_that_strike_from_the_air(text: str, arms: list[str]) -> None:
    [(_, found)] = told(text)
    assert found == arms


def counted(text: str) -> list[tuple[str, int | None]]:
    event = account(Report("0" * 64, "arms", text, Metadata(published=date(2022, 3, 9)))).events[0]
    return [(weapon.weapon_class, weapon.count) for weapon in event.weapons]


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("سقطت خمس قذائف من نوع الكاتيوشا أمس على مدينة نجران.", [("rocket", 5)]),
        ("قتل قيادي أمس في غارة لطائرة أميركية من دون طيار في مدينة مأرب.", [("drone", 1)]),
        ("قصفت طائرة روسية مسيرة أمس محيط بلدة كفرعويد.", [("drone", 1)]),
        ("استهدف النظام أمس مدينة أريحا بصاروخ أرض ـ أرض.", [("missile", 1)]),
        ("قصفت طائرات حربية أمس دبابات وحقول ألغام في مدينة سرت.", [("aircraft", None)]),
        ("أعدم التنظيم أمس سائقا رميا بالرصاص في مدينة درنة.", [("small_arms", None)]),
        ("قتل جندي أمس في إطلاق نار على نقطة تفتيش في مدينة رفح.", [("small_arms", None)]),
        ("دارت معارك أمس في مدينة تعز بالأسلحة الثقيلة والمتوسطة.", [("other", None)]),
        ("سقطت قذائف مدفعية أمس على مدينة الضالع في قصف مدفعي للحوثيين.", [("artillery", None)]),
    ],
)
def test_what_was_used_is_what_its_words_make_together(text: str, arms: list[tuple[str, int | None]]) -> None:
    assert counted(text) == arms


@pytest.mark.parametrize(
    "text",
    [
        "سيطر الجيش اليمني أمس على مدينة ميدي بدعم من طيران التحالف.",
        "شنت القوات العراقية أمس هجوما بريا على بلدة القائم بغطاء جوي.",
        "خاض مقاتلو المقاومة الذين تساندهم الضربات الجوية معارك أمس في مدينة عدن.",
    ],
)
def test_air_support_is_a_weapon_of_the_fight(text: str) -> None:
    assert ("aircraft", None) in counted(text)


def test_a_fight_without_air_support_has_no_aircraft() -> None:
    assert counted("سيطر الجيش اليمني أمس على مدينة ميدي بدعم من المقاومة الشعبية.") == []
    assert counted("دارت معارك أمس في مدينة عدن قرب المطار الجوي.") == []
