"""Why two incidents are one, or are not: all pairs of their tellings judged anew, and what people said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from waqai.incidents.anchors import Finder
from waqai.incidents.decisions import Decision, standing
from waqai.incidents.join import Joined, Past
from waqai.incidents.judge import judge, points
from waqai.incidents.model import Incident, Judgement, Verdict
from waqai.incidents.scene import scenes
from waqai.reference.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Why:
    """The pairs between two incidents, the strongest first; what keeps them apart; what people decided of them."""

    left: str
    right: str
    judgements: tuple[Judgement, ...]
    obstacles: tuple[str, ...]
    decisions: tuple[Decision, ...]


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
    obstacles = () if inside else tuple(_obstacles(one, other, judged))
    return Why(one.id, other.id, tuple(judged), obstacles, decided)


def _decided(one: set[str], other: set[str], finder: Finder, log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold and speak of events of both."""
    found = []
    for decision in standing(log):
        keys = {finder.find(event) for event in (*decision.events, *decision.others)}
        if keys & one and keys & other:
            found.append(decision)
    return tuple(found)


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
