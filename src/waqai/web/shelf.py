"""The record and its catalogue: kept together, made anew when the record has changed."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select

from waqai.claims.model import Account
from waqai.claims.rows import READER
from waqai.incidents.decisions import Decision
from waqai.incidents.identity import follow
from waqai.incidents.join import Joined
from waqai.incidents.model import Incident, Judgement, Link, Telling
from waqai.record import serial
from waqai.record.database import reading
from waqai.record.log import log
from waqai.record.opinions import settle
from waqai.record.store import Record
from waqai.record.tables import accounts, events, ledger, reports
from waqai.reference import places
from waqai.reference.places import Gazetteer
from waqai.reports.model import Report
from waqai.web.catalogue import file
from waqai.web.catalogue.beside import beside
from waqai.web.catalogue.bits import pack
from waqai.web.catalogue.card import Card
from waqai.web.catalogue.catalogue import Catalogue
from waqai.web.catalogue.coarse import write_coarse
from waqai.web.catalogue.patching import in_place, patched
from waqai.web.settings import Settings

_ALL_CARDS = "SELECT card FROM incidents ORDER BY position"
_SMALL = 1000  # incidents: so many are joined anew while somebody waits
_LOOK_EVERY = 2.0  # seconds between two looks at the record's file


class Shelf:
    """What the pages read. The catalogue is replaced as a whole; whoever holds the old one may finish with it."""

    def __init__(self, settings: Settings) -> None:
        """The catalogue is at hand: the kept one where it fits the record, else a new one."""
        self.settings = settings
        self.record = Record(settings.record, create=True)
        self.places: Gazetteer = places.load()
        self._lock = threading.Lock()
        self._patching = threading.Lock()
        self._seen = len(log(self.record))  # decisions that the catalogue heeds
        self._known = self._content()  # what the catalogue is made from
        self._stamp = ""
        self._looked = 0.0
        self._catalogue = self._open()
        self._public: tuple[Catalogue, Catalogue] | None = None

    @property
    def public_catalogue(self) -> Catalogue:
        """What everybody may see: every place coarsened to its governorate before anything else is made of it."""
        whole = self.catalogue
        kept = self._public
        if kept is None or kept[0] is not whole:
            path = self.settings.record.with_name(f"{self.settings.record.name}.public")
            cards = (serial.load(Card, str(line)) for (line,) in whole.rows(_ALL_CARDS))
            write_coarse(path, cards, self.places, whole.meta["epoch"])
            kept = self._public = (whole, Catalogue(path))
        return kept[1]

    def public_bits(self, catalogue: Catalogue) -> int:
        """The positions of what is older than the delay; what has no date at all is held back."""
        end = (self.settings.today or datetime.now(UTC).date()) - timedelta(hours=self.settings.delay_hours)
        limit = end.isoformat()
        last = catalogue.columns.last
        shown = (
            at
            for at, day in enumerate(catalogue.published)
            if (day is not None or last[at]) and (day or "") <= limit and last[at] <= end.toordinal()
        )
        return pack(shown, catalogue.size)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the record as it is, or, while it is made anew, as it was."""
        now = time.monotonic()
        if now - self._looked > _LOOK_EVERY:
            self._looked = now
            if stamp(self.settings.record) != self._stamp and not self._lock.locked():
                threading.Thread(target=self.refresh, daemon=True).start()
        return self._catalogue

    def refresh(self, change: Callable[[Record], None] | None = None) -> Catalogue:
        """After the change, if any, the record is settled and its catalogue made anew."""
        with self._lock:
            if change is not None:
                change(self.record)
            made = self._made()
            with self._patching:
                self._catalogue = made
                for one in log(self.record)[self._seen :]:
                    self._heed(one)
            return self._catalogue

    @property
    def is_joining(self) -> bool:
        """Whether the catalogue is being made anew."""
        return self._lock.locked()

    def decided(self, decision: Decision) -> None:
        """The catalogue heeds the decision: of a small record at once; of a large one at once where it changes one
        incident only, else as soon as the record has been joined anew, which goes on when this returns.
        """
        if self._catalogue.size <= _SMALL:
            self.refresh()
            return
        with self._patching:
            heeded = self._heed(decision)
        if not heeded:
            threading.Thread(target=self.refresh, daemon=True).start()

    def _heed(self, decision: Decision) -> bool:
        """Whether the catalogue shows the decision now."""
        at = self._catalogue.position.get(self.current(self._catalogue, decision.incident or "") or "")
        if at is None or not in_place(decision):
            return False
        self._catalogue = patched(self._catalogue, at, decision, (self._text, self.places))
        self._seen += 1
        self._sign()
        return True

    def _sign(self) -> None:
        """The catalogue is said to be of the record as it is, if nothing came in that it knows nothing of."""
        known = self._content() == self._known and len(log(self.record)) == self._seen
        self._stamp = stamp(self.settings.record) if known else ""
        file.sign(self.settings.page_file, self._stamp)

    def _text(self, name: str) -> str:
        report = self.record.report(name)
        return report.text if report else ""

    def _open(self) -> Catalogue:
        path = self.settings.page_file
        self._stamp = stamp(self.settings.record)
        if path.exists():
            try:
                with closing(sqlite3.connect(path)) as connection:
                    kept = dict(connection.execute("SELECT name, value FROM meta"))
            except sqlite3.DatabaseError:
                kept = {}
            if kept.get("form") == file.FORM and kept.get("stamp") == self._stamp:
                return Catalogue(path)
        return self._made()

    def _made(self) -> Catalogue:
        self._known, self._seen = self._content(), len(log(self.record))
        told = self.record.accounts()
        joined: Joined = settle(self.record, self.places, accounts=told)
        made = beside(self.record, told, joined, self.places)
        path = self.settings.page_file
        with reading(self.record.engine) as connection:
            file.write(path, joined, partial(_text_of, connection), self.places, made)
        self._sign()
        return Catalogue(path)

    def _content(self) -> tuple[object, ...]:
        """What the record holds besides opinions, in a few numbers."""
        asked: list[Select[int, Any]] = [
            select(func.count(), func.max(literal_column(name))).select_from(table)
            for table, name in ((ledger, "number"), (accounts, "rowid"), (events, "rowid"))
        ]
        with reading(self.record.engine) as connection:
            return tuple(tuple(connection.execute(one).one()) for one in asked)

    def card(self, catalogue: Catalogue, position: int) -> Card:
        """The card at a position."""
        ((line,),) = catalogue.rows("SELECT card FROM incidents WHERE position = ?", (position,))
        return serial.load(Card, str(line))

    def cards(self, catalogue: Catalogue, positions: list[int]) -> list[Card]:
        """The cards at these positions, in their order."""
        marks = ",".join("?" * len(positions))
        rows = catalogue.rows(f"SELECT position, card FROM incidents WHERE position IN ({marks})", positions)  # noqa: S608
        found = {at: str(line) for at, line in rows}
        return [serial.load(Card, found[at]) for at in positions]

    def current(self, catalogue: Catalogue, name: str) -> str | None:
        """The id that stands for this one today; None where there never was such an incident."""
        redirects = {str(a): str(b) for a, b in catalogue.rows("SELECT id, now FROM redirects")}
        now = follow(name.upper(), redirects)
        return now if now in catalogue.position else None

    def incident(self, catalogue: Catalogue, name: str) -> Incident:
        """The incident of that id; KeyError where there is none."""
        ((line,),) = catalogue.rows("SELECT body FROM incidents WHERE position = ?", (catalogue.position[name],))
        return serial.load(Incident, str(line))

    def telling(self, catalogue: Catalogue, key: str) -> Telling:
        """The telling of that key; KeyError where there is none."""
        rows = catalogue.rows("SELECT body FROM tellings WHERE key = ?", (key,))
        if not rows:
            raise KeyError(key)
        return serial.load(Telling, str(rows[0][0]))

    def links(self, catalogue: Catalogue, name: str) -> list[Link]:
        """What the incident answers and what answers it."""
        query = "SELECT body FROM links WHERE answer = ? OR cause = ?"
        rows = catalogue.rows(query, (name, name))
        return [serial.load(Link, str(body)) for (body,) in rows]

    def reasons(self, catalogue: Catalogue, name: str) -> list[Judgement]:
        """Why its tellings are held to be one act."""
        rows = catalogue.rows("SELECT body FROM reasons WHERE incident = ?", (name,))
        return [serial.load(Judgement, str(line)) for (line,) in rows]

    def report(self, name: str) -> Report | None:
        """The newest version of the report."""
        return self.record.report(name)

    def account(self, name: str) -> Account | None:
        """What the reader made of the newest version of the report."""
        found = self.record.report(name)
        return self.record.account(found, READER) if found else None

    def versions(self, name: str) -> list[Report]:
        """Every version of the article that this report is one of, the oldest first."""
        series = select(reports.c.series).where(reports.c.name == name)
        query = select(reports.c.body).where(reports.c.series.in_(series)).order_by(reports.c.version)
        with reading(self.record.engine) as connection:
            return [serial.load(Report, body) for body in connection.execute(query).scalars()]

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, the first first."""
        return log(self.record)


def _text_of(connection: Connection, name: str) -> str:
    """The newest text under the name; no lock is held when it is here."""
    query = select(reports.c.body).where(reports.c.name == name).order_by(reports.c.version.desc())
    body = connection.execute(query).scalars().first()
    connection.rollback()
    return "" if body is None else serial.load(Report, body).text


def stamp(path: Path) -> str:
    """The record's file as it is: any write changes it."""
    parts = []
    for name in (path, path.with_name(path.name + "-wal")):
        if name.exists():
            stat = name.stat()
            parts.append(f"{stat.st_size}.{stat.st_mtime_ns}")
    return "+".join(parts)
