"""The same reports read again, in other orders and under other names: the exports are equal, byte for byte."""

from __future__ import annotations

import hashlib
import random
import re
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from tests.torture.stories import written
from waqai.cli import cli

PIECES = 4
ID = re.compile(r"WQ-[0-9A-Z]{6}\b")


@dataclass(frozen=True, slots=True)
class Readings:
    """How many reports were read how often, and the hashes of all exports after each reading.

    `whole`: after the last of these, of the exports without ids; `pieces`: the same of a record that had the reports
    a few at a time. There an incident may bear another id: one that was given and later merged stays for ever.
    """

    reports: int
    hashes: tuple[str, ...]
    fresh: str
    whole: str
    pieces: str

    def __str__(self) -> str:
        equal = "byte-equal" if self.are_equal else "NOT EQUAL"
        said = f"{self.reports} reports, {len(self.hashes)} readings, one of another order into a new record"
        return f"{said}, and one in pieces (without ids): exports {equal}"

    @property
    def are_equal(self) -> bool:
        """Whether every reading led to the same exports."""
        return len({*self.hashes, self.fresh}) == 1 and self.whole == self.pieces


def read_again(folder: Path, reports: int, times: int = 3, *, forget_names: bool = False) -> Readings:
    """The reports are read that often into one record, then once, in another order, into a new one.

    `forget_names`: a broken build, for which a report under another name is another report.
    """
    chance = random.Random(5)
    record = folder / "again.waqai"
    hashes = []
    texts = [path.read_text("utf-8") for path in written(folder / "first", reports)]
    for reading in range(times):
        place = folder / "first"
        if reading:
            place = folder / f"reading-{reading}"
            place.mkdir()
            for number, at in enumerate(chance.sample(range(reports), reports)):
                text = f"{texts[at]}\n{reading}\n" if forget_names else texts[at]
                (place / f"other-{reading}-{number:05}.txt").write_text(text, "utf-8")
        _waqai("read", place, "--record", record, "--published", "2024-05-20", "--format", "jsonl")
        hashes.append(exports(record))
    fresh = folder / "fresh.waqai"
    order = chance.sample(sorted((folder / "first").iterdir()), reports)
    _waqai("read", *order, "--record", fresh, "--published", "2024-05-20", "--format", "jsonl")
    piecemeal = folder / "pieces.waqai"
    size = max(1, reports // PIECES)
    for start in range(0, reports, size):
        few = order[start : start + size]
        _waqai("read", *few, "--record", piecemeal, "--published", "2024-05-20", "--format", "jsonl")
    return Readings(reports, tuple(hashes), exports(fresh), exports(fresh, ids=False), exports(piecemeal, ids=False))


def exports(record: Path, *, ids: bool = True) -> str:
    """The hash of all that the record exports; without `ids`, of its lines in the order of their other words."""
    digest = hashlib.sha256()
    for what in ("coded", "incidents"):
        for form in ("jsonl", "csv"):
            said = _waqai("export", what, "--format", form, "--record", record)
            digest.update((said if ids else _without_ids(said)).encode())
    return digest.hexdigest()


def _without_ids(said: str) -> str:
    return "\n".join(sorted(ID.sub("", line) for line in said.splitlines()))


def _waqai(*arguments: object) -> str:
    done = CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)
    if done.exit_code:
        raise RuntimeError(done.stderr[-500:])
    return done.stdout
