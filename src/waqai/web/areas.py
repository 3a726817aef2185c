"""Which shape of the base map a governorate or a country of the gazetteer is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from waqai.reference.places import Place, load
from waqai.web.basemap import Line, Shape, base

_LAYERS = {"governorate": "governorates", "country": "countries"}


@dataclass(frozen=True, slots=True)
class Area:
    """A shape of the base map: its layer, its number there, the place that it is."""

    layer: str
    number: int
    place: str


def area_at(lat: float, lon: float) -> Area | None:
    """The area whose middle, as the gazetteer gives it, is that point, also rounded to a tenth of a degree."""
    exact, rounded = _middles()
    place = exact.get((round(lat, 4), round(lon, 4))) or rounded.get((lat, lon))
    return None if place is None else _shape(place)


@cache
def _middles() -> tuple[dict[tuple[float, float], Place], dict[tuple[float, float], Place]]:
    """Governorates and countries by their points; rounded ones only where no two are the same, governorates first."""
    exact: dict[tuple[float, float], Place] = {}
    rounded: dict[tuple[float, float], list[Place]] = {}
    for kind in ("country", "governorate"):
        for place in load().by_id.values():
            if place.kind == kind:
                exact[round(place.lat, 4), round(place.lon, 4)] = place
                rounded.setdefault((round(place.lat, 1), round(place.lon, 1)), []).append(place)
    return exact, {key: found[0] for key, found in rounded.items() if len(found) == 1}


@cache
def _shape(place: Place) -> Area | None:
    """The shape that holds the place's middle, else the one of its name."""
    layer = _LAYERS[place.kind]
    shapes = base()[layer]
    around = (number for number, shape in enumerate(shapes) if _holds(shape, place))
    named = (number for number, shape in enumerate(shapes) if shape.ar == place.name or shape.en == place.name_en)
    number = next(around, None)
    number = next(named, None) if number is None else number
    return None if number is None else Area(layer, number, place.id)


def _holds(shape: Shape, place: Place) -> bool:
    """Whether the point lies in the shape: a line from it to the far east crosses its rings an odd number of times."""
    return sum(_crossings(line, place.lon, place.lat) for line in shape.lines) % 2 == 1


def _crossings(line: Line, x: float, y: float) -> int:
    return sum(
        (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in pairwise(line)
    )
