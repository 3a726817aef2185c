"""A user's own tables of places into the local gazetteer: GeoNames dumps, OCHA p-code tables, plain CSV.

A bad row is told with file and line and left out; the others are kept. Importing a file twice changes nothing.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from waqai.reference.places import local
from waqai.reference.places.places import Gazetteer
from waqai.reference.places.rows import COLUMNS, PlacesError
from waqai.reference.places.tables import Faulty, Found, geonames, names_by_id, pcodes, plain

Line = tuple[int, list[str]]
ARABIC = ("ء", "ي")


@dataclass(slots=True)
class Import:
    """What an import did: rows new, changed and known before, and a line for every row left out."""

    new: int = 0
    changed: int = 0
    known: int = 0
    faults: list[str] = field(default_factory=list)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)

    def summary(self, target: Path) -> str:
        """One line for the user."""
        told = f"{self.new} new, {self.changed} changed, {self.known} known, {len(self.faults)} left out"
        return f"{target}: {told}; {len(self.rows)} places"


def run(files: Iterable[Path], target: Path, shipped: Gazetteer) -> Import:
    """The files are in the local gazetteer; PlacesError where a whole file cannot be read."""
    done = Import(rows=local.table(target))
    for path in files:
        for found in _rows(path, done, shipped):
            if isinstance(found, Faulty):
                done.faults.append(f"{path}:{found.line}: {found.reason}")
            else:
                _take(done, found, shipped)
    local.write(target, done.rows.values())
    return done


def _take(done: Import, found: Found, shipped: Gazetteer) -> None:
    """The row is in the table; its new names are added to those known."""
    old = done.rows.get(found.id)
    row = found.row(old, shipped)
    if row is None or row == old:
        done.known += 1
        return
    done.rows[found.id] = row
    done.new += old is None
    done.changed += old is not None


def _rows(path: Path, done: Import, shipped: Gazetteer) -> Iterator[Found | Faulty]:
    """What the file holds, by what it is."""
    if not path.is_file():
        raise PlacesError(f"{path}: no such file")
    name = path.name.lower()
    if name.endswith(".zip"):
        yield from _zipped(path, done, shipped)
    elif name.endswith(".txt"):
        with path.open(encoding="utf-8") as handle:
            yield from _dump(path.name, handle, done, shipped)
    elif name.endswith((".csv", ".tsv")):
        yield from _table(path)
    else:
        raise PlacesError(f"{path}: not a .zip or .txt of GeoNames, nor a .csv; save a spreadsheet as CSV first")


def _zipped(path: Path, done: Import, shipped: Gazetteer) -> Iterator[Found | Faulty]:
    """The one table in a ZIP of GeoNames, read as a stream."""
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [n for n in archive.namelist() if n.endswith(".txt") and not n.lower().startswith("readme")]
            tables = [n for n in inside if not n.startswith("iso-")]
            if len(tables) != 1:
                raise PlacesError(
                    f"{path}: holds {len(tables)} tables; GeoNames' SY.zip or alternateNamesV2.zip holds one"
                )
            with archive.open(tables[0]) as raw:
                yield from _dump(tables[0], io.TextIOWrapper(raw, encoding="utf-8"), done, shipped)
    except zipfile.BadZipFile:
        raise PlacesError(f"{path}: no ZIP file, or broken; download it again") from None


def _dump(name: str, lines: Iterable[str], done: Import, shipped: Gazetteer) -> Iterator[Found | Faulty]:
    """A table of GeoNames: names by id, or places."""
    cells = ((number, line.rstrip("\n").split("\t")) for number, line in enumerate(lines, 1))
    if name.lower().startswith("alternatename"):
        known = {i.removeprefix("gn-") for i in (*done.rows, *shipped.by_id) if i.startswith("gn-")}
        yield from names_by_id(cells, known)
    else:
        yield from geonames(cells)


def _table(path: Path) -> Iterator[Found | Faulty]:
    """A CSV with a header: p-codes, or a table of one's own."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise PlacesError(f"{path}: not UTF-8; save it as CSV UTF-8") from None
    reader = csv.reader(io.StringIO(text), delimiter="\t" if path.suffix == ".tsv" else _delimiter(text))
    header = [cell.strip() for cell in next(reader, [])]
    read: Callable[[list[str], Iterator[Line]], Iterator[Found | Faulty]]
    read = pcodes if any(cell.lower().endswith("pcode") for cell in header) else plain
    if read is plain and not {"name_ar", "lat", "lon"} <= set(header):
        raise PlacesError(f"{path}:1: wants the columns name_ar, lat, lon (and may have {', '.join(COLUMNS)})")
    yield from read(header, ((reader.line_num, cells) for cells in reader if any(cells)))


def _delimiter(text: str) -> str:
    """; where the header has more of them than commas."""
    head = text.partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","
