"""Which tellings are worth comparing: those that share an area and days, never two of one report.

Every telling stands in the index where and when it says it happened; it looks for others a day and a cell around. One
that is vague in time or place looks in wider blocks. Precise ones do not look there, or each would meet a year's war.
In a hot block (a city on the first day of a war) a telling meets only those most like it: a war's worst day stays
n log n. Nothing is kept of days and areas where nobody looks, and one day is looked through after another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from waqai.incidents.scene import Scene, Site

_LONGEST_FINE = 10  # days; a longer span is no day any more
_STRETCH = 30  # days
_CELL = 0.4  # degrees, about 40 km: farther than that is another place (compare/place.py)
_REGION = 4  # governorate and wider
_WIDE = 3  # district or countryside, and wider
_HOT = 32  # so many on either side of it, of those in a block, a telling meets
_NO_TIME = -1
Area = str | tuple[int, int]
Likeness = tuple[str, int, int, str]


def pairs(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, Scene]]:
    """Each pair once, in the order of the scenes."""
    for number, others in enumerate(partners(scenes)):
        for other in others:
            yield scenes[number], scenes[other]


def partners(scenes: Sequence[Scene]) -> list[list[int]]:
    """For each scene the numbers of the later ones that it is compared with, in order."""
    blocks = _Blocks(scenes)
    known: dict[str, int] = {}
    reports = [known.setdefault(scene.telling.report, len(known)) for scene in scenes]
    met: list[list[int]] = [[] for _ in scenes]
    for number in blocks.order:
        report, later = reports[number], met[number]
        for other in blocks.around(number):
            if reports[other] != report:
                if other > number:
                    later.append(other)
                else:
                    met[other].append(number)
    return [sorted(set(others)) for others in met]


class _Blocks:
    """Who stands where and when; `order` is by day and place, so that what is looked for next was just looked at."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._scenes = scenes
        self._areas: dict[Area, int] = {}
        self._times: set[int | str] = set()
        looks: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._looks = []
        for scene in scenes:
            # Scenes share their sites: the same objects where the same words name the same places.
            mark = tuple(map(id, scene.sites))
            if mark not in looks:
                looks[mark] = self._numbered(_seeks(scene))
            own = looks[mark]
            self._looks.append((*own, *self._numbered(_authors(scene))) if _is_vague(scene) else own)
            self._times.update(_around_days(scene))
        days = [-1 if scene.days is None else scene.days[0] for scene in scenes]
        self.order = sorted(range(len(scenes)), key=lambda number: (days[number], self._looks[number]))
        self._index: dict[int | str, dict[int, list[int]]] = {}
        stands: dict[tuple[int, ...], tuple[int, ...]] = {}
        for number in self.order:
            self._stand(number, stands)
        self._ranked: dict[int, list[tuple[Likeness, int]]] = {}
        self._last: tuple[tuple[int, ...], tuple[int, int] | None, set[int]] = (), None, set()

    def _numbered(self, areas: set[Area]) -> tuple[int, ...]:
        return tuple(self._areas.setdefault(area, len(self._areas)) for area in areas)

    def _stand(self, number: int, stands: dict[tuple[int, ...], tuple[int, ...]]) -> None:
        """The scene stands in its areas at its times, as far as anybody looks there."""
        scene = self._scenes[number]
        mark = tuple(map(id, scene.sites))
        if mark not in stands:
            stands[mark] = tuple(self._areas[area] for area in _stands(scene) if area in self._areas)
        areas = (*stands[mark], *(self._areas[area] for area in _authors(scene) if area in self._areas))
        for time in _times(scene):
            if time in self._times:
                block = self._index.setdefault(time, {})
                for area in areas:
                    block.setdefault(area, []).append(number)

    def around(self, number: int) -> set[int]:
        """All that the scene looks for; of a hot block those that are like it."""
        days, looks = self._scenes[number].days, self._looks[number]
        if self._last[0] is looks and self._last[1] == days:
            return self._last[2]
        found: set[int] = set()
        hot = False
        for time in _around_days(self._scenes[number]):
            block = self._index.get(time, {})
            for area in looks:
                members = block.get(area)
                if members is None:
                    continue
                if len(members) <= 2 * _HOT:
                    found.update(members)
                else:
                    found.update(self._like(members, number))
                    hot = True
        self._last = ((), None, set()) if hot else (looks, days, found)
        return found

    def _like(self, members: list[int], number: int) -> Iterator[int]:
        """Those of a hot block around this telling, in order of likeness."""
        ranked = self._ranked.get(id(members))
        if ranked is None:
            ranked = self._ranked[id(members)] = sorted((_likeness(self._scenes[one]), one) for one in members)
        middle = bisect_left(ranked, (_likeness(self._scenes[number]), number))
        return (one for _, one in ranked[max(0, middle - _HOT) : middle + _HOT])


