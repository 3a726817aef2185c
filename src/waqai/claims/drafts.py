"""A draft: one act of the report while its sentences are still being joined."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache

from waqai.claims.model import Stance
from waqai.reading.actors.model import ActorRef
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.grammar import PlaceRef
from waqai.reference.actors import load as load_actors
from waqai.reference.places.places import Place
from waqai.reference.places.places import load as load_places

LOCAL_KM = 70
LOOSE_KM = {"region": 300, "border": 200, "desert": 150, "river": 150}
NEAR_KM = 6


@dataclass(frozen=True, slots=True)
class Author:
    """A party named as author by a voice: who, according to whom, with what stance."""

    actor: Mention
    speaker: Mention | None
    stance: Stance


@dataclass(slots=True)
class Draft:
    """One act: the event mentions that tell it, in the order of the text."""

    mentions: list[EventMention]
    sentences: list[int]
    openings: list[int] = field(default_factory=list)
    answers: list[Draft] = field(default_factory=list)
    cue: Mention | None = None
    authors: list[Author] = field(default_factory=list)
    figures: list[Mention] = field(default_factory=list)
    damage: list[Mention] = field(default_factory=list)

    def of(self, role: str) -> list[Mention]:
        """All arguments of the role, in the order of the text, each once."""
        found: dict[tuple[int, int, str, object], Mention] = {}
        for event in self.mentions:
            for mention in event.of(role):
                found.setdefault((mention.start, mention.end, mention.kind, mention.value), mention)
        return list(found.values())

    def acts(self) -> set[str]:
        """The act values of all triggers."""
        return {value for event in self.mentions for value in acts_of(event)}


def acts_of(event: EventMention) -> set[str]:
    """The act values of an event mention: its trigger's and those of the other act words of its clause."""
    told = [mention for role, mention in event.arguments if role == "act" and not _is_purpose(mention)]
    return {event.act} | {str(mention.value) for mention in told}


def _is_purpose(act: Mention) -> bool:
    """«حرب شوارع لاستعادة السيطرة على القريتين»: what the fight is for did not happen yet."""
    return act.value == "take" and act.lead.endswith("ل") and act.form.startswith("noun")


def place_ids(mentions: list[Mention]) -> set[str]:
    """The gazetteer ids that the places may be."""
    return {i for m in mentions if isinstance(m.value, PlaceRef) for i in m.value.ids}


def codebook_id(mention: Mention) -> str | None:
    """The codebook id of an actor, an adjective or a metonym."""
    if isinstance(mention.value, ActorRef):
        return mention.value.codebook
    if mention.kind in ("nisba", "metonym", "leader", "actor-context"):
        actor = load_actors().get(str(mention.value))
        return actor.codebook if actor else None
    return None


def holds(wider: set[str], narrow: set[str]) -> bool:
    """Whether one of the places lies in one of the wider ones, or is it."""
    return bool(wider & narrow) or any(_lies_in(n, w) for n in narrow for w in wider)


@lru_cache(maxsize=1 << 16)
def _lies_in(narrow: str, wider: str) -> bool:
    """By its parents, or, in a countryside or desert that has no drawn bounds, by distance."""
    gazetteer = load_places()
    if gazetteer.within(narrow, wider):
        return True
    area = gazetteer.by_id[wider]
    parent = gazetteer.by_id[area.parent].kind if area.parent else ""
    return area.kind in LOOSE_KM and kilometres(gazetteer.by_id[narrow], area) <= (
        LOOSE_KM[area.kind] if parent == "country" else LOCAL_KM
    )


def kilometres(a: Place, b: Place) -> float:
    """The distance between two places, on a sphere."""
    return _kilometres(a.lat, a.lon, b.lat, b.lon)


@lru_cache(maxsize=1 << 16)
def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    p, q = math.radians(lat), math.radians(other_lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def apart(mine: set[str], theirs: set[str]) -> bool:
    """Whether all of the one places lie well off all of the others."""
    gazetteer = load_places()
    return bool(mine and theirs) and all(
        kilometres(gazetteer.by_id[a], gazetteer.by_id[b]) > NEAR_KM for a in mine for b in theirs
    )
