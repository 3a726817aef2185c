"""Where the voices of an incident differ: each version with who says it; nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from waqai.claims.model import Stance
from waqai.incidents.compare.actors import allied
from waqai.incidents.model import Disagreement, Telling
from waqai.incidents.scene import Scene, Site, kilometres
from waqai.incidents.voices import speaker

_STOPPED = frozenset({"intercepted", "failed", "repelled"})
_APART_KM = 10.0
Versions = dict[str, list[str]]
# field: how one calls it, and how much it matters, from figures that nearly meet to those far apart.
_KINDS = {
    "denial": ("act denied", 1.0, 1.0),
    "author": ("rival authors", 0.9, 0.9),
    "killed": ("rival tolls", 0.5, 0.9),
    "outcome": ("foiled against hit", 0.7, 0.7),
    "damage": ("damage denied", 0.4, 0.4),
    "injured": ("rival tolls", 0.3, 0.5),
    "place": ("rival places", 0.4, 0.4),
    "date": ("rival dates", 0.3, 0.3),
}


def disagreements(scenes: Sequence[Scene]) -> tuple[Disagreement, ...]:
    """All that differ, what matters most first: whether it happened, who did it, how many died, what came of it."""
    tellings = [scene.telling for scene in scenes]
    found = (
        _denial(tellings),
        _authors(tellings),
        _tolls(scenes, "killed"),
        _tolls(scenes, "injured"),
        _outcomes(scenes),
        _damage(tellings),
        _dates(scenes),
        _places(scenes),
    )
    return tuple(sorted((one for one in found if one is not None), key=lambda one: -one.weight))


def _disagreement(field: str, versions: Versions, apart: float = 1.0) -> Disagreement:
    """The versions; `apart`, 0 to 1, is how far figures lie from one another."""
    kind, least, most = _KINDS[field]
    told = tuple((words, tuple(dict.fromkeys(who))) for words, who in versions.items())
    return Disagreement(field, told, kind, round(least + (most - least) * apart, 2))


def _denial(tellings: Iterable[Telling]) -> Disagreement | None:
    """Somebody denies it, his part in it or a figure; beside him stand those who say that it happened."""
    versions: Versions = {}
    for telling in tellings:
        for voice in telling.event.voices:
            words = "denied" if voice.stance is Stance.DENIES else "told"
            versions.setdefault(words, []).append(speaker(telling, voice.words.text))
        if not telling.event.voices:
            versions.setdefault("told", []).append(speaker(telling, None))
    return _disagreement("denial", versions) if "denied" in versions else None


def _authors(tellings: Sequence[Telling]) -> Disagreement | None:
    """Two that are not of one side are each named as the author, or one is named and denied."""
    versions: Versions = {}
    for telling in tellings:
        for party in telling.event.initiators:
            who = speaker(telling, party.according_to.text if party.according_to else None)
            name = party.actor or party.words.text
            stance = f" ({party.stance.value})" if party.stance else ""
            versions.setdefault(f"{name}{stance}", []).append(who)
    denial = any(words.endswith("(denies)") for words in versions)
    rival = _rivals(tellings) or (denial and len(versions) > 1)
    return _disagreement("author", versions) if rival else None


def _rivals(tellings: Sequence[Telling]) -> bool:
    """Whether two voices name authors of two sides; both sides of a clash in one voice are no rivals."""
    voices = {frozenset(side) for telling in tellings for side in _sides(telling)}
    return any(not any(a == b or allied(a, b) for a in one for b in other) for one in voices for other in voices)


def _sides(telling: Telling) -> list[set[str]]:
    """The authors that each voice of a telling names, by voice."""
    by_voice: dict[str | None, set[str]] = {}
    for party in telling.event.initiators:
        if party.stance is not Stance.DENIES and party.actor not in {None, "unidentified"}:
            voice = party.according_to.text if party.according_to else None
            by_voice.setdefault(voice, set()).add(str(party.actor))
    return list(by_voice.values())


def _tolls(scenes: Iterable[Scene], kind: str) -> Disagreement | None:
    """Two figures that cannot both be true."""
    told = [(figure, scene.telling) for scene in scenes for figure in scene.tolls[kind]]
    tops = [figure.high for figure, _ in told if figure.high is not None]
    if not tops or max(figure.low for figure, _ in told) <= min(tops):
        return None
    versions: Versions = {}
    for figure, telling in sorted(told, key=lambda pair: (pair[0].best, pair[1].key)):
        versions.setdefault(figure.words(), []).append(speaker(telling, figure.voice))
    bests = [figure.best for figure, _ in told]
    return _disagreement(kind, versions, 1 - min(bests) / max(*bests, 1))


def _outcomes(scenes: Iterable[Scene]) -> Disagreement | None:
    """Foiled, says one; it hit, says another."""
    versions: Versions = {}
    for scene in scenes:
        event = scene.telling.event
        stopped = sorted(_STOPPED & set(event.outcome))
        harm = event.damage in {"material", "destroyed"} or any(
            figure.best > 0 for kind in ("killed", "injured") for figure in scene.tolls[kind]
        )
        if stopped:
            versions.setdefault(", ".join(stopped), []).append(speaker(scene.telling, None))
        elif harm:
            versions.setdefault("hit", []).append(speaker(scene.telling, None))
    return _disagreement("outcome", versions) if "hit" in versions and len(versions) > 1 else None


def _damage(tellings: Iterable[Telling]) -> Disagreement | None:
    versions: Versions = {}
    for telling in tellings:
        if telling.event.damage != "unknown":
            versions.setdefault(telling.event.damage, []).append(speaker(telling, None))
    return _disagreement("damage", versions) if "none" in versions and len(versions) > 1 else None


def _dates(scenes: Iterable[Scene]) -> Disagreement | None:
    """Days that do not meet."""
    dated = [scene for scene in scenes if scene.days is not None]
    spans = [scene.days for scene in dated if scene.days is not None]
    if not spans or max(start for start, _ in spans) <= min(end for _, end in spans):
        return None
    versions: Versions = {}
    for scene in dated:
        when = scene.telling.event.when
        days = str(when.earliest) if when.earliest == when.latest else f"{when.earliest}..{when.latest}"
        versions.setdefault(days, []).append(speaker(scene.telling, None))
    return _disagreement("date", versions)


def _places(scenes: Sequence[Scene]) -> Disagreement | None:
    """Sets of places of which none of one is a place of the other."""
    told = [scene for scene in scenes if scene.sites]
    kinds = list({scene.sites: scene for scene in told}.values())
    if all(_meet(one, other) for one, other in combinations(kinds, 2)):
        return None
    versions: Versions = {}
    for scene in told:
        names = "، ".join(site.name for site in scene.sites)
        versions.setdefault(names, []).append(speaker(scene.telling, None))
    return _disagreement("place", versions)


def _meet(one: Scene, other: Scene) -> bool:
    return any(_same(here, there) for here in one.sites for there in other.sites)


def _same(one: Site, other: Site) -> bool:
    """One place, one in the other, near each other, or of like names."""
    if one.ids & (other.ids | other.above) or other.ids & one.above or one.words & other.words:
        return True
    return any(kilometres(a, b) <= _APART_KM for a in one.points for b in other.points)
