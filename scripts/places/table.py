"""The one table shape of the gazetteer: columns, reading, writing, and the key to compare spellings by."""

from __future__ import annotations

import csv
import math
import unicodedata
from collections.abc import Iterable
from pathlib import Path

COLUMNS = (
    "id", "name_ar", "aliases_ar", "name_en", "kind", "parent", "country",
    "lat", "lon", "precision", "population", "ambiguous", "source",
)  # fmt: skip
PLACES = Path(__file__).resolve().parents[2] / "src" / "waqai" / "reference" / "places"

Row = dict[str, str]

_LETTERS = str.maketrans("أإآٱىةئؤکیے", "اااايهيوكيي")


def read(path: Path) -> list[Row]:
    """The rows of one table; a row of the wrong width is an error that names its line."""
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle)
        header = tuple(next(reader))
        if header != COLUMNS:
            raise ValueError(f"{path}: columns are {header}, expected {COLUMNS}")
        rows = []
        for cells in reader:
            if len(cells) != len(COLUMNS):
                raise ValueError(f"{path}:{reader.line_num}: {len(cells)} cells, expected {len(COLUMNS)}")
            rows.append(dict(zip(COLUMNS, cells, strict=True)))
    return rows


def lines(rows: Iterable[Row]) -> str:
    """The rows as the text of a CSV file, header first."""
    out: list[str] = []

    class Sink:
        def write(self, text: str) -> int:
            out.append(text)
            return len(text)

    writer = csv.writer(Sink(), lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([row[column] for column in COLUMNS] for row in rows)
    return "".join(out)


def key(name: str) -> str:
    """A spelling-blind key: no diacritics, one alef, no hamza, no blanks, no article at the front."""
    bare = "".join(c for c in unicodedata.normalize("NFC", name) if not unicodedata.combining(c) and c != "ـ")
    bare = bare.translate(_LETTERS).replace(" ", "").replace("-", "")
    return bare[2:] if bare.startswith("ال") and len(bare) > 4 else bare


def names(row: Row) -> list[str]:
    """Every Arabic name of a row, the main one first."""
    return [row["name_ar"], *[alias for alias in row["aliases_ar"].split("|") if alias]]


def kilometres(left: Row, right: Row) -> float:
    """The great-circle distance between two rows."""
    a, b = math.radians(float(left["lat"])), math.radians(float(right["lat"]))
    turn = math.radians(float(right["lon"]) - float(left["lon"]))
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))
