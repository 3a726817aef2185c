"""Opening the record's file: the settings under which nothing acknowledged is lost, and the newest schema."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.pool import NullPool

from waqai.record.safety import danger, made_private, open_to_others

HEAD = "0005"
# Before 3.51.3 a race in WAL can lose committed pages when two connections write and checkpoint at once.
_WAL_SINCE = (3, 51, 3)
_PATIENCE = 60  # seconds that a writer waits for the others
_AGAIN = "what was kept before is safe; run the same command again"
_REASONS = (
    ("is locked", f"another program has been writing to it for more than {_PATIENCE} seconds; {_AGAIN}"),
    ("disk I/O error", f"the disk failed; see that it is well, then: {_AGAIN}"),
    ("is full", f"the disk is full; make room, then: {_AGAIN}"),
    ("readonly", "it, or the folder around it, cannot be written to"),
    ("malformed", "it is damaged; `waqai verify` names what, `waqai restore` takes a backup"),
    ("not a database", "it is no record of Waqai"),
    ("unable to open", "it, or its journal beside it, cannot be opened"),
)
_READ_ONLY = "waqai_read_only"
_MIGRATIONS = Path(__file__).parent / "migrations"


class RecordError(Exception):
    """A record that cannot be used; the message says why, for the user."""


class _Cursor(Protocol):
    def execute(self, statement: str) -> object: ...
    def fetchone(self) -> tuple[str, ...] | None: ...
    def close(self) -> None: ...


class _Driver(Protocol):
    isolation_level: str | None

    def cursor(self) -> _Cursor: ...


def open_database(path: Path, *, create: bool) -> Engine:
    """The record's engine at the newest schema; RecordError where the file is missing, foreign or too new."""
    if not create and not path.exists():
        raise RecordError(f"there is no record at {path}; `waqai read PATHS --record {path}` makes one")
    if not path.parent.is_dir():
        raise RecordError(f"the folder {path.parent} does not exist")
    reason = danger(path)
    if reason is not None:
        raise RecordError(reason)
    if create:
        made_private(path)
    engine = _engine(path)
    _bring_up_to_date(engine, path)
    reason = open_to_others(path)
    if reason is not None:
        raise RecordError(reason)
    return engine


def _engine(path: Path) -> Engine:
    """An engine whose failures of disk and lock are RecordErrors that say what to do."""
    address = URL.create("sqlite", database=str(path))
    engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)

    def told(context: ExceptionContext) -> None:
        reason = _reason(context.original_exception)
        if reason is not None:
            raise RecordError(f"{path} cannot be used as a record: {reason}") from None

    event.listen(engine, "handle_error", told)
    return engine


def _reason(error: BaseException) -> str | None:
    """What went wrong outside of the program, and what to do; None where the program itself is wrong."""
    said = str(error)
    for words, reason in _REASONS:
        if words in said:
            return f"{reason} ({said})"
    operational = isinstance(error, sqlite3.OperationalError) and "no such" not in said and "syntax" not in said
    return said if operational else None


def reading(engine: Engine) -> Connection:
    """A connection whose transactions only read: they wait for no writer."""
    return engine.connect().execution_options(**{_READ_ONLY: True})


def _settings(driver: _Driver, _: object) -> None:
    """Each connection: the transactions are SQLAlchemy's, written through to the disk, references held."""
    driver.isolation_level = None
    cursor = driver.cursor()
    wal = sqlite3.sqlite_version_info >= _WAL_SINCE
    _set_journal(cursor, "wal" if wal else "delete")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA trusted_schema=OFF")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _set_journal(cursor: _Cursor, wanted: str) -> None:
    """The journal is the wanted one; RecordError where another program keeps the file in the unsafe one."""
    cursor.execute(f"PRAGMA journal_mode={wanted}")
    row = cursor.fetchone()
    if row is None or row[0] != wanted:
        version = sqlite3.sqlite_version
        raise RecordError(
            f"the record is open elsewhere in a journal mode that SQLite {version} can lose pages in: "
            f"close the other program (wanted: {wanted}, found: {row[0] if row else 'none'})"
        )


def _begin(connection: Connection) -> None:
    """Writers take the lock at once (a lock taken later can fail after the work); readers take none."""
    read_only = connection.get_execution_options().get(_READ_ONLY, False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    with reading(engine) as connection:
        tables = set(inspect(connection).get_table_names())
        if "alembic_version" in tables:
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if version == HEAD:
                return
            if str(version) > HEAD:
                raise RecordError(f"{path} was made by a newer Waqai (schema {version}): update Waqai")
        elif tables:
            raise RecordError(f"{path} is a database of another program")
    with engine.begin() as connection:
        migrate(connection)


def migrate(connection: Connection) -> None:
    """The newest schema, inside the transaction of this connection."""
    # Imported here: most commands find the schema new, and need no Alembic.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
