"""Who denies what: a toll, his own part, the figure of somebody else; and who speaks without having done it."""

from __future__ import annotations

from datetime import date

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent, Stance
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2022, 3, 9)


def told(text: str) -> tuple[ReportedEvent, ...]:
    return account(Report("0" * 64, "deniers", text, Metadata(published=PUBLISHED))).events


def heard(event: ReportedEvent) -> list[tuple[str, Stance | None]]:
    return [(voice.words.text, voice.stance) for voice in event.voices]


def doers(event: ReportedEvent) -> list[tuple[str, Stance | None]]:
    return [(party.words.text, party.stance) for party in event.initiators]


def test_a_figure_that_a_clause_takes_up_and_denies() -> None:
    text = (
        "تبنى تنظيم داعش تفجير سيارة مفخخة في مدينة الرمادي أمس الثلاثاء، معلنا مقتل 30 شرطيا، "
        "وهي حصيلة نفاها مصدر طبي."
    )
    assert ("مصدر طبي", Stance.DENIES) in heard(told(text)[0])


def test_a_toll_denied_in_a_sentence_of_its_own() -> None:
    text = (
        "أعلنت وزارة الدفاع السعودية مقتل عشرة من الحوثيين بغارة على مدينة حرض أمس الثلاثاء. "
        "لكن مصدرا طبيا نفى هذه الحصيلة."
    )
    assert ("مصدرا طبيا", Stance.DENIES) in heard(told(text)[0])


def test_who_denies_his_part_is_named_with_his_denial() -> None:
    text = "سقطت أربعة صواريخ في مدينة أربيل أمس الثلاثاء. ونفت هيئة الحشد الشعبي مسؤولية فصائلها عن إطلاق الصواريخ."
    (event,) = told(text)
    assert [stance for _, stance in doers(event)] == [Stance.DENIES]
    assert ("هيئة الحشد الشعبي", Stance.DENIES) in heard(event)


def test_who_tells_from_where_rockets_were_fired_did_not_fire_them() -> None:
    text = "أكد جهاز مكافحة الإرهاب سقوط صاروخين قرب مدينة أربيل أمس الثلاثاء، مضيفا أنها أطلقت من قضاء تلعفر."
    (event,) = told(text)
    assert doers(event) == []


def test_whose_fire_neutralized_them_did_it() -> None:
    text = "أعلن الجيش الأردني تحييد خمسة من المهربين بقصف جوي قرب مدينة السويداء أمس الثلاثاء."
    (event,) = told(text)
    assert doers(event) == [("الجيش الأردني", Stance.ASSERTS)]


def test_assaults_that_only_go_on_are_no_act() -> None:
    text = (
        "قتل مدني برصاص مسلحين في مدينة الخليل أمس الثلاثاء. "
        "وحذرت نقابة المحامين من أن استمرار الاقتحامات ينذر بانفجار."
    )
    (event,) = told(text)
    assert all(name != "نقابة المحامين" for name, _ in heard(event))


def test_the_agency_behind_a_dateline_is_no_place() -> None:
    text = "أربيل (زاخو اليوم)- استهدفت طائرة مسيرة معسكرا شرقي مدينة الموصل أمس الثلاثاء."
    (event,) = told(text)
    assert all("زاخو" not in place.words.text for place in event.places)


def test_a_town_in_brackets_behind_the_agency_is_no_place() -> None:
    text = "برق بوست (سرت) – استهدفت طائرة مسيرة معسكرا شرقي مدينة بنغازي أمس الثلاثاء."
    (event,) = told(text)
    assert all("سرت" not in place.words.text for place in event.places)


def test_what_explains_a_sentence_is_told_of_the_act_behind_it() -> None:
    text = (
        "قتل شخصان بانفجار سيارة مفخخة في مدينة الباب أمس الثلاثاء. "
        "وهذا التفجير هو الثالث في المدينة، إذ جرح أربعة عمال في الأول من الشهر الحالي بانفجار عبوة ناسفة في حي السنتر."
    )
    first, second = told(text)
    assert [figure.low for figure in second.casualties] == [4]
    assert [figure.low for figure in first.casualties] == [2]
