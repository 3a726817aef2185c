"""Tables kept by hand: CSV and XLSX, one report a row, columns known by name or mapped by the user."""

from __future__ import annotations

import csv
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from waqai.reports.content import Content
from waqai.reports.forms.fields import Columns, listed
from waqai.reports.forms.zips import checked
from waqai.reports.intake import Arrival, Ending, Item, QuarantineError, Refusal, SetAsideError
from waqai.reports.texts import Found, arrival, decoded

MAX_TABLE = 64_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 300
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(SyntaxError, ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError),
)
_MARKS = ",;\t|"

Row = Sequence[object]


def read_csv(item: Item) -> Iterator[Item | Arrival | Refusal]:
    """The reports of a CSV file; its separator is the one that its first line has most of."""
    found = decoded(item, item.content.whole(MAX_TABLE))
    text = found.text.removeprefix("\ufeff").replace("\0", " ")
    first = text.lstrip("\r\n").partition("\n")[0]
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        mark, text = first[4], text.lstrip("\r\n").partition("\n")[2]
    else:
        mark = max(_MARKS, key=first.count)
    csv.field_size_limit(8_000_000)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    try:
        yield from _reports(item, list(rows))
    except csv.Error as error:
        raise QuarantineError(f"not a readable CSV at line {rows.line_num}: {error}") from None


def read_xlsx(item: Item) -> Iterator[Item | Arrival | Refusal]:
    """The reports of every sheet of a workbook."""
    with item.content.open() as stream:
        try:
            checked(stream)
            stream.seek(0)
            book: Any = load_workbook(stream, read_only=True, data_only=True)
        except (*_DAMAGE, InvalidFileException, OSError) as error:
            raise QuarantineError(f"not a readable workbook: {error}") from None
        try:
            for sheet in book.worksheets:
                part = replace(item, where=f"{item.where}, sheet {sheet.title}")
                yield from _reports(part, _rows(sheet), empty_is_fine=len(book.worksheets) > 1)
        except _DAMAGE as error:
            raise QuarantineError(f"its sheets cannot be read: {error}") from None
        finally:
            book.close()


def _rows(sheet: Any) -> list[Row]:  # noqa: ANN401 - openpyxl ships no types
    sheet.reset_dimensions()  # some programs write a size that is not the table's
    rows: list[Row] = []
    for row in sheet.iter_rows(values_only=True):
        rows.append(tuple(row)[:MAX_COLUMNS])
        if len(rows) > MAX_ROWS:
            raise QuarantineError(f"more than {MAX_ROWS:,} rows: split it")
    return rows


def _reports(item: Item, rows: Sequence[Row], *, empty_is_fine: bool = False) -> Iterator[Arrival | Refusal]:
    """One report for each row below the first that has names in it."""
    top = next((number for number, row in enumerate(rows) if sum(_has(cell) for cell in row) > 0), None)
    if top is None or len(rows) > MAX_ROWS:
        if top is None and empty_is_fine:
            return
        raise SetAsideError("an empty table" if top is None else f"more than {MAX_ROWS:,} rows: split it")
    names = [str(cell).strip() if _has(cell) else f"column {number}" for number, cell in enumerate(rows[top], 1)]
    columns = Columns(names, item.wishes.columns)
    if "text" not in columns.of:
        raise SetAsideError(
            f"no column is known to hold the text; say which: --map text=NAME; there are {listed(names)}"
        )
    day_first = _day_first(rows[top + 1 :], names, columns)
    for number, cells in enumerate(rows[top + 1 :], top + 2):
        row = dict(zip(names, cells, strict=False))
        if any(_has(cell) for cell in row.values()):
            yield _report(item, row, columns, (number, day_first))


def _report(item: Item, row: Mapping[str, object], columns: Columns, at: tuple[int, bool]) -> Arrival | Refusal:
    number, day_first = at
    raw = json.dumps({name: _plain(cell) for name, cell in row.items()}, ensure_ascii=False, sort_keys=True)
    body = raw.encode("utf-8", "replace")
    part = replace(
        item,
        name=columns.text(row, "id") or f"{item.name}/{number}",
        where=f"{item.where}, row {number}",
        content=Content(body),
        suffix=".json-object",
        depth=item.depth + 1,
    )
    known = columns.metadata(row, day_first=day_first)
    text = columns.text(row, "text") or ""
    if known.title and known.title not in text[: len(known.title) + 200]:
        text = f"{known.title}\n{text}"
    try:
        return arrival(part, body, Found(text, known))
    except SetAsideError as error:
        return Refusal(part, Ending.SET_ASIDE, str(error), body)
    except QuarantineError as error:
        return Refusal(part, Ending.QUARANTINED, str(error), body)


def _day_first(rows: Sequence[Row], names: Sequence[str], columns: Columns) -> bool:
    """Whether 03/04/2022 is the third of April here: yes, unless some row can only be read the other way."""
    column = columns.of.get("published")
    if column is None:
        return True
    at = names.index(column)
    for row in rows:
        parts = str(row[at] if at < len(row) else "").strip().split(" ")[0].split("/")
        if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[2]) == 4:
            if int(parts[0]) > 12:
                return True
            if int(parts[1]) > 12:
                return False
    return True


def _has(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _plain(cell: object) -> object:
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return cell if cell is None or isinstance(cell, str | int | float | bool) else str(cell)
