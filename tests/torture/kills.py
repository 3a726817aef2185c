"""SIGKILL at random moments of an ingest: whatever was acknowledged is there, once and whole."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.ingest import Damage, examine, forked, ingest, untroubled
from tests.torture.stories import written
from waqai.claims.model import Account
from waqai.record.store import Record
from waqai.reports.intake import Arrival, Ending

REPORTS = 30


@dataclass
class Killed:
    """How many ingests were killed while they worked, in the middle of writing, and what that damaged."""

    kills: int = 0
    in_the_middle: int = 0
    finished: int = 0
    damage: Damage = field(default_factory=Damage)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills ({self.in_the_middle} left a journal to roll back; "
            f"{self.finished} ingests came to their end between them): {self.damage}"
        )


class Careless(Record):
    """A broken build: it says that a report is kept and keeps it later, five at a time."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        super().__init__(path, create=create)
        self._waiting: list[tuple[Arrival, Account | None, str]] = []

    def add(self, arrival: Arrival, account: Account | None, reader: str) -> Ending:
        """The report waits."""
        self._waiting.append((arrival, account, reader))
        if len(self._waiting) >= 5:
            for one in self._waiting:
                super().add(*one)
            self._waiting = []
        return Ending.NEW


def torment(folder: Path, kills: int, opened: type[Record] = Record, seed: int = 1) -> Killed:
    """That many ingests are killed; a record that is complete is followed by a new one."""
    chance = random.Random(seed)
    paths = written(folder / "stories", REPORTS)
    begun = time.monotonic()
    wanted = untroubled(paths, folder / "wanted.waqai")
    one_report = 1.5 * (time.monotonic() - begun) / REPORTS
    done, number, acknowledged = Killed(), 0, set[str]()
    while done.kills < kills:
        record = folder / f"killed-{number}.waqai"
        left = [path for path in paths if path.stem not in acknowledged]
        order = chance.sample(paths, 2) + chance.sample(left, len(left))
        was_killed, said = _one(order, record, opened, (chance.randint(0, 4), chance.uniform(0, one_report)))
        acknowledged |= said
        done.kills += was_killed
        done.finished += not was_killed
        done.in_the_middle += Path(f"{record}-journal").exists()
        if record.exists():
            complete = not left or not was_killed
            done.damage.add(examine(record, acknowledged, wanted, thoroughly=complete or done.kills % 25 == 0))
            if complete:
                number, acknowledged = number + 1, set()
                record.unlink()
    return done


def _one(paths: list[Path], record: Path, opened: type[Record], when: tuple[int, float]) -> tuple[bool, set[str]]:
    """Whether the ingest was killed, so many acknowledgements and seconds after its start; what it acknowledged."""
    ours, theirs = os.pipe()

    def work() -> None:
        os.close(ours)
        ingest(paths, record, lambda line: _tell(theirs, line), opened)

    child = forked(work)
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as pipe:
        told = b""
        while told.count(b"\n") < when[0] and (more := pipe.read(4096)):
            told += more
        time.sleep(when[1])
        os.kill(child, signal.SIGKILL)
        while more := pipe.read(65_536):
            told += more
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status), {line.partition("\t")[0] for line in told.decode().splitlines()}


def _tell(pipe: int, line: str) -> None:
    os.write(pipe, line.encode())
