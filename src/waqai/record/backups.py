"""Copies of a record: made while it is in use, checked before they count, and taken back only where nothing is."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

from waqai.record.database import RecordError
from waqai.record.safety import danger, made_private
from waqai.record.store import Record
from waqai.record.verifying import faults


def back_up(record: Path, copy: Path) -> str:
    """The SHA-256 of a whole, verified copy of the record at `copy`; RecordError where it could not be made."""
    Record(record)  # the source is a record, and of this schema
    return _copied(record, copy)


def restore(copy: Path, record: Path) -> str:
    """The record stands again as in the copy, which is verified before and after; its SHA-256."""
    wrong = next(faults(Record(copy)), None)
    if wrong is not None:
        raise RecordError(f"{copy} is not whole ({wrong}): nothing was restored; `waqai verify` names all")
    return _copied(copy, record)


def _copied(source: Path, target: Path) -> str:
    if target.exists():
        raise RecordError(f"there is a file at {target} already: nothing is overwritten; give another name")
    if not target.parent.is_dir():
        raise RecordError(f"the folder {target.parent} does not exist")
    reason = danger(target)
    if reason is not None:
        raise RecordError(reason)
    half = target.with_name(f".{target.name}.half")
    half.unlink(missing_ok=True)
    try:
        made_private(half)
        _copy_pages(source, half)
        wrong = next(faults(Record(half)), None)
        if wrong is not None:
            raise RecordError(f"the copy is not whole ({wrong}); the record itself: `waqai verify`")
        digest = _settled(half)
        half.rename(target)
        _sync(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise RecordError(f"{target} could not be written: {error}") from None
    finally:
        half.unlink(missing_ok=True)
    return digest


def _copy_pages(source: Path, target: Path) -> None:
    """All pages as they stand at one moment, whoever writes meanwhile."""
    read, write = sqlite3.connect(source, timeout=60), sqlite3.connect(target)
    try:
        read.backup(write)
        write.execute("PRAGMA journal_mode=DELETE")
    finally:
        write.close()
        read.close()


def _settled(path: Path) -> str:
    """The file is on the disk; its hash."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    return digest


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
