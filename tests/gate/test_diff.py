"""The diff of claims: what came, what went and what changed, by rule, between two commits."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.gate.diff import Difference, Said, checkout, claims, compare, told
from tests.gate.reading import ReaderError

FIVE = Said("one", "killed", 40, "5", "خمسة طيور", "casualties.outcome")
SIX = Said("one", "killed", 40, "6", "ستة طيور", "casualties.outcome")
PLACE = Said("one", "place", 80, '"nest"', "العش", "places.name")


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


EVENT = {
    "id": "e1",
    "event_type": "Protests",
    "trigger": {"text": "غرد", "start": 3, "end": 6, "rule": "animals/song"},
    "when": {"earliest": "2021-01-02", "precision": "day"},
    "places": [{"words": {"text": "العش", "start": 80, "end": 84}, "within": {"text": "حلب", "start": 85, "end": 88}}],
    "outcome": ["failed"],
    "outcome_words": [{"text": "بلا جدوى", "start": 20, "end": 28, "rule": "failure"}],
    "responds_to": ["e2"],
}


def test_claims_are_read_from_the_values_of_events() -> None:
    line = json.dumps({"report": "one", "event": EVENT})
    assert claims(line + "\n\n") == [
        Said("one", "event_type", 3, '"Protests"', "غرد", "animals/song"),
        Said("one", "trigger", 3, '"غرد"', "غرد", "animals/song"),
        Said("one", "when", 3, '{"earliest": "2021-01-02", "precision": "day"}', "غرد", "animals/song"),
        Said("one", "places", 80, '{"within": "حلب"}', "العش", "no rule"),
        Said("one", "outcome", 20, '"failed"', "بلا جدوى", "failure"),
        Said("one", "outcome_words", 20, '"بلا جدوى"', "بلا جدوى", "failure"),
    ]


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
