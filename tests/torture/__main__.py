"""All that torments Waqai, in full: `make torture`, or `python -m tests.torture kills=20 texts=1000` for less."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.torture.again import read_again
from tests.torture.disk import can_compile, fail_writes
from tests.torture.fuzz import fuzz
from tests.torture.kills import torment
from tests.torture.patterns import growths, patterns
from tests.torture.torment import tormented
from tests.torture.writers import together

COUNTS = {"hostile": 1, "writers": 40, "disk": 1, "again": 2_000, "texts": 200_000, "patterns": 1, "kills": 1_000}


def main() -> None:
    """Each torment with its figures; 0 for a count leaves it out. The exit code is 1 where one found something."""
    counts = COUNTS | {name: int(count) for name, _, count in (word.partition("=") for word in sys.argv[1:])}
    torments: dict[str, Callable[[Path], tuple[str, bool]]] = {
        "hostile": _hostile,
        "writers": lambda folder: _writers(folder, counts["writers"]),
        "disk": lambda folder: _disk(folder, counts["disk"]),
        "again": lambda folder: _again(folder, counts["again"]),
        "texts": lambda _: _texts(counts["texts"]),
        "patterns": lambda _: _patterns(),
        "kills": lambda folder: _kills(folder, counts["kills"]),
    }
    failed = False
    for name, work in torments.items():
        if counts[name]:
            with tempfile.TemporaryDirectory() as folder:
                said, is_well = work(Path(folder))
            failed |= not is_well
            print(f"{name}: {said}{'' if is_well else '  FAILED'}", flush=True)  # noqa: T201
    sys.exit(failed)


def _hostile(folder: Path) -> tuple[str, bool]:
    done = tormented(folder)
    return str(done), not (done.unaccounted or done.crashes or done.false_quotes or done.unread)


def _writers(folder: Path, reports: int) -> tuple[str, bool]:
    both = [together(folder / str(writers), writers, reports) for writers in (2, 4)]
    well = all(not any(one.codes) and not one.damage and one.new == reports and "lock" not in one.said for one in both)
    return "; ".join(map(str, both)), well


def _disk(folder: Path, step: int) -> tuple[str, bool]:
    if not can_compile():
        return "left out: no C compiler, or not Linux", True
    done = fail_writes(folder, step)
    return str(done), not done.wrong and done.struck == done.tried


def _again(folder: Path, reports: int) -> tuple[str, bool]:
    done = read_again(folder, reports)
    return str(done), done.are_equal


def _texts(count: int) -> tuple[str, bool]:
    done = fuzz(count)
    return str(done), not (done.raised or done.slow)


def _patterns() -> tuple[str, bool]:
    those = list(patterns())
    found = growths(those)
    return f"{len(those)} patterns, of which {len(found)} grow too fast" + "".join(
        f"\n  {one}" for one in found
    ), not found


def _kills(folder: Path, count: int) -> tuple[str, bool]:
    done = torment(folder, count)
    return str(done), not done.damage


if __name__ == "__main__":
    main()
