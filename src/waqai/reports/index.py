"""What is known of reports from beside them: the index file, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from waqai.reports.facts.instants import Instant, instant
from waqai.reports.model import Metadata

_TEXTS = ("outlet", "title", "byline", "url")


@dataclass(frozen=True, slots=True)
class Index:
    """Metadata by report name, and a line for the user for each line that could not be used."""

    known: Mapping[str, Metadata]
    complaints: tuple[str, ...] = ()

    def of(self, name: str) -> Metadata | None:
        """What the index says of the report, by its full name or else by the last part of it."""
        return self.known.get(name) or self.known.get(name.rsplit("/", 1)[-1])


def read_index(path: Path) -> Index:
    """The index at `path`; a bad line is complained of with file and line, the others are kept."""
    known: dict[str, Metadata] = {}
    complaints: list[str] = []
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            name, metadata = _row(line)
        except ValueError as error:
            complaints.append(f"{path}:{number}: {error}; this line is left out")
            continue
        if name in known and known[name] != metadata:
            complaints.append(f"{path}:{number}: report {name!r} is listed twice; the first line counts")
            continue
        known[name] = metadata
    return Index(known, tuple(complaints))


def _row(line: str) -> tuple[str, Metadata]:
    """The name and metadata of one line; ValueError in words where it cannot be used."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not valid JSON ({error})") from None
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - one kind of error for every bad line
    name = row.get("report")
    if not isinstance(name, str) or not name:
        raise ValueError('no "report" (the name of the file without its ending)')
    texts = {}
    for key in _TEXTS:
        value = row.get(key)
        if value is not None and not isinstance(value, str):
            raise ValueError(f'"{key}" is not a text but {value!r}')
        texts[key] = value or None
    day = _day(row.get("published"))
    known = Metadata(published=day.day if day else None, time=day.time if day else None)
    return name, replace(known, **texts)  # type: ignore[arg-type]


def _day(value: object) -> Instant | None:
    """The moment as written (2022-01-06, or 2022-01-06T10:30:00+03:00); None where none is given."""
    if value is None or value == "":
        return None
    found = instant(value) if isinstance(value, str) else None
    if found is not None:
        return found
    raise ValueError(f'"published" is no date like 2022-01-06: {value!r}')
