"""The day of an undated report: proposed with its reason, accepted by a person, kept by newer readings, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waqai import keeping
from waqai.cli import cli
from waqai.cli.decisions import desk_of
from waqai.deciding import DecisionError, Desk, Signature
from waqai.record.store import Record
from waqai.reference import places

SIGNED = ("--by", "ندى", "--reason", "الصور نفسها")
TELLING = "قتل سبعة مدنيين وأصيب تسعة في قصف مدفعي لقوات النظام على مدينة الباب شرق حلب {day}."


def waqai(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A dated and an undated report of one act."""
    war = tmp_path / "war.waqai"
    for name, day, more in (("dated", "أمس الثلاثاء", ("--published", "2022-03-02")), ("lost", "أمس", ())):
        (tmp_path / f"{name}.txt").write_text(TELLING.format(day=day), "utf-8")
        assert waqai("read", tmp_path / f"{name}.txt", *more, "--record", war).exit_code == 0
    return war


def exported(record: Path) -> str:
    """All incidents, and all that was read, as others get it."""
    coded = waqai("export", "coded", "--record", record).stdout
    return waqai("export", "incidents", "--record", record).stdout + coded


def days(record: Path) -> dict[str, str]:
    """Report -> the day of its act, as it is read."""
    return {one.name: str(one.events[0].when.earliest) for one in Record(record).accounts()}


def test_a_proposal_dates_nothing_until_it_is_accepted_and_nothing_once_undone(record: Path) -> None:
    before = exported(record)
    proposal = waqai("undated", "--record", record).stdout
    assert proposal.startswith("lost  2022-03-02  WQ-")
    assert days(record) == {"dated": "2022-03-01", "lost": "None"}
    done = waqai("undated", "--accept", "lost", "--record", record, *SIGNED)
    assert (done.exit_code, "date lost = 2022-03-02, by ندى: الصور نفسها" in done.stdout) == (0, True)
    assert days(record) == {"dated": "2022-03-01", "lost": "2022-03-01"}
    assert waqai("undated", "--record", record).stdout == ""
    assert waqai("undo", 1, "--record", record, *SIGNED).exit_code == 0
    assert exported(record) == before
    assert waqai("undo", 2, "--record", record, *SIGNED).exit_code == 0
    assert days(record)["lost"] == "2022-03-01"


def test_a_newer_reading_keeps_the_accepted_day(record: Path) -> None:
    assert waqai("undated", "--accept", "lost", "--record", record, *SIGNED).exit_code == 0
    accepted = exported(record)
    assert waqai("rebuild", "--record", record).exit_code == 0
    assert waqai("read", record.parent / "lost.txt", "--record", record).exit_code == 0
    assert exported(record) == accepted
    assert Record(record).report("lost").metadata.published is None  # type: ignore[union-attr]


def test_what_cannot_be_accepted_is_said(record: Path) -> None:
    unknown = waqai("undated", "--accept", "dated", "--record", record, *SIGNED)
    assert (unknown.exit_code, "no day is proposed for dated" in unknown.output) == (2, True)
    unsigned = waqai("undated", "--accept", "lost", "--record", record)
    assert (unsigned.exit_code, "signed with a name and a reason" in unsigned.output) == (2, True)
    day = Record(record).accounts()[0].published
    assert day is not None
    with pytest.raises(DecisionError, match="no report without a day"):
        desk_of(Record(record)).date("dated", day, Signature("ندى", "فحص"))
    with pytest.raises(DecisionError, match="read anew"):
        Desk(Record(record), places.load()).date("lost", day, Signature("ندى", "فحص"))
    assert waqai("decisions", "--record", record).stdout == ""


def test_reading_again_what_is_not_there_changes_nothing(record: Path) -> None:
    before = exported(record)
    keeping.read_again(Record(record), None, "nobody")  # type: ignore[arg-type]  # no reader is needed
    assert exported(record) == before
