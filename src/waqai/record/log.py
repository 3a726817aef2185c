"""The log of what people decided: it grows, and nothing in it is ever changed or taken out."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, insert, select

from waqai.incidents.decisions import Decision
from waqai.record import serial
from waqai.record.database import reading
from waqai.record.store import Record
from waqai.record.tables import decisions


def append(record: Record, decision: Decision) -> Decision:
    """The decision is the last entry of the log, with its number; ValueError where it is not signed and reasoned."""
    if not decision.by.strip() or not decision.reason.strip() or not decision.at:
        raise ValueError("a decision has a name, a reason and a time")
    row = {"act": decision.act.value, "by": decision.by, "at": decision.at}
    with record.engine.begin() as connection:
        done = connection.execute(insert(decisions).values(**row, body=serial.dump(replace(decision, number=0))))
        number = done.inserted_primary_key[0] if done.inserted_primary_key else 0
    return replace(decision, number=int(number))


def log(record: Record) -> tuple[Decision, ...]:
    """All that was decided, in order."""
    with reading(record.engine) as connection:
        return entries(connection)


def entries(connection: Connection) -> tuple[Decision, ...]:
    """All that was decided, in order, within this transaction."""
    query = select(decisions.c.number, decisions.c.body).order_by(decisions.c.number)
    rows = connection.execute(query)
    return tuple(replace(serial.load(Decision, row.body), number=row.number) for row in rows)
