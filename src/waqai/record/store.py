"""What the record keeps and gives back: reports by version, accounts by reader; one transaction a report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, delete, func, insert, select, update
from sqlalchemy.engine import Engine, Row
from sqlalchemy.sql.expression import FromClause

from waqai.claims.model import Account, Claim, ReportedEvent
from waqai.record import serial
from waqai.record.database import open_database, reading
from waqai.record.history import Version, unread, versions
from waqai.record.holding import Held, hold, holdings, keep_bytes, release, release_number
from waqai.record.ledger import enter
from waqai.record.placing import Placed, place
from waqai.record.tables import accounts, claims, events, reports
from waqai.reports.intake import Arrival, Ending, Refusal
from waqai.reports.model import Report

_MANY = 50  # accounts that are read in one go rather than one by one


class Record:
    """A record in one file. Every method is one transaction: all of it is kept, or nothing."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.engine: Engine = open_database(path, create=create)

    def place(self, arrival: Arrival) -> Placed:
        """The arrival under its name here, with what the record knows of it, and the ending it would have."""
        with reading(self.engine) as connection:
            return place(connection, arrival)

    def knows(self, report: Report, reader: str) -> bool:
        """Whether this reader has read these bytes under this name, with nothing new known of them since."""
        with reading(self.engine) as connection:
            kept = _kept(connection, report)
            if kept is None or report.metadata.filled(kept.metadata) != kept.metadata:
                return False
            at = _is(accounts, report, reader)
            return connection.execute(select(accounts.c.reading).where(at)).first() is not None

    def add(self, arrival: Arrival, account: Account | None, reader: str) -> Ending:
        """The raw bytes, the report and its account are kept; None keeps a report that could not be read.

        Known bytes change nothing, except that what was unknown of the report is filled in and this
        reader's account is replaced. Accounts of other readers stay beside it.
        """
        with self.engine.begin() as connection:
            placed = place(connection, arrival)
            report = placed.arrival.report
            _add_report(connection, placed)
            here = and_(accounts.c.name == report.name, accounts.c.sha256 == report.id)
            read_before = connection.execute(select(accounts.c.reader).where(here)).first() is not None
            if account is not None:
                _add_account(connection, replace(account, name=report.name), reader, report)
                release(connection, hashlib.sha256(arrival.raw).hexdigest(), placed.ending)
        if account is None:
            return Ending.QUARANTINED
        return Ending.NEW if placed.ending == Ending.KNOWN and not read_before else placed.ending

    def hold(self, refusal: Refusal, reader: str) -> None:
        """An input that gave no report is kept with its reason, so that it can be tried again."""
        with self.engine.begin() as connection:
            hold(connection, refusal, reader)

    def held(self, *endings: Ending) -> list[Held]:
        """What is held and was not read since."""
        with reading(self.engine) as connection:
            return list(holdings(connection, frozenset(endings)))

    def release(self, number: int, ending: Ending) -> None:
        """What was held under that number has been read."""
        with self.engine.begin() as connection:
            release_number(connection, number, ending)

    def unread(self) -> list[Arrival]:
        """The reports on which every reader failed so far, with their bytes."""
        with reading(self.engine) as connection:
            return list(unread(connection))

    def keep_account(self, report: Report, account: Account, reader: str) -> None:
        """The reader's account of a report that is here already; accounts of other readers stay beside it."""
        with self.engine.begin() as connection:
            if _kept(connection, report) is None:
                raise ValueError(f"no report {report.name} in the record")
            _add_account(connection, account, reader, report)

    def last_account(self, report: Report) -> Account | None:
        """What the newest reader made of this version of the report, with its claims."""
        here = and_(accounts.c.name == report.name, accounts.c.sha256 == report.id)
        with reading(self.engine) as connection:
            query = select(accounts).where(here).order_by(accounts.c.reading.desc()).limit(1)
            row = connection.execute(query).first()
            return None if row is None else _account(connection, row, with_claims=True)

    def versions(self, name: str) -> list[Version]:
        """Every version of the report of that name, in order."""
        with reading(self.engine) as connection:
            return list(versions(connection, name))

    def version_counts(self) -> dict[str, int]:
        """How many versions each report has, by name."""
        query = select(reports.c.name, func.count()).group_by(reports.c.name).order_by(reports.c.name)
        with reading(self.engine) as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def account(self, report: Report, reader: str) -> Account | None:
        """What this reader made of the report, if it has read it."""
        with reading(self.engine) as connection:
            row = connection.execute(select(accounts).where(_is(accounts, report, reader))).first()
            return None if row is None else _account(connection, row, with_claims=True)

    def accounts(self, *, with_claims: bool = False) -> list[Account]:
        """What the newest reader made of the newest version of every report, in order of name.

        Claims are left out unless asked for: there are many, and what joins and exports events needs none.
        """
        with reading(self.engine) as connection:
            rows = list(connection.execute(_current()))
            if with_claims or len(rows) < _MANY:
                return [_account(connection, row, with_claims=with_claims) for row in rows]
            told = _all_events(connection)
            return [replace(serial.load(Account, row.body), events=tuple(told.get(_of(row), ()))) for row in rows]

    def reports(self) -> Iterator[Report]:
        """Every report, all versions, in order of name and version."""
        with reading(self.engine) as connection:
            query = select(reports.c.body).order_by(reports.c.name, reports.c.version)
            for body in connection.execute(query).scalars():
                yield serial.load(Report, body)

    def report(self, name: str) -> Report | None:
        """The newest version of the report of that name."""
        with reading(self.engine) as connection:
            query = select(reports.c.body).where(reports.c.name == name).order_by(reports.c.version.desc())
            body = connection.execute(query).scalars().first()
        return None if body is None else serial.load(Report, body)


