"""The gate: scores of the reader on the gold sets, each beside its floor.

make gate                                               the scores; fails where one is below its floor
make gate ARGS=--update                                 and the floors are set to the scores
make gate ARGS="--update --allow-lower 'REASON'"        also where a score fell; the reason is kept
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.gate import floors as ratchet
from tests.gate.floors import FloorError, Floors, Pinned
from tests.gate.reading import SHARED, ReaderError, gold_sets, measure

FILE = Path(__file__).with_name("floors.json")


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """What the gate was asked to do."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", help="gold sets to measure (all that are there)")
    parser.add_argument("--update", action="store_true", help="set the floors to what is measured now")
    parser.add_argument("--allow-lower", metavar="REASON", help="with --update: lower a floor, and say why")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with gold/ and score.py")
    parser.add_argument("--floors", type=Path, default=FILE, help="the file of floors")
    asked = parser.parse_args(given)
    if asked.allow_lower and not asked.update:
        parser.error("--allow-lower goes with --update")
    return asked


def main(given: Sequence[str] | None = None) -> int:
    """The gate's exit code: 0 held, 1 a score fell, 2 nothing could be measured."""
    asked = arguments(given)
    there = gold_sets(asked.shared / "gold")
    missing = [name for name in asked.sets if name not in there]
    if missing:
        print(f"Nothing measured: {asked.shared / 'gold'} has no {' '.join(missing)}.")
        return 2
    if not (asked.shared / "gold").is_dir():
        print(f"Only the samples are measured: the gold is no part of this repository, and not in {asked.shared}.")
    try:
        measured = measured_sets({name: there[name] for name in asked.sets or there}, asked.shared / "score.py")
        return judge(ratchet.load(asked.floors), measured, asked)
    except (ReaderError, FloorError) as error:
        print(error)
        return 1


def measured_sets(golds: dict[str, Path], scorer: Path) -> dict[str, Pinned]:
    """The scores of each set, told as they come."""
    found = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, folder in golds.items():
            print(f"reading {name} …", file=sys.stderr)
            found[name] = measure(folder, scorer, Path(scratch))
    return found


def judge(floors: Floors, measured: dict[str, Pinned], asked: argparse.Namespace) -> int:
    """The table is printed, the floors are updated where that was asked for, the exit code is given."""
    rows = ratchet.compare(floors, measured)
    print(f"{'set':8} {'reports':>7}  {'measure':11} {'F1':>7} {'floor':>7}")
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor:.4f}"
        reports = measured[row.gold].reports
        print(f"{row.gold:8} {reports:7}  {row.measure:11} {row.score:7.4f} {floor:>7}  {row.verdict}")
    for gold in ratchet.changed(floors, measured):
        print(f"{gold}: its files are not those that the floors were set on; --update sets them anew.")
    if asked.update:
        today = datetime.now(UTC).date().isoformat()
        ratchet.save(ratchet.update(floors, measured, today, asked.allow_lower), asked.floors)
        print(f"The floors in {asked.floors.name} are these scores now.")
        return 0
    return 1 if any(row.is_lower for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
