"""Where incidents lie, gathered into cells as wide as a finger at each zoom, so that any number can be shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from waqai.web.catalogue.bits import ascending
from waqai.web.catalogue.catalogue import Catalogue
from waqai.web.catalogue.query import Box

PIXELS = 44  # a cell's width on the screen
WORLD = 512  # pixels around the earth at zoom 0
FINEST = 13


@dataclass(frozen=True, slots=True)
class Dot:
    """The incidents of one cell: their middle, number and toll; the id where it is only one.

    `precision` is that of the finest; `type` the most frequent act.
    """

    lat: float
    lon: float
    count: int
    killed: int
    precision: int
    at: int | None = None


class _Cell:
    """What is summed up in one cell."""

    __slots__ = ("at", "count", "killed", "lat", "lon", "precision")

    def __init__(self) -> None:
        self.lat = self.lon = 0.0
        self.count = self.killed = 0
        self.precision = 5
        self.at = -1


def clusters(catalogue: Catalogue, bits: int, zoom: int, box: Box | None = None) -> tuple[Dot, ...]:
    """The answer's dots at a zoom, those in the box if one is given; largest toll last, so that it lies on top."""
    dots = _clusters(catalogue, bits, max(0, min(zoom, FINEST)))
    if box is None:
        return dots
    west, south, east, north = box
    return tuple(dot for dot in dots if south <= dot.lat <= north and west <= dot.lon <= east)


@lru_cache(maxsize=64)
def _clusters(catalogue: Catalogue, bits: int, zoom: int) -> tuple[Dot, ...]:
    columns = catalogue.columns
    lats, lons, killed, fine = columns.lat, columns.lon, columns.killed, columns.precision
    degrees = 360 / (WORLD * 2**zoom) * PIXELS
    cells: dict[tuple[int, int], _Cell] = {}
    for at in ascending(bits & catalogue.placed):
        lat, lon = lats[at], lons[at]
        key = (int(lat / degrees), int(lon / degrees))
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
    found = [_dot(cell) for cell in cells.values()]
    return tuple(sorted(found, key=lambda dot: (dot.killed, dot.count)))


def _dot(cell: _Cell) -> Dot:
    lat, lon = cell.lat / cell.count, cell.lon / cell.count
    only = cell.at if cell.count == 1 else None
    return Dot(round(lat, 4), round(lon, 4), cell.count, cell.killed, cell.precision, only)


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
