"""The gate holds: scores that fall are seen, and floors are lowered only with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gate.__main__ import FILE, main
from tests.gate.floors import FloorError, Floors, Pinned, changed, compare, load, save, update

OLD = Floors({"seeds": Pinned(5, "aa", {"events": 0.8, "all_slots": 0.6})})


def measured(events: float, all_slots: float, digest: str = "aa") -> dict[str, Pinned]:
    return {"seeds": Pinned(5, digest, {"events": events, "all_slots": all_slots})}


@pytest.mark.parametrize(
    ("score", "verdict"),
    [(0.8, "ok"), (0.7998, "ok"), (0.79, "LOWER (-0.0100)"), (0.9, "higher")],
)
def test_a_score_stands_beside_its_floor(score: float, verdict: str) -> None:
    assert [row.verdict for row in compare(OLD, measured(score, 0.6))] == [verdict, "ok"]


def test_a_score_without_a_floor_says_so() -> None:
    assert {row.verdict for row in compare(Floors(), measured(0.1, 0.2))} == {"no floor yet"}


def test_floors_rise_without_a_word() -> None:
    assert update(OLD, measured(0.9, 0.6), "2026-01-01") == Floors(measured(0.9, 0.6))


def test_noise_does_not_lower_a_floor() -> None:
    assert update(OLD, measured(0.7997, 0.7), "2026-01-01") == Floors(measured(0.8, 0.7))


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_no_floor_is_lowered_without_a_reason(reason: str | None) -> None:
    with pytest.raises(FloorError, match=r"events 0\.8000 → 0\.7000"):
        update(OLD, measured(0.7, 0.9), "2026-01-01", reason)


def test_a_lowered_floor_keeps_its_reason(tmp_path: Path) -> None:
    new = update(OLD, measured(0.7, 0.9), "2026-01-01", "the gold was mended")
    save(new, tmp_path / "floors.json")
    assert load(tmp_path / "floors.json") == new
    assert [(row.measure, row.before, row.after, row.reason) for row in new.lowered] == [
        ("events", 0.8, 0.7, "the gold was mended")
    ]


def test_sets_that_were_not_measured_keep_their_floors() -> None:
    new = update(OLD, {"dev": Pinned(96, "bb", {"events": 0.5})}, "2026-01-01")
    assert new.sets == {**OLD.sets, "dev": Pinned(96, "bb", {"events": 0.5})}


def test_changed_gold_is_noticed() -> None:
    assert changed(OLD, measured(0.8, 0.6)) == []
    assert changed(OLD, measured(0.8, 0.6, digest="bb")) == ["seeds"]


def test_without_gold_the_samples_hold_their_floors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The 22 coded samples of the repository, on any machine: what the reader once got right it does not lose."""
    held = main(["--shared", str(tmp_path)])
    said = capsys.readouterr().out
    assert "Only the samples are measured" in said
    assert held == 0, said
    assert said.count("examples") == 3


def test_a_set_that_is_not_there_is_not_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dev", "--shared", str(tmp_path)]) == 2
    assert "Nothing measured" in capsys.readouterr().out


SCORER = """
import json, sys
row = {"f1": float(open(sys.argv[2], encoding="utf-8").read().count("report") > 0) * 0.75}
print(json.dumps({"reports": 1, "events": row, "foreground": row, "all_slots": row}))
"""


def test_the_gate_from_end_to_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold" / "tiny"
    for folder in ("coded", "reports"):
        (gold / folder).mkdir(parents=True)
    (gold / "reports" / "one.txt").write_text("قصفت المدفعية قرية مجهولة أمس.", "utf-8")
    (gold / "index.jsonl").write_text('{"report": "one", "published": "2021-01-02"}\n', "utf-8")
    (tmp_path / "score.py").write_text(SCORER, "utf-8")
    given = ["tiny", "--shared", str(tmp_path), "--floors", str(tmp_path / "floors.json")]
    assert main([*given, "--update"]) == 0
    assert main(given) == 0
    (tmp_path / "score.py").write_text(SCORER.replace("0.75", "0.5"), "utf-8")
    assert main(given) == 1
    assert "LOWER (-0.2500)" in capsys.readouterr().out
    assert main([*given, "--update"]) == 1
    assert main([*given, "--update", "--allow-lower", "a stricter scorer"]) == 0
    assert main(given) == 0


def test_the_projects_own_floors_can_be_read() -> None:
    assert "examples" in load(FILE).sets
    assert all(0 <= floor <= 1 for pinned in load(FILE).sets.values() for floor in pinned.floors.values())
