"""Which incident answers which: as reports state it, with the cue quoted; and as a rule infers it, which says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from waqai.incidents.compare.actors import allied
from waqai.incidents.model import Incident, Link, Telling
from waqai.incidents.scene import Point, kilometres
from waqai.incidents.voices import speaker

RULE = "sides-reversed"
# An answer that nobody states is looked for among the acts of the days before, nearby.
_LONGEST_LAG = 3  # days
_NEAR_KM = 100.0
_CELL = 1.0  # degree, so that what is near lies in a neighbouring cell
_FORCE = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_NO_SIDE = frozenset({"civilians", "unidentified"})
Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Authors, and who was hit."""
Acts = dict[Sides, list[tuple[Incident, Point]]]
Days = dict[tuple[int, int, int], Acts]


def stated_links(tellings: Iterable[Telling], incident_of: Mapping[str, str]) -> tuple[Link, ...]:
    """One link for each pair of incidents, with the cue of the first report that states it, and all who do."""
    found: dict[tuple[str, str], Link] = {}
    for telling in tellings:
        cue = telling.event.response_words
        for cause_id in telling.event.responds_to:
            answer, cause = incident_of[telling.key], incident_of.get(f"{telling.report}/{cause_id}")
            if cause is None or cause == answer:
                continue
            who = _who(telling)
            known = found.get((answer, cause))
            if known is None:
                words = cue.text if cue else ""
                found[answer, cause] = Link(answer, cause, stated=True, words=words, said_by=(who,))
            elif who not in known.said_by:
                found[answer, cause] = replace(known, said_by=(*known.said_by, who))
    return tuple(found.values())


def inferred_links(incidents: Sequence[Incident], stated: Iterable[Link]) -> tuple[Link, ...]:
    """Who was struck strikes back: for each act that no report calls an answer the last act that it reverses.

    The author of the one is hit in the other and the other way round, within three days and 100 km. That it was
    meant as an answer nobody says; the link says which rule it comes from.
    """
    answered = {link.answer for link in stated}
    days: Days = {}
    found = []
    for one in incidents:
        at = _point(one)
        if one.start is None or one.date_precision not in {"day", "days"} or at is None or not _by_force(one):
            continue
        day = date.fromisoformat(one.start).toordinal()
        if one.id not in answered and not one.background:
            link = _inferred(one, at, _before(days, day, at))
            found += [link] if link else []
        days.setdefault((day, *_cell(at)), {}).setdefault((one.initiators, one.targets), []).append((one, at))
    return tuple(found)


def lag(cause: Incident, answer: Incident) -> int | None:
    """The days between both, negative where the answer is dated first; None where one has no day."""
    if cause.start is None or answer.start is None or {"month", "year"} & {cause.date_precision, answer.date_precision}:
        return None
    return (date.fromisoformat(answer.start) - date.fromisoformat(cause.start)).days


@lru_cache(maxsize=1 << 14)
def reversal(cause: Sides, answer: Sides) -> str | None:
    """The words for sides that change places: whoever was hit hits back; None where they do not."""
    for struck in sides(cause[1]):
        for author in sides(cause[0]):
            back = any(allied(struck, one) for one in sides(answer[0]))
            if not allied(author, struck) and back and any(allied(author, one) for one in sides(answer[1])):
                return f"{author} on {struck}, then {struck} on {author}"
    return None


def _who(telling: Telling) -> str:
    named = next((voice.words.text for voice in telling.event.voices), None)
    return speaker(telling, named)


def _inferred(answer: Incident, here: Point, earlier: Iterable[tuple[int, Acts]]) -> Link | None:
    best: tuple[int, float, str, Link] | None = None
    for days, acts in earlier:
        for between, causes in acts.items():
            turned = reversal(between, (answer.initiators, answer.targets))
            for cause, there in causes if turned else ():
                apart = kilometres(here, there)
                if apart > _NEAR_KM:
                    continue
                words = f"{turned}; {days} day{'s' if days > 1 else ''} later, {apart:.0f} km away"
                ranked = (days, apart, cause.id, Link(answer.id, cause.id, stated=False, words=words, rule=RULE))
                best = ranked if best is None or ranked[:3] < best[:3] else best
    return best[3] if best else None


def _before(days: Days, day: int, at: Point) -> Iterator[tuple[int, Acts]]:
    """The acts of the days before, in the cells around, by their sides, with the days since."""
    row, column = _cell(at)
    for since in range(1, _LONGEST_LAG + 1):
        for up in (-1, 0, 1):
            for along in (-1, 0, 1):
                acts = days.get((day - since, row + up, column + along))
                if acts is not None:
                    yield since, acts


def _by_force(one: Incident) -> bool:
    """Whether one side struck another; of a fight that both are said to have begun nobody strikes back."""
    struck = sides(one.targets)
    rivals = [author for author in sides(one.initiators) if not any(allied(author, side) for side in struck)]
    return one.event_type in _FORCE and bool(struck) and len(rivals) == len(sides(one.initiators)) > 0


def sides(actors: Iterable[str]) -> tuple[str, ...]:
    """The ids among them that are a side: neither civilians nor the unidentified, nor words without an id."""
    return tuple(actor for actor in actors if actor.isascii() and actor not in _NO_SIDE)


def _point(one: Incident) -> Point | None:
    return next(((lat, lon) for _, lat, lon in one.places if lat is not None and lon is not None), None)


def _cell(at: Point) -> tuple[int, int]:
    return int(at[0] // _CELL), int(at[1] // _CELL)
