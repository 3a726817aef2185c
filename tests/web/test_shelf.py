from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from waqai.deciding import Signature
from waqai.incidents.model import Incident, Telling
from waqai.record.log import log
from waqai.reference.places import Gazetteer
from waqai.web import shelf as shelving
from waqai.web.catalogue.draw import Entry, TextOf, draw
from waqai.web.catalogue.query import Query, parse
from waqai.web.deciding import PageDesk
from waqai.web.settings import Settings
from waqai.web.shelf import Shelf

ME = Signature("ندى", "بعد مراجعة")


@pytest.fixture
def large(record: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """The samples, treated as a record that takes long to join."""
    monkeypatch.setattr(shelving, "_SMALL", 0)
    return Shelf(Settings(record))


def state(shelf: Shelf) -> list[tuple[object, ...]]:
    return shelf.catalogue.rows("SELECT position, id, killed, facets, card, body, text FROM incidents")


@pytest.mark.parametrize(
    ("act", "field", "value"),
    [
        ("accept", "", ""),
        ("reject", "", ""),
        ("edit", "killed", "41"),
        ("edit", "label", "disproven"),
        ("edit", "type", "Attack"),
        ("edit", "initiators", "sdf"),
    ],
)
def test_what_is_decided_of_one_incident_shows_at_once_and_as_joining_anew_would(
    large: Shelf, act: str, field: str, value: str
) -> None:
    name = large.catalogue.ids[-1]
    desk = PageDesk(large, large.catalogue, {name})
    made = desk.edit(name, field, value, ME) if field else getattr(desk, act)(name, ME)
    before = large.catalogue.columns.killed[-1]
    large.decided(made)
    assert not large.is_joining
    at_once, facets = state(large), large.catalogue.counts(Query(), "grade", large.catalogue.everything)
    tolls = list(large.catalogue.columns.killed)
    assert (tolls[-1] == 41) == (field == "killed")
    assert before != 41
    assert ([one.actor for one in large.card(large.catalogue, len(tolls) - 1).by] == ["sdf"]) == (field == "initiators")
    fresh = Shelf(large.settings)  # the kept file fits the record: nothing is joined
    assert state(fresh) == at_once
    large.refresh()
    assert state(large) == at_once
    assert large.catalogue.counts(Query(), "grade", large.catalogue.everything) == facets
    assert list(large.catalogue.columns.killed) == tolls


def test_an_edited_type_is_found_and_the_old_one_is_not(large: Shelf) -> None:
    name = large.catalogue.ids[-1]
    at = large.catalogue.position[name]
    old = large.card(large.catalogue, at).sub_event_type
    large.decided(PageDesk(large, large.catalogue, {name}).edit(name, "type", "Chemical weapon", ME))
    catalogue = large.catalogue
    assert catalogue.select(parse([("type", "Chemical weapon")])) == 1 << at
    assert catalogue.select(parse([("q", "Chemical weapon")])) == 1 << at
    assert not catalogue.select(parse([("type", old)])) >> at & 1


def test_a_merge_shows_when_the_record_has_been_joined_anew(large: Shelf) -> None:
    one, other = large.catalogue.ids[-1], large.catalogue.ids[-2]
    large.decided(PageDesk(large, large.catalogue, {one, other}).merge([one, other], ME))
    for _ in range(600):
        if not large.is_joining and large.current(large.catalogue, one) == large.current(large.catalogue, other):
            break
        time.sleep(0.05)
    assert large.current(large.catalogue, one) == large.current(large.catalogue, other)
    assert len(log(large.record)) == 1


def test_joining_anew_draws_only_what_is_told_otherwise(large: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def noted(incident: Incident, tellings: Sequence[Telling], text_of: TextOf, places: Gazetteer) -> Entry:
        drawn.append(incident.id)
        return draw(incident, tellings, text_of, places)

    monkeypatch.setattr("waqai.web.catalogue.file.draw", noted)
    before = state(large)
    large.refresh()
    assert drawn == []
    assert state(large) == before
    assert large.catalogue.select(parse([("q", "الشدادي")]))
