"""The ledger: one line for each thing taken in, each chained to the one before, so that what is missing is seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from waqai.record import serial
from waqai.record.tables import ledger

_FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """What was taken in: a report (its row sealed by the hash of its body) or something held, by its bytes' hash."""

    kind: str
    name: str
    sha256: str | None
    seal: str
    at: datetime


def enter(connection: Connection, kind: str, name: str, sha256: str | None, body: str) -> None:
    """The ledger's next line, inside the transaction of what it tells."""
    entry = serial.dump(Entry(kind, name, sha256, sealed(body), datetime.now(UTC).replace(microsecond=0)))
    last = connection.execute(select(ledger.c.chain).order_by(ledger.c.number.desc()).limit(1)).scalar()
    connection.execute(insert(ledger).values(entry=entry, chain=_link(last or _FIRST, entry)))


def sealed(body: str) -> str:
    """The hash by which a row's body is known."""
    return hashlib.sha256(body.encode()).hexdigest()


def entries(connection: Connection) -> Iterator[tuple[int, Entry]]:
    """Every line with its number, in order; ValueError with the number where the chain breaks."""
    before = _FIRST
    for row in connection.execute(select(ledger).order_by(ledger.c.number)):
        if row.chain != _link(before, row.entry):
            raise ValueError(f"line {row.number} of the ledger was altered, or a line before it is missing")
        before = row.chain
        yield row.number, serial.load(Entry, row.entry)


def _link(before: str, entry: str) -> str:
    return hashlib.sha256(f"{before}\n{entry}".encode()).hexdigest()
