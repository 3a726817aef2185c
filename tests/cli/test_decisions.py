"""Deciding from the command line: what is said is kept, what is wrong is said, and undoing leaves no trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waqai.cli import cli

SIGNED = ("--by", "ندى", "--reason", "فحص")
TEXTS = {
    "one": "قتل ثلاثة مدنيين في قصف مدفعي على مدينة الباب شرق حلب أمس الثلاثاء.",
    "two": "أسفر قصف مدفعي على مدينة الباب أمس الثلاثاء عن مقتل أربعة مدنيين.",
    "far": "قتل جندي في هجوم مسلح على حاجز في مدينة درعا أمس الثلاثاء.",
}


def waqai(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments])


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    record = folder / "war.waqai"
    assert waqai("read", folder, "--published", "2022-03-02", "--record", record).exit_code == 0
    return record


@pytest.fixture
def record(read: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "war.waqai"
    copy.write_bytes(read.read_bytes())
    return copy


def exported(record: Path) -> str:
    done = waqai("export", "incidents", "--record", record)
    assert done.exit_code == 0
    return done.stdout


def ids(record: Path) -> dict[str, str]:
    """report -> its incident"""
    rows = map(json.loads, exported(record).splitlines())
    return {report: row["incident"] for row in rows for report in row["reports"]}


def test_a_merge_and_its_undoing(record: Path) -> None:
    before, names = exported(record), ids(record)
    done = waqai("merge", names["one"], names["far"], "--record", record, *SIGNED)
    assert (done.exit_code, "merge" in done.stdout, "by ندى: فحص" in done.stdout) == (0, True, True)
    assert len(set(ids(record).values())) == 1
    assert waqai("show", names["far"], "--record", record).exit_code == 0
    assert waqai("undo", 1, "--record", record, *SIGNED).exit_code == 0
    assert exported(record) == before
    assert len(waqai("decisions", "--record", record).stdout.splitlines()) == 2
    again = waqai("undo", 1, "--record", record, *SIGNED)
    assert (again.exit_code, "undone already" in again.output) == (2, True)


def test_a_split_keeps_them_apart_and_why_says_so(record: Path) -> None:
    names = ids(record)
    assert names["one"] == names["two"] != names["far"]
    assert waqai("split", names["one"], "two/e1", "--record", record, *SIGNED).exit_code == 0
    after = ids(record)
    assert after["one"] != after["two"]
    said = waqai("why", after["one"], after["two"], "--record", record).stdout
    assert "are two incidents" in said
    assert "split" in said
    assert "same day" in said


def test_what_is_set_holds_and_a_rejected_incident_is_kept(record: Path) -> None:
    name = ids(record)["one"]
    assert waqai("decide", name, "--set", "killed=4-7", "--record", record, *SIGNED).exit_code == 0
    assert waqai("decide", name, "--reject", "--record", record, *SIGNED).exit_code == 0
    row = next(row for row in map(json.loads, exported(record).splitlines()) if row["incident"] == name)
    assert row["killed"] == {"low": 4, "best": 4, "high": 7}
    assert (row["status"], row["status_by"]) == ("rejected", "ندى: فحص")
    assert row["chosen_by"]["killed"] == "set by ندى: فحص"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("merge", "WQ-000000", "WQ-111111"), "no incident WQ-000000"),
        (("merge", "ONE", "ONE"), "two incidents or more"),
        (("merge", "ONE", "FAR", "--reason", " "), "a name and a reason"),
        (("split", "ONE", "far/e1"), "holds no far/e1"),
        (("split", "ONE", "one/e1", "two/e1"), "leaves some"),
        (("different", "ONE", "ONE"), "are one incident"),
        (("decide", "ONE"), "one of --accept"),
        (("decide", "ONE", "--set", "colour=red"), "no field 'colour'"),
        (("decide", "ONE", "--set", "killed=many"), "is no toll"),
        (("decide", "ONE", "--set", "date=yesterday"), "is no date"),
        (("decide", "ONE", "--set", "type=Party"), "no sub-event type"),
        (("decide", "ONE", "--set", "label=sure"), "none of fair"),
        (("undo", "7"), "no decision 7"),
        (("why", "ONE", "WQ-000000"), "no incident WQ-000000"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_kept(
    record: Path, arguments: tuple[str, ...], message: str
) -> None:
    names = ids(record)
    asked = [{"ONE": names["one"], "FAR": names["far"]}.get(word, word) for word in arguments]
    signed = () if arguments[0] == "why" else SIGNED if "--reason" not in arguments else SIGNED[:2]
    done = waqai(*asked, "--record", record, *signed)
    assert (done.exit_code, message in done.output) == (2, True), done.output
    assert waqai("decisions", "--record", record).stdout == ""


def test_a_source_is_rated_listed_and_unrated(record: Path) -> None:
    before = exported(record)
    assert "F, cannot be judged (nobody)" in waqai("sources", "--record", record).stdout
    name = json.loads(waqai("sources", "--format", "jsonl", "--record", record).stdout.splitlines()[0])["name"]
    assert waqai("rate", name, "B", "--record", record, *SIGNED).exit_code == 0
    assert "B, usually reliable (ندى: فحص)" in waqai("sources", "--record", record).stdout
    assert exported(record) != before
    assert waqai("undo", 1, "--record", record, *SIGNED).exit_code == 0
    assert exported(record) == before


def test_a_source_that_nobody_knows_or_a_letter_off_the_scale_is_refused(record: Path) -> None:
    unknown = waqai("rate", "nobody", "B", "--record", record, *SIGNED)
    assert (unknown.exit_code, "waqai sources" in unknown.output) == (2, True)
    assert waqai("rate", "sohr", "G", "--record", record, *SIGNED).exit_code == 2
    assert waqai("decisions", "--record", record).stdout == ""
