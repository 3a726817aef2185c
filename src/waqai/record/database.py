"""Opening the record's file: the settings under which nothing acknowledged is lost, and the newest schema."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

HEAD = "0004"
# Before 3.51.3 a race in WAL can lose committed pages when two connections write and checkpoint at once.
_WAL_SINCE = (3, 51, 3)
_READ_ONLY = "waqai_read_only"
_MIGRATIONS = Path(__file__).parent / "migrations"


class RecordError(Exception):
    """A record that cannot be used; the message says why, for the user."""


class _Cursor(Protocol):
    def execute(self, statement: str) -> object: ...
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
    address = URL.create("sqlite", database=str(path))
    engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": 30})
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)
    try:
        _bring_up_to_date(engine, path)
    except DatabaseError as error:
        raise RecordError(f"{path} cannot be used as a record: {error.orig}") from None
    return engine


def reading(engine: Engine) -> Connection:
    """A connection whose transactions only read: they wait for no writer."""
    return engine.connect().execution_options(**{_READ_ONLY: True})


def _settings(driver: _Driver, _: object) -> None:
    """Each connection: the transactions are SQLAlchemy's, written through to the disk, references held."""
    driver.isolation_level = None
    cursor = driver.cursor()
    wal = sqlite3.sqlite_version_info >= _WAL_SINCE
    cursor.execute(f"PRAGMA journal_mode={'WAL' if wal else 'DELETE'}")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


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
