"""An ingest in a process of its own, whose acknowledgements are seen from outside; and what a record holds after it."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from waqai import asking
from waqai.claims.model import Account
from waqai.record import serial
from waqai.record.store import Record
from waqai.record.verifying import faults
from waqai.reports.files import Source
from waqai.reports.index import Index
from waqai.session import Run

DAY = date(2024, 5, 20)


def ingest(
    paths: Iterable[Path], record: Path, acknowledge: Callable[[str], None], opened: type[Record] = Record
) -> None:
    """Every file is read into the record; each is acknowledged, with its ending, after its result was given."""
    run = Run(asking.desk(Index({}), DAY, opened(record, create=True)))
    for path in paths:
        for result in run.source(Source(path, path.stem)):
            acknowledge(f"{result.outcome.name}\t{result.outcome.ending.value}\n")


def forked(work: Callable[[], None]) -> int:
    """The process that does the work; it ends with 0 where all went well."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


@dataclass
class Damage:
    """What was found wrong."""

    lost: set[str] = field(default_factory=set)
    duplicated: set[str] = field(default_factory=set)
    inconsistent: list[str] = field(default_factory=list)

    def add(self, other: Damage) -> None:
        """The other's findings are in this, too."""
        self.lost |= other.lost
        self.duplicated |= other.duplicated
        self.inconsistent += other.inconsistent

    def __str__(self) -> str:
        said = f"lost {len(self.lost)}, duplicated {len(self.duplicated)}, inconsistent {len(self.inconsistent)}"
        return said + "".join(f"\n  {line}" for line in self.inconsistent[:5])

    def __bool__(self) -> bool:
        return bool(self.lost or self.duplicated or self.inconsistent)


def examine(record: Path, acknowledged: set[str], wanted: dict[str, str], *, thoroughly: bool) -> Damage:
    """The record against what was acknowledged; thoroughly: also against how each report reads untroubled."""
    found, names = Damage(), Counter[str]()
    connection = sqlite3.connect(record)
    begun = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'reports'").fetchone() is not None
    names = Counter(row[0] for row in connection.execute("SELECT name FROM reports")) if begun else Counter()
    read = {row[0] for row in connection.execute("SELECT name FROM accounts")} if begun else set()
    connection.close()
    found.lost = acknowledged - names.keys()
    found.duplicated = {name for name, count in names.items() if count > 1 or name not in wanted}
    found.inconsistent = [f"{name}: half a report, without its account" for name in names if name not in read]
    if thoroughly:
        kept = Record(record)
        told = {account.name: plain(account) for account in kept.accounts(with_claims=True)}
        found.inconsistent += [
            f"{name}: not as it reads" for name, account in told.items() if wanted.get(name) != account
        ]
        found.inconsistent += faults(kept)
        kept.engine.dispose()
    return found


def plain(account: Account) -> str:
    """The account as it is compared."""
    return serial.dump(account)


def untroubled(paths: Iterable[Path], record: Path) -> dict[str, str]:
    """How each report reads when nothing goes wrong, by name."""
    ingest(paths, record, lambda _: None)
    return {account.name: plain(account) for account in Record(record).accounts(with_claims=True)}
