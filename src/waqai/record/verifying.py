"""Whether the record is what it was: every altered or missing byte is named, with what it belongs to."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, and_, select

from waqai.claims.model import Account, Words
from waqai.record import serial
from waqai.record.database import reading
from waqai.record.ledger import Entry, entries, sealed
from waqai.record.store import Record
from waqai.record.tables import accounts, held, raw, reports
from waqai.reports.model import Report


def faults(record: Record) -> Iterator[str]:
    """One line for each fault; none where all is as it was taken in."""
    with reading(record.engine) as connection:
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if said != "ok":
                yield f"the file: {said}"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            yield f"table {row[0]}, row {row[1]}: what it belongs to in {row[2]} is missing"
        yield from _bytes(connection)
        yield from _ledger(connection)
        yield from _quotes(record, connection)


def _bytes(connection: Connection) -> Iterator[str]:
    """Raw bytes that are not those of their hash."""
    for name in connection.execute(select(raw.c.sha256).order_by(raw.c.sha256)).scalars().all():
        plain = connection.execute(select(raw.c.bytes).where(raw.c.sha256 == name)).scalar()
        if not isinstance(plain, bytes) or hashlib.sha256(plain).hexdigest() != name:
            yield f"raw bytes {name} ({_owner(connection, name)}): altered"


def _owner(connection: Connection, sha256: str) -> str:
    names = connection.execute(select(reports.c.name).where(reports.c.sha256 == sha256)).scalars().all()
    return ", ".join(f"report {name}" for name in names) or "held, not read"


def _ledger(connection: Connection) -> Iterator[str]:
    """What the ledger says was taken in and is not there, or not as it was."""
    last: dict[tuple[str, str, str], Entry] = {}
    try:
        for _, entry in entries(connection):
            last[entry.kind, entry.name, entry.sha256 or entry.seal] = entry
    except (ValueError, TypeError) as error:
        yield f"the ledger: {error}"
    for (kind, name, _), entry in last.items():
        found = _report(connection, entry) if kind == "report" else _held(connection, entry)
        if found is None:
            yield f"{kind} {name} ({entry.sha256 or 'without bytes'}): missing"
        elif sealed(found) != entry.seal:
            yield f"{kind} {name} ({entry.sha256 or 'without bytes'}): altered since {entry.at.isoformat()}"
        if entry.sha256 is not None and not _has_bytes(connection, entry.sha256):
            yield f"raw bytes {entry.sha256} ({kind} {name}): missing"
    for row in connection.execute(select(reports.c.name, reports.c.sha256)):
        if ("report", row.name, row.sha256) not in last:
            yield f"report {row.name} ({row.sha256}): it is in no ledger; another program put it there"


def _report(connection: Connection, entry: Entry) -> str | None:
    here = and_(reports.c.name == entry.name, reports.c.sha256 == entry.sha256)
    return connection.execute(select(reports.c.body).where(here)).scalar()


def _held(connection: Connection, entry: Entry) -> str | None:
    """The body of what is held; that of no bytes is known by its seal."""
    if entry.sha256 is not None:
        return connection.execute(select(held.c.body).where(held.c.sha256 == entry.sha256)).scalar()
    bodies = connection.execute(select(held.c.body).where(held.c.sha256.is_(None))).scalars()
    return next((body for body in bodies if sealed(body) == entry.seal), None)


def _has_bytes(connection: Connection, sha256: str) -> bool:
    return connection.execute(select(raw.c.sha256).where(raw.c.sha256 == sha256)).first() is not None


def _quotes(record: Record, connection: Connection) -> Iterator[str]:
    """Quotes that are not the words of their report."""
    rows = connection.execute(
        select(accounts.c.name, accounts.c.sha256, accounts.c.reader, reports.c.body).join(reports)
    )
    for row in rows.all():
        report = serial.load(Report, row.body)
        account = record.account(report, row.reader)
        if account is None:
            yield f"report {row.name}: the account of {row.reader} cannot be read"
            continue
        for words in quoted(account):
            if report.text[words.start : words.end] != words.text:
                yield f"report {row.name}, account of {row.reader}: «{words.text[:60]}» is not at {words.start}"
                break


def quoted(noun: Account | object) -> Iterator[Words]:
    """Every quote in the account, however deep it stands."""
    if isinstance(noun, Words):
        yield noun
    elif isinstance(noun, tuple | list):
        for part in noun:
            yield from quoted(part)
    elif dataclasses.is_dataclass(noun) and not isinstance(noun, type):
        for field in dataclasses.fields(noun):
            yield from quoted(getattr(noun, field.name))
