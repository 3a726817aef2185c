"""One clause that hits towns far apart is told as parts, each of which joins what others tell of its place.

«قصفت الطائرات مدينة … وبلدة …»: another report tells of one of the two, a third one of the other. The event of the
report stays whole; what is compared across reports are its parts. A toll given for all of them holds for none:
each part has at least nobody and at most all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from waqai.claims.model import Toll, Where
from waqai.incidents.model import Telling
from waqai.incidents.scene import Point, kilometres
from waqai.reference.places import Gazetteer

# As far as the villages of one front lie from each other.
_FRONT_KM = 10.0
_WIDE = 3  # district or countryside, and wider (codebook, section 5)


def parts(tellings: Iterable[Telling], gazetteer: Gazetteer) -> tuple[Telling, ...]:
    """The tellings, those of places far apart as parts: the first keeps the key, the others are key.2, key.3 …"""
    return tuple(part for telling in tellings for part in _parts(telling, gazetteer))


def _parts(telling: Telling, gazetteer: Gazetteer) -> Iterator[Telling]:
    groups = _fronts(telling.event.places, gazetteer)
    if len(groups) < 2:
        yield telling
        return
    tolls = tuple(_shared(toll) for toll in telling.event.casualties)
    for number, group in enumerate(groups, start=1):
        event = replace(telling.event, places=tuple(group), casualties=tolls)
        mark = "" if number == 1 else f".{number}"
        yield replace(
            telling, key=telling.key + mark, content=telling.content + mark, event=event, part=(number, len(groups))
        )


def _shared(toll: Toll) -> Toll:
    """The toll of all parts, as far as it bounds that of one; that nobody was harmed holds for each."""
    return toll if toll.high == 0 else replace(toll, low=0)


def _fronts(places: Sequence[Where], gazetteer: Gazetteer) -> list[list[Where]]:
    """The sites in groups of which each lies near another of its own; other places stay with the first."""
    groups: list[tuple[list[Point], list[Where]]] = []
    others: list[tuple[Where, int]] = []
    for place in places:
        point = _point(place, gazetteer)
        if point is None:
            others.append((place, len(groups)))
            continue
        near = [group for group in groups if any(kilometres(point, other) <= _FRONT_KM for other in group[0])]
        joined = ([point], [place])
        for group in near:
            groups.remove(group)
            joined = ([*group[0], *joined[0]], [*group[1], *joined[1]])
        groups.append(joined)
    ordered = [sorted(group, key=places.index) for _, group in sorted(groups, key=lambda g: min(map(places.index, g[1])))]
    for place, after in others:
        ordered[min(max(after - 1, 0), len(ordered) - 1)].append(place) if ordered else None
    return ordered


def _point(place: Where, gazetteer: Gazetteer) -> Point | None:
    """Where a precise site lies, if one place is chosen for it."""
    if place.role != "site" or place.precision >= _WIDE or place.chosen not in gazetteer.by_id:
        return None
    known = gazetteer.by_id[place.chosen]
    return known.lat, known.lon
