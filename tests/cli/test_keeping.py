"""The keeper's commands: try again, read anew, compare versions, verify, back up, restore."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.reports.made import BODY, FIRST
from waqai import pipeline
from waqai.cli import cli
from waqai.reports.model import Report

MORE = f"{BODY}\nوأسفر القصف عن مقتل ثلاثة مدنيين وإصابة خمسة آخرين بجروح."


def waqai(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with an article in two versions, and one that was quarantined."""
    kept = tmp_path / "war.waqai"
    for body in (BODY, MORE):
        (tmp_path / "a.txt").write_text(f"---\nurl: https://a.example/1\n---\n{body}", "utf-8")
        assert waqai("read", tmp_path / "a.txt", "--record", kept).exit_code == 0
    (tmp_path / "b.txt").write_bytes(" ".join(word[::-1] for word in f"{BODY} {BODY}".split()).encode("windows-1256"))
    assert waqai("read", tmp_path / "b.txt", "--record", kept).exit_code == 1
    return kept


def test_versions_show_what_changed(record: Path) -> None:
    assert waqai("versions", "--record", record).stdout == "a: 2 versions\n"
    shown = waqai("versions", "a", "--record", record).stdout
    assert "version 2" in shown
    assert "+ وأسفر القصف" in shown
    assert FIRST not in shown
    assert waqai("versions", "x", "--record", record).exit_code == 2


def test_what_could_not_be_read_is_tried_again(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again = waqai("retry", "--record", record)
    assert again.stderr.splitlines()[-1] == "1 input: 0 new, 0 known, 0 new version, 0 set aside, 1 quarantined"
    monkeypatch.setattr("waqai.reports.texts.prose_share", lambda *_: None)
    counts = json.loads(waqai("retry", "--json", "--record", record).stdout)
    assert (counts["inputs"], counts["new"]) == (1, 1)
    assert waqai("retry", "--record", record).stderr.startswith("0 inputs")
    assert waqai("retry", "--encoding", "nonsense", "--record", record).exit_code == 2


def test_a_report_on_which_the_reader_failed_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(MORE, "utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(pipeline, "account", lambda _: 1 / 0)
        assert "quarantined" in waqai("read", tmp_path / "a.txt", "--record", tmp_path / "r").stderr
    assert "1 new" in waqai("retry", "--record", tmp_path / "r").stderr
    assert "الزيتون" in waqai("incidents", "--record", tmp_path / "r").stdout


def test_a_rebuild_says_what_changed_and_keeps_the_older_account(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert waqai("rebuild", "--record", record).stderr.endswith("2 reports read, 0 changed\n")
    from waqai.claims.account import account as plain  # noqa: PLC0415

    def blind(report: Report) -> object:
        told = plain(report)
        return type(told)(told.report, told.name, told.outlet, told.title, told.published, ())

    monkeypatch.setattr(pipeline, "account", blind)
    dry = waqai("rebuild", "--dry-run", "--record", record)
    assert "(nothing kept)" in dry.stderr
    assert "- «" in dry.stdout
    assert "الزيتون" in waqai("incidents", "--record", record).stdout
    monkeypatch.setattr("waqai.asking.READER", "waqai-9")
    waqai("rebuild", "--record", record)
    assert waqai("incidents", "--record", record).stdout == "no incidents\n"
    connection = sqlite3.connect(record)
    assert connection.execute("SELECT DISTINCT reader FROM accounts ORDER BY reader").fetchall() == [
        ("waqai-0.1",),
        ("waqai-9",),
    ]
    connection.close()


def test_a_record_is_verified_copied_and_taken_back(record: Path, tmp_path: Path) -> None:
    assert waqai("verify", "--record", record).exit_code == 0
    digest = waqai("backup", tmp_path / "copy", "--record", record).stdout.strip()
    assert len(digest) == 64
    assert waqai("restore", tmp_path / "copy", "--record", tmp_path / "again").exit_code == 0
    assert (
        waqai("export", "coded", "--record", tmp_path / "again").stdout
        == waqai("export", "coded", "--record", record).stdout
    )
    raw = bytearray(record.read_bytes())
    at = raw.find(FIRST.encode())
    raw[at] ^= 1
    record.write_bytes(bytes(raw))
    done = waqai("verify", "--record", record)
    assert done.exit_code == 1
    assert "altered" in done.stdout
