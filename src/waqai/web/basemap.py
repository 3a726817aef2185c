"""The map as an SVG picture, drawn from the same file as the one in the browser: no scripts, no WebGL, no tiles."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from waqai.web.cells import Arc, Dot
from waqai.web.rendering import STATIC

WIDTH, HEIGHT = 960, 600
_FINEST = 2.0  # pixels: nothing shorter is drawn
_GOVERNORATES = 22.0  # pixels a degree from which governorates are told apart
_LEAST = 4.0  # degrees: no closer
_MIDDLE_EAST = (32.0, 26.0, 50.0, 38.0)
Point = tuple[float, float]
Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of the base map: its rings or lines in degrees, its names, where a label may stand."""

    lines: tuple[Line, ...]
    ar: str
    en: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north of its longest line."""
        line = max(self.lines, key=len)
        xs, ys = [x for x, _ in line], [y for _, y in line]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class View:
    """A window in Mercator's projection: scale in pixels a degree of longitude, and its corner."""

    west: float
    top: float
    scale: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a place lies in the picture."""
        return round((lon - self.west) * self.scale, 1), round((self.top - _mercator(lat)) * self.scale, 1)

    def sees(self, shape: Shape) -> bool:
        """Whether any of it may lie in the picture."""
        west, south, east, north = shape.box
        (left, bottom), (right, top) = self.at(west, south), self.at(east, north)
        return right > 0 and left < WIDTH and bottom > 0 and top < HEIGHT


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a picture."""

    water: str
    land: str
    river: str
    line: str
    border: str
    text: str
    dot: str
    edge: str


LIGHT = Ink("#d6e3ea", "#f6f3ec", "#a3c5d6", "#ded8ca", "#a79f8d", "#6b6558", "#a5362a", "#fffdf8")
DARK = Ink("#16222b", "#22272b", "#365566", "#32393e", "#59636a", "#98a2a8", "#f08a76", "#14181b")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows: dots, areas with the shapes that they are (layer, number), answers."""

    dots: Sequence[Dot]
    areas: Sequence[tuple[Dot, tuple[str, int] | None]] = ()
    arcs: Sequence[Arc] = ()


def picture(code: str, shown: Shown, *, dark: bool = False) -> str:
    """The map with what is shown, in the language and the light asked for."""
    ink = DARK if dark else LIGHT
    middles = [dot for dot, _ in shown.areas]
    view = _view([*shown.dots, *middles])
    near = view.scale > _GOVERNORATES
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{ink.water}"/>',
        *_layer("countries", view, f'fill="{ink.land}" stroke="{ink.border}" stroke-width="1.1"'),
        *(_layer("governorates", view, f'fill="none" stroke="{ink.line}" stroke-width=".7"') if near else ()),
        *(_area(view, where, dot, ink) for dot, where in shown.areas if where is not None),
        *_layer("lakes", view, f'fill="{ink.water}" stroke="none"'),
        *_layer("rivers", view, f'fill="none" stroke="{ink.river}" stroke-width="1.3"', closed=False),
        *_labels(code, view, ink),
        *(_arc_line(view, one, ink) for one in shown.arcs),
        *(_dot(view, dot, ink) for dot in (*middles, *shown.dots)),
        "</svg>",
    ]
    return "".join(parts)


def _view(dots: Sequence[Dot]) -> View:
    """A window that holds the dots with room around them."""
    if dots:
        lons, lats = [dot.lon for dot in dots], [dot.lat for dot in dots]
        west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    else:
        west, south, east, north = _MIDDLE_EAST
    middle = (west + east) / 2
    low, high = _mercator(max(south, -60)), _mercator(min(north, 70))
    wide = max(east - west, _LEAST) * 1.15
    tall = max(high - low, _LEAST * HEIGHT / WIDTH) * 1.25
    scale = min(WIDTH / wide, HEIGHT / tall)
    return View(middle - WIDTH / scale / 2, (low + high) / 2 + HEIGHT / scale / 2, scale)


def _mercator(lat: float) -> float:
    """The northing of a latitude, in degrees of longitude at the equator."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def _layer(name: str, view: View, look: str, *, closed: bool = True) -> Iterator[str]:
    drawn = "".join(_path(line, view, closed=closed) for one in base()[name] if view.sees(one) for line in one.lines)
    if drawn:
        yield f'<path d="{drawn}" {look}/>'


