"""A total that a report states, held against what the record itself counts for the same scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.claims.model import Account, Tally
from waqai.incidents.model import Incident
from waqai.incidents.scene import Point, kilometres
from waqai.language.fold import fold
from waqai.reference.places import Gazetteer

_NEAR_KM = 10.0
_FORCE = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
# What is counted -> the sub-event types it may be; a bare «هجوم» is any act of force.
_KINDS = {
    "air": frozenset({"Air/drone strike"}),
    "drone": frozenset({"Air/drone strike"}),
    "rocket": frozenset({"Shelling/artillery/missile attack"}),
    "artillery": frozenset({"Shelling/artillery/missile attack"}),
    "shell": frozenset({"Shelling/artillery/missile attack"}),
    "suicide": frozenset({"Suicide bomb"}),
    "bomb": frozenset({"Remote explosive/landmine/IED", "Suicide bomb"}),
    "car bomb": frozenset({"Remote explosive/landmine/IED", "Suicide bomb"}),
    "arrest": frozenset({"Arrests"}),
    "protest": frozenset({"Peaceful protest", "Protest with intervention", "Violent demonstration"}),
}
_PEOPLE = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Total:
    """A stated total: what the record counts, in which incidents, and how many it lacks.

    `scope` says in words what was counted; `missing` is 0 where the record holds as many or more, and None where the
    total speaks of something that the record does not count.
    """

    report: str
    tally: Tally
    scope: str
    recorded: int | None
    incidents: tuple[str, ...]
    missing: int | None


def totals(accounts: Iterable[Account], incidents: Sequence[Incident], gazetteer: Gazetteer) -> tuple[Total, ...]:
    """Every total of every report, checked, in order of report and place in it."""
    placed = _Places(gazetteer)
    return tuple(_check(account, tally, incidents, placed) for account in accounts for tally in account.tallies)


class _Places:
    """Places by any of their names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._ids: dict[str, list[str]] = {}
        for place in gazetteer.by_id.values():
            for name in place.names:
                self._ids.setdefault(fold(name).text, []).append(place.id)

    def within(self, words: str) -> frozenset[str]:
        """The ids of the places of that name; none where the gazetteer does not know it."""
        return frozenset(self._ids.get(fold(words).text.strip(), ()))

    def inside(self, incident: Incident, ids: frozenset[str], words: str) -> bool:
        """Whether the incident happened at one of the places, in one of them, or at a place called so."""
        known = {name for name, _, _ in incident.places}
        if any(fold(words).text in fold(name).text for name in known):
            return True
        found = (one for name in known for one in self.within(name))
        if any(one in ids or ids & {above.id for above in self.gazetteer.ancestors(one)} for one in found):
            return True
        return any(kilometres(at, spot) <= _NEAR_KM for at in _points(incident) for spot in self._spots(ids))

    def _spots(self, ids: frozenset[str]) -> Iterator[Point]:
        """Where those of them lie that are a spot: a country's centre is not where its incidents are."""
        for one in ids:
            place = self.gazetteer.by_id[one]
            if place.kind not in {"country", "governorate", "district", "region"}:
                yield place.lat, place.lon


def _points(incident: Incident) -> Iterator[Point]:
    return ((lat, lon) for _, lat, lon in incident.places if lat is not None and lon is not None)


def _check(account: Account, tally: Tally, incidents: Sequence[Incident], placed: _Places) -> Total:
    since, until = tally.since, tally.until or account.published
    ids = placed.within(tally.place) if tally.place else frozenset()
    people = next((kind for kind in _PEOPLE if kind in tally.what), None)
    found = [
        one
        for one in incidents
        if one.status != "rejected"
        and _between(one, since, until)
        and (people is not None or _of_kind(one, tally.what))
        and (tally.place is None or placed.inside(one, ids, tally.place))
    ]
    if people is None:
        recorded = len(found)
    else:
        found = [one for one in found if _harmed(one, people)]
        recorded = sum(_harmed(one, people) for one in found)
    days = f"{since or 'the beginning'} to {until or 'today'}"
    scope = f"{tally.what or 'acts'}, {tally.place or 'anywhere in the record'}, {days}"
    missing = max(0, tally.count - recorded)
    return Total(account.name, tally, scope, recorded, tuple(one.id for one in found), missing)


def _between(one: Incident, since: date | None, until: date | None) -> bool:
    """Whether it can lie in the period; the undated lie in none."""
    if one.start is None:
        return False
    start, end = date.fromisoformat(one.start), date.fromisoformat(one.end or one.start)
    return (since is None or end >= since) and (until is None or start <= until)


def _of_kind(one: Incident, what: str) -> bool:
    """The longest word of the list that is in what is counted says which kinds; else any act of force counts."""
    named = [word for word in _KINDS if word in what]
    if named:
        return one.sub_event_type in _KINDS[max(named, key=len)]
    return one.event_type in _FORCE


def _harmed(one: Incident, kind: str) -> int:
    toll = one.killed if kind == "killed" else one.injured
    return toll[1] or 0
