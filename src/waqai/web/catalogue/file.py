"""The catalogue's file: made anew from the record in one go beside it, and put in its place when it is whole."""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from waqai.incidents.join import Joined
from waqai.incidents.model import Incident, Judgement, Verdict
from waqai.record import serial
from waqai.reference.places import Gazetteer
from waqai.web.catalogue.beside import TABLES, Beside, add_beside
from waqai.web.catalogue.draw import Entry, TextOf, draw

FORM = "7"  # of the tables below: a file of another form is made anew
_TABLES = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE incidents(
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, changed INTEGER NOT NULL, hash TEXT NOT NULL,
  first INTEGER, last INTEGER, published TEXT, lat REAL, lon REAL, precision INTEGER, killed INTEGER,
  sources INTEGER NOT NULL, facets TEXT NOT NULL, card TEXT NOT NULL, body TEXT NOT NULL, mark TEXT NOT NULL,
  text TEXT NOT NULL);
CREATE INDEX incidents_changed ON incidents(changed);
CREATE TABLE tellings(key TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE links(answer TEXT NOT NULL, cause TEXT NOT NULL, stated INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX links_answer ON links(answer);
CREATE INDEX links_cause ON links(cause);
CREATE TABLE reasons(incident TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX reasons_incident ON reasons(incident);
CREATE TABLE unsure(number INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE redirects(id TEXT PRIMARY KEY, now TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
  text, content='incidents', content_rowid='position', tokenize="unicode61 remove_diacritics 0");
"""
_INCIDENT = "INSERT INTO incidents VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_AS_BEFORE = (
    "INSERT INTO incidents SELECT ?, id, changed, hash, first, last, published, lat, lon, precision, killed, sources, "
    "facets, card, body, mark, text FROM before.incidents WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class Before:
    """What the file said before: each incident's hash, number of change and mark; its epoch, the highest number."""

    known: Mapping[str, tuple[str, int, str]]
    epoch: str
    highest: int


def write(path: Path, joined: Joined, text_of: TextOf, places: Gazetteer, made: Beside) -> None:
    """The file holds these incidents and what stands beside them; numbers of change go on from the file that was there.

    What is told of an incident in the same words as before is not drawn anew.
    """
    before = _before(path)
    with replacing(path, path if before.known else None) as connection:
        told = {key: serial.dump(telling) for key, telling in joined.tellings.items()}
        highest = _add_incidents(connection, _Drawing(joined, told, text_of, places), before)
        connection.executemany("INSERT INTO tellings VALUES (?,?)", told.items())
        _add_context(connection, joined)
        add_beside(connection, made)
        describe(connection, before.epoch, highest)


@contextmanager
def replacing(path: Path, before: Path | None = None) -> Iterator[sqlite3.Connection]:
    """An empty catalogue to fill, another one beside it as `before`; it takes its place at `path` when it is whole."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            fresh.chmod(0o600)  # it holds what the record holds
            connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES + TABLES)
            if before is not None:
                connection.execute("ATTACH ? AS before", (str(before),))
            connection.execute("BEGIN")
            yield connection
            connection.execute("INSERT INTO words(words) VALUES ('rebuild')")
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


def _before(path: Path) -> Before:
    """What the file at `path` said; marks only where it is of this form."""
    if path.exists():
        try:
            with closing(sqlite3.connect(path)) as connection:
                meta = dict(connection.execute("SELECT name, value FROM meta"))
                mark = "mark" if meta["form"] == FORM else "''"
                rows = connection.execute(f"SELECT id, hash, changed, {mark} FROM incidents")  # noqa: S608
                known = {name: (hashed, at, mark) for name, hashed, at, mark in rows}
                return Before(known, meta["epoch"], int(meta["changed"]))
        except (sqlite3.DatabaseError, KeyError):
            pass
    return Before({}, secrets.token_hex(3), 0)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """All incidents in order of time, and what their entries are drawn from."""

    joined: Joined
    told: Mapping[str, str]
    text_of: TextOf
    places: Gazetteer

    def ordered(self) -> Iterator[Incident]:
        """The undated first, so that the newest stand last."""
        yield from (one for one in self.joined.incidents if one.start is None)
        yield from (one for one in self.joined.incidents if one.start is not None)

    def mark(self, incident: Incident, body: str) -> str:
        """The same where everything is told as before."""
        return _hash(body, *(self.told[key] for key in incident.events))

    def entry(self, incident: Incident) -> Entry:
        """What the lists show of it, drawn from all that is told."""
        return draw(incident, [self.joined.tellings[key] for key in incident.events], self.text_of, self.places)


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()


def _add_incidents(connection: sqlite3.Connection, drawing: _Drawing, before: Before) -> int:
    """The rows; the highest number of change, counted on for each incident that is new or not as it was."""
    number = before.highest
    for position, incident in enumerate(drawing.ordered()):
        body = serial.dump(incident)
        mark = drawing.mark(incident, body)
        hashed, changed, known = before.known.get(incident.id, ("", 0, ""))
        if known == mark:
            connection.execute(_AS_BEFORE, (position, incident.id))
            continue
        entry = drawing.entry(incident)
        now = _hash(serial.dump(entry.card), body)
        if now != hashed:
            number += 1
            changed = number
        add_row(connection, position, entry, Kept(changed, now, mark, body))
    return number


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands beside an entry: when it changed, hashes of what is shown and of what was told, the incident."""

    changed: int
    hash: str = ""
    mark: str = ""
    body: str = ""


def add_row(connection: sqlite3.Connection, position: int, entry: Entry, kept: Kept) -> None:
    """The incident at that position, with its words for searching."""
    card, (first, last) = entry.card, entry.days
    site = card.site
    placed = (site.lat, site.lon, site.precision) if site else (None, None, None)
    row = (position, card.id, kept.changed, kept.hash, first, last, card.published, *placed)
    facets = json.dumps(entry.facets, ensure_ascii=False)
    about = (card.killed[1], card.sources, facets, serial.dump(card), kept.body, kept.mark, entry.words)
    connection.execute(_INCIDENT, (*row, *about))


def _add_context(connection: sqlite3.Connection, joined: Joined) -> None:
    """Links, why they were joined, what is unsure, and the names that lead elsewhere."""
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
