"""A user's own gazetteer beside the record: rows of the shipped table's shape, added to it when it is loaded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from waqai.reference.places.rows import COLUMNS, Place, PlacesError, place_of

SUFFIX = ".places.csv"


def beside(record: Path) -> Path:
    """Where the local gazetteer of a record is kept: war.waqai → war.waqai.places.csv."""
    return record.with_name(record.name + SUFFIX)


def read(path: Path) -> dict[str, Place]:
    """The rows of a local gazetteer by id; {} where there is none. PlacesError names file and line."""
    if not path.is_file():
        return {}
    rows = csv.reader(io.StringIO(path.read_text("utf-8")))
    if tuple(next(rows, ())) != COLUMNS:
        raise PlacesError(f"{path}:1: the columns are not {', '.join(COLUMNS)}; import your files again")
    found: dict[str, Place] = {}
    for cells in rows:
        place = place_of(cells, f"{path}:{rows.line_num}")
        found[place.id] = place
    return found


def write(path: Path, rows: Iterable[Mapping[str, str]]) -> bool:
    """The file holds exactly these rows, ordered by id; False where it held them already. Never half written."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([row[column] for column in COLUMNS] for row in sorted(rows, key=lambda row: row["id"]))
    if path.is_file() and path.read_text("utf-8") == sink.getvalue():
        return False
    part = path.with_name(path.name + ".part")
    part.write_text(sink.getvalue(), "utf-8")
    part.replace(path)
    return True


def table(path: Path) -> dict[str, dict[str, str]]:
    """The rows of a local gazetteer as written, by id; {} where there is none."""
    if not path.is_file():
        return {}
    read(path)
    with path.open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle)}
