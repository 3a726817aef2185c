"""Who did an act, over the clauses that tell it: one camp, the crowd of a protest, who is accused of which act."""

from __future__ import annotations

from datetime import date

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2022, 3, 9)


def told(text: str) -> tuple[ReportedEvent, ...]:
    return account(Report("0" * 64, "authors", text, Metadata(published=PUBLISHED))).events


def doers(event: ReportedEvent) -> list[tuple[str, str | None]]:
    return [(party.words.text, party.actor) for party in event.initiators]


def hit(event: ReportedEvent) -> list[str]:
    return [party.words.text for party in event.targets]


def test_a_foe_that_another_sentence_names_did_not_do_it() -> None:
    text = (
        "قتل جنديان في انفجار سيارة مفخخة استهدف قافلة عسكرية في ديار بكر أمس الثلاثاء. "
        "ونسب الجيش التركي الهجوم إلى حزب العمال الكردستاني. ودان الحزب القصف التركي."
    )
    assert doers(told(text)[0]) == [("حزب العمال الكردستاني", "pkk")]


def test_both_sides_of_a_fight_told_one_by_one_stand() -> None:
    text = "اندلعت اشتباكات بين الجيش اليمني والحوثيين في مدينة تعز أمس الثلاثاء."
    assert [actor for _, actor in doers(told(text)[0])] == ["yemeni_government", "houthis"]


def test_who_takes_on_an_act_took_on_the_one_told_before() -> None:
    text = (
        "جرح عشرات في تفجير سيارة مفخخة في حي الكرادة ببغداد أمس الثلاثاء، تبناه تنظيم داعش، "
        "كما قتل ثلاثة في انفجار عبوة ناسفة في مدينة بعقوبة."
    )
    first, second = told(text)
    assert doers(first) == [("تنظيم داعش", "islamic_state")]
    assert doers(second) == []


def test_an_act_recalled_by_the_way_gives_its_author_to_no_other() -> None:
    text = (
        "شن سلاح الجو التركي غارات على مواقع لداعش قرب مدينة جرابلس أمس الثلاثاء "
        "بعد أيام من هجوم انتحاري نسبته الحكومة إلى التنظيم."
    )
    assert doers(told(text)[0]) == [("سلاح الجو التركي", "turkey")]


def test_two_who_are_accused_together_are_both_named() -> None:
    text = "اتهم محافظ أبين الحوثيين وقوات صالح بقصف سوق شعبي في مدينة لودر أمس الثلاثاء."
    (event,) = told(text)
    assert doers(event) == [("الحوثيين", "houthis"), ("قوات صالح", "saleh_forces")]
    assert {party.according_to.text for party in event.initiators if party.according_to} == {"محافظ أبين"}


def test_the_accused_is_no_adjective_of_who_accuses() -> None:
    text = "حملت الحكومة اليمنية الحوثيين مسؤولية قصف سوق شعبي في مدينة مأرب أمس الثلاثاء."
    assert doers(told(text)[0]) == [("الحوثيين", "houthis")]


def test_sites_that_are_suspected_are_not_who_raided_them() -> None:
    text = "داهمت الشرطة التركية في إسطنبول أمس الثلاثاء مئة موقع يشتبه بأنها تابعة لتنظيم داعش."
    assert doers(told(text)[0]) == [("الشرطة التركية", "turkey")]


def test_residents_are_nobodys_suspects() -> None:
    text = (
        "شهدت مدينة الباب أمس الثلاثاء قصفا بطائرات مسيرة تابعة للتحالف الدولي. "
        "ورجح مصدر تجدد القصف وسط مطالبات للأهالي بالتزام المنازل."
    )
    assert "civilians" not in [actor for _, actor in doers(told(text)[0])]


def test_the_crowd_makes_a_protest_and_whoever_breaks_it_up_is_its_target() -> None:
    (event,) = told("فرقت الشرطة مئات المتظاهرين بالغاز المسيل للدموع في وسط بيروت أمس الثلاثاء.")
    assert [words for words, _ in doers(event)] == ["المتظاهرين"]
    assert hit(event) == ["الشرطة"]
    (shot,) = told("أطلقت قوات الأمن الرصاص الحي على المحتجين في ساحة التحرير ببغداد أمس الثلاثاء.")
    assert [words for words, _ in doers(shot)] == ["المحتجين"]
    assert hit(shot) == ["قوات الأمن"]


