"""What is watched: each feed, list and page with when it was had, when it is due, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from waqai.record import serial
from waqai.record.database import reading
from waqai.record.store import Record
from waqai.record.tables import watched


@dataclass(frozen=True, slots=True)
class Watched:
    """One address. `source` is True for what the user gave, False for an article found in it.

    `due` is None for what is done with. `failures` counts those in a row; `had` is the last success.
    """

    address: str
    source: bool = False
    etag: str | None = None
    modified: str | None = None
    due: datetime | None = None
    had: datetime | None = None
    visits: int = 0
    failures: int = 0
    error: str | None = None


def all_watched(record: Record) -> dict[str, Watched]:
    """Everything watched, by address."""
    with reading(record.engine) as connection:
        bodies = connection.execute(select(watched.c.body).order_by(watched.c.address)).scalars().all()
    return {one.address: one for one in (serial.load(Watched, body) for body in bodies)}


def keep(record: Record, those: Iterable[Watched]) -> None:
    """Their state is as given."""
    rows = [{"address": one.address, "body": serial.dump(one)} for one in those]
    if rows:
        with record.engine.begin() as connection:
            connection.execute(delete(watched).where(watched.c.address.in_([row["address"] for row in rows])))
            connection.execute(insert(watched), rows)