def _likeness(scene: Scene) -> Likeness:
    """Tellings of one act stand near each other in this order: kind, toll, number of weapons, author."""
    event = scene.telling.event
    toll = max((figure.best for figures in scene.tolls.values() for figure in figures), default=0)
    used = max((weapon.count or 0 for weapon in event.weapons), default=0)
    author = next((party.actor for party in event.initiators if party.actor), "")
    return event.sub_event_type, toll, used, author


def _stands(scene: Scene) -> set[Area]:
    """Where others find it, besides by its authors."""
    return {area for site in scene.sites for area in _areas(site)} or {"nowhere"}


def _times(scene: Scene) -> Iterator[int | str]:
    """Its days, the month-long stretches that hold them, and among the undated if it has more to go by."""
    evidence = scene.tolls["killed"] or scene.tolls["injured"] or scene.telling.event.weapons
    if scene.days is None or evidence:
        yield _NO_TIME
    if scene.days is None:
        return
    first, last = scene.days
    if last - first <= _LONGEST_FINE:
        yield from range(first, last + 1)
    yield from _stretches(first, last)


def _seeks(scene: Scene) -> set[Area]:
    """Where it looks for others."""
    return {area for site in scene.sites for area in _around(site)} or {"nowhere"}


def _is_vague(scene: Scene) -> bool:
    """A place that the gazetteer does not know, or a region, may be any: it seeks the acts of the same author."""
    return all(site.precision >= _REGION or not site.ids for site in scene.sites)


def _around_days(scene: Scene) -> Iterator[int | str]:
    if scene.days is None:
        yield _NO_TIME
        return
    first, last = scene.days
    if last - first <= _LONGEST_FINE:
        yield from range(first - 1, last + 2)
    else:
        yield from _stretches(first, last)


def _stretches(first: int, last: int) -> Iterator[str]:
    return (f"s{number}" for number in range(first // _STRETCH, last // _STRETCH + 1))


def _areas(site: Site) -> Iterator[Area]:
    """Its cells, its names, itself and what lies above."""
    yield from (_cell(lat, lon) for lat, lon in site.points)
    yield from (f"w:{word}" for word in site.words)
    yield from (f"in:{name}" for name in (*site.ids, *site.above))


def _around(site: Site) -> Iterator[Area]:
    """The cells around, its names; of a wide place all that lies in it."""
    yield from (f"w:{word}" for word in site.words)
    if site.precision >= _WIDE or not site.points:
        yield from (f"in:{name}" for name in site.ids)
    for lat, lon in site.points:
        row, column = _cell(lat, lon)
        yield from ((row + up, column + along) for up in (-1, 0, 1) for along in (-1, 0, 1))


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // _CELL), int(lon // _CELL)


def _authors(scene: Scene) -> set[Area]:
    event = scene.telling.event
    return {f"by:{party.actor}:{event.event_type}" for party in event.initiators if party.actor}
