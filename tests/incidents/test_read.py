"""What whole reports tell, read and joined: salvos, follow-ups, round-ups, and what is recalled a year later."""

from __future__ import annotations

import hashlib
from datetime import date

from waqai.incidents.join import Joined, Past, join
from waqai.incidents.prints import print_of
from waqai.pipeline import read_report
from waqai.reference import places
from waqai.reports.model import Metadata, Report


def joined(*told: tuple[str, str, str]) -> Joined:
    """Of (name, day of publication, text)."""
    reports = [
        Report(hashlib.sha256(text.encode()).hexdigest(), name, text, Metadata(published=date.fromisoformat(day)))
        for name, day, text in told
    ]
    prints = {one.name: print_of(one.text) for one in reports}
    return join([read_report(one) for one in reports], places.load(), Past(prints=prints))


def groups(found: Joined) -> set[tuple[str, ...]]:
    return {one.reports for one in found.incidents}


MORNING = "سقطت ثلاثة صواريخ على قاعدة عين الأسد الجوية في محافظة الأنبار صباح الاثنين دون وقوع إصابات."
EVENING = "استهدفت قاعدة عين الأسد الجوية في محافظة الأنبار مساء الاثنين بـ14 صاروخا، ما أدى إلى إصابة جنديين."
SHELLED = "قُتل أربعة مدنيين وأصيب عشرة آخرون في قصف مدفعي على مدينة الباب شرقي حلب مساء الاثنين."


def test_two_salvos_on_one_base_on_one_day_stay_two() -> None:
    found = joined(("a", "2021-07-06", MORNING), ("b", "2021-07-06", EVENING))
    assert groups(found) == {("a",), ("b",)}


def test_a_follow_up_with_a_higher_toll_joins_and_both_tolls_are_kept() -> None:
    later = (
        "ارتفعت حصيلة القصف المدفعي على مدينة الباب شرقي حلب الاثنين إلى تسعة قتلى مدنيين، "
        "بعد وفاة خمسة من الجرحى متأثرين بإصاباتهم."
    )
    found = joined(("a", "2022-02-01", SHELLED), ("b", "2022-02-02", later))
    (one,) = found.incidents
    assert one.reports == ("a", "b")
    assert (one.killed[0], one.killed[2]) == (4, 9)


def test_the_items_of_a_round_up_join_each_its_own() -> None:
    clash = "اندلعت اشتباكات مسلحة بين فصيلين في مدينة عفرين شمالي حلب مساء الاثنين أسفرت عن مقتل عنصرين."
    bulletin = (
        "حصاد الاثنين في ريف حلب:\n\n"
        "- قتل أربعة مدنيين في قصف مدفعي على مدينة الباب.\n\n"
        "- قتل عنصران في اشتباكات مسلحة بين فصيلين في مدينة عفرين."
    )
    found = joined(("a", "2022-02-01", SHELLED), ("b", "2022-02-01", clash), ("bulletin", "2022-02-01", bulletin))
    assert groups(found) == {("a", "bulletin"), ("b", "bulletin")}


def test_what_is_recalled_a_year_later_joins_the_old_incident() -> None:
    recalled = (
        "اعتقلت الشرطة المدنية ثلاثة مشتبه بهم في مدينة الباب شرقي حلب أمس الثلاثاء.\n\n"
        "وكان أربعة مدنيين قتلوا في قصف مدفعي على مدينة الباب في 31 كانون الثاني من العام الماضي."
    )
    found = joined(("a", "2022-02-01", SHELLED), ("b", "2023-02-01", recalled))
    assert groups(found) == {("a", "b"), ("b",)}
    old = next(one for one in found.incidents if len(one.reports) == 2)
    assert (old.start, old.background) == ("2022-01-31", False)
