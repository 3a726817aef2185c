"""Two tellings held against each other: a visible weighted list, two thresholds, three answers."""

from __future__ import annotations

from waqai.incidents.compare import actors, kind, place, time, toll, weapons, wording
from waqai.incidents.model import Feature, Judgement, Verdict
from waqai.incidents.scene import Scene

SAME = 6.5
UNSURE = 4.5
# From here on a shared toll or wording is no chance: it makes up for places that lie near each other and differ.
DISTINCT = 0.7
# These rule it out by themselves: another place, another day, an act of another kind.
_DECISIVE = frozenset({"place", "time", "kind"})


def judge(left: Scene, right: Scene) -> Judgement:
    """Whether both are one act; the features add up to the answer and say why in words."""
    left, right = sorted((left, right), key=lambda scene: scene.telling.key)
    found = (
        place.compare(left, right),
        time.compare(left, right),
        kind.compare(left, right),
        actors.initiators(left, right),
        actors.targets(left, right),
        toll.compare(left, right),
        weapons.compare(left, right),
        wording.compare(left, right),
    )
    features = tuple(feature for feature in found if feature is not None)
    return Judgement(left.telling.key, right.telling.key, _verdict(features), features)


def points(judgement: Judgement) -> float:
    """The sum that the thresholds are held against."""
    return sum(feature.score * feature.weight for feature in judgement.features)


def _verdict(features: tuple[Feature, ...]) -> Verdict:
    if any(feature.name in _DECISIVE and feature.score <= -1.0 for feature in features):
        return Verdict.DIFFERENT
    total = sum(feature.score * feature.weight for feature in features)
    if total >= SAME and _grounded(features):
        return Verdict.SAME
    return Verdict.UNSURE if total >= UNSURE else Verdict.DIFFERENT


def _grounded(features: tuple[Feature, ...]) -> bool:
    """Whether they share a place, or else a detail that two acts rarely share."""
    scores = {feature.name: feature.score for feature in features}
    return scores["place"] > 0 or max(scores.get("toll", 0.0), scores.get("wording", 0.0)) >= DISTINCT
