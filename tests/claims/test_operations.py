"""One operation in several words, and each act of a title told below it."""

from __future__ import annotations

import pytest

from tests.claims.test_joining import told


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (("دهمت الشرطة مزرعة قرب مدينة بعقوبة واشتبكت مع مهربين فيها وألقت القبض على اثنين.",), 1),
        (("داهم مسلحون مقهى في مدينة سبها واعتقل الجيش رجلا في مدينة غات.",), 2),
        (("اعتقلت الشرطة العسكرية سبعة رجال في مدينة منبج ضمن حملة مداهمات.",), 1),
        (("اقتحم المقاتلون قرية الفوعة وسيطروا عليها إثر اشتباكات عنيفة مع الحرس.",), 1),
        (("سيطرت القوات على مدينة هجين بعد يومين من اشتباكات في بلدة الشعفة.",), 2),
        (("اغتال ملثمون، ليل الأحد، مختار قرية الصورة الكبيرة شمال السويداء، فلان الفلاني، بإطلاق الرصاص عليه.",), 1),
        (("تظاهر العشرات في مدينة عدن قبل أن يفرقهم الجنود بالغاز المسيل للدموع.",), 1),
        (("قصفت طائرة منزلا في بلدة الزوايدة وسط القطاع، فدمرته وقتلت ثلاثة من سكانه.",), 1),
    ],
)
def test_one_operation_in_several_words(sentences: tuple[str, ...], number: int) -> None:
    assert len(told(*sentences).events) == number


def test_each_act_of_a_title_is_that_of_the_body() -> None:
    found = told(
        "ثلاثة قتلى بغارة على بلدة حولا... والمقاومة تستهدف موقع المالكية",
        "أغارت طائرة على منزل في بلدة حولا صباح الثلاثاء وقتلت ثلاثة.",
        "وردا على الغارة، قالت المقاومة إنها استهدفت موقع المالكية بقذائف المدفعية.",
    )
    assert len(found.events) == 2


def test_two_acts_of_one_title_stay_apart() -> None:
    found = told(
        "جرحى بقصف على مخيم الوافدين... والطيران يقصف مستودعا قرب مدينة دوما",
        "أصيب أربعة بقصف على مخيم الوافدين الثلاثاء.",
    )
    assert len(found.events) == 2


def test_the_nth_time_is_no_new_act() -> None:
    found = told(
        "استهدفت طائرة مسيرة مطار المثنى صباح الثلاثاء.",
        "وأصيب جنديان بجروح.",
        "وهذه ثالث مرة يستهدف فيها المطار خلال عام.",
    )
    assert len(found.events) == 1


def test_what_a_side_is_recalled_to_have_done_is_its_act_of_the_day_before() -> None:
    found = told(
        "أغارت طائرات إسرائيلية فجر الثلاثاء على بلدة عيتا الشعب.",
        "وقال الجيش إن الغارات جاءت ردا على القصف الذي نفذه حزب الله الأحد على موقع بركة ريشا.",
        "وكان حزب الله قد استهدف موقع بركة ريشا بعد تشييع أحد مقاتليه.",
    )
    assert len(found.events) == 2


def test_whom_the_guards_repel_are_those_who_attacked() -> None:
    found = told("هاجم مسلحون بالقذائف حاجزا للشرطة شرق مدينة رفح الاثنين.", "وقالت الوزارة إن الحراس تصدوا لهم.")
    assert len(found.events) == 1


def test_what_the_strike_burnt_is_part_of_it() -> None:
    found = told("شن الطيران خمس غارات على مديرية باقم صباح الثلاثاء، أصابت إحداها شاحنة دقيق وأحرقتها وقتلت سائقها.")
    assert len(found.events) == 1


def test_what_came_hours_after_a_murder_is_another_act() -> None:
    found = told(
        "اغتال مجهولون رئيس البلدية في مدينة نوى مساء الاثنين.",
        "وبعد ساعات من الاغتيال، اقتحم شبان غاضبون مقر البلدية في المدينة.",
    )
    assert len(found.events) == 2


def test_arms_that_are_answered_are_not_those_of_the_answer() -> None:
    found = told("قصفت الطائرات التركية مدينة تل رفعت ردا على صواريخ كلس صباح الثلاثاء.")
    assert [place.words.text for place in found.events[0].places] == ["مدينة تل رفعت"]
    assert "rocket" not in [weapon.weapon_class for weapon in found.events[0].weapons]