def test_a_demonstration_that_threw_stones_is_the_protesters() -> None:
    (event,) = told("رشق متظاهرون قوات الأمن بالحجارة في مدينة طرابلس أمس الثلاثاء.")
    assert [words for words, _ in doers(event)] == ["متظاهرون"]
    assert hit(event) == ["قوات الأمن"]


def test_a_strike_that_no_crowd_is_told_of_keeps_its_sides() -> None:
    (event,) = told("استهدفت مروحيات الجيش اليمني مقرا للحوثيين في مدينة صعدة أمس الثلاثاء.")
    assert [words for words, _ in doers(event)] == ["مروحيات الجيش اليمني"]
    assert hit(event) == ["مقرا للحوثيين"]


def test_sides_and_vague_words_of_other_clauses_add_nothing_to_a_named_target() -> None:
    text = (
        "قصفت المدفعية التركية مستودعا لحزب العمال الكردستاني في منطقة متينا أمس الثلاثاء. "
        "وجاء القصف بعد استهداف أهداف للحزب."
    )
    assert hit(told(text)[0]) == ["مستودعا لحزب العمال الكردستاني"]


def test_a_verb_that_carries_an_act_has_the_doer_named_before() -> None:
    text = (
        "قصف الجيش السوداني مستودعا للدعم السريع في مدينة الفاشر أمس الثلاثاء. "
        "كما شن ثلاث غارات على معسكر للدعم السريع في مدينة نيالا."
    )
    assert all(doers(event) == [("الجيش السوداني", "sudanese_government")] for event in told(text))


def test_who_supports_nobody_that_acts_did_nothing() -> None:
    text = (
        "قتل ثلاثة في تفجير انتحاري استهدف مقرا أمنيا وسط بغداد أمس الثلاثاء. "
        "ويأتي الهجوم فيما تقاتل الحكومة مدعومة بالقوات الكردية تنظيما مسلحا."
    )
    assert "peshmerga" not in [actor for event in told(text) for _, actor in doers(event)]


def test_a_guard_who_was_killed_killed_nobody() -> None:
    text = "قتل أربعة بتفجير انتحاري شمالي بغداد أمس الثلاثاء. وقال مصدر إن عنصرا في الشرطة قتل أثناء التفجير."
    assert all(actor in (None, "unidentified") for event in told(text) for _, actor in doers(event))


def test_two_whom_a_state_backs_and_its_friend_are_no_doers() -> None:
    text = "قتل مدنيان في قصف نفذه الجيش السوري وفصائل مسلحة مدعومة من روسيا وإيران على بلدة بنش أمس الثلاثاء."
    assert not {"iran", "russia"} & {actor for _, actor in doers(told(text)[0])}


def test_on_whom_the_blame_is_laid_is_not_hit() -> None:
    text = "قتل شرطي في تفجير في مدينة العريش أمس الثلاثاء ألقت السلطات باللائمة فيه على تنظيم داعش."
    assert "تنظيم داعش" not in hit(told(text)[0])


def test_ambulances_that_came_are_no_target() -> None:
    text = "طوقت قوة أمنية مكان الحادث في حي الحسينية أمس الثلاثاء وهرعت سيارات الإسعاف لنقل الجرحى."
    assert all("سيارات الإسعاف" not in hit(event) for event in told(text))


def test_whose_camp_it_is_is_told_with_it() -> None:
    text = "شنت مجموعة مسلحة هجوما على معسكر السلام للنازحين في محلية بليل أمس الثلاثاء."
    assert "للنازحين" not in hit(told(text)[0])


def test_the_rank_and_the_name_behind_it_are_one_target() -> None:
    text = 'اغتال مسلحون مجهولون الملازم "محمد سالم" في مدينة نوى أمس الثلاثاء.'
    assert hit(told(text)[0]) == ['الملازم "محمد سالم']


def test_a_thing_told_again_with_its_article_is_one_target() -> None:
    text = "هاجم مسلحون مخيما للنازحين في مدينة سرتوني أمس الثلاثاء. واستهدف الهجوم المخيم."
    assert len(hit(told(text)[0])) == 1


def test_who_did_it_does_not_own_what_was_hit() -> None:
    text = "اغتيل شيخ أمام منزله وأحرق منزله من قبل عناصر داعش في مدينة الموصل أمس الثلاثاء."
    assert all("داعش" not in words for event in told(text) for words in hit(event))
