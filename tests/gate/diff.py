"""The blast radius of a change: which claims on a frozen set of reports it gains, loses and changes.

    make diff                       this tree against the last commit
    make diff REF=main~3            against another commit
    make diff ARGS="--quotes 3"     with fewer quotes for each rule

Both readers read the same files: examples/reports and, where it is there, the gold set `dev`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.gate.reading import ROOT, SHARED, ReaderError, Reports, read

FROZEN = (
    Reports(ROOT / "examples" / "reports", ROOT / "examples" / "index.jsonl"),
    Reports(SHARED / "gold" / "dev" / "reports", SHARED / "gold" / "dev" / "index.jsonl"),
)
NUMBERED = {"id", "responds_to"}  # numbers of events, which two readers count differently
Anchor = tuple[str, str, int]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A claim as far as two readers can be compared on it: without the event numbers, which differ."""

    report: str
    about: str
    start: int
    value: str
    words: str
    rule: str

    @property
    def anchor(self) -> Anchor:
        """What is claimed of where: a claim with another value there is the same claim, changed."""
        return self.report, self.about, self.start


@dataclass(frozen=True, slots=True)
class Difference:
    """What the new reader says and the old did not, and the other way round."""

    gained: tuple[Said, ...]
    lost: tuple[Said, ...]
    changed: tuple[tuple[Said, Said], ...]


def claims(lines: str) -> list[Said]:
    """The claims of `waqai read --format jsonl`: one for each value of each event."""
    rows = (json.loads(line) for line in lines.splitlines() if line.strip())
    return [said for row in rows for said in _event_claims(row["report"], row["event"])]


def _event_claims(report: str, event: Row) -> Iterator[Said]:
    """Values that have words of their own stand by these; the event's plain values stand by its trigger."""
    for about, value in event.items():
        if about in NUMBERED:
            continue
        for item in value if isinstance(value, list) else [value]:
            words = _words(item) or _words(event.get(f"{about}_words")) or event["trigger"]
            yield Said(
                report=report,
                about=about,
                start=words["start"],
                value=json.dumps(_bare(item), ensure_ascii=False, sort_keys=True),
                words=words["text"],
                rule=words.get("rule") or "no rule",
            )


def _words(item: object) -> Row | None:
    """The quoted words of a value, if it has any."""
    if isinstance(item, list):
        return next(filter(None, map(_words, item)), None)
    if not isinstance(item, dict):
        return None
    return item if {"text", "start"} <= item.keys() else _words(item.get("words"))


def _bare(item: object) -> object:
    """The value without offsets and rules: quoted words are their text."""
    if isinstance(item, list):
        return [_bare(part) for part in item]
    if not isinstance(item, dict):
        return item
    if {"text", "start"} <= item.keys():
        return item["text"]
    return {name: _bare(part) for name, part in item.items() if name != "words"}


def compare(old: Sequence[Said], new: Sequence[Said]) -> Difference:
    """The claims that only one side has; two of them at one place of one report are one that changed."""
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    waiting: defaultdict[Anchor, list[Said]] = defaultdict(list)
    for claim in sorted(gone.elements()):
        waiting[claim.anchor].append(claim)
    gained, changed = [], []
    for claim in sorted(come.elements()):
        if waiting[claim.anchor]:
            changed.append((waiting[claim.anchor].pop(0), claim))
        else:
            gained.append(claim)
    lost = [claim for left in waiting.values() for claim in left]
    return Difference(tuple(gained), tuple(sorted(lost)), tuple(changed))


def told(difference: Difference, quotes: int) -> Iterator[str]:
    """The difference by rule, the most affected first, each with some quotes."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in difference.gained:
        counts[claim.rule]["gained"] += 1
        lines[claim.rule].append(f"+ {claim.report} {claim.about} = {claim.value}  {claim.words}")
    for claim in difference.lost:
        counts[claim.rule]["lost"] += 1
        lines[claim.rule].append(f"- {claim.report} {claim.about} = {claim.value}  {claim.words}")
    for old, new in difference.changed:
        counts[new.rule]["changed"] += 1
        lines[new.rule].append(f"~ {new.report} {new.about}: {_change(old, new)}  {new.words}")
    for rule in sorted(lines, key=lambda rule: (-len(lines[rule]), rule)):
        yield f"{rule}: " + ", ".join(f"{number} {how}" for how, number in sorted(counts[rule].items()))
        yield from (f"  {line}" for line in lines[rule][:quotes])
        if len(lines[rule]) > quotes:
            yield f"  … and {len(lines[rule]) - quotes} more"


def _change(old: Said, new: Said) -> str:
    names = ("value", "words", "rule")
    pairs = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return "; ".join(f"{name} {before} → {after}" for name, before, after in pairs if before != after)


@contextmanager
def checkout(ref: str, root: Path = ROOT) -> Iterator[Path]:
    """The tree of a commit stands in a folder of its own, and is gone afterwards."""
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "tree"
        _git(root, "worktree", "add", "--quiet", "--detach", str(tree), ref)
        try:
            yield tree
        finally:
            _git(root, "worktree", "remove", "--force", str(tree))


def _git(root: Path, *words: str) -> None:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ReaderError(f"git {' '.join(words[:2])} failed: {done.stderr.strip()}")


def main(given: Sequence[str] | None = None) -> int:
    """The exit code: 0 whatever the difference (it is for people to judge), 1 where a reader failed."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.gate.diff",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("ref", nargs="?", default="HEAD", help="the commit to compare with (HEAD)")
    parser.add_argument("--quotes", type=int, default=10, help="how many claims to quote for each rule (10)")
    asked = parser.parse_args(given)
    frozen = [reports for reports in FROZEN if reports.exists]
    old: list[Said] = []
    new: list[Said] = []
    try:
        with checkout(asked.ref) as tree:
            for reports in frozen:
                print(f"reading {reports.folder} with both …", file=sys.stderr)
                old += claims(read(reports, "jsonl", tree / "src"))
                new += claims(read(reports, "jsonl"))
    except ReaderError as error:
        print(error)
        return 1
    difference = compare(old, new)
    for line in told(difference, asked.quotes):
        print(line)
    gained, lost, changed = len(difference.gained), len(difference.lost), len(difference.changed)
    print(f"{len(old)} claims at {asked.ref}, {len(new)} now: {gained} gained, {lost} lost, {changed} changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
