"""Two tellings held against each other: a visible weighted list, two thresholds, three answers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

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
        self._values: list[dict[Hashable, int]] = [{} for _ in _COMPARED]
        self._found: list[dict[tuple[int, int], Feature | None]] = [{} for _ in _COMPARED]

    def judge(self, left: Scene, right: Scene) -> Judgement:
        """Whether both are one act."""
        if left.telling.key > right.telling.key:
            left, right = right, left
        features = []
        marks = zip(self._of(left), self._of(right), strict=True)
        for pair, (_, compare), found in zip(marks, _COMPARED, self._found, strict=True):
            if pair not in found:
                found[pair] = compare(left, right)
            if (feature := found[pair]) is not None:
                features.append(feature)
        if left.passage and right.passage and (feature := wording.compare(left, right)) is not None:
            features.append(feature)
        return Judgement(left.telling.key, right.telling.key, _verdict(features), tuple(features))

    def _of(self, scene: Scene) -> tuple[int, ...]:
        """A number for each of the values that the features compare; the same for equal values."""
        marks = self._marks.get(scene.telling.key)
        if marks is None:
            values = (value(scene) for value, _ in _COMPARED)
            marks = tuple(known.setdefault(one, len(known)) for one, known in zip(values, self._values, strict=True))
            self._marks[scene.telling.key] = marks
        return marks


def _weapons(scene: Scene) -> Hashable:
    return tuple((one.weapon_class, one.count, one.words.text) for one in scene.telling.event.weapons)


# Each feature, and all that it looks at: it must not look at anything else of a scene.
_COMPARED: tuple[tuple[Callable[[Scene], Hashable], Callable[[Scene, Scene], Feature | None]], ...] = (
    (lambda scene: scene.sites, place.compare),
    (lambda scene: (scene.days, scene.fine, scene.hours), time.compare),
    (lambda scene: (scene.telling.event.event_type, scene.telling.event.sub_event_type), kind.compare),
    (actors.authors, actors.initiators),
    (actors.struck, actors.targets),
    (lambda scene: tuple(scene.tolls.items()), toll.compare),
    (_weapons, weapons.compare),
    (lambda scene: scene.telling.event.outcome, outcome.compare),
    (source.named, source.compare),
)


def points(judgement: Judgement) -> float:
    """The sum that the thresholds are held against."""
    return sum(feature.score * feature.weight for feature in judgement.features)


def _verdict(features: Sequence[Feature]) -> Verdict:
    ruled_out = {one.name for one in features if one.score <= -1.0 and one.name in _DECISIVE}
    if ruled_out - {"kind"}:
        return Verdict.DIFFERENT
    total = sum(one.score * one.weight for one in features)
    if ruled_out and not any(one.name == "toll" and one.score >= DISTINCT for one in features):
        return Verdict.UNSURE if total >= SAME else Verdict.DIFFERENT
    if total >= SAME and _grounded(features):
        return Verdict.SAME
    return Verdict.UNSURE if total >= UNSURE else Verdict.DIFFERENT


def _grounded(features: Iterable[Feature]) -> bool:
    """Whether they share a place, or else a detail that two acts rarely share."""
    for feature in features:
        if feature.score > 0 and feature.name == "place":
            return True
        if feature.score >= DISTINCT and feature.name in _RARE:
            return True
    return False
