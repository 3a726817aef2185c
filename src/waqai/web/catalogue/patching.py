"""One incident of a catalogue changed in place: what somebody decided of it shows at once, however large the record."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from waqai.incidents.decisions import Act, Decision
from waqai.incidents.edits import apply
from waqai.incidents.model import Incident, Telling
from waqai.record import serial
from waqai.reference.places import Gazetteer
from waqai.web.catalogue.catalogue import Catalogue
from waqai.web.catalogue.draw import TextOf, draw

_IN_PLACE = frozenset({Act.ACCEPT, Act.REJECT, Act.EDIT})
_UPDATE = (
    "UPDATE incidents SET changed = ?, killed = ?, facets = ?, card = ?, body = ?, mark = '', text = ? "
    "WHERE position = ?"
)


def in_place(decision: Decision) -> bool:
    """Whether it changes one incident and neither its place in time nor anybody else's."""
    return decision.act in _IN_PLACE and decision.field != "date"


def patched(catalogue: Catalogue, position: int, decision: Decision, drawn_from: tuple[TextOf, Gazetteer]) -> Catalogue:
    """The catalogue with the decision heeded, in its file and in memory; inferred answers wait for the next joining."""
    ((body, before),) = catalogue.rows("SELECT body, text FROM incidents WHERE position = ?", (position,))
    incident = apply(serial.load(Incident, str(body)), [decision])
    entry = draw(incident, _tellings(catalogue, incident), *drawn_from)
    number = int(catalogue.meta["changed"]) + 1
    card = entry.card
    facets = json.dumps(entry.facets, ensure_ascii=False)
    row = (number, card.killed[1], facets, serial.dump(card), serial.dump(incident), entry.words, position)
    with closing(sqlite3.connect(catalogue.path)) as connection, connection:
        connection.execute("INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)", (position, str(before)))
        connection.execute(_UPDATE, row)
        connection.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (position, entry.words))
        connection.execute("UPDATE meta SET value = ? WHERE name = 'changed'", (str(number),))
    return catalogue.with_changed(position, entry.facets, card.killed[1], number)


def _tellings(catalogue: Catalogue, incident: Incident) -> list[Telling]:
    marks = ",".join("?" * len(incident.events))
    rows = catalogue.rows(f"SELECT key, body FROM tellings WHERE key IN ({marks})", incident.events)  # noqa: S608
    found = {str(key): serial.load(Telling, str(line)) for key, line in rows}
    return [found[key] for key in incident.events]
