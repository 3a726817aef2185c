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
        ("اقتحمت قوات الاحتلال أمس بلدة سلواد واعتقلت خمسة شبان.", "Arrests"),
        ("نفذت وحدة خاصة أمس عملية إنزال في قرية الشميطية وألقت القبض على رجلين.", "Arrests"),
        ("داهمت دورية أمس مزرعة في ناحية بهرز واشتبكت مع مسلحين وقتلت أحدهم.", "Armed clash"),
        ("اقتحم الحوثيون أمس مدينة ميدي وسيطروا عليها بعد معارك مع الجيش.", "Non-state actor overtakes territory"),
        ("اقتحمت قوات الاحتلال أمس مخيم العروب واشتبكت مع مقاومين واعتقلت أربعة.", "Armed clash"),
    ],
)
def test_one_operation_is_what_came_of_it(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "سقطت قذيفة صاروخية أمس على منزل في مصراتة فقتلت طفلين. وكانت المعارك اندلعت في مصراتة عام 2011.",
            "Shelling/artillery/missile attack",
        ),
        (
            "واصلت مقاتلات حربية تركية أمس هجومها على مواقع في جبال قنديل. وجاء الهجوم ردا على التفجير الانتحاري.",
            "Air/drone strike",
        ),
        (
            "استهدفت طائرات مسيرة أمس قاعدة حرير. وقال مصدر إن صواريخ سقطت أيضا على القاعدة.",
            "Air/drone strike",
        ),
        (
            "تعرضت مدينة تعز أمس لقصف بالصواريخ مصدره طائرات مسيرة.",
            "Air/drone strike",
        ),
    ],
)
def test_the_fullest_telling_says_what_kind_of_act_it_was(text: str, kind: str) -> None:
    assert kinds(text)[0] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "وقع انفجار أمس في سوق بمدينة كركوك أدى إلى مقتل سبعة. ورجحت الشرطة أن يكون الانفجار هجوما انتحاريا.",
            "Suicide bomb",
        ),
        ("هز انفجار أمس مدينة عدن وأوقع أربعة قتلى. وقال شاهد إن التفجير نفذه انتحاري.", "Suicide bomb"),
        ("قتل مفجر انتحاري أمس 12 شخصا في مدينة مقديشو.", "Suicide bomb"),
        ("انفجرت عبوة ناسفة أمس في مدينة كركوك. وقال خبير إن التفجير ليس انتحاريا.", "Remote explosive/landmine/IED"),
        ("صدت القوات العراقية أمس هجوما لداعش في بلدة هيت وقتلت عشرة بينهم ثلاثة انتحاريين.", "Armed clash"),
    ],
)
def test_a_blast_called_a_suicide_attack_anywhere_is_one(text: str, kind: str) -> None:
    assert kinds(text)[0] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتلت القوات العراقية أمس 14 إرهابيا في منطقة جبال حمرين.", "Armed clash"),
        ("قتل مجهولون أمس شرطيين في مدينة بنغازي.", "Attack"),
        ("أحبطت الشرطة الاتحادية أمس هجوما للإرهابيين في بلدة هيت وقتلت 21 منهم.", "Armed clash"),
        ("قتل شرطي وأصيب آخر بالرصاص أمس في هجوم في أحد شوارع مدينة ديار بكر.", "Attack"),
        ("قتل ثلاثة جنود أمس في هجوم على حاجز للجيش في مدينة سبها.", "Armed clash"),
    ],
)
def test_who_can_shoot_back_fights(text: str, kind: str) -> None:
    assert kinds(text)[0] == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("استولى الحوثيون بدعم من وحدات من الجيش أمس على مدينة عمران.", "Non-state actor overtakes territory"),
        ("تمكن الجيش اليمني أمس من السيطرة على مواقع جديدة قرب جبل هان.", "Government regains territory"),
        ("شهدت مدينة الفلوجة أمس معارك عنيفة مع تنظيم داعش الذي يسيطر على المدينة منذ عام.", "Armed clash"),
        ("سيطرت القوات الليبية أمس على معظم أحياء مدينة سرت.", "Armed clash"),
        ("أحرز الجيش اليمني أمس تقدما أسفر عن سيطرته على مدينة حرض.", "Government regains territory"),
    ],
)
def test_who_has_the_ground_now_decides(text: str, kind: str) -> None:
    assert kinds(text)[0] == kind