def _is(table: FromClause, report: Report, reader: str) -> ColumnElement[bool]:
    """The condition that a row is about this report and reader."""
    return and_(table.c.name == report.name, table.c.sha256 == report.id, table.c.reader == reader)


def _kept(connection: Connection, report: Report) -> Report | None:
    query = select(reports.c.body).where(reports.c.name == report.name, reports.c.sha256 == report.id)
    body = connection.execute(query).scalar()
    return None if body is None else serial.load(Report, body)


def _add_report(connection: Connection, placed: Placed) -> None:
    """The report is there, with its bytes, and with what is known of it by now."""
    report = placed.arrival.report
    body = serial.dump(report)
    here = and_(reports.c.name == report.name, reports.c.sha256 == report.id)
    before = connection.execute(select(reports.c.body).where(here)).scalar()
    if before == body:
        return
    if before is None:
        keep_bytes(connection, report.id, placed.arrival.raw)
        row = {"name": report.name, "sha256": report.id, "series": placed.series, "version": placed.version}
        connection.execute(insert(reports).values(**row, body=body))
    else:
        connection.execute(update(reports).where(here).values(body=body))
    enter(connection, "report", report.name, report.id, body)


def _add_account(connection: Connection, account: Account, reader: str, report: Report) -> None:
    """The reader's account of the report is the given one; its place among the readers stays."""
    at = _is(accounts, report, reader)
    before = connection.execute(select(accounts.c.reading).where(at)).scalar()
    for table in (claims, events, accounts):
        connection.execute(delete(table).where(_is(table, report, reader)))
    here = and_(accounts.c.name == report.name, accounts.c.sha256 == report.id)
    last = connection.execute(select(func.max(accounts.c.reading)).where(here)).scalar()
    key = {"name": report.name, "sha256": report.id, "reader": reader}
    body = serial.dump(replace(account, events=(), claims=()))
    number = before if before is not None else (last or 0) + 1
    connection.execute(insert(accounts).values(**key, reading=number, body=body))
    if account.events:
        connection.execute(insert(events), [{**key, **_event(n, e)} for n, e in enumerate(account.events)])
    if account.claims:
        connection.execute(insert(claims), [{**key, **_claim(n, c)} for n, c in enumerate(account.claims)])


def _event(position: int, event: ReportedEvent) -> dict[str, str | int | None]:
    return {
        "position": position,
        "id": event.id,
        "event_type": event.event_type,
        "start": event.when.earliest.isoformat() if event.when.earliest else None,
        "end": event.when.latest.isoformat() if event.when.latest else None,
        "body": serial.dump(event),
    }


def _claim(position: int, claim: Claim) -> dict[str, str | int]:
    return {
        "position": position,
        "event": claim.event,
        "property": claim.property,
        "value": claim.value,
        "stance": claim.stance.value,
        "rule": claim.rule,
        "body": serial.dump(claim),
    }


def _current() -> Select[tuple[str, ...]]:
    """Accounts of the newest version of each article, by the newest reader that read it."""
    newest = select(reports.c.series, func.max(reports.c.version).label("version")).group_by(reports.c.series)
    top = newest.subquery()
    last = (
        select(accounts.c.name, accounts.c.sha256, func.max(accounts.c.reading).label("reading"))
        .group_by(accounts.c.name, accounts.c.sha256)
        .subquery()
    )
    return (
        select(accounts)
        .join(reports, and_(reports.c.name == accounts.c.name, reports.c.sha256 == accounts.c.sha256))
        .join(top, and_(top.c.series == reports.c.series, top.c.version == reports.c.version))
        .join(
            last,
            and_(
                last.c.name == accounts.c.name,
                last.c.sha256 == accounts.c.sha256,
                last.c.reading == accounts.c.reading,
            ),
        )
        .order_by(accounts.c.name)
    )


def _account(connection: Connection, row: Row[tuple[str, ...]], *, with_claims: bool) -> Account:
    """The account of the row with its events, and its claims if asked for."""
    told = tuple(serial.load(ReportedEvent, body) for body in _bodies(connection, events, row))
    said = tuple(serial.load(Claim, body) for body in _bodies(connection, claims, row)) if with_claims else ()
    return replace(serial.load(Account, row.body), events=told, claims=said)


def _all_events(connection: Connection) -> dict[tuple[str, str, str], list[ReportedEvent]]:
    """The events of every account in one go."""
    key = (events.c.name, events.c.sha256, events.c.reader)
    told: dict[tuple[str, str, str], list[ReportedEvent]] = {}
    for row in connection.execute(select(*key, events.c.body).order_by(*key, events.c.position)):
        told.setdefault(_of(row), []).append(serial.load(ReportedEvent, row.body))
    return told


def _of(row: Any) -> tuple[str, str, str]:  # noqa: ANN401  # a row of several tables' own types
    return row.name, row.sha256, row.reader


def _bodies(connection: Connection, table: Table, row: Row[tuple[str, ...]]) -> list[str]:
    here = and_(table.c.name == row.name, table.c.sha256 == row.sha256, table.c.reader == row.reader)
    query = select(table.c.body).where(here).order_by(table.c.position)
    return list(connection.execute(query).scalars())
