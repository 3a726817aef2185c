"""The catalogue in memory: which incidents an answer holds, how they divide, and where they lie. Nothing changes it."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path

from waqai.web.catalogue.bits import ascending, descending, pack, span
from waqai.web.catalogue.draw import searchable
from waqai.web.catalogue.query import MANY, Box, Query

NOWHERE = 999.0
KINDS = (
    *("", "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots"),
    "Strategic developments",
)
WIDE = 4  # the precision of a governorate, and of what is wider
_FEW = 64  # positions that are looked up faster than a set of them is met with another
SECONDS = 1.0  # a question that takes longer is stopped


class TooLongError(Exception):
    """A question that took longer than a second and was stopped."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One value an incident, by position. Unknown: day 0, latitude `NOWHERE`, toll -1. `kind` is a place in `KINDS`."""

    first: array[int]
    last: array[int]
    lat: array[float]
    lon: array[float]
    precision: array[int]
    killed: array[int]
    sources: array[int]
    kind: array[int]


class Catalogue:
    """All incidents of one state of the record. Positions run in order of time, the undated before all others."""

    def __init__(self, path: Path) -> None:
        """The file is opened for reading and its columns are in memory."""
        self.path = path
        self._local = threading.local()
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            self.meta: Mapping[str, str] = dict(connection.execute("SELECT name, value FROM meta"))
            self.columns, self.ids, self.published, self._values = _load(connection)
        self.size = len(self.ids)
        self.everything = span(0, self.size)
        self.position = {name: at for at, name in enumerate(self.ids)}
        self.placed = pack((at for at, lat in enumerate(self.columns.lat) if lat != NOWHERE), self.size)
        fine = self.columns.precision
        self.wide = pack((at for at in ascending(self.placed) if fine[at] >= WIDE), self.size)
        self._forget()
        self.newest = max(self.columns.last, default=0)
        days = {day for day in self.columns.first if day}
        self.years = tuple(sorted({date.fromordinal(day).year for day in days}, reverse=True))
        first, last = self.columns.first, self.columns.last
        self._lasting = array("i", (at for at in range(self.size) if last[at] > first[at] > 0))
        self._by_lat = array("i", sorted(range(self.size), key=self.columns.lat.__getitem__))
        self.by_toll = self._ordered_by_toll()
        self._by_sources = sorted(range(self.size), key=lambda at: (-self.columns.sources[at], -at))

    def _forget(self) -> None:
        """No answer is kept."""
        self._packed: dict[tuple[str, str], int] = {}
        self._select = lru_cache(maxsize=512)(self._selected)
        self._counts = lru_cache(maxsize=512)(self._counted)

    def _ordered_by_toll(self) -> list[int]:
        return sorted(range(self.size), key=lambda at: (-self.columns.killed[at], -at))

    def with_changed(
        self, position: int, facets: Sequence[tuple[str, str]], killed: int | None, number: int
    ) -> Catalogue:
        """The catalogue with other facets and another toll of one incident, as number `number` of its changes."""
        made = copy(self)
        made.take(position, facets, -1 if killed is None else killed)
        made.meta = {**self.meta, "changed": str(number)}
        return made

    def take(self, position: int, facets: Sequence[tuple[str, str]], killed: int) -> None:
        """The incident has these facets and this toll; only for a copy that nobody reads yet."""
        self._values = _refiled(self._values, position, facets)
        kind = next((KINDS.index(value) for field, value in facets if field == "type" and value in KINDS), 0)
        if self.columns.kind[position] != kind:
            kinds = self.columns.kind[:]
            kinds[position] = kind
            self.columns = replace(self.columns, kind=kinds)
        if self.columns.killed[position] != killed:
            tolls = self.columns.killed[:]
            tolls[position] = killed
            self.columns = replace(self.columns, killed=tolls)
            self.by_toll = self._ordered_by_toll()
        self._forget()

    def select(self, query: Query) -> int:
        """The positions of all incidents that the question asks for, as bits."""
        return self._select(query)

    def _selected(self, query: Query) -> int:
        bits = self.everything
        for field in MANY:
            values = getattr(query, field)
            if values:
                bits &= self._any(field, values)
        if query.undated:
            bits &= self.holding("undated", "yes")
        if query.reviewed is not None:
            bits &= self.holding("reviewed", "yes" if query.reviewed else "no")
        if query.since or query.until:
            bits &= self._in_time(query.since, query.until)
        if query.box:
            bits &= self._in_box(query.box)
        if query.q and bits:
            bits &= self._saying(query.q)
        return bits

    def holding(self, field: str, value: str) -> int:
        """All that have this value, as bits."""
        key = (field, value)
        if key not in self._packed:
            if len(self._packed) > 3000:
                self._packed.clear()
            self._packed[key] = pack(self._values.get(field, {}).get(value, ()), self.size)
        return self._packed[key]

    def select_undated(self) -> int:
        """All without a date."""
        return self.holding("undated", "yes")

    def select_report(self, name: str) -> list[int]:
        """The positions of all that this report tells."""
        return list(self._values.get("report", {}).get(name, ()))

    def _any(self, field: str, values: Sequence[str]) -> int:
        bits = 0
        for value in values:
            bits |= self.holding(field, value)
        return bits

    def _in_time(self, since: date | None, until: date | None) -> int:
        """All that can lie between the days; the undated cannot be said to."""
        low = since.toordinal() if since else 1
        high = until.toordinal() if until else date.max.toordinal()
        first, last = self.columns.first, self.columns.last
        # Positions run in order of the first day; only what lasts can begin before and still reach into the span.
        begin, end = bisect_left(first, max(low, 1)), bisect_right(first, high)
        reaching = pack((at for at in self._lasting if at < begin and last[at] >= low), self.size)
        return span(begin, end) | (reaching & span(0, end))

    def _in_box(self, box: Box) -> int:
        west, south, east, north = box
        lat, lon = self.columns.lat, self.columns.lon
        low = bisect_left(self._by_lat, south, key=lat.__getitem__)
        high = bisect_right(self._by_lat, north, key=lat.__getitem__)
        return pack((at for at in self._by_lat[low:high] if west <= lon[at] <= east), self.size)

    def _saying(self, text: str) -> int:
        """All whose words hold every word of the text, the last one perhaps unfinished."""
        words = list(dict.fromkeys(list(searchable(part))[-1:][0] for part in text.split() if list(searchable(part))))
        if not words:
            return 0
        match = " ".join(f'"{word}"' for word in words) + "*"
        rows = self.rows("SELECT rowid FROM words WHERE words MATCH ?", (match,))
        return pack((int(str(row[0])) for row in rows), self.size)

    def counts(self, query: Query, field: str, visible: int) -> tuple[tuple[str, int], ...]:
        """How the visible part of the answer divides by a field, the most frequent value first."""
        return self._counts(query, field, visible)

    def _counted(self, query: Query, field: str, visible: int) -> tuple[tuple[str, int], ...]:
        bits = self.select(query) & visible
        marks = bits.to_bytes(self.size // 8 + 1, "little")
        found = []
        for value, positions in self._values.get(field, {}).items():
            if len(positions) < _FEW:
                count = sum(marks[at >> 3] >> (at & 7) & 1 for at in positions)
            else:
                count = (bits & self.holding(field, value)).bit_count()
            if count:
                found.append((value, count))
        found.sort(key=lambda pair: (-pair[1], pair[0]))
        return tuple(found)

    def listed(self, query: Query, bits: int) -> Iterator[int]:
        """The positions of the answer in the order that the question asks for."""
        if query.sort in {"deadliest", "sources"}:
            order = self.by_toll if query.sort == "deadliest" else self._by_sources
            marks = bits.to_bytes(self.size // 8 + 1, "little")
            return (at for at in order if marks[at >> 3] >> (at & 7) & 1)
        return ascending(bits) if query.sort == "oldest" else descending(bits)

    def page(self, query: Query, bits: int, after: str | None, most: int) -> list[int]:
        """The next positions after the incident of that id (keyset paging: nothing is skipped or shown twice)."""
        at = self.position.get(after) if after else None
        if at is None:
            return list(islice(self.listed(query, bits), most))
        if query.sort == "newest":
            return list(islice(descending(bits & span(0, at)), most))
        if query.sort == "oldest":
            return list(islice(ascending(bits & ~span(0, at + 1)), most))
        order = self.listed(query, bits | 1 << at)
        for one in order:
            if one == at:
                break
        return list(islice(order, most))

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """What the file answers; TooLongError where it takes longer than a second."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, check_same_thread=False)
            self._local.connection = connection
        end = time.monotonic() + SECONDS
        connection.set_progress_handler(lambda: time.monotonic() > end, 20_000)
        try:
            return list(connection.execute(statement, values))
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise TooLongError from None
            raise
        finally:
            connection.set_progress_handler(None, 0)


def _refiled(
    values: dict[str, dict[str, array[int]]], position: int, facets: Sequence[tuple[str, str]]
) -> dict[str, dict[str, array[int]]]:
    """The positions by field and value with this one where it belongs now; what does not change is shared."""
    wanted = set(facets)
    out = {field: dict(by_value) for field, by_value in values.items()}
    for field, by_value in values.items():
        for value, positions in by_value.items():
            at = bisect_left(positions, position)
            here = at < len(positions) and positions[at] == position
            if here and (field, value) not in wanted:
                out[field][value] = positions[:at] + positions[at + 1 :]
            if here:
                wanted.discard((field, value))
    for field, value in wanted:
        positions = out.setdefault(field, {}).get(value, array("i"))
        at = bisect_left(positions, position)
        out[field][value] = positions[:at] + array("i", (position,)) + positions[at:]
    return out


def _load(
    connection: sqlite3.Connection,
) -> tuple[Columns, list[str], list[str | None], dict[str, dict[str, array[int]]]]:
    """The columns, ids, days of publication, and positions by field and value."""
    columns = Columns(*(array("i"), array("i"), array("d"), array("d"), array("b"), array("i"), array("i"), array("b")))
    ids: list[str] = []
    published: list[str | None] = []
    values: dict[str, dict[str, array[int]]] = {}
    query = (
        "SELECT position, id, first, last, published, lat, lon, precision, killed, sources, facets "
        "FROM incidents ORDER BY position"
    )
    for at, name, first, last, day, lat, lon, precision, killed, sources, facets in connection.execute(query):
        ids.append(name)
        published.append(day)
        columns.first.append(first or 0)
        columns.last.append(last or 0)
        columns.lat.append(NOWHERE if lat is None else lat)
        columns.lon.append(NOWHERE if lon is None else lon)
        columns.precision.append(precision or 5)
        columns.killed.append(-1 if killed is None else killed)
        columns.sources.append(sources)
        columns.kind.append(0)
        for field, value in json.loads(facets):
            if field == "type" and value in KINDS:
                columns.kind[at] = KINDS.index(value)
            values.setdefault(field, {}).setdefault(value, array("i")).append(at)
    return columns, ids, published, values
