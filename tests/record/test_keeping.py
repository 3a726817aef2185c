"""What a keeper relies on: faults are named, copies are whole, unsafe places are refused, failures are told."""

from __future__ import annotations

import os
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.incidents.build import event, voice
from tests.record.test_store import arrival, read
from waqai.record import safety
from waqai.record.backups import back_up, restore
from waqai.record.database import RecordError
from waqai.record.store import Record
from waqai.record.verifying import faults
from waqai.reports.content import Content
from waqai.reports.intake import Ending, Item, Refusal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with two reports, one of them in two versions, and one input held."""
    kept = Record(tmp_path / "war.waqai", create=True)
    for name, body in (("a", "نص أول كامل"), ("a", "نص أول معدل كامل"), ("b", "خبر آخر")):
        came = arrival(name, body, outlet="المدار")
        told = replace(read(came, event(voices=())), events=(), claims=())
        kept.add(came, told, "v1")
    refused = Refusal(Item("c", "c.txt", Content(b"x")), Ending.SET_ASIDE, "another language", b"x")
    kept.hold(refused, "v1")
    kept.hold(refused, "v2")
    kept.engine.dispose()
    return tmp_path / "war.waqai"


def spoil(path: Path, *statements: str) -> None:
    """What a bad disk or a hand does to the file behind the program's back."""
    connection = sqlite3.connect(path)
    for table in ("raw", "ledger"):
        for act in ("update", "delete"):
            connection.execute(f"DROP TRIGGER {table}_no_{act}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_whole_record_has_no_fault(path: Path) -> None:
    assert list(faults(Record(path))) == []
    assert len(Record(path).held(Ending.SET_ASIDE)) == 1


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE raw SET bytes = x'00' WHERE sha256 = (SELECT sha256 FROM reports WHERE name = 'b')",
            "report b): altered",
        ),
        ("UPDATE raw SET bytes = bytes || x'20' WHERE bytes = x'78'", "held, not read): altered"),
        ("DELETE FROM raw WHERE bytes = x'78'", "(held c): missing"),
        ("UPDATE reports SET body = replace(body, 'خبر', 'كبر') WHERE name = 'b'", "report b"),
        ("DELETE FROM accounts WHERE name = 'b'", None),
        ("DELETE FROM reports WHERE name = 'b'", "report b"),
        ("DELETE FROM held", "held c"),
        ("DELETE FROM ledger WHERE number = 2", "the ledger: line 3"),
        ("UPDATE ledger SET entry = replace(entry, '\"a\"', '\"z\"') WHERE number = 1", "the ledger: line 1"),
        ("INSERT INTO reports SELECT 'x', sha256, 'x', 1, body FROM reports WHERE name = 'b'", "report x"),
    ],
)
def test_every_altered_or_missing_thing_is_named(path: Path, statement: str, said: str | None) -> None:
    spoil(path, "PRAGMA foreign_keys=OFF", statement)
    found = list(faults(Record(path)))
    assert any(said in line for line in found) if said else found == []


def test_evidence_cannot_be_altered_through_the_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    for statement in (
        "UPDATE raw SET bytes = x'00'",
        "DELETE FROM raw",
        "DELETE FROM ledger",
        "UPDATE ledger SET chain = ''",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="evidence"):
            connection.execute(statement)
    connection.close()


def test_a_quote_that_is_not_in_its_report_is_named(path: Path) -> None:
    kept = Record(path)
    (report,) = [one for one in kept.reports() if one.name == "b"]
    kept.keep_account(report, read(arrival("b", "خبر آخر"), event(voices=(voice("شاهد"),))), "v2")
    assert any("«" in line and "report b" in line for line in faults(kept))


def test_a_backup_is_whole_private_and_restored(path: Path, tmp_path: Path) -> None:
    copy, again = tmp_path / "copy.waqai", tmp_path / "again.waqai"
    digest = back_up(path, copy)
    assert len(digest) == 64
    assert copy.stat().st_mode & 0o777 == 0o600
    restore(copy, again)
    assert [one.text for one in Record(again).reports()] == [one.text for one in Record(path).reports()]
    with pytest.raises(RecordError, match="nothing is overwritten"):
        restore(copy, path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["again.waqai", "copy.waqai", "war.waqai"]


def test_a_spoilt_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    back_up(path, tmp_path / "copy.waqai")
    spoil(tmp_path / "copy.waqai", "UPDATE raw SET bytes = x'00' WHERE bytes = x'78'")
    with pytest.raises(RecordError, match="nothing was restored"):
        restore(tmp_path / "copy.waqai", tmp_path / "again.waqai")
    assert not (tmp_path / "again.waqai").exists()


def test_versions_are_kept_with_their_time(path: Path) -> None:
    first, second = Record(path).versions("a")
    assert (first.number, first.report.text) == (1, "نص أول كامل")
    assert (second.number, second.report.text) == (2, "نص أول معدل كامل")
    assert first.taken is not None
    assert Record(path).version_counts() == {"a": 2, "b": 1}


def test_a_network_disk_is_refused(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    line = "36 35 98:0 / {point} rw,noatime master:1 - {kind} server:/x rw\n"
    mounts.write_text(line.format(point="/", kind="ext4") + line.format(point=tmp_path, kind="nfs4"), "utf-8")
    assert "network file system (nfs4)" in str(safety.danger(tmp_path / "war.waqai", mounts))
    here = tmp_path / "disk"
    here.mkdir()
    mounts.write_text(line.format(point=tmp_path, kind="nfs4") + line.format(point=here, kind="ext4"), "utf-8")
    assert safety.danger(here / "war.waqai", mounts) is None


def test_a_record_that_others_can_read_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    assert safety.open_to_others(path) is None  # pytest's own folder is closed to others
    plain = Path.stat

    def entered(self: Path, **more: bool) -> os.stat_result:
        found = plain(self, **more)
        return os.stat_result((found.st_mode | 0o001, *found[1:])) if stat.S_ISDIR(found.st_mode) else found

    monkeypatch.setattr(Path, "stat", entered)
    assert "can be read by everyone" in str(safety.open_to_others(path))
    path.chmod(0o622)
    assert "can be changed by everyone" in str(safety.open_to_others(path))


def test_a_record_held_open_in_the_unsafe_journal_is_refused(path: Path) -> None:
    if sqlite3.sqlite_version_info >= (3, 51, 3):
        pytest.skip("this SQLite may use WAL")
    other = sqlite3.connect(path)
    assert other.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    other.execute("SELECT * FROM raw").fetchall()
    with pytest.raises(RecordError, match=r"locked|journal mode"):
        Record(path)
    other.close()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (sqlite3.OperationalError("disk I/O error"), "the disk failed"),
        (sqlite3.OperationalError("database or disk is full"), "the disk is full"),
        (sqlite3.OperationalError("database is locked"), "another program"),
        (sqlite3.DatabaseError("database disk image is malformed"), "waqai verify"),
    ],
)
def test_failures_of_the_disk_say_what_to_do(error: sqlite3.Error, said: str) -> None:
    from waqai.record.database import _reason  # noqa: PLC0415

    assert said in str(_reason(error))
    assert _reason(sqlite3.IntegrityError("NOT NULL constraint failed")) is None
    assert _reason(sqlite3.OperationalError("no such table: x")) is None
