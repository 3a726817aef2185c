"""Why two incidents are one, or are not: all pairs of their tellings judged anew, and what people said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.incidents.anchors import Finder
from waqai.incidents.clusters import possible
from waqai.incidents.decisions import Decision, standing
from waqai.incidents.groups import DAYS_APART
from waqai.incidents.join import Joined, Past
from waqai.incidents.judge import judge, points
from waqai.incidents.model import Incident, Judgement, Telling, Verdict
from waqai.incidents.scene import Scene, scenes
from waqai.reference.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Why:
    """The pairs between two incidents, the strongest first; what keeps them apart; what people decided of them.

    `notes` say what was joined, or was not, by no pair: what a report only recalls, and parts of an act.
    """

    left: str
    right: str
    judgements: tuple[Judgement, ...]
    obstacles: tuple[str, ...]
    decisions: tuple[Decision, ...]
    notes: tuple[str, ...] = ()


def why(pair: tuple[Incident, Incident], joined: Joined, gazetteer: Gazetteer, past: Past | None = None) -> Why:
    """What speaks for and against the two being one act."""
    one, other = pair
    past = past or Past()
    keys = dict.fromkeys((*one.events, *other.events))
    by_key = {
        scene.telling.key: scene for scene in scenes((joined.tellings[key] for key in keys), gazetteer, past.prints)
    }
    inside = one.id == other.id
    pairs = {
        (min(a, b), max(a, b))
        for a in one.events
        for b in other.events
        if joined.tellings[a].report != joined.tellings[b].report
    }
    judged = sorted((judge(by_key[a], by_key[b]) for a, b in pairs), key=lambda j: (-points(j), j.left, j.right))
    decided = _decided(set(one.events), set(other.events), Finder(joined.tellings.values()), past.log)
    obstacles = () if inside else (*_obstacles(one, other, judged), *_days_apart(by_key.values()))
    notes = (*_parts(one, other, joined), *_recalled(one, other, judged, by_key))
    return Why(one.id, other.id, tuple(judged), obstacles, decided, notes)


def _decided(one: set[str], other: set[str], finder: Finder, log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold and speak of events of both."""
    found = []
    for decision in standing(log):
        keys = {finder.find(event) for event in (*decision.events, *decision.others)}
        if keys & one and keys & other:
            found.append(decision)
    return tuple(found)


def _parts(one: Incident, other: Incident, joined: Joined) -> Iterator[str]:
    """Which events are told of places far apart, so that they were compared place by place."""
    here = [joined.tellings[key] for key in dict.fromkeys((*one.events, *other.events))]
    of = Counter(_event(telling) for telling in here)
    for telling in here:
        number, count = telling.part
        if count == 1:
            continue
        at = "، ".join(place.words.text for place in telling.event.places) or "no place"
        event = _event(telling)
        if of[event] == count and one.id == other.id:
            yield f"{telling.key} is part {number} of {count} of {event}, at {at}; all of its parts are here"
        else:
            yield f"{telling.key} is part {number} of {count} of {event}, which is told of places far apart: at {at}"


def _event(telling: Telling) -> str:
    """The key of the event that it tells, or tells a part of."""
    return telling.key if telling.part[0] == 1 else telling.key.rpartition(".")[0]


def _recalled(
    one: Incident, other: Incident, judged: Sequence[Judgement], scenes_of: Mapping[str, Scene]
) -> Iterator[str]:
    """Which acts are only recalled: too little is told of them for a pair to be judged the same."""
    same = {key for pair in judged if pair.verdict is Verdict.SAME for key in (pair.left, pair.right)}
    recalled = {key for key, scene in scenes_of.items() if scene.telling.event.background and not scene.fine} - same
    for key, others in sorted(possible(judged, recalled).items()):
        which = ", ".join(sorted(others))
        if one.id == other.id:
            yield f"{key} only recalls it: it joined the only act that it may be, told by {which}"
        elif key in one.events or key in other.events:
            yield f"{key} only recalls an act: it may be {which}, but another one too, and joins none"


def _days_apart(seen: Iterable[Scene]) -> Iterator[str]:
    """That a vague telling, which may be of either day, does not make acts of two days one."""
    days = [scene.days for scene in seen if scene.fine and scene.days is not None]
    if days and max(first for first, _ in days) - min(last for _, last in days) > DAYS_APART:
        told = (date.fromordinal(day) for day in (min(last for _, last in days), max(first for first, _ in days)))
        yield f"told to days far apart: {' and '.join(map(str, told))}"


def _obstacles(one: Incident, other: Incident, judged: Sequence[Judgement]) -> Iterable[str]:
    both = sorted(set(one.reports) & set(other.reports))
    if both:
        yield f"told as two acts by {'، '.join(both)}"
    apart = [pair for pair in judged if pair.verdict is Verdict.DIFFERENT]
    if apart:
        yield f"{len(apart)} of {len(judged)} pairs judged different, such as {apart[-1].left} and {apart[-1].right}"
    same = sum(pair.verdict is Verdict.SAME for pair in judged)
    if same and 4 * same < len(judged):
        yield f"only {same} of {len(judged)} pairs judged the same, fewer than a quarter"
