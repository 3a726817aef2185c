"""What is told of the attack that is answered, and who goes on acting behind «أن»."""

from __future__ import annotations

from datetime import date

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent, Stance
from waqai.reports.model import Metadata, Report


def told(*sentences: str) -> tuple[ReportedEvent, ...]:
    """The acts of a report of 10 March 2021."""
    return account(Report("r", "r", "\n".join(sentences), Metadata(published=date(2021, 3, 10)))).events


def test_the_place_of_what_is_answered_is_not_struck() -> None:
    (event,) = told("قصفت تركيا مدينة تل رفعت أمس ردا على صواريخ مدينة كلس.")
    assert [place.words.text for place in event.places] == ["مدينة تل رفعت"]
    assert event.weapons == ()


def test_the_place_behind_an_answer_is_struck() -> None:
    (event,) = told("قصفت تركيا أمس، ردا على الصواريخ، مدينة تل رفعت.")
    assert [place.words.text for place in event.places] == ["مدينة تل رفعت"]


def test_the_party_that_the_clause_opens_with_goes_on_to_act() -> None:
    raid = told(
        "قصفت المدفعية التركية أمس مدينة منبج.",
        "وقال سكان إن قوات سوريا الديمقراطية استنفرت في المدينة كما اعتقلت خمسة شبان في مدينة الطبقة.",
    )[1]
    assert [one.actor for one in raid.initiators] == ["sdf"]


def test_a_written_passive_names_nobody() -> None:
    event = told("قال المتحدث باسم الحشد الشعبي: «أُطلقت الصواريخ على مطار أربيل أمس».")[0]
    assert event.initiators == ()


def test_it_was_how_often_and_how_many_over_that_time() -> None:
    events = told(
        "قصفت المدفعية التركية أمس مدينة منبج.",
        "وهذه خامس مرة تُقصف فيها مدينة منبج منذ مطلع العام.",
        "وأحصى المجلس مقتل 40 شخصا في سوريا خلال هذه المدة.",
    )
    assert len(events) == 1
    assert events[0].casualties == ()


def test_the_attack_suffered_far_behind_its_verb() -> None:
    (event,) = told(
        "تعرض مطار أربيل الذي تتمركز في جانب منه قوات أميركية في كردستان العراق، قرابة الثالثة من فجر أمس "
        "الثلاثاء، لهجوم بثلاثة صواريخ."
    )
    assert event.sub_event_type == "Shelling/artillery/missile attack"


def test_the_two_sides_of_the_fight_agree() -> None:
    fight, truce = told(
        "اندلعت أمس اشتباكات بين «لواء الصقور» و«كتيبة النمور» في مدينة صرمان.",
        "وأعلن الطرفان وقفا لإطلاق النار دخل حيز التنفيذ اليوم.",
    )
    names = ["لواء الصقور", "كتيبة النمور"]
    assert [one.words.text for one in fight.initiators] == names
    assert [one.words.text for one in truce.initiators] == names


def test_the_city_where_it_is_calm_again_was_fought_in() -> None:
    (event,) = told("عاد الهدوء إلى مدينة صرمان بعد اشتباكات اندلعت أمس بين مسلحين وقوات من الجيش الليبي.")
    assert [place.words.text for place in event.places] == ["مدينة صرمان"]


def test_the_later_toll_of_one_voice_stands() -> None:
    (event,) = told(
        "اندلعت أمس اشتباكات بين مسلحين في مدينة صرمان.",
        "وقال جهاز الإسعاف إن شخصا قُتل، قبل أن يعلن لاحقا أن الحصيلة ارتفعت إلى أربعة قتلى.",
    )
    assert [(toll.kind, toll.low) for toll in event.casualties] == [("killed", 4)]


def test_under_whom_a_force_is_and_where_it_arrests() -> None:
    (event,) = told("ألقت قوة تابعة لوزارة الداخلية الليبية القبض، أمس، في درنة على ثلاثة أشخاص.")
    assert [place.words.text for place in event.places] == ["درنة"]
    assert [(toll.kind, toll.low) for toll in event.casualties] == [("captured", 3)]


def test_what_the_rain_washed_away_was_nobodys_act() -> None:
    (event,) = told("انفجر لغم في مدينة حيس أمس.", "وجرفت السيول مئات الألغام إلى المزارع.")
    assert [weapon.weapon_class for weapon in event.weapons] == ["mine"]
    assert event.initiators == ()


def test_who_denies_a_part_in_it_is_an_initiator_who_denies() -> None:
    (event,) = told(
        "سقطت أربعة صواريخ على مطار بغداد أمس.",
        "ونفت كتائب حزب الله أي علاقة لها بالهجوم.",
    )
    assert [one.stance for one in event.initiators] == [Stance.DENIES]
    assert Stance.DENIES in [voice.stance for voice in event.voices]
