"""Which ACLED type an act of a report gets, by its words, its means, who did it and whom or what it hit."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.reports.model import Metadata, Report


def kinds(text: str) -> list[str]:
    """The sub-event types of a report, in its order."""
    return [event.sub_event_type for event in account(_report(text)).events]


def _report(text: str) -> Report:
    return Report("0" * 64, "kinds", text, Metadata(published=date(2022, 3, 9)))


@pytest.mark.parametrize(
    "text",
    [
        "نسف جيش الاحتلال أمس مباني سكنية في حي الجنينة بمدينة رفح.",
        "فجر مسلحو الحوثي أمس منزل شيخ قبلي في مديرية أرحب.",
        "فجر تنظيم داعش أمس مرقدا في مدينة الموصل.",
        "استولت الميليشيا أمس على منازل النازحين في بلدة رأس العين.",
        "استولى مسلحون أمس على شاحنات مساعدات في منطقة دارفور.",
        "نهبت قوات الدعم السريع أمس متاجر في سوق ود مدني.",
    ],
)
def test_who_blows_up_or_takes_houses_and_goods_destroys_property(text: str) -> None:
    assert kinds(text) == ["Looting/property destruction"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("انفجرت عبوة ناسفة أمس قرب منزل قاض في مدينة بعقوبة.", "Remote explosive/landmine/IED"),
        ("وقع تفجير أمس في مسجد في مدينة الكويت.", "Remote explosive/landmine/IED"),
        ("استهدف تفجير أمس مقرا للشرطة في مدينة بنغازي.", "Remote explosive/landmine/IED"),
        ("فجر مجهولون أمس منزل صحفي في مدينة تعز بعبوة ناسفة.", "Remote explosive/landmine/IED"),
        ("فجر انتحاري نفسه أمس في مسجد بمدينة صنعاء.", "Suicide bomb"),
        ("استولت قوات الدعم السريع أمس على بلدة الجزيرة أبا.", "Non-state actor overtakes territory"),
    ],
)
def test_a_bomb_at_a_house_and_a_town_taken_are_no_loot(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نفذ التحالف أمس عملية إنزال جوي في بلدة الشحيل اعتقل خلالها ثلاثة أشخاص.", "Arrests"),
        ("نفذت قوة أميركية أمس عملية إنزال جوي في مدينة الرقة.", "Other"),
        ("نفذت قوة أميركية أمس عملية إنزال جوي في مدينة الرقة انتهت بمقتل شخصين.", "Attack"),
        ("نفذت قوة أميركية أمس إنزالا جويا في مدينة الرقة واندلعت اشتباكات في المدينة.", "Armed clash"),
    ],
)
def test_a_raid_is_what_came_of_it(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أغار مسلحون أمس على قرية في ولاية الجزيرة فقتل ثمانية أشخاص.", "Attack"),
        ("أغار الطيران الحربي أمس على بلدة كنصفرة.", "Air/drone strike"),
        ("أغارت طائرات أمس على مدينة الحديدة.", "Air/drone strike"),
    ],
)
def test_men_raid_on_the_ground_and_aircraft_from_the_air(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل متظاهر برصاص قوات الأمن خلال مظاهرة في مدينة الناصرية أمس.", "Excessive force against protesters"),
        ("أطلقت قوات الأمن أمس الرصاص الحي على المتظاهرين في مدينة السويداء.", "Excessive force against protesters"),
        ("أطلقت الشرطة أمس الغاز المسيل للدموع لتفريق متظاهرين في الخرطوم.", "Protest with intervention"),
        ("خرج متظاهرون أمس في مدينة الباب احتجاجا على الغلاء.", "Peaceful protest"),
        ("أضرم محتجون أمس النار في مقر البلدية بمدينة سبها.", "Violent demonstration"),
    ],
)
def test_a_protest_is_what_met_it(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("بدأت القوات العراقية أمس عمليات استعادة مدينة الرمادي.", "Armed clash"),
        ("سيطر الجيش أمس على معظم أحياء مدينة أم درمان.", "Armed clash"),
        ("استعادت القوات العراقية أمس مدينة الرمادي.", "Government regains territory"),
        ("صدت البيشمركة أمس هجوما في قرية خراب بدعم من طيران التحالف.", "Armed clash"),
        ("أطلق مسلحون النار أمس على جنود في مدينة العريش.", "Armed clash"),
        ("أطلق مسلحون النار أمس على مدنيين في مدينة العريش.", "Attack"),
        ("شن تنظيم داعش أمس هجوما على مدينة الحسكة.", "Armed clash"),
    ],
)
def test_what_is_fought_over_or_met_by_arms_is_a_clash(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "toll",
    ["حصيلة غير نهائية للقصف", "حصيلة أولية للقصف", "محصلة جديدة للقصف"],
)
def test_the_toll_of_a_strike_tells_a_strike_that_happened(toll: str) -> None:
    assert kinds(f"قتل تسعة أشخاص في {toll} على مدينة كسلا أمس.") == ["Shelling/artillery/missile attack"]


def test_an_aim_is_no_strike() -> None:
    assert kinds("جهزت الميليشيا منصات لقصف مدينة كسلا أمس.") == []