def _means(text: str) -> list[tuple[str, list[tuple[str, int | None]]]]:
    events = account(_report(text)).events
    return [(event.sub_event_type, [(one.weapon_class, one.count) for one in event.weapons]) for event in events]


def test_an_act_told_by_its_likeness_to_another_came_by_the_same_means() -> None:
    bombs = "انفجرت عبوة ناسفة أمس في مدينة بعقوبة فقتل شخص. وقتل ثلاثة في تفجير مماثل في مدينة سامراء."
    assert _means(bombs)[1] == ("Remote explosive/landmine/IED", [("ied", 1)])
    guns = "قصفت مدفعية النظام أمس بلدة كفرعمة فقتل شخص، كما استهدفت بلدة معارة النعسان."
    assert [kind for kind, _ in _means(guns)] == ["Shelling/artillery/missile attack"] * 2
    assert _means(guns)[1][1] == [("artillery", None)]


def test_an_act_of_another_hand_has_not_the_weapon_of_the_one_before() -> None:
    text = "قصفت مدفعية النظام أمس بلدة كفرعمة. كما استهدفت فصائل المعارضة مواقع النظام في بلدة معارة النعسان."
    assert all(not arms for kind, arms in _means(text)[1:])


def test_places_of_a_long_list_are_all_shelled_with_what_is_said_behind_them() -> None:
    text = "استهدف الحوثيون أمس قرى الحقب ومريس والعود وحمك في مديرية دمت شمالي الضالع بالقصف المدفعي."
    assert _means(text) == [("Shelling/artillery/missile attack", [("artillery", None)])]


def test_a_battle_that_is_only_mentioned_well_behind_makes_a_killing_no_battle() -> None:
    text = (
        "قتل مجهولون أمس شرطيين قرب مدينة سبها. وفتحت السلطات تحقيقا. ودعا المجلس البلدي إلى الهدوء. "
        "وشيع الأهالي القتيلين. وكانت البلاد شهدت أشهرا من المعارك."
    )
    assert kinds(text)[0] == "Attack"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("طرد مقاتلون أكراد المتشددين من سد تشرين بعد هجوم شنوه على المدينة الشهر الماضي في منبج.", "Armed clash"),
        ("وقع هجوم شنه مجهولون على حافلة ركاب في مدينة كويتا أمس فقتل ستة مدنيين.", "Attack"),
    ],
)
def test_an_attack_launched_onto_a_town_is_met_by_arms(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نجا قائد الشرطة أمس من محاولة اغتيال بعبوة ناسفة في مدينة المكلا.", "Remote explosive/landmine/IED"),
        ("اغتال مسلحون أمس ناشطا في مدينة العمارة.", "Attack"),
        ("تعرض حي الشيخ مقصود أمس لهجوم بغازات سامة.", "Chemical weapon"),
        ("اعتدت الشرطة أمس على متظاهرين في مدينة بيروت.", "Protest with intervention"),
        ("فقد الجيش أمس السيطرة على بلدة المليحة.", "Non-state actor overtakes territory"),
        ("اعترضت الدفاعات الجوية أمس صاروخا باليستيا فوق مدينة جازان.", "Shelling/artillery/missile attack"),
        ("أسقطت الدفاعات الجوية أمس طائرة مسيرة مفخخة فوق مدينة أبها.", "Air/drone strike"),
        ("انسحبت القوات أمس من مدينة سنجة دون قتال.", "Non-violent transfer of territory"),
    ],
)
def test_what_was_used_lost_or_shot_down_makes_the_type(text: str, kind: str) -> None:
    assert kinds(text) == [kind]
