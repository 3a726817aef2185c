"""A total that a report states, held against what the record itself counts for the same scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.claims.model import Account, Tally
from waqai.incidents.compare.actors import allied
from waqai.incidents.model import Incident
from waqai.incidents.scene import Point, kilometres
from waqai.language.fold import fold
from waqai.reference.actors import load
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
# Words before a name that say no more than where it is.
_AROUND = frozenset(fold("منطقة محيط نواحي مدينة بلدة قرية").text.split())
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
    stated = [(account, tally) for account in accounts for tally in account.tallies]
    if not stated:
        return ()
    placed, lasting = _Places(gazetteer), [_Lasting.of(one) for one in incidents if one.start is not None]
    return tuple(_check(account, tally, lasting, placed) for account, tally in stated)


@dataclass(frozen=True, slots=True)
class _Lasting:
    """An incident that can be counted, and its days as ordinals; the undated lie in no period."""

    incident: Incident
    start: int
    end: int

    @staticmethod
    def of(one: Incident) -> _Lasting:
        start = one.start or ""
        return _Lasting(one, date.fromisoformat(start).toordinal(), date.fromisoformat(one.end or start).toordinal())


class _Places:
    """Places by any of their names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._ids: dict[str, list[str]] = {}
        self._inside: dict[tuple[str, tuple[tuple[str, float | None, float | None], ...]], bool] = {}
        for place in gazetteer.by_id.values():
            for name in place.names:
                self._ids.setdefault(fold(name).text, []).append(place.id)

    def within(self, words: str) -> frozenset[str]:
        """The ids of the places of that name; none where the gazetteer does not know it.

        «منطقة حقل الورد» is where «حقل الورد» is.
        """
        name = fold(words).text.strip()
        first, _, rest = name.partition(" ")
        if name not in self._ids and first in _AROUND:
            name = rest
        return frozenset(self._ids.get(name, ()))

    def inside(self, incident: Incident, words: str) -> bool:
        """Whether the incident happened at a place of that name, in one, or at a place called so."""
        key = words, tuple(incident.places)
        if key not in self._inside:
            self._inside[key] = self._is_inside(incident, self.within(words), words)
        return self._inside[key]

    def _is_inside(self, incident: Incident, ids: frozenset[str], words: str) -> bool:
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


def _check(account: Account, tally: Tally, lasting: Sequence[_Lasting], placed: _Places) -> Total:
    since, until = tally.since, tally.until or account.published
    first = since.toordinal() if since else 0
    last = until.toordinal() if until else date.max.toordinal()
    kinds = _kinds(tally.what)
    people = next((kind for kind in _PEOPLE if kind in tally.what), None)
    found = [
        lasts.incident
        for lasts in lasting
        if lasts.start <= last
        and lasts.end >= first
        and (people is not None or (lasts.incident.sub_event_type in kinds if kinds else _is_force(lasts.incident)))
        and lasts.incident.status != "rejected"
        and (tally.place is None or placed.inside(lasts.incident, tally.place))
        and _of_sides(lasts.incident, tally)
    ]
    if people is None:
        recorded = len(found)
    else:
        found = [one for one in found if _harmed(one, people)]
        recorded = sum(_harmed(one, people) for one in found)
    days = f"{since or 'the beginning'} to {until or 'today'}"
    scope = f"{_acts(tally)}, {tally.place or 'anywhere in the record'}, {days}"
    missing = max(0, tally.count - recorded)
    return Total(account.name, tally, scope, recorded, tuple(one.id for one in found), missing)


def _acts(tally: Tally) -> str:
    """«attack by israel on hezbollah»: what is counted, whose, and against whom."""
    words = tally.what or "acts"
    words += f" by {', '.join(tally.by)}" if tally.by else ""
    return words + (f" on {', '.join(tally.against)}" if tally.against else "")


def _of_sides(one: Incident, tally: Tally) -> bool:
    """Whether nothing in the record says that others did it, or that it hit others, than the total counts."""
    doers, struck = _known(one.initiators), _known(one.targets)
    if (not struck and _only(doers, tally.against)) or (not doers and _only(struck, tally.by)):
        return False  # whose own act it is, that side was not hit by it; whom it hit, that side did not do it
    return (not doers or _among(doers, tally.by)) and (not struck or _among(struck, tally.against))


def _only(known: Sequence[str], side: Sequence[str]) -> bool:
    return bool(known and side) and all(_among((one,), side) for one in known)


def _known(named: Iterable[str]) -> tuple[str, ...]:
    """The ids among them: a party that the codebook does not know is told in its words."""
    return tuple(one for one in named if one in load() and one != "unidentified")


def _among(known: Sequence[str], counted: Sequence[str]) -> bool:
    """Whether one of them is one of those who are counted, or of one side with them."""
    return not counted or any(allied(one, other) for one in known for other in counted)


def _kinds(what: str) -> frozenset[str]:
    """What the longest word of the list that is in what is counted stands for; nothing: any act of force."""
    named = [word for word in _KINDS if word in what]
    return _KINDS[max(named, key=len)] if named else frozenset()


def _is_force(one: Incident) -> bool:
    return one.event_type in _FORCE


def _harmed(one: Incident, kind: str) -> int:
    toll = one.killed if kind == "killed" else one.injured
    return toll[1] or 0
