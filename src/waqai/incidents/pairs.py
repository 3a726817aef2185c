"""Which tellings are worth comparing: those that share an area and days, never two of one report.

Every telling stands in the index where and when it says it happened; it looks for others a day and a cell around. One
that is vague in time or place looks in wider blocks. Precise ones do not look there, or each would meet a year's war.
In a hot block (a city on the first day of a war) a telling meets only those most like it: a war's worst day stays
n log n.
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
Key = tuple[int | str, str | tuple[int, int]]


def pairs(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, Scene]]:
    """Each pair once, in the order of the scenes."""
    order = sorted(range(len(scenes)), key=lambda number: _likeness(scenes[number]))
    rank = {number: place for place, number in enumerate(order)}
    index: dict[Key, list[int]] = {}
    for place, number in enumerate(order):
        for key in _stands(scenes[number]):
            index.setdefault(key, []).append(place)
    reports = [scenes[number].telling.report for number in order]
    met: set[int] = set()
    for number, scene in enumerate(scenes):
        here = rank[number]
        for key in _seeks(scene):
            for there in _like(index.get(key, ()), here):
                if reports[there] != reports[here]:
                    other = order[there]
                    met.add(min(number, other) * len(scenes) + max(number, other))
    for code in sorted(met):
        yield scenes[code // len(scenes)], scenes[code % len(scenes)]


def _likeness(scene: Scene) -> tuple[str, int, int, str]:
    """Tellings of one act stand near each other in this order: kind, toll, number of weapons, author."""
    event = scene.telling.event
    toll = max((figure.best for figures in scene.tolls.values() for figure in figures), default=0)
    used = max((weapon.count or 0 for weapon in event.weapons), default=0)
    author = next((party.actor for party in event.initiators if party.actor), "")
    return event.sub_event_type, toll, used, author


def _like(block: Sequence[int], here: int) -> Sequence[int]:
    """All of a block, or of a hot one those around this telling; blocks are in order of likeness."""
    if len(block) <= 2 * _HOT:
        return block
    middle = bisect_left(block, here)
    return block[max(0, middle - _HOT) : middle + _HOT]


def _stands(scene: Scene) -> Iterator[Key]:
    """Where others find it."""
    areas = {area for site in scene.sites for area in _areas(site)} or {"nowhere"}
    areas |= _authors(scene)
    for time in _times(scene):
        for area in areas:
            yield time, area


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


def _seeks(scene: Scene) -> Iterator[Key]:
    """Where it looks for others."""
    areas = {area for site in scene.sites for area in _around(site)} or {"nowhere"}
    # A place that the gazetteer does not know, or a region, may be any: it seeks the acts of the same author.
    if all(site.precision >= _REGION or not site.ids for site in scene.sites):
        areas |= _authors(scene)
    for time in _around_days(scene):
        for area in areas:
            yield time, area


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


def _areas(site: Site) -> Iterator[str | tuple[int, int]]:
    """Its cells, its names, itself and what lies above."""
    yield from (_cell(lat, lon) for lat, lon in site.points)
    yield from (f"w:{word}" for word in site.words)
    yield from (f"in:{name}" for name in (*site.ids, *site.above))


def _around(site: Site) -> Iterator[str | tuple[int, int]]:
    """The cells around, its names; of a wide place all that lies in it."""
    yield from (f"w:{word}" for word in site.words)
    if site.precision >= _WIDE or not site.points:
        yield from (f"in:{name}" for name in site.ids)
    for lat, lon in site.points:
        row, column = _cell(lat, lon)
        yield from ((row + up, column + along) for up in (-1, 0, 1) for along in (-1, 0, 1))


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // _CELL), int(lon // _CELL)


def _authors(scene: Scene) -> set[str | tuple[int, int]]:
    event = scene.telling.event
    return {f"by:{party.actor}:{event.event_type}" for party in event.initiators if party.actor}
