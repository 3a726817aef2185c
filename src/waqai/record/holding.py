"""What was not read is held with its bytes and its reason, until a later version reads it or a person helps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from waqai.record import serial
from waqai.record.ledger import enter
from waqai.record.tables import held, raw
from waqai.reports.content import Content
from waqai.reports.intake import Ending, Item, Refusal, Wishes
from waqai.reports.model import Metadata


@dataclass(frozen=True, slots=True)
class Holding:
    """An input that was not read: why, by which version, and all that is needed to read it again."""

    name: str
    where: str
    suffix: str
    reason: str
    reader: str
    known: Metadata
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A holding with its number, its ending and its bytes (None where they were too many to be kept)."""

    number: int
    holding: Holding
    ending: Ending
    raw: bytes | None

    def item(self, wishes: Wishes) -> Item:
        """The input as it came, to be read again."""
        told = self.holding
        return Item(told.name, told.where, Content(self.raw or b""), told.suffix, told.known, told.series, wishes)


def hold(connection: Connection, refusal: Refusal, reader: str) -> None:
    """The refused input is held, once; its bytes are kept."""
    item = refusal.item
    told = Holding(item.name, item.where, item.suffix, refusal.reason, reader, item.known, item.series)
    sha256 = None if refusal.raw is None else hashlib.sha256(refusal.raw).hexdigest()
    key = sha256 or f"{item.where}: {refusal.reason}"
    if connection.execute(select(held.c.number).where(held.c.key == key)).first() is not None:
        return
    if refusal.raw is not None and sha256 is not None:
        keep_bytes(connection, sha256, refusal.raw)
    body = serial.dump(told)
    connection.execute(insert(held).values(key=key, sha256=sha256, ending=refusal.ending.value, body=body))
    enter(connection, "held", item.name, sha256, body)


def keep_bytes(connection: Connection, sha256: str, plain: bytes) -> None:
    """The bytes are kept under their hash, once."""
    if connection.execute(select(raw.c.sha256).where(raw.c.sha256 == sha256)).first() is None:
        connection.execute(insert(raw).values(sha256=sha256, bytes=plain))


def release(connection: Connection, sha256: str, ending: Ending) -> None:
    """What was held of these bytes has been read since."""
    here = (held.c.sha256 == sha256) & held.c.done.is_(None)
    connection.execute(update(held).where(here).values(done=ending.value))


def release_number(connection: Connection, number: int, ending: Ending) -> None:
    """What was held under that number has been read since, or what it held has."""
    here = (held.c.number == number) & held.c.done.is_(None)
    connection.execute(update(held).where(here).values(done=ending.value))


def holdings(connection: Connection, endings: frozenset[Ending]) -> Iterator[Held]:
    """What is held still, in the order in which it came."""
    names = [ending.value for ending in endings]
    query = (
        select(held, raw.c.bytes)
        .outerjoin(raw, raw.c.sha256 == held.c.sha256)
        .where(held.c.done.is_(None), held.c.ending.in_(names))
        .order_by(held.c.number)
    )
    for row in connection.execute(query).all():
        yield Held(row.number, serial.load(Holding, row.body), Ending(row.ending), row.bytes)
