"""Reports through time: their versions, and those that no reader could read yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, select

from waqai.record import serial
from waqai.record.ledger import Entry
from waqai.record.tables import accounts, ledger, raw, reports
from waqai.reports.intake import Arrival
from waqai.reports.model import Report


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report, from 1, and when it was first taken in (None: by a Waqai without a ledger)."""

    number: int
    report: Report
    taken: datetime | None


def versions(connection: Connection, name: str) -> Iterator[Version]:
    """Every version of the report, in order."""
    taken = _taken(connection, name)
    query = select(reports).where(reports.c.name == name).order_by(reports.c.version)
    for row in connection.execute(query).all():
        yield Version(row.version, serial.load(Report, row.body), taken.get(row.sha256))


def _taken(connection: Connection, name: str) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for body in connection.execute(select(ledger.c.entry).order_by(ledger.c.number)).scalars():
        entry = serial.load(Entry, body)
        if entry.kind == "report" and entry.name == name and entry.sha256 is not None:
            found.setdefault(entry.sha256, entry.at)
    return found


def unread(connection: Connection) -> Iterator[Arrival]:
    """The reports without any account, with their bytes and series."""
    query = (
        select(reports.c.body, reports.c.series, raw.c.bytes)
        .join(raw, raw.c.sha256 == reports.c.sha256)
        .outerjoin(accounts, and_(accounts.c.name == reports.c.name, accounts.c.sha256 == reports.c.sha256))
        .where(accounts.c.reader.is_(None))
        .order_by(reports.c.name, reports.c.version)
    )
    for row in connection.execute(query).all():
        report = serial.load(Report, row.body)
        yield Arrival(report, row.bytes, where=f"report {report.name}", series=row.series)
