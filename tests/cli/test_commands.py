"""The commands as people run them, with a reader that needs no Arabic: results, remarks, exit codes."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
import types
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.incidents.build import account, by, event, killed, voice
from tests.reports.test_decoding import TEXT, UNVOCALISED
from waqai.claims.model import Account
from waqai.cli import cli
from waqai.reports.model import Report

ROOT = Path(__file__).resolve().parents[2]


class ReadingError(Exception):
    """What the stand-in raises."""


def read_report(report: Report) -> Account:
    """One event a report, its toll the number in the text's first line; «عطل» breaks the reader."""
    if "عطل" in report.text:
        raise ReadingError(f"{report.name}: the reader failed")
    first = report.text.split(maxsplit=1)[0]
    toll = (killed(int(first)),) if first.isdigit() else ()
    told = event(casualties=toll, initiators=(by("russia"),), voices=(voice("شاهد"),))
    found = account(report.name, told)
    return Account(
        report.id, report.name, report.metadata.outlet, report.metadata.title, report.published, found.events
    )


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find this reader instead of the real one."""
    stand_in = types.ModuleType("waqai.pipeline")
    stand_in.__dict__.update(read_report=read_report, ReadingError=ReadingError)
    monkeypatch.setitem(sys.modules, "waqai.pipeline", stand_in)
    monkeypatch.setattr("waqai.pipeline", stand_in, raising=False)
    monkeypatch.delenv("WAQAI_RECORD", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three good reports, an index, and every kind of input that is none."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "good.txt").write_text(f"4 {TEXT}", "utf-8")
    (reports / "other.txt").write_text(f"9 {TEXT}", "utf-8")
    (reports / "old.txt").write_bytes(UNVOCALISED.encode("windows-1256"))
    (reports / "empty.txt").touch()
    (reports / "picture.txt").write_bytes(bytes(range(256)) * 50)
    (reports / "english.txt").write_text("Three rockets fell near the village last night.", "utf-8")
    (reports / "line.txt").write_text("قصف " * 1_500_000, "utf-8")
    (reports / "broken.txt").write_text(f"{TEXT} عطل", "utf-8")
    (reports / "page.pdf").write_bytes(b"%PDF")
    (tmp_path / "index.jsonl").write_text(
        '{"report": "good", "outlet": "المدار", "published": "2023-05-18"}\nnot json\n{"report": "other"}\n',
        "utf-8",
    )
    return tmp_path


def waqai(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)


def test_every_input_has_its_ending_and_the_good_ones_are_read(folder: Path) -> None:
    done = waqai("read", folder / "reports", "--index", folder / "index.jsonl", "--format", "coded")
    assert done.exit_code == 0
    assert sorted(json.loads(line)["report"] for line in done.stdout.splitlines()) == ["good", "old", "other"]
    remarks = done.stderr.splitlines()
    assert remarks[-1] == "9 inputs: 3 new, 0 known, 0 new version, 5 set aside, 1 quarantined"
    for name, said in {
        "empty.txt": "set aside: empty",
        "picture.txt": "set aside: binary",
        "english.txt": "set aside: no Arabic letters",
        "line.txt": "set aside: too long",
        "page.pdf": "set aside: .pdf",
        "old.txt": "read; decoded from windows-1256",
        "broken.txt": "quarantined: broken: the reader failed",
        "index.jsonl:2": "not valid JSON",
    }.items():
        assert sum(name in remark and said in remark for remark in remarks) == 1, name
    assert len(remarks) == 9


def test_metadata_come_from_the_index_and_else_from_the_option(folder: Path) -> None:
    done = waqai(
        *("read", folder / "reports", "--index", folder / "index.jsonl"),
        *("--published", "2023-05-20", "--format", "coded"),
    )
    days = {row["report"]: row["published"] for row in map(json.loads, done.stdout.splitlines())}
    assert days == {"good": "2023-05-18", "other": "2023-05-20", "old": "2023-05-20"}


def test_reading_twice_into_a_record_changes_nothing(folder: Path) -> None:
    record = folder / "war.waqai"
    arguments = ("read", folder / "reports", "--index", folder / "index.jsonl", "--record", record)
    first = waqai(*arguments)
    before = dump(record)
    again = waqai(*arguments)
    assert dump(record) == before
    assert again.stderr.splitlines()[-1] == "9 inputs: 0 new, 3 known, 0 new version, 5 set aside, 1 quarantined"
    assert again.stdout == first.stdout
    assert "killed: 9" in first.stdout


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_a_record_is_asked_shown_and_exported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = folder / "war.waqai"
    waqai("read", folder / "reports", "--record", record)
    rows = [json.loads(line) for line in waqai("export", "incidents", "--record", record).stdout.splitlines()]
    assert [row["reports"] for row in rows] == [["good", "old", "other"]]
    monkeypatch.setenv("WAQAI_RECORD", str(record))
    name = rows[0]["incident"]
    assert name in waqai("incidents", "--actor", "russia", "--disagreeing").stdout
    assert waqai("incidents", "--type", "protest").stdout == "no incidents\n"
    shown = waqai("show", name.lower())
    assert shown.exit_code == 0
    assert "good/e1" in shown.stdout
    table = csv.DictReader(io.StringIO(waqai("export", "incidents", "--format", "csv").stdout))
    assert [row["incident"] for row in table] == [name]
    assert len(waqai("export", "coded").stdout.splitlines()) == 3
    assert waqai("incidents", "--since", "2024-01-01", "--format", "jsonl").stdout == ""


@pytest.mark.parametrize("form", ["table", "coded", "jsonl", "csv"])
def test_nothing_read_ends_with_one(form: str, folder: Path) -> None:
    done = waqai("read", folder / "reports" / "empty.txt", folder / "none.txt", "--format", form)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == "2 inputs: 0 new, 0 known, 0 new version, 2 set aside, 0 quarantined"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "Missing argument"),
        (["read", "x", "--format", "pdf"], "is not one of"),
        (["read", "x", "--published", "yesterday"], "does not match the format"),
        (["incidents"], "--record"),
        (["show", "WQ-000000"], "--record"),
        (["evaluate", "nowhere"], "does not exist"),
    ],
)
def test_wrong_usage_ends_with_two(arguments: list[str], said: str) -> None:
    done = waqai(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_an_unknown_incident_is_wrong_usage(folder: Path) -> None:
    waqai("read", folder / "reports", "--record", folder / "r")
    done = waqai("show", "WQ-000000", "--record", folder / "r")
    assert done.exit_code == 2
    assert "no incident WQ-000000" in done.stderr


def test_evaluate_reads_gold_s_own_reports(folder: Path) -> None:
    gold = folder / "gold"
    (gold / "coded").mkdir(parents=True)
    done = waqai("read", folder / "reports", "--format", "coded")
    for row in map(json.loads, done.stdout.splitlines()):
        (gold / "coded" / f"{row['report']}.json").write_text(json.dumps(row), "utf-8")
    (folder / "reports").rename(gold / "reports")
    assert "F1 1.000" in waqai("evaluate", gold).stdout
    (folder / "out.jsonl").write_text(done.stdout, "utf-8")
    scored = waqai("evaluate", gold / "coded", folder / "out.jsonl").stdout.splitlines()
    assert scored[0] == "3 reports"
    assert scored[1].startswith("events       P 1.000")


@pytest.mark.parametrize("name", [None, *cli.commands])
def test_help_teaches_with_examples(name: str | None) -> None:
    done = waqai(*([name] if name else []), "--help")
    assert done.exit_code == 0
    assert "  waqai " in done.output
    assert max(len(line) for line in done.output.splitlines()) <= 110


def program(*arguments: object) -> list[str]:
    return [sys.executable, "-c", "from waqai.cli import main; main()", *map(str, arguments)]


@pytest.mark.parametrize("arguments", [["incidents", "--record", "none"], ["nonsense"]])
def test_the_program_ends_with_a_line_not_a_traceback(arguments: list[str], tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C"}
    done = subprocess.run(program(*arguments), cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr
    assert b"Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    script = f"{' '.join(program()[:1])} -c 'from waqai.cli import main; main()' read --help | true"
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
