"""Moves the weights of `claims/weights.py` one by one, and prints each move that makes the scores better.

    python scripts/joining/tune.py GOLD… [--rounds 2]

GOLD are folders with `reports/`, `coded/` and `index.jsonl` (codebook, section 10). Reports are read once; only the
joining and what follows it is done again for each trial. A move counts only if it gains on the whole and loses in one
fold of the reports at most: what helps a few reports only fits noise. Nothing is written: take over by hand what makes
sense in words as well.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

from waqai.claims import account as telling
from waqai.claims.drafts import Draft
from waqai.claims.weights import BEGIN, WEIGHTS
from waqai.publish.coded import coded
from waqai.reports.model import Metadata, Report

SCORER = Path(__file__).parents[2].parent / "shared"
STEPS = (0.5, -0.5, 0.25, -0.25, 1.0, -1.0)
GAIN = 0.001
FOLDS = 5
CODED: dict[tuple[str, tuple[tuple[tuple[int, str], ...], ...]], tuple[int, ...]] = {}
Pair = tuple[Report, dict[str, Any]]
Figures = tuple[float, ...]


def main() -> None:
    """Tunes and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the folder of score.py")
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    sys.path.insert(0, str(args.scorer))
    remember()
    pairs = [pair for folder in args.gold for pair in reports(folder)]
    best = figures(pairs)
    print("start", shown(best), flush=True)
    for _ in range(args.rounds):
        before = best
        for table in (WEIGHTS, BEGIN):
            for name in table:
                best = move(table, name, best, pairs)
        if best == before:
            break
    print(json.dumps([WEIGHTS, BEGIN], indent=4))


def move(table: dict[str, float], name: str, best: Figures, pairs: list[Pair]) -> Figures:
    """The figures after the step of this weight that gains most, in all folds but one at least; else as before."""
    old, top, taken = table[name], best, 0.0
    for step in STEPS:
        table[name] = old + step
        trial = figures(pairs)
        steady = sum(new >= was for new, was in zip(trial, best, strict=True)) >= FOLDS - 1
        if steady and mean(trial) > mean(top) + (GAIN if taken == 0.0 else 0.0):
            top, taken = trial, step
    table[name] = old + taken
    if taken:
        print(f"{shown(top)} {name}: {old} -> {old + taken}", flush=True)
    return top


def figures(pairs: list[Pair]) -> Figures:
    """The mean of the F1 of events and of all slots, for each fold of the reports."""
    counted = [_counted(report, gold) for report, gold in pairs]
    return tuple(_mean_f1([sum(column) for column in zip(*counted[fold::FOLDS], strict=True)]) for fold in range(FOLDS))


def _counted(report: Report, gold: dict[str, Any]) -> tuple[int, ...]:
    """Gold, predicted and right, of events and of slots; a report whose acts come out as before is not coded again."""
    import score

    drafts = tuple(tuple((event.trigger.start, event.act) for event in draft.mentions) for draft in _drafts(report))
    key = (report.id, drafts)
    if key not in CODED:
        result = score.score({report.id: gold}, {report.id: coded(telling.account(report))})
        rows = (result["events"], result["all_slots"])
        CODED[key] = tuple(row[name] for row in rows for name in ("gold", "predicted", "correct"))
    return CODED[key]


def _drafts(report: Report) -> list[Draft]:
    """The acts of the report with the weights of now."""
    text = telling.read(telling.without(report.text, telling.furniture(report.text)))
    metadata = report.metadata
    teller = telling.Teller(text, report.published, telling.country_of(metadata.outlet, metadata.url))
    teller.join()
    return teller.joiner.drafts


def _mean_f1(counts: list[int]) -> float:
    pairs = (counts[:3], counts[3:])
    return mean(2 * right / (gold + told) if gold + told else 1.0 for gold, told, right in pairs)


def shown(found: Figures) -> str:
    """The mean, and each fold."""
    return f"{mean(found):.4f} ({' '.join(f'{value:.3f}' for value in found)})"


def reports(folder: Path) -> Iterator[tuple[Report, dict[str, Any]]]:
    """The reports of a gold folder with their coding."""
    for line in (folder / "index.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        name, day = row["report"], row.get("published")
        metadata = Metadata(
            row.get("outlet"),
            row.get("title"),
            row.get("byline"),
            row.get("url"),
            date.fromisoformat(day) if day else None,
        )
        text = (folder / "reports" / f"{name}.txt").read_text("utf-8")
        yield Report(name, name, text, metadata), json.loads((folder / "coded" / f"{name}.json").read_text("utf-8"))


def remember() -> None:
    """What does not depend on the weights is done once: reading, voices, event mentions."""
    telling.read = cache(telling.read)
    telling.furniture = cache(telling.furniture)
    telling.voices = _by_id(telling.voices)
    telling.events_of = _by_id(telling.events_of)
    telling.hood = _hood(telling.hood)
    telling.claims_of = lambda *_: ()


def _hood(function: Callable[..., Any]) -> Callable[..., Any]:
    kept: dict[int, tuple[Any, Any]] = {}

    def remembered(text: Any, event: Any, whens: Any) -> Any:
        if id(event) not in kept:
            kept[id(event)] = (event, function(text, event, whens))
        return kept[id(event)][1]

    return remembered


def _by_id(function: Callable[..., Any]) -> Callable[..., Any]:
    kept: dict[tuple[int, ...], tuple[Any, Any]] = {}

    def remembered(first: Any, *rest: Any) -> Any:
        key = (id(first), *rest)
        if key not in kept:
            kept[key] = (first, function(first, *rest))
        return kept[key][1]

    return remembered


if __name__ == "__main__":
    main()
