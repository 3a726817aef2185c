"""The scorer: what is right, missed and spurious; the same numbers as the scorer that judges the project."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from waqai import evaluate

ROOT = Path(__file__).resolve().parents[2]
CODED = ROOT / "examples" / "coded"
JUDGE = ROOT.parent / "shared" / "score.py"


def gold() -> dict[str, Any]:
    return dict(evaluate.load(CODED))


def spoilt() -> dict[str, Any]:
    """The samples with events dropped, moved, repeated and changed, the same way each time."""
    rows = copy.deepcopy(gold())
    for number, row in enumerate(rows.values()):
        for place, event in enumerate(row["events"]):
            if (number + place) % 3 == 0:
                event["casualties"], event["sub_event_type"] = [], "Other"
            if (number + place) % 4 == 1 and event["places"]:
                event["places"][0]["text"] += " البعيدة جداً من هنا"
                event["sources"] = [{"text": "شاهد", "stance": "asserts"}]
            if (number + place) % 5 == 2 and event["date"]["start"]:
                event["date"]["start"] = event["date"]["end"] = "2001-01-01"
            if event["weapons"] and place % 2:
                event["weapons"][0]["count"] = 77
        row["events"] = row["events"][number % 2 :] + copy.deepcopy(row["events"][-1:])
        row["tallies"] = [{"count": 5}, *row["tallies"]]
    rows.pop(next(iter(rows)))
    return rows


def test_gold_against_itself_is_perfect() -> None:
    scores = evaluate.score(gold(), gold())
    assert {score.f1 for score in scores.values()} == {1.0}
    assert scores["events"].gold > 20


def test_nothing_predicted_is_nothing_found() -> None:
    scores = evaluate.score(gold(), {})
    assert (scores["events"].recall, scores["all_slots"].recall) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("قاعدة الوردة", "القاعدة", True),
        ("لِلوردةِ", "الورده", True),
        ("في", "في", False),
        ("الوردة", "الياسمين", False),
        ("الوردة", "كلام طويل عن أمور كثيرة لا صلة لها بشيء سوى الوردة وحدها فقط", False),
        (None, "الوردة", False),
    ],
)
def test_phrases(one: str | None, other: str, same: bool) -> None:  # noqa: FBT001
    assert evaluate.same_text(one, other) is same


@pytest.mark.skipif(not JUDGE.exists(), reason="the project's scorer is not here")
def test_it_agrees_with_the_projects_scorer(tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(row) + "\n" for row in spoilt().values()), "utf-8")
    command = [sys.executable, str(JUDGE), str(CODED), str(predicted), "--json"]
    judged = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    scores = evaluate.score(evaluate.load(CODED), evaluate.load(predicted))
    wanted = {name: judged[name] for name in ("events", "foreground", "all_slots", "links", "tallies")}
    wanted |= {f"slot:{name}": row for name, row in judged["slots_of_paired"].items()}
    assert scores.keys() == wanted.keys()
    for name, row in wanted.items():
        found = scores[name]
        assert (found.gold, found.predicted, found.correct) == (
            row["gold"],
            row["predicted"],
            row["correct"],
        ), name
        assert round(found.f1, 4) == row["f1"], name
    assert 0.1 < scores["all_slots"].f1 < 0.95
