"""On which side of another the text puts a place, and whether the map agrees: «قرية س شمالي بلدة ص»."""

from __future__ import annotations

import math

from waqai.claims.drafts import kilometres
from waqai.reading.model import Mention
from waqai.reading.read import Text
from waqai.reference.places import Place, load

SIDES = {"شمال": (0, 1), "جنوب": (0, -1), "شرق": (1, 0), "غرب": (-1, 0)}
"""Steps to the east and to the north."""
TOWNS = frozenset("city town village".split())
AT_LEAST_KM = 2.0
"""Nearer than that, what is north of a place is in it."""
AT_MOST_KM = 60.0
OFF = 67.5
"""Degrees: «شمال» may stand for the north-east, which begins there to be the east."""


def bearing(text: Text, wider: Mention) -> float | None:
    """The degrees from the north of «شمال غرب بلدة ص»; None where it says no side, or two opposite ones."""
    place = wider.part("place")
    if wider.rule != "places.directed" or place is None:
        return None
    said = [_side(token.text) for token in text.chart.tokens[wider.first : place.first]]
    east, north = (sum(side[axis] for side in said if side is not None) for axis in (0, 1))
    return math.degrees(math.atan2(east, north)) % 360 if east or north else None


def _side(word: str) -> tuple[int, int] | None:
    """The side that the word names, whatever is written onto it: شمالي، الشمالية، وشمال."""
    bare = word.lstrip("وبل").removeprefix("ال").removeprefix("ل")
    return next((step for side, step in SIDES.items() if bare.startswith(side)), None)


def is_on_side(place: Place, centres: tuple[str, ...], said: float) -> bool:
    """Whether the place lies so from the nearest of the towns that the ids name; so does all if none is near."""
    by_id = load().by_id
    towns = [by_id[i] for i in centres if by_id[i].kind in TOWNS and i != place.id]
    centre = min(towns, key=lambda town: kilometres(town, place), default=None)
    if centre is None or not AT_LEAST_KM <= kilometres(centre, place) <= AT_MOST_KM:
        return True
    east = (place.lon - centre.lon) * math.cos(math.radians(centre.lat))
    lies = math.degrees(math.atan2(east, place.lat - centre.lat))
    return abs((lies - said + 180) % 360 - 180) <= OFF
