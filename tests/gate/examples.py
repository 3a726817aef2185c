"""How many examples the topics of the reader have, and how many of them must give nothing.

python -m tests.gate.examples

A text counts once, however it is spelt and in however many topics it stands. Exit code 1 below what the issue asks for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.house.tree import READING
from waqai.language.fold import fold

GOAL = 1500
NEGATIVE = 1 / 3


def texts() -> Iterator[tuple[str, str, bool]]:
    """Topic, folded text, and whether it must give nothing; each text once, in the first topic that has it."""
    seen: set[str] = set()
    for path in sorted(Path(READING).glob("*/examples.yaml")):
        for item in yaml.safe_load(path.read_text("utf-8")) or []:
            for text in item["texts"]:
                folded = fold(str(text)).text.strip()
                if folded not in seen:
                    seen.add(folded)
                    yield path.parent.name, folded, not item["reads"]


def counted() -> dict[str, tuple[int, int]]:
    """By topic, and for «all»: how many distinct texts there are, and how many of them are negative."""
    rows: dict[str, tuple[int, int]] = {}
    for topic, _, negative in texts():
        for name in (topic, "all"):
            number, none = rows.get(name, (0, 0))
            rows[name] = (number + 1, none + negative)
    return dict(sorted(rows.items(), key=lambda row: row[0] == "all"))


def main() -> int:
    """The table; 1 where there are fewer than the issue asks for, or too few that must give nothing."""
    rows = counted()
    for name, (number, none) in rows.items():
        print(f"{name:14} {number:5} texts, {none:4} negative ({none / number:.0%})")
    number, none = rows["all"]
    return 0 if number >= GOAL and none >= NEGATIVE * number else 1


if __name__ == "__main__":
    sys.exit(main())