def _path(line: Line, view: View, *, closed: bool) -> str:
    points = [view.at(*point) for point in line]
    kept = [points[0]]
    for point in points[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > _FINEST:
            kept.append(point)
    if len(kept) < 2:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + ("Z" if closed else "")


def _labels(code: str, view: View, ink: Ink) -> Iterator[str]:
    """Names of what is wide enough to bear one, the wider first; none over another."""
    taken: list[tuple[float, float, float, float]] = []
    layers = ("countries", "governorates") if view.scale > 35 else ("countries",)
    for layer in layers:
        size = 15 if layer == "countries" else 11
        for shape in sorted(base()[layer], key=lambda one: one.box[0] - one.box[2]):
            west, south, east, north = shape.box
            x, y = view.at((west + east) / 2, (south + north) / 2)
            name = shape.ar if code == "ar" else shape.en
            half = len(name) * size * 0.3
            here = (x - half, y - size, x + half, y + size / 2)
            fits = here[0] > 0 and here[2] < WIDTH and size < y < HEIGHT and 2 * half < (east - west) * view.scale * 1.1
            if not fits or any(_meet(here, other) for other in taken):
                continue
            taken.append(here)
            weight = ' font-weight="600"' if layer == "countries" else ""
            yield (
                f'<text x="{x:g}" y="{y:g}" text-anchor="middle" font-family="IBM Plex Sans Arabic,Noto Sans Arabic,'
                f'sans-serif" font-size="{size}"{weight} fill="{ink.text}">{escape(name)}</text>'
            )


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _area(view: View, where: tuple[str, int], dot: Dot, ink: Ink) -> str:
    """A governorate or country in which something happened, the more the stronger."""
    drawn = "".join(_path(line, view, closed=True) for line in base()[where[0]][where[1]].lines)
    strength = min(0.34, 0.1 + 0.04 * math.sqrt(dot.count))
    return (
        f'<path d="{drawn}" fill="{ink.dot}" fill-opacity="{strength:.2f}" stroke="{ink.dot}" stroke-opacity=".55" '
        'stroke-width=".8"/>'
    )


def _arc_line(view: View, one: Arc, ink: Ink) -> str:
    """From what was answered to the answer, bent; pale where nobody states it."""
    (x1, y1), (x2, y2) = view.at(*one.cause), view.at(*one.answer)
    middle = (x1 + x2) / 2 - (y2 - y1) * 0.2, (y1 + y2) / 2 + (x2 - x1) * 0.2
    return (
        f'<path d="M{x1:g} {y1:g}Q{middle[0]:.1f} {middle[1]:.1f} {x2:g} {y2:g}" fill="none" stroke="{ink.text}" '
        f'stroke-width="1.4" opacity="{".9" if one.stated else ".4"}"/>'
    )


def _dot(view: View, dot: Dot, ink: Ink) -> str:
    """A dot as large as its toll, shaped by how precisely the place is known; a number where it is several."""
    x, y = view.at(dot.lon, dot.lat)
    r = min(26.0, 4 + 1.5 * math.sqrt(dot.killed + dot.count))
    look = f'fill="{ink.dot}" fill-opacity=".82" stroke="{ink.edge}" stroke-width="1.2"'
    if dot.precision <= 2:
        shape = f'<circle cx="{x:g}" cy="{y:g}" r="{r:.1f}" {look}/>'
    elif dot.precision == 3:
        shape = f'<path d="M{x:g} {y - r:.1f}l{r:.1f} {r:.1f}l-{r:.1f} {r:.1f}l-{r:.1f} -{r:.1f}z" {look}/>'
    else:
        shape = f'<rect x="{x - r:.1f}" y="{y - r:.1f}" width="{2 * r:.1f}" height="{2 * r:.1f}" {look}/>'
    if dot.count == 1 or r < 8:
        return shape
    return shape + (
        f'<text x="{x:g}" y="{y + 4:g}" text-anchor="middle" font-family="sans-serif" font-size="11" '
        f'fill="{ink.edge}">{dot.count}</text>'
    )


@cache
def base() -> dict[str, tuple[Shape, ...]]:
    """The layers of the base map, decoded."""
    topology = json.loads(gzip.decompress((STATIC / "map" / "base.topojson.gz").read_bytes()))
    arcs = [tuple(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    return {
        name: tuple(_shape(one, arcs) for one in layer["geometries"] if one.get("arcs"))
        for name, layer in topology["objects"].items()
    }


def _arc(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty


def _shape(geometry: dict[str, Any], arcs: Sequence[Line]) -> Shape:
    kind, inner = geometry["type"], geometry["arcs"]
    if kind == "LineString":
        lines = [inner]
    elif kind == "MultiPolygon":
        lines = [ring for polygon in inner for ring in polygon]
    else:
        lines = inner
    names = geometry.get("properties") or {}
    return Shape(tuple(_joined(line, arcs) for line in lines), names.get("ar") or "", names.get("en") or "")


def _joined(numbers: Sequence[int], arcs: Sequence[Line]) -> Line:
    """The arcs one after the other; a negative number is that arc the other way round."""
    out: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else tuple(reversed(arcs[~number]))
        out.extend(arc[1:] if out else arc)
    return tuple(out)
