"""Where incidents lie, gathered into cells as wide as a finger at each zoom, so that any number can be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from waqai.web.catalogue.bits import ascending
from waqai.web.catalogue.catalogue import KINDS, Catalogue
from waqai.web.catalogue.query import Box

PIXELS = 44  # a cell's width on the screen
WORLD = 512  # pixels around the earth at zoom 0
FINEST = 13
_NEAR = 0.62  # of a cell: dots nearer than this are one
_MOST_ARCS = 400


@dataclass(frozen=True, slots=True)
class Dot:
    """The incidents of one cell: their middle, number and toll; the id where it is only one.

    `precision` is that of the finest; `kind` the most frequent act, as a place in `catalogue.KINDS`.
    """

    lat: float
    lon: float
    count: int
    killed: int
    precision: int
    at: int | None = None
    kind: int = 0


@dataclass(frozen=True, slots=True)
class Arc:
    """An answer on the map: from where the cause lies to where the answer lies (longitude, latitude)."""

    cause: tuple[float, float]
    answer: tuple[float, float]
    stated: bool


class _Cell:
    """What is summed up in one cell."""

    __slots__ = ("at", "count", "killed", "kinds", "lat", "lon", "precision")

    def __init__(self) -> None:
        self.lat = self.lon = 0.0
        self.count = self.killed = 0
        self.precision = 5
        self.at = -1
        self.kinds = [0] * len(KINDS)

    def absorb(self, other: _Cell) -> None:
        """The other's incidents are this one's."""
        self.lat += other.lat
        self.lon += other.lon
        self.count += other.count
        self.killed += other.killed
        self.precision = min(self.precision, other.precision)
        self.kinds = [a + b for a, b in zip(self.kinds, other.kinds, strict=True)]


def clusters(catalogue: Catalogue, bits: int, zoom: int, box: Box | None = None) -> tuple[Dot, ...]:
    """The answer's dots at a zoom, those in the box if one is given; largest toll last, so that it lies on top."""
    dots = _clusters(catalogue, bits & ~catalogue.wide, max(0, min(zoom, FINEST)))
    if box is None:
        return dots
    west, south, east, north = box
    return tuple(dot for dot in dots if south <= dot.lat <= north and west <= dot.lon <= east)


def areas(catalogue: Catalogue, bits: int) -> tuple[Dot, ...]:
    """What is known no finer than its governorate, gathered by it: a dot for each such area, at its own middle."""
    return _clusters(catalogue, bits & catalogue.wide, None)


def arcs(catalogue: Catalogue, bits: int) -> tuple[Arc, ...]:
    """The answers of which both ends are in the answer to the question and lie somewhere finer than a governorate."""
    here, columns = bits & catalogue.placed & ~catalogue.wide, catalogue.columns
    marks = here.to_bytes(catalogue.size // 8 + 1, "little")
    found = []
    for cause, answer, stated in catalogue.rows("SELECT cause, answer, stated FROM links ORDER BY stated DESC"):
        ends = [catalogue.position.get(str(name), -1) for name in (cause, answer)]
        if all(at >= 0 and marks[at >> 3] >> (at & 7) & 1 for at in ends):
            one, other = ((columns.lon[at], columns.lat[at]) for at in ends)
            if one != other:
                found.append(Arc(one, other, bool(stated)))
        if len(found) == _MOST_ARCS:
            break
    return tuple(found)


@lru_cache(maxsize=64)
def _clusters(catalogue: Catalogue, bits: int, zoom: int | None) -> tuple[Dot, ...]:
    """By cells of the zoom, cells whose middles lie near each other as one; without a zoom by the very point."""
    columns = catalogue.columns
    lats, lons, killed, fine, kinds = columns.lat, columns.lon, columns.killed, columns.precision, columns.kind
    degrees = 360 / (WORLD * 2 ** (zoom or 0)) * PIXELS
    cells: dict[tuple[float, float], _Cell] = {}
    for at in ascending(bits & catalogue.placed):
        lat, lon = lats[at], lons[at]
        key = (lat, lon) if zoom is None else (lat // degrees, lon // degrees)
        cell = cells.get(key)
        if cell is None:
            cell = cells[key] = _Cell()
        cell.lat += lat
        cell.lon += lon
        cell.count += 1
        cell.at = at
        if killed[at] > 0:
            cell.killed += killed[at]
        cell.precision = min(cell.precision, fine[at])
        cell.kinds[kinds[at]] += 1
    if zoom is not None:
        _join_near(cells, degrees * _NEAR)
    found = [_dot(cell) for cell in cells.values()]
    return tuple(sorted(found, key=lambda dot: (dot.killed, dot.count)))


def _join_near(cells: dict[tuple[float, float], _Cell], reach: float) -> None:
    """The fuller cells take in what lies nearer than a dot is wide in the cells around."""
    for key in sorted(cells, key=lambda key: (-cells[key].count, key)):
        if key not in cells:
            continue
        here = cells[key]
        for beside in _around(key):
            other = cells.get(beside)
            if other is not None and _apart(here, other) < reach:
                here.absorb(cells.pop(beside))


def _around(key: tuple[float, float]) -> Iterable[tuple[float, float]]:
    row, column = key
    return [(row + up, column + along) for up in (-1, 0, 1) for along in (-1, 0, 1) if up or along]


def _apart(one: _Cell, other: _Cell) -> float:
    """The degrees between their middles, along the farther axis."""
    return max(abs(one.lat / one.count - other.lat / other.count), abs(one.lon / one.count - other.lon / other.count))


def _dot(cell: _Cell) -> Dot:
    lat, lon = cell.lat / cell.count, cell.lon / cell.count
    only = cell.at if cell.count == 1 else None
    kind = cell.kinds.index(max(cell.kinds))
    return Dot(round(lat, 4), round(lon, 4), cell.count, cell.killed, cell.precision, only, kind)


@lru_cache(maxsize=64)
def frame(catalogue: Catalogue, bits: int) -> Box | None:
    """The box that holds nearly all of the answer (two far-off places do not widen it); None where nothing lies."""
    here = bits & catalogue.placed
    if not here:
        return None
    lats: Counter[float] = Counter()
    lons: Counter[float] = Counter()
    for at in ascending(here):
        lats[round(catalogue.columns.lat[at], 1)] += 1
        lons[round(catalogue.columns.lon[at], 1)] += 1
    south, north = _bulk(lats)
    west, east = _bulk(lons)
    return west, south, east, north


def _bulk(values: Counter[float]) -> tuple[float, float]:
    """From where to where 98 in 100 lie."""
    total, gone = sum(values.values()), 0
    order = sorted(values)
    low, high = order[0], order[-1]
    for value in order:
        gone += values[value]
        if gone > total * 0.01:
            low = value
            break
    gone = 0
    for value in reversed(order):
        gone += values[value]
        if gone > total * 0.01:
            high = value
            break
    return low, high
