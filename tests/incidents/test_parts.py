"""One clause that hits towns far apart: each part joins what others tell of its place, no toll is told twice."""

from __future__ import annotations

from tests.incidents.build import SHELLING, account, event, gazetteer, killed, weapon, where
from waqai.incidents.join import Joined, join
from waqai.incidents.parts import parts
from waqai.incidents.tellings import tellings

ROSE = where("حقل الورد", "rose")
BASE = where("قاعدة الورد", "rose-base")
TOWN = where("بلدة النرجس", "town")


def joined(*reports: tuple[str, object]) -> Joined:
    return join([account(name, told) for name, told in reports], gazetteer())  # type: ignore[arg-type]


def test_places_of_one_front_are_one_act() -> None:
    told = tellings([account("a", event(places=(ROSE, BASE)))])
    assert parts(told, gazetteer()) == told


def test_places_far_apart_are_parts_and_the_event_keeps_its_key() -> None:
    told = tellings([account("a", event(places=(ROSE, where("الوادي"), TOWN, BASE)))])
    first, second = parts(told, gazetteer())
    assert (first.key, first.part, second.key, second.part) == ("a/e1", (1, 2), "a/e1.2", (2, 2))
    assert [place.words.text for place in first.event.places] == ["حقل الورد", "الوادي", "قاعدة الورد"]
    assert [place.words.text for place in second.event.places] == ["بلدة النرجس"]
    assert first.content == told[0].content != second.content


def test_each_part_joins_its_own() -> None:
    found = joined(
        ("list", event(1, SHELLING, places=(ROSE, TOWN))),
        ("field", event(1, SHELLING, places=(ROSE,))),
        ("town", event(1, SHELLING, places=(TOWN,))),
    )
    assert sorted(one.reports for one in found.incidents) == [("field", "list"), ("list", "town")]


def test_a_toll_of_all_parts_bounds_each_and_is_the_best_figure_of_none() -> None:
    told = joined(
        ("list", event(places=(ROSE, TOWN), casualties=(killed(5),))), ("field", event(casualties=(killed(3),)))
    )
    assert sorted(one.killed for one in told.incidents if one.killed[1]) == [(0, 3, 5)]
    assert [one.killed for one in told.incidents if not one.killed[1]] == [(0, None, 5)]
    assert all(one.disagreements == () for one in told.incidents)


def test_parts_that_nobody_tells_of_alone_are_one_incident_with_its_toll() -> None:
    both = event(places=(ROSE, TOWN), casualties=(killed(5),))
    (one,) = joined(("list", both), ("copy", both)).incidents
    assert one.events == ("copy/e1", "copy/e1.2", "list/e1", "list/e1.2")
    assert one.killed == (5, 5, 5)
    assert [name for name, _, _ in one.places] == ["حقل الورد", "بلدة النرجس"]


def test_that_nobody_died_holds_for_each_part() -> None:
    told = joined(("list", event(places=(ROSE, TOWN), casualties=(killed(0),), weapons=(weapon("rocket"),))))
    assert [one.killed for one in told.incidents] == [(0, 0, 0)]
    apart = joined(("list", event(places=(ROSE, TOWN), casualties=(killed(0),))), ("field", event()))
    assert [one.killed for one in apart.incidents] == [(0, 0, 0), (0, 0, 0)]
