"""What is told of the attack that is answered, and who goes on acting behind «أن»."""

from __future__ import annotations

from datetime import date

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
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
