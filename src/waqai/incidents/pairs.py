"""Which tellings are worth comparing: those that share an area and days, never two of one report.

Two precise tellings meet by day and by place. One that is vague in time or place has to seek the others in
wider blocks; there the precise ones do not meet each other, or every block would be a whole year's war.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from waqai.incidents.scene import Scene, Site

_LONGEST_FINE = 10  # days; a longer span is no day any more
_STRETCH = 30  # days
_CELL = 0.4  # degrees, about 40 km: farther than that is another place (compare/place.py)
_WIDE = 3  # district or countryside, and wider


class _Member(NamedTuple):
    number: int
    seeks_day: bool
    seeks_area: bool


def pairs(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, Scene]]:
    """Each pair once, in the order of the scenes."""
    blocks: dict[tuple[str, str], list[_Member]] = {}
    for number, scene in enumerate(scenes):
        areas = _areas(scene)
        for day, seeks_day in _days(scene).items():
            for area, seeks_area in areas.items():
                blocks.setdefault((day, area), []).append(_Member(number, seeks_day, seeks_area))
    met: set[tuple[int, int]] = set()
    for members in blocks.values():
        met.update(_meetings(members, scenes))
    for left, right in sorted(met):
        yield scenes[left], scenes[right]


def _meetings(members: Sequence[_Member], scenes: Sequence[Scene]) -> Iterator[tuple[int, int]]:
    """The pairs of one block of which one seeks the day and one the area."""
    seekers = [member for member in members if member.seeks_day]
    if len(members) < 2 or not seekers or not any(member.seeks_area for member in members):
        return
    for one in seekers:
        for other in members:
            if one.number == other.number or not (one.seeks_area or other.seeks_area):
                continue
            if scenes[one.number].telling.report != scenes[other.number].telling.report:
                yield min(one.number, other.number), max(one.number, other.number)


def _days(scene: Scene) -> dict[str, bool]:
    """The blocks of its days (one day of grace), and whether it seeks others there."""
    evidence = bool(scene.tolls["killed"] or scene.tolls["injured"] or scene.telling.event.weapons)
    undated = {"undated": False} if evidence else {}
    if scene.days is None:
        return {"undated": True}
    first, last = scene.days
    fine = last - first <= _LONGEST_FINE
    stretches = {f"s{day // _STRETCH}": not fine for day in (*range(first, last + 1, _STRETCH), last)}
    if not fine:
        return stretches | undated
    return {f"d{day}": True for day in range(first - 1, last + 2)} | stretches | undated


def _areas(scene: Scene) -> dict[str, bool]:
    """The blocks of its places: ids, cells with their neighbours, name words, and what lies above."""
    areas: dict[str, bool] = {}
    for site in scene.sites:
        for area, seeks in _around(site).items():
            areas[area] = seeks or areas.get(area, False)
    # A place that the gazetteer does not know may be any: it seeks the acts of the same author.
    lost = not any(site.ids for site in scene.sites)
    event = scene.telling.event
    areas = areas or {"nowhere": True}
    return areas | {f"by:{party.actor}:{event.event_type}": lost for party in event.initiators if party.actor}


def _around(site: Site) -> dict[str, bool]:
    """The blocks of one place."""
    above = {f"in:{name}": False for name in site.above}
    named = {f"w:{word}": True for word in site.words} | {f"id:{name}": True for name in site.ids}
    wide = {f"in:{name}": True for name in site.ids if site.precision >= _WIDE}
    return above | _cells(site) | named | wide


def _cells(site: Site) -> dict[str, bool]:
    """Its own cell, where it seeks, and the cells around, where others find it."""
    cells: dict[str, bool] = {}
    for lat, lon in site.points:
        row, column = int(lat // _CELL), int(lon // _CELL)
        around = (f"c{row + up}:{column + along}" for up in (-1, 0, 1) for along in (-1, 0, 1))
        cells = dict.fromkeys(around, False) | cells | {f"c{row}:{column}": True}
    return cells
