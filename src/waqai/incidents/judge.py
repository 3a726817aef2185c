"""Two tellings held against each other: a visible weighted list, two thresholds, three answers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from waqai.incidents.compare import actors, kind, outcome, place, source, time, toll, weapons, wording
from waqai.incidents.model import Feature, Judgement, Verdict
from waqai.incidents.scene import Scene

SAME = 6.5
UNSURE = 4.5
# From here on a shared toll or wording is no chance: it makes up for places that lie near each other and differ.
DISTINCT = 0.7
# These rule it out by themselves: another place, another day, an act of another kind. A reader takes one act for two
# kinds («تقدمت القوات وقتلت ستة» for a shelling), so an equal toll of three and more outweighs the kind, and where all
# else speaks for one act, it is not sure.
_DECISIVE = frozenset({"place", "time", "kind"})
_RARE = frozenset({"toll", "wording"})


def judge(left: Scene, right: Scene) -> Judgement:
    """Whether both are one act; the features add up to the answer and say why in words."""
    return Judging().judge(left, right)


class Judging:
    """Judges many pairs: what the same two values gave once they give again, and is kept once."""

    def __init__(self) -> None:
        self._marks: dict[str, tuple[int, ...]] = {}
        self._values: list[dict[Hashable, int]] = [{} for _ in COMPARED]
        self._found: list[dict[tuple[int, int], Feature | None]] = [{} for _ in COMPARED]

    def judge(self, left: Scene, right: Scene) -> Judgement:
        """Whether both are one act."""
        if left.telling.key > right.telling.key:
            left, right = right, left
        features = []
        marks = zip(self.marks(left), self.marks(right), strict=True)
        for pair, (_, compare, _), found in zip(marks, COMPARED, self._found, strict=True):
            if pair not in found:
                found[pair] = compare(left, right)
            if (feature := found[pair]) is not None:
                features.append(feature)
        if (feature := wording_of(left, right)) is not None:
            features.append(feature)
        return Judgement(left.telling.key, right.telling.key, verdict(features), tuple(features))

    def marks(self, scene: Scene) -> tuple[int, ...]:
        """A number for each of the values that the features compare; the same for equal values."""
        marks = self._marks.get(scene.telling.key)
        if marks is None:
            values = (value(scene) for value, _, _ in COMPARED)
            marks = tuple(known.setdefault(one, len(known)) for one, known in zip(values, self._values, strict=True))
            self._marks[scene.telling.key] = marks
        return marks


def wording_of(left: Scene, right: Scene) -> Feature | None:
    """What their wording says, where that of both is known."""
    return wording.compare(left, right) if left.passage and right.passage else None


def _weapons(scene: Scene) -> Hashable:
    return tuple((one.weapon_class, one.count, one.words.text) for one in scene.telling.event.weapons)


# Each feature, and all that it looks at: it must not look at anything else of a scene. The decisive ones come first.
# After the comparison the most that it can be worth.
COMPARED: tuple[tuple[Callable[[Scene], Hashable], Callable[[Scene, Scene], Feature | None], float], ...] = (
    (lambda scene: scene.sites, place.compare, place.WEIGHT),
    (lambda scene: (scene.days, scene.fine, scene.hours), time.compare, time.WEIGHT),
    (lambda scene: (scene.telling.event.event_type, scene.telling.event.sub_event_type), kind.compare, kind.WEIGHT),
    (actors.authors, actors.initiators, actors.INITIATORS_WEIGHT),
    (actors.struck, actors.targets, actors.TARGETS_WEIGHT),
    (lambda scene: tuple(scene.tolls.items()), toll.compare, toll.WEIGHT),
    (_weapons, weapons.compare, weapons.WEIGHT),
    (lambda scene: scene.telling.event.outcome, outcome.compare, outcome.WEIGHT),
    (source.named, source.compare, source.WEIGHT),
)


def points(judgement: Judgement) -> float:
    """The sum that the thresholds are held against."""
    return sum(feature.score * feature.weight for feature in judgement.features)


def verdict(features: Iterable[Feature]) -> Verdict:
    """What the features come to."""
    total, other_kind, equal_toll, grounded, rare = 0.0, False, False, False, False
    features = tuple(features)
    for one in features:
        total += one.score * one.weight
        if one.score <= -1.0 and one.name in _DECISIVE:
            if one.name != "kind":
                return Verdict.DIFFERENT
            other_kind = True
        # They must share a place, or else a detail that two acts rarely share.
        elif one.score > 0 and one.name == "place":
            grounded = True
        elif one.score >= DISTINCT and one.name in _RARE:
            grounded = rare = True
            equal_toll = equal_toll or one.name == "toll"
    if total < UNSURE:
        return Verdict.DIFFERENT
    if other_kind and not equal_toll:
        return Verdict.UNSURE if total >= SAME else Verdict.DIFFERENT
    if not rare and _is_of_others(features):
        return Verdict.UNSURE
    return Verdict.SAME if total >= SAME and grounded else Verdict.UNSURE


def _is_of_others(features: Iterable[Feature]) -> bool:
    """Other authors and another kind: a drone's strike and the rockets that answered it share their place and day.

    A rival author alone is no other act, for each side lays one attack at the other's door.
    """
    scores = {one.name: one.score for one in features if one.name in ("initiators", "kind")}
    return scores.get("initiators", 0.0) < 0 and scores.get("kind", 1.0) < 1.0
