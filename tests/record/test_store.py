"""The record: nothing is lost, nothing is kept twice, and what is known stays."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.incidents.build import account, event, gazetteer, voice, where, words
from waqai.claims.model import Account, Claim, Stance
from waqai.incidents.anchors import anchor
from waqai.incidents.decisions import Act, Decision
from waqai.record import database
from waqai.record.database import RecordError, reading
from waqai.record.log import append, log
from waqai.record.opinions import current_id, settle
from waqai.record.store import Record
from waqai.record.tables import metadata
from waqai.reports.intake import Arrival, Ending
from waqai.reports.model import Metadata, Report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "war %d.waqai"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    kept = Record(path, create=True)
    yield kept
    kept.engine.dispose()


def arrival(name: str, body: str = "نص", **known: object) -> Arrival:
    raw = body.encode()
    about = Metadata(**known)  # type: ignore[arg-type]
    return Arrival(Report(hashlib.sha256(raw).hexdigest(), name, body, about), raw)


def read(came: Arrival, *events: object) -> Account:
    told = account(came.report.name, *(events or (event(voices=(voice("شاهد"),)),)))  # type: ignore[arg-type]
    claim = Claim("c1", came.report.id, "e1", "type", "x", words("هجوم"), ("شاهد",), Stance.ASSERTS, "r", "v1")
    return replace(told, report=came.report.id, published=came.report.published, claims=(claim,))


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_what_is_added_comes_back(record: Record) -> None:
    came = arrival("a", outlet="المدار", published=date(2022, 1, 6))
    record.add(came, read(came), "v1")
    assert record.accounts(with_claims=True) == [read(came)]
    assert record.accounts() == [replace(read(came), claims=())]
    assert record.report("a") == came.report
    assert record.account(came.report, "v1") == read(came)
    assert record.account(came.report, "v2") is None
    with reading(record.engine) as connection:
        assert connection.execute(text("SELECT bytes FROM raw")).scalar() == came.raw


def test_reading_twice_changes_nothing(record: Record, path: Path) -> None:
    came = [arrival("a"), arrival("b", "نص آخر"), arrival("c", "ثالث")]
    for one in came:
        record.add(one, read(one), "v1")
    settle(record, gazetteer())
    before = dump(path)
    assert len(before) > 20
    for one in came:
        assert record.knows(one.report, "v1")
        record.add(one, read(one), "v1")
    settle(record, gazetteer())
    assert dump(path) == before


def test_an_open_again_record_is_the_same(record: Record, path: Path) -> None:
    came = arrival("a")
    record.add(came, read(came), "v1")
    before = dump(path)
    assert Record(path).accounts() == record.accounts()
    assert dump(path) == before


def test_a_newer_reader_stands_beside_the_older_and_counts(record: Record) -> None:
    came = arrival("a")
    record.add(came, read(came), "v1")
    assert not record.knows(came.report, "v2")
    newer = read(came, event(), event(2))
    record.add(came, newer, "v2")
    assert record.account(came.report, "v1") == read(came)
    assert record.accounts(with_claims=True) == [newer]


def test_a_changed_article_is_a_new_version_and_counts(record: Record) -> None:
    first, second = (
        arrival("a", "نص", url="https://x.example/1"),
        arrival("a", "نص معدل", url="https://x.example/1"),
    )
    for came in (first, second):
        record.add(came, read(came), "v1")
    assert [report.text for report in record.reports()] == ["نص", "نص معدل"]
    assert record.report("a") == second.report
    assert [told.report for told in record.accounts()] == [second.report.id]


def test_the_same_bytes_under_two_names_are_one_report(record: Record, path: Path) -> None:
    assert record.add(arrival("a"), read(arrival("a")), "v1") == Ending.NEW
    before = dump(path)
    assert record.add(arrival("b"), read(arrival("a")), "v1") == Ending.KNOWN
    assert dump(path) == before
    assert [told.name for told in record.accounts()] == ["a"]


@pytest.mark.parametrize("known", [{"outlet": "x"}, {"url": "https://x.example/1"}])
def test_the_same_bytes_of_two_publishers_are_two_reports(record: Record, known: dict[str, str]) -> None:
    other = {name: value.replace("x", "y") for name, value in known.items()}
    for name, about in (("a", known), ("b", other)):
        came = arrival(name, **about)
        assert record.add(came, read(came), "v1") == Ending.NEW
    assert [told.name for told in record.accounts()] == ["a", "b"]


def test_the_same_text_in_a_changed_page_is_known(record: Record) -> None:
    first = arrival("a", "خبر", url="https://x.example/1")
    record.add(first, read(first), "v1")
    again = replace(first, raw=b"<p>...", report=replace(first.report, id="f" * 64))
    assert record.place(again).ending == Ending.KNOWN
    assert record.add(again, read(first), "v1") == Ending.KNOWN
    assert len(list(record.reports())) == 1


def test_another_text_under_a_used_name_is_another_report(record: Record) -> None:
    first = arrival("1", "سقطت ثلاثة صواريخ على القرية مساء أمس")
    changed = arrival("1", "سقطت أربعة صواريخ على القرية مساء أمس")
    other = arrival("1", "خرج المئات في مظاهرة وسط المدينة صباح اليوم")
    endings = [record.add(came, read(came), "v1") for came in (first, changed, other)]
    assert endings == [Ending.NEW, Ending.NEW_VERSION, Ending.NEW]
    assert [told.name for told in record.accounts()] == ["1", "1 (2)"]


def test_what_was_unknown_is_filled_in_and_what_is_known_stays(record: Record) -> None:
    record.add(arrival("a", outlet="المدار"), read(arrival("a")), "v1")
    dated = arrival("a", published=date(2022, 1, 6))
    assert not record.knows(dated.report, "v1")
    record.add(dated, read(dated), "v1")
    kept = record.report("a")
    assert kept is not None
    assert kept.metadata == Metadata(outlet="المدار", published=date(2022, 1, 6))
    assert record.knows(arrival("a").report, "v1")
    assert record.place(arrival("a")).arrival.report.published == date(2022, 1, 6)


def test_a_report_that_could_not_be_read_is_kept(record: Record) -> None:
    came = arrival("a")
    record.add(came, None, "v1")
    assert not record.knows(came.report, "v1")
    assert record.accounts() == []
    assert record.report("a") == came.report


def test_a_failure_half_way_leaves_nothing(record: Record, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(path)
    monkeypatch.setattr("waqai.record.store._claim", lambda *_: {"position": 0, "event": None})
    with pytest.raises(Exception, match="event"):
        record.add(arrival("a"), read(arrival("a")), "v1")
    assert dump(path) == before


def test_ids_are_kept_and_a_decision_redirects(record: Record) -> None:
    there = event(places=(where("قرية الياسمين", "village"),))
    for came, told in ((arrival("a"), event()), (arrival("b", "نص آخر"), there)):
        record.add(came, read(came, told), "v1")
    before = [one.id for one in settle(record, gazetteer()).incidents]
    assert [one.id for one in settle(record, gazetteer()).incidents] == before
    events = tuple(anchor(one) for one in settle(record, gazetteer()).tellings.values())
    append(record, Decision(Act.MERGE, "ندى", "اسم واحد", "2024-01-01", events))
    after = [one.id for one in settle(record, gazetteer()).incidents]
    assert len(before) == 2
    assert len(after) == 1
    assert {current_id(record, name) for name in before} == set(after)


def test_the_log_only_grows(record: Record) -> None:
    said = append(record, Decision(Act.ACCEPT, "ندى", "فحص", "2024-01-01", incident="WQ-000000"))
    assert log(record) == (said,)
    assert said.number == 1
    for change in ("UPDATE decisions SET by = 'x'", "DELETE FROM decisions"):
        with pytest.raises(IntegrityError, match="never changed"), record.engine.begin() as connection:
            connection.execute(text(change))
    for by, reason in (("", "فحص"), ("ندى", " ")):
        with pytest.raises(ValueError, match="a name, a reason"):
            append(record, Decision(Act.ACCEPT, by, reason, "2024-01-01"))
    assert log(record) == (said,)


def test_the_settings_are_those_of_the_design(record: Record) -> None:
    with record.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "foreign_keys", "journal_mode")
        }
    wal = sqlite3.sqlite_version_info >= (3, 51, 3)
    assert pragmas == {"synchronous": 2, "foreign_keys": 1, "journal_mode": "wal" if wal else "delete"}


def test_the_migrations_make_the_tables(record: Record) -> None:
    with record.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_there_is_one_head_and_the_code_knows_it() -> None:
    config = Config()
    config.set_main_option("script_location", str(database._MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [database.HEAD]


def test_what_is_no_record_is_refused_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        Record(tmp_path / "none")
    with pytest.raises(RecordError, match="folder"):
        Record(tmp_path / "none" / "none", create=True)
    (tmp_path / "text").write_text("هذا ليس سجلاً\n" * 200, "utf-8")
    with pytest.raises(RecordError, match="cannot be used"):
        Record(tmp_path / "text")
    foreign = sqlite3.connect(tmp_path / "foreign")
    foreign.execute("CREATE TABLE photos (id)")
    foreign.close()
    with pytest.raises(RecordError, match="another program"):
        Record(tmp_path / "foreign")


def test_a_newer_schema_is_not_touched(record: Record, path: Path) -> None:
    with record.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RecordError, match="newer Waqai"):
        Record(path)
