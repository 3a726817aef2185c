"""One clause that hits towns far apart is told as parts, each of which joins what others tell of its place.

«قصفت الطائرات مدينة … وبلدة …»: another report tells of one of the two, a third one of the other. The event of the
report stays whole; what is compared across reports are its parts. A toll given for all of them holds for none:
each part has at least nobody and at most all of it. Parts that nobody tells of alone are one incident after all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from waqai.claims.model import Toll, Where
from waqai.incidents.clusters import Ruling
from waqai.incidents.model import Telling
from waqai.incidents.scene import Point, kilometres
from waqai.reference.places import Gazetteer

# As far as the villages of one front lie from each other.
_FRONT_KM = 10.0
_WHOLE = ".all"
_WIDE = 3  # district or countryside, and wider (codebook, section 5)


def parts(tellings: Iterable[Telling], gazetteer: Gazetteer) -> tuple[Telling, ...]:
    """The tellings, those of places far apart as parts: the first keeps the key, the others are key.2, key.3 …"""
    return tuple(part for telling in tellings for part in _parts(telling, gazetteer))


class Parted:
    """Which tellings are parts of which events; parts that nobody tells of alone are put together again."""

    def __init__(self, whole: Iterable[Telling], told: Iterable[Telling]) -> None:
        of = {one.key: one for one in whole}
        self._event: dict[str, str] = {}
        self._parts: dict[str, list[str]] = {}
        for one in told:
            if one.part[1] > 1:
                event = one.key if one.part[0] == 1 else one.key.rpartition(".")[0]
                self._event[one.key] = event
                self._parts.setdefault(event, []).append(one.key)
        self.wholes = tuple(replace(of[event], key=event + _WHOLE) for event in self._parts)

    def reunited(self, groups: Iterable[tuple[str, ...]], rulings: Iterable[Ruling]) -> list[tuple[str, ...]]:
        """The groups, those that are nothing but parts of the very same events made one; people's word stands."""
        ruled = {key for ruling in rulings for side in ruling.apart for key in side}
        together: dict[frozenset[str], list[str]] = {}
        out = []
        for group in groups:
            if all(key in self._event and key not in ruled for key in group):
                together.setdefault(frozenset(self._event[key] for key in group), []).extend(group)
            else:
                out.append(group)
        return sorted([*out, *(tuple(sorted(keys)) for keys in together.values())])

    def whole(self, group: Iterable[str]) -> list[str]:
        """The keys from which an incident is made: an event that has all its parts in the group stands for them."""
        held: dict[str, list[str]] = {}
        for key in group:
            held.setdefault(self._event.get(key, key), []).append(key)
        out: list[str] = []
        for event, keys in held.items():
            out += [event + _WHOLE] if len(keys) == len(self._parts.get(event, ())) else keys
        return out

    def keys(self, made_of: Iterable[str]) -> tuple[str, ...]:
        """The parts themselves again, of the events that stood for them."""
        given = ((self._parts[key.removesuffix(_WHOLE)] if key.endswith(_WHOLE) else [key]) for key in made_of)
        return tuple(key for keys in given for key in keys)


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
    """The places by front: each known site lies near another of its own; the others go with the one before them."""
    points = [_point(place, gazetteer) for place in places]
    fronts: list[list[int]] = []
    for number, point in enumerate(points):
        if point is None:
            continue
        near = [front for front in fronts if any(_near(point, points[other]) for other in front)]
        fronts = [front for front in fronts if front not in near]
        fronts.append(sorted([number, *(other for front in near for other in front)]))
    fronts.sort()
    for number in (n for n, point in enumerate(points) if point is None):
        before = [front for front in fronts if front[0] < number]
        (before or fronts or [[]])[-1 if before else 0].append(number)
    return [[places[number] for number in sorted(front)] for front in fronts]


def _near(point: Point, other: Point | None) -> bool:
    return other is not None and kilometres(point, other) <= _FRONT_KM


def _point(place: Where, gazetteer: Gazetteer) -> Point | None:
    """Where a precise site lies, if one place is chosen for it."""
    known = gazetteer.by_id.get(place.chosen or "")
    if known is None or place.role != "site" or place.precision >= _WIDE:
        return None
    return known.lat, known.lon
