"""The catalogue's file: made anew from the record in one go beside it, and put in its place when it is whole."""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from waqai.incidents.join import Joined
from waqai.incidents.model import Incident, Judgement, Verdict
from waqai.record import serial
from waqai.reference.places import Gazetteer
from waqai.web.catalogue.draw import Entry, draw

FORM = "5"  # of the tables below: a file of another form is made anew
_TABLES = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE incidents(
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, changed INTEGER NOT NULL, hash TEXT NOT NULL,
  first INTEGER, last INTEGER, published TEXT, lat REAL, lon REAL, precision INTEGER, killed INTEGER,
  sources INTEGER NOT NULL, facets TEXT NOT NULL, card TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX incidents_changed ON incidents(changed);
CREATE TABLE tellings(key TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE links(answer TEXT NOT NULL, cause TEXT NOT NULL, stated INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX links_answer ON links(answer);
CREATE INDEX links_cause ON links(cause);
CREATE TABLE reasons(incident TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX reasons_incident ON reasons(incident);
CREATE TABLE unsure(number INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE redirects(id TEXT PRIMARY KEY, now TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize="unicode61 remove_diacritics 0");
"""
_INCIDENT = "INSERT INTO incidents VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"


def write(path: Path, joined: Joined, texts: Mapping[str, str], places: Gazetteer) -> None:
    """The file holds these incidents; numbers of change go on from the file that was there."""
    known, epoch, number = _before(path)
    with replacing(path) as connection:
        entries = _entries(joined, texts, places)
        highest = _add_incidents(connection, entries, known, number)
        _add_context(connection, joined)
        describe(connection, epoch, highest)


@contextmanager
def replacing(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty catalogue to fill; it takes the place of the one at `path` when it is whole."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            fresh.chmod(0o600)  # it holds what the record holds
            connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;" + _TABLES)
            yield connection
            connection.execute("COMMIT")
        fresh.replace(path)
    finally:
        with suppress(FileNotFoundError):
            fresh.unlink()


def describe(connection: sqlite3.Connection, epoch: str, changed: int) -> None:
    """What the file says of itself."""
    meta = {"form": FORM, "epoch": epoch, "changed": str(changed)}
    connection.executemany("INSERT INTO meta VALUES (?,?)", meta.items())


def sign(path: Path, stamp: str) -> None:
    """The file says of which state of the record it is."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('stamp', ?)", (stamp,))


def _before(path: Path) -> tuple[dict[str, tuple[str, int]], str, int]:
    """What the file said before: hash and number of each incident, its epoch, the highest number."""
    fresh: tuple[dict[str, tuple[str, int]], str, int] = ({}, secrets.token_hex(3), 0)
    if not path.exists():
        return fresh
    try:
        with closing(sqlite3.connect(path)) as connection:
            meta = dict(connection.execute("SELECT name, value FROM meta"))
            rows = connection.execute("SELECT id, hash, changed FROM incidents")
            return {name: (mark, at) for name, mark, at in rows}, meta["epoch"], int(meta["changed"])
    except (sqlite3.DatabaseError, KeyError):
        return fresh


def _entries(joined: Joined, texts: Mapping[str, str], places: Gazetteer) -> Iterator[tuple[Incident, Entry]]:
    """All incidents with their entries in order of time: the undated first, so that the newest stand last."""
    undated = [one for one in joined.incidents if one.start is None]
    dated = [one for one in joined.incidents if one.start is not None]
    for incident in (*undated, *dated):
        yield incident, draw(incident, [joined.tellings[key] for key in incident.events], texts, places)


def _add_incidents(
    connection: sqlite3.Connection,
    entries: Iterable[tuple[Incident, Entry]],
    known: Mapping[str, tuple[str, int]],
    number: int,
) -> int:
    """The rows; the highest number of change, counted on for each incident that is new or not as it was."""
    for position, (incident, entry) in enumerate(entries):
        card, body = serial.dump(entry.card), serial.dump(incident)
        mark = hashlib.blake2b((card + body).encode(), digest_size=12).hexdigest()
        before = known.get(entry.card.id)
        if before is None or before[0] != mark:
            number += 1
        changed = before[1] if before is not None and before[0] == mark else number
        add_row(connection, position, (changed, mark), entry, body)
    return number


def add_row(connection: sqlite3.Connection, position: int, change: tuple[int, str], entry: Entry, body: str) -> None:
    """The incident at that position, and its words for searching."""
    card, (first, last) = entry.card, entry.days
    site = card.site
    placed = (site.lat, site.lon, site.precision) if site else (None, None, None)
    row = (position, card.id, *change, first, last, card.published, *placed)
    facets = json.dumps(entry.facets, ensure_ascii=False)
    connection.execute(_INCIDENT, (*row, card.killed[1], card.sources, facets, serial.dump(card), body))
    connection.execute("INSERT INTO words(rowid, text) VALUES (?,?)", (position, entry.words))


def _add_context(connection: sqlite3.Connection, joined: Joined) -> None:
    """Tellings, links, why they were joined, what is unsure, and the names that lead elsewhere."""
    tellings = ((key, serial.dump(telling)) for key, telling in joined.tellings.items())
    connection.executemany("INSERT INTO tellings VALUES (?,?)", tellings)
    links = ((link.answer, link.cause, link.stated, serial.dump(link)) for link in joined.links)
    connection.executemany("INSERT INTO links VALUES (?,?,?,?)", links)
    incident_of = {key: one.id for one in joined.incidents for key in one.events}
    same = (one for one in joined.judgements if one.verdict is Verdict.SAME)
    reasons = ((incident_of[one.left], serial.dump(one)) for one in same if _together(one, incident_of))
    connection.executemany("INSERT INTO reasons VALUES (?,?)", reasons)
    unsure = (one for one in joined.judgements if one.verdict is Verdict.UNSURE)
    rows = ((incident_of[one.left], incident_of[one.right], serial.dump(one)) for one in unsure)
    connection.executemany("INSERT INTO unsure(one, other, body) VALUES (?,?,?)", (r for r in rows if r[0] != r[1]))
    connection.executemany("INSERT INTO redirects VALUES (?,?)", joined.naming.redirects.items())


def _together(judgement: Judgement, incident_of: Mapping[str, str]) -> bool:
    return incident_of[judgement.left] == incident_of[judgement.right]
