"""The same reports read again, in other orders and under other names: the exports are equal, byte for byte."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from tests.torture.stories import written
from waqai.cli import cli


@dataclass(frozen=True, slots=True)
class Readings:
    """How many reports were read how often, and the hashes of all exports after each reading."""

    reports: int
    hashes: tuple[str, ...]
    fresh: str

    def __str__(self) -> str:
        equal = "byte-equal" if len({*self.hashes, self.fresh}) == 1 else "NOT EQUAL"
        said = f"{self.reports} reports, {len(self.hashes)} readings and one of another order into a new record"
        return f"{said}: exports {equal}"


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
    for start in range(0, reports, 500):
        _waqai("read", *order[start : start + 500], "--record", fresh, "--published", "2024-05-20", "--format", "jsonl")
    return Readings(reports, tuple(hashes), exports(fresh))


def exports(record: Path) -> str:
    """The hash of all that the record exports."""
    digest = hashlib.sha256()
    for what in ("coded", "incidents"):
        for form in ("jsonl", "csv"):
            digest.update(_waqai("export", what, "--format", form, "--record", record).encode())
    return digest.hexdigest()


def _waqai(*arguments: object) -> str:
    done = CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)
    if done.exit_code:
        raise RuntimeError(done.stderr[-500:])
    return done.stdout
