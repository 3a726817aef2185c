"""Several programs that write into one record at once, as users start them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.house.tree import ROOT
from tests.torture.ingest import Damage, examine, untroubled
from tests.torture.stories import written

COUNTS = re.compile(r"(\d+) new, (\d+) known, (\d+) new version, (\d+) set aside, (\d+) quarantined$", re.MULTILINE)
PROGRAM = "import sys; from waqai.cli import main; sys.argv[0] = 'waqai'; main()"
# A broken build: writers take their lock late and do not wait for each other.
HASTY = (
    "import waqai.record.database as d; d._PATIENCE = 0; "
    "d._begin = lambda connection: connection.exec_driver_sql('BEGIN') and None; "
) + PROGRAM


@dataclass(frozen=True, slots=True)
class Together:
    """What several writers did: their exit codes, what they said, how often all together called a report new."""

    codes: tuple[int, ...]
    said: str
    new: int
    known: int
    damage: Damage

    def __str__(self) -> str:
        locks = len(re.findall("locked", self.said))
        counts = f"new {self.new}, known {self.known}, lock errors {locks}"
        return f"{len(self.codes)} writers: exit codes {self.codes}, {counts}: {self.damage}"


def together(folder: Path, writers: int, reports: int, program: str = PROGRAM) -> Together:
    """That many programs read the same reports into one new record at the same time."""
    paths = written(folder / "stories", reports)
    wanted = untroubled(paths, folder / "wanted.waqai")
    record = folder / f"shared-{writers}.waqai"
    arguments = [
        "read",
        str(folder / "stories"),
        "--record",
        str(record),
        "--published",
        "2024-05-20",
        "--format",
        "jsonl",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment,
        )
        for _ in range(writers)
    ]  # fmt: skip
    said = [process.communicate()[1] for process in started]
    total = Counter[int]()
    for text in said:
        for found in COUNTS.finditer(text):
            total.update({place: int(number) for place, number in enumerate(found.groups())})
    damage = examine(record, {path.stem for path in paths}, wanted, thoroughly=True)
    return Together(tuple(process.returncode for process in started), "\n".join(said), total[0], total[1], damage)
