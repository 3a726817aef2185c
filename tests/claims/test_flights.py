"""What flew by, took the wounded away or was shot down: neither weapon nor doer of the act."""

from __future__ import annotations

from datetime import date

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
from waqai.reports.model import Metadata, Report


def told(*sentences: str) -> tuple[ReportedEvent, ...]:
    """The acts of a report of 10 March 2021."""
    return account(Report("r", "r", "\n".join(sentences), Metadata(published=date(2021, 3, 10)))).events


def test_the_helicopter_that_took_the_wounded_away_did_nothing() -> None:
    (event,) = told("انفجرت عبوة بدورية للجيش في مدينة تعز أمس، وأصيب أربعة جنود نقلوا بمروحية إلى المستشفى.")
    assert [weapon.weapon_class for weapon in event.weapons] == ["ied"]
    assert event.initiators == ()


def test_the_helicopter_that_bombs_is_a_weapon() -> None:
    (event,) = told("قصف الجيش السوري بمروحية مدينة داريا أمس.")
    assert [weapon.weapon_class for weapon in event.weapons] == ["helicopter"]


def test_aircraft_that_kept_circling_hit_nothing() -> None:
    (event,) = told("قصفت المدفعية التركية مدينة منبج أمس، فيما ظل الطيران المسيّر يحلق في سماء المدينة.")
    assert "drone" not in [weapon.weapon_class for weapon in event.weapons]


def test_the_drones_that_came_from_the_town_are_not_what_hit_it() -> None:
    (event,) = told("قصفت المدفعية العراقية أمس بلدة سنجار، التي يعتقد أن المسيرة انطلقت منها.")
    assert "drone" not in [weapon.weapon_class for weapon in event.weapons]


def test_two_drones_named_again_as_the_two_aircraft_are_drones() -> None:
    (event,) = told("هاجم مسلحون بطائرتين مسيرتين قاعدة في مدينة أربيل أمس، وأسقطت الدفاعات الطائرتين.")
    assert [(weapon.weapon_class, weapon.count) for weapon in event.weapons] == [("drone", 2)]
    assert event.outcome == ("intercepted",)


def test_how_the_attack_ended_in_a_sentence_of_its_own() -> None:
    (event,) = told(
        "هاجم الحوثيون بطائرات مسيرة قاعدة في مدينة خميس مشيط أمس.",
        "وقال التحالف العربي إن دفاعاته أسقطت مسيرتين وسقطت الثالثة من غير أن تسبب أضرارا أو إصابات.",
    )
    assert event.outcome == ("intercepted",)
    assert event.damage == "none"
    assert [one.actor for one in event.initiators] == ["houthis"]
