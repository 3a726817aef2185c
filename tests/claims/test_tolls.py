"""Figures stand with the act they are told of, once each, and what does not add up is flagged."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import Flag, ReportedEvent
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2022, 3, 9)


def events(text: str) -> list[ReportedEvent]:
    return list(account(Report("0" * 64, "tolls", text, Metadata(published=PUBLISHED))).events)


def told(event: ReportedEvent) -> list[tuple[str, int, int | None]]:
    return [(toll.kind, toll.low, toll.high) for toll in event.casualties]


def at(text: str, place: str) -> ReportedEvent:
    return next(event for event in events(text) if place in [where.words.text for where in event.places])


def test_a_figure_in_a_sentence_of_its_own_belongs_to_the_act_told_before() -> None:
    text = "قصفت طائرات حربية سوقا في مدينة تعز صباح الاثنين. وأسفر ذلك عن سقوط سبعة قتلى و12 جريحا."
    assert told(at(text, "مدينة تعز")) == [("killed", 7, 7), ("injured", 12, 12)]


def test_figures_of_two_acts_in_one_sentence_stay_apart() -> None:
    text = (
        "قتل ثلاثة مدنيين في قصف مدفعي على مدينة الحديدة أمس الثلاثاء، "
        "فيما قتل خمسة جنود في انفجار عبوة ناسفة بمدينة عدن أمس الثلاثاء."
    )
    assert told(at(text, "مدينة الحديدة")) == [("killed", 3, 3)]
    assert told(at(text, "مدينة عدن")) == [("killed", 5, 5)]


@pytest.mark.parametrize(
    "total",
    [
        "وقتل 170 مدنيا في الغارات خلال عشرة أشهر.",
        "ومنذ مطلع العام الماضي قتل 320 شخصا في المحافظة.",
        "ولقي أربعة أشخاص مصرعهم في ثلاثة حوادث أمنية منفصلة.",
        "وكانت الحرب قد أدت إلى مقتل أكثر من 40 ألف شخص.",
        "وسط احتمال وقوع قتلى وجرحى بين العمال.",
    ],
)
def test_totals_over_many_acts_and_feared_losses_are_no_toll(total: str) -> None:
    text = f"قصفت طائرة مسيرة حاجزا في مدينة مأرب أمس الثلاثاء فقتل جنديان اثنان. {total}"
    assert told(at(text, "مدينة مأرب")) == [("killed", 2, 2)]


def test_the_exact_figure_stands_and_the_vague_one_falls() -> None:
    text = "سقط قتلى وجرحى في انفجار سيارة مفخخة بمدينة كركوك. وقتل ستة أشخاص وأصيب أكثر من 20 آخرين في الانفجار."
    assert told(at(text, "مدينة كركوك")) == [("killed", 6, 6), ("injured", 20, None)]


def test_a_part_stands_beside_its_whole() -> None:
    text = "قتل عشرة مدنيين بينهم أربعة أطفال في قصف على مدينة درنة أمس الثلاثاء."
    assert told(at(text, "مدينة درنة")) == [("killed", 10, 10), ("killed", 4, 4)]


def flagged(text: str) -> list[Flag]:
    return [flag for event in events(text) for flag in event.flags]


def test_parts_that_are_more_than_their_whole_are_flagged_and_kept() -> None:
    text = "قتل خمسة مدنيين بينهم أربعة أطفال وثلاث نساء في قصف على مدينة الأبيض أمس الثلاثاء."
    (flag,) = flagged(text)
    assert (flag.name, [words.text for words in flag.words][1:]) == ("parts-exceed-whole", ["أربعة أطفال", "ثلاث نساء"])
    assert told(at(text, "مدينة الأبيض")) == [("killed", 5, 5), ("killed", 4, 4), ("killed", 3, 3)]


def test_two_tolls_of_one_voice_are_flagged_and_both_kept() -> None:
    text = (
        "قتل خمسة مدنيين في قصف على مدينة الأبيض أمس الثلاثاء. وقال شهود إن القصف خلف دمارا. "
        "وأدى القصف إلى مقتل ثمانية مدنيين."
    )
    assert [flag.name for flag in flagged(text)] == ["rival-tolls"]


@pytest.mark.parametrize(
    "text",
    [
        "قتل عشرة مدنيين بينهم أربعة أطفال وثلاث نساء في قصف على مدينة الأبيض أمس الثلاثاء.",
        "قتل خمسة مدنيين في قصف على مدينة الأبيض أمس الثلاثاء. وارتفعت حصيلة القصف إلى ثمانية قتلى.",
        "قتل خمسة مدنيين في قصف على مدينة الأبيض أمس الثلاثاء. وقتل ثلاثة آخرون في القصف نفسه.",
    ],
)
def test_figures_that_agree_or_follow_each_other_are_not_flagged(text: str) -> None:
    assert flagged(text) == []


def test_damage_told_in_a_sentence_of_its_own_belongs_to_the_act_told_before() -> None:
    text = "قصفت طائرات حربية سوقا في مدينة تعز صباح الاثنين. وأسفر ذلك عن تدمير ثلاثة محال."
    assert at(text, "مدينة تعز").damage == "destroyed"


@pytest.mark.parametrize(
    ("text", "place", "outcome"),
    [
        ("أحبط الجيش هجوما للمسلحين على مدينة مأرب أمس الثلاثاء بعد اشتباكات.", "مدينة مأرب", ("repelled",)),
        ("سيطرت قوات الجيش على مدينة زنجبار أمس الثلاثاء.", "مدينة زنجبار", ("territory_gained",)),
    ],
)
def test_how_an_act_came_out_depends_on_what_it_was(text: str, place: str, outcome: tuple[str, ...]) -> None:
    assert at(text, place).outcome == outcome


def test_a_headlines_figure_is_of_the_act_that_has_it_below() -> None:
    text = (
        "قصف على مدينة عتق ومقتل 8 مسلحين\n\n"
        "قصف طيران التحالف مدينة عتق أمس الثلاثاء وأدى القصف إلى إصابة خمسة أشخاص.\n\n"
        "وكان 8 مسلحين قتلوا يوم الأحد في اشتباكات بمدينة مأرب."
    )
    assert ("killed", 8, 8) not in told(at(text, "مدينة عتق"))
    assert told(at(text, "مدينة مأرب")) == [("killed", 8, 8)]


def test_a_bare_plural_outranks_no_headline() -> None:
    text = (
        "مقتل شرطيين في هجوم بمدينة أضنة\n\nقتل عنصران من الشرطة في هجوم بمدينة أضنة أمس الثلاثاء. "
        "وأوقع الهجوم قتلى في صفوف الشرطة."
    )
    assert told(at(text, "مدينة أضنة")) == [("killed", 2, 2)]


def test_arrests_kill_nobody() -> None:
    text = "اعتقلت الشرطة أمس الثلاثاء ثلاثة أشخاص في مدينة السويس يشتبه في ضلوعهم في مقتل شرطيين."
    assert ("killed", 2, 2) not in told(at(text, "مدينة السويس"))


def totals(text: str) -> list[int]:
    return [tally.count for tally in account(Report("0" * 64, "tolls", text, Metadata(published=PUBLISHED))).tallies]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ومنذ مطلع العام الماضي قتل 320 شخصا في المحافظة بينهم 40 طفلا.", [320, 40]),
        ("ومنذ مطلع العام الماضي قتل 320 شخصا. وقتلت القوات الحكومية 200 منهم، والميليشيات 120 شخصا.", [320, 200]),
        ("وتزايدت أعداد القتلى بينهم حتى بلغت 120 قتيلا.", [120]),
        ("وارتفع عدد ضحايا القصف على القطاع خلال 24 ساعة إلى 13 شخصا.", [13]),
        ("وخلال عشرة أشهر قتل 90 شخصا. وفي مدينة تعز أصابت قذيفة أمس سوقا فقتل سبعة.", [90]),
    ],
)
def test_figures_that_sum_up_are_tallies_and_no_acts(text: str, counts: list[int]) -> None:
    assert totals(text) == counts


def test_one_dead_of_the_same_sort_is_what_the_bare_plural_meant() -> None:
    text = "سقط قتلى وجرحى في انفجار سيارة في مدينة القامشلي أمس الثلاثاء. وأدى الانفجار إلى مقتل شخص وإصابة أربعة."
    assert told(at(text, "مدينة القامشلي")) == [("killed", 1, 1), ("injured", 4, 4)]


def test_what_the_resumed_act_led_to_is_of_the_fire_told_last() -> None:
    text = "تعرضت مدينة الباب أمس لقصف صاروخي مصدره مناطق تسيطر عليها الفصائل، وأدى الهجوم لمقتل شخصين وجرح 25 شخصا."
    assert told(at(text, "مدينة الباب")) == [("killed", 2, 2), ("injured", 25, 25)]


def test_a_verb_of_arrest_or_execution_begins_figures_of_its_own() -> None:
    text = "اعتقل التنظيم أمس 15 خياطا في مدينة الموصل، وقال مسؤول: أعدم التنظيم أربعة منهم في مدينة تلعفر."
    arrested, slain = (next(e for e in events(text) if e.sub_event_type == kind) for kind in ("Arrests", "Attack"))
    assert told(arrested) == [("captured", 15, 15)]
    assert told(slain) == [("killed", 4, 4)]


def test_a_figure_for_both_gives_way_to_the_two_it_sums_up() -> None:
    text = "مقتل وإصابة 45 جنديا في تفجير\nوقع تفجير في مدينة المكلا أمس أسفر عن مقتل 21 جنديا وجرح 24 آخرين."
    assert sorted(told(events(text)[0])) == [("injured", 24, 24), ("killed", 21, 21)]


def test_a_body_found_elsewhere_is_no_dead_of_the_act_before_and_one_under_rubble_is() -> None:
    blast = "انفجرت عبوة ناسفة أمس بحافلة في مدينة طبرق."
    assert told(events(blast + " وعثر على جثة راع في الصحراء.")[0]) == []
    assert told(events(blast + " وعثر على جثة راع تحت الأنقاض.")[0]) == [("killed", 1, 1)]


def test_those_missing_elsewhere_are_no_toll_of_a_strike() -> None:
    text = "سقط صاروخ أمس على حي في مدينة سرت فقتل ثلاثة. وقالت نقابة إن أربعة من الصحافيين فقدوا."
    assert told(events(text)[0]) == [("killed", 3, 3)]


def test_dead_of_the_other_side_are_told_besides() -> None:
    text = (
        "قتل ستة من مسلحي الحوثي في اشتباكات أمس في مديرية مقبنة، "
        "وأدت الاشتباكات أيضا إلى مقتل عدد من جنود الجيش اليمني."
    )
    assert told(events(text)[0]) == [("killed", 6, 6), ("killed", 2, None)]


def test_a_headlines_figure_that_an_act_has_is_no_tally() -> None:
    title = "موجة تفجيرات تضرب بغداد ومقتل 27 مقاتلا\n"
    body = "قُتل 27 مقاتلا في قصف على مدينة بيجي أمس. وانفجرت سيارة مفخخة في حي الكرادة أمس."
    counts = [tally.count for tally in account(Report("0" * 64, "t", title + body, Metadata())).tallies]
    assert 27 not in counts


def test_an_entry_of_a_list_by_months_sums_up() -> None:
    text = (
        "استهدفت مسيرة أمس سيارة في مدينة شبوة فأصيب شخص.\n"
        "وكانت الهجمات هذا العام كما يلي:\n"
        "– الشهر الثالث، هجومان تسببا بإصابة ستة أشخاص بجراح.\n"
    )
    assert told(events(text)[0]) == [("injured", 1, 1)]


def test_what_is_told_besides_is_of_its_own_act() -> None:
    text = "قتل ثلاثة جنود أمس في قصف على مدينة مأرب، كما قتلت طفلة في انفجار لغم في مدينة حيس أمس."
    assert told(at(text, "مدينة مأرب")) == [("killed", 3, 3)]
    assert told(at(text, "مدينة حيس")) == [("killed", 1, 1)]


@pytest.mark.parametrize(
    "standing",
    [
        "وقتل أكثر من مئة من رجال الشرطة كما قتل مئات المسلحين منذ انهيار وقف إطلاق النار في تموز.",
        "وقتل 32 فلسطينيا وأربعة إسرائيليين منذ إعلان نقل السفارة إلى القدس.",
        "وشهدت المنطقة أكثر من 393 هجوما منذ بداية الصيف. وتسببت تلك الهجمات بمقتل 94 شخصا بينهم 31 طفلا.",
    ],
)
def test_what_many_acts_did_over_a_time_is_no_toll_of_the_act_before(standing: str) -> None:
    act = "انفجرت عبوة ناسفة أمس بدورية في مدينة شرناق فقتل شرطيان.\n"
    assert told(events(act + standing)[0]) == [("killed", 2, 2)]


def test_the_dead_since_a_fight_began_that_morning_are_its_toll() -> None:
    text = "قتل خمسة جنود منذ بدء الاشتباكات في مخيم عين الحلوة أمس."
    assert told(events(text)[0]) == [("killed", 5, 5)]


def test_what_a_toll_rose_by_is_the_acts_and_the_sum_is_not() -> None:
    text = "أسفر القصف في مدينة حرستا أمس عن مقتل ثمانية مدنيين، لترتفع بذلك حصيلة القتلى منذ الشهر الماضي إلى 1031."
    assert told(at(text, "مدينة حرستا")) == [("killed", 8, 8)]


def test_a_headline_that_repeats_a_sum_of_many_acts_is_no_toll() -> None:
    title = "مقتل أكثر من ألف مدني في الغوطة الشرقية\n"
    body = "بلغ عدد القتلى المدنيين في الغوطة أكثر من ألف قتيل منذ 18 كانون الثاني الماضي. "
    text = title + body + "وقتل 20 مدنيا في قصف على مدينة دوما أمس."
    assert told(at(text, "مدينة دوما")) == [("killed", 20, 20)]


def test_a_headline_of_another_article_below_is_no_toll() -> None:
    act = "قصفت الطائرات أمس قرية في ريف حماة.\nولم تذكر المصادر مزيدا من التفاصيل.\n"
    below = "وتشهد المنطقة هدوءا حذرا.\nوعادت الحركة إلى الأسواق.\nقتلى وجرحى باستئناف الحربي غاراته شمالا\n"
    assert told(events(act + below)[0]) == []


def test_a_report_of_one_act_gives_it_the_figures_of_its_later_sentences() -> None:
    text = (
        "أطلق مسلحون النار على استعراض عسكري في مدينة الأهواز أمس ما أسفر عن مقتل 29 شخصا، على الأقل.\n"
        "وأعلن الرئيس الحداد. وأغلقت الطرق المؤدية إلى المدينة. وعززت الإجراءات على الحدود. "
        "وأفادت وكالة محلية بأن من بين القتلى ثمانية من عناصر الحرس وصحفيا."
    )
    assert told(events(text)[0]) == [("killed", 29, None), ("killed", 8, 8), ("killed", 1, 1)]


def test_those_who_give_a_figure_beside_the_act_are_sources_of_it() -> None:
    text = "أعلنت السلطات عن مقتل ستة أشخاص، فيما تحدثت مصادر طبية عن سقوط تسعة قتلى، في هجوم على فندق في بغداد أمس."
    assert {voice.words.text for voice in events(text)[0].voices} == {"السلطات", "مصادر طبية"}


def test_a_town_and_a_student_are_no_calls_to_act() -> None:
    assert told(events("استهدفت غارة سيارة في منطقة حرض أمس وأدت إلى استشهاد أربعة مواطنين.")[0]) == [("killed", 4, 4)]
    assert told(events("أصيب طالب جامعي بقصف استهدف مدرسة في مدينة حلب أمس.")[0]) == [("injured", 1, 1)]
    assert events("طالب القائد قواته بقصف مدينة حلب.") == []


def test_a_headline_that_sums_up_in_words_gives_way_to_the_number_below() -> None:
    text = "سيارات مفخخة تقتل العشرات\nقتل سبعة أشخاص في تفجير سيارتين مفخختين في مدينة بغداد أمس."
    assert told(events(text)[0]) == [("killed", 7, 7)]
