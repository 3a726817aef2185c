"""The diff of claims: what came, what went and what changed, by rule, between two commits."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.gate.diff import Difference, Said, checkout, claims, compare, told
from tests.gate.reading import ReaderError

FIVE = Said("one", "killed", 40, "5", "خمسة طيور", "casualties.outcome", "[]")
SIX = Said("one", "killed", 40, "6", "ستة طيور", "casualties.outcome", "[]")
PLACE = Said("one", "place", 80, '"nest"', "العش", "places.name", "[]")


def test_the_same_claims_are_no_difference() -> None:
    assert compare([FIVE, PLACE], [PLACE, FIVE]) == Difference((), (), ())


def test_claims_come_go_and_change() -> None:
    assert compare([], [FIVE]) == Difference((FIVE,), (), ())
    assert compare([FIVE, PLACE], [PLACE]) == Difference((), (FIVE,), ())
    assert compare([FIVE], [SIX]) == Difference((), (), ((FIVE, SIX),))
    assert compare([FIVE], [FIVE, FIVE]) == Difference((FIVE,), (), ())


def test_the_difference_is_told_by_rule_the_most_affected_first() -> None:
    lines = list(told(Difference((PLACE,), (), ((FIVE, SIX), (SIX, FIVE))), quotes=1))
    assert lines == [
        "casualties.outcome: 2 changed",
        "  ~ one killed: value 5 → 6; words خمسة طيور → ستة طيور  ستة طيور",
        "  … and 1 more",
        "places.name: 1 gained",
        '  + one place = "nest"  العش',
    ]


def test_claims_are_read_from_lines() -> None:
    row = {"report": "one", "property": "place", "value": "nest", "rule": "places.name", "event": "e3"}
    assert claims(json.dumps({**row, "words": {"text": "العش", "start": 80, "end": 84}}) + "\n\n") == [
        Said("one", "place", 80, '"nest"', "العش", "places.name", "[null, null]")
    ]
    assert claims(json.dumps({**row, "words": None}))[0].start == -1


def git(folder: Path, *words: str) -> None:
    named = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True)


def test_an_older_tree_is_there_for_a_while(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "file.txt").write_text("old", "utf-8")
    git(tmp_path, "add", "file.txt")
    git(tmp_path, "commit", "--quiet", "-m", "old")
    (tmp_path / "file.txt").write_text("new", "utf-8")
    with checkout("HEAD", tmp_path) as tree:
        assert (tree / "file.txt").read_text("utf-8") == "old"
    assert not tree.exists()
    with pytest.raises(ReaderError, match="git worktree add"), checkout("nowhere", tmp_path):
        pass
