"""Many tellings judged with all that they are compared with; what is plainly another act costs little.

They are taken day by day and place by place, so that what two values gave is at hand while their neighbours are judged,
and all tellings that are alike in every value follow each other and are judged as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from waqai.incidents.compare import wording
from waqai.incidents.judge import COMPARED, UNSURE, Judging, verdict, wording_of
from waqai.incidents.model import Feature, Judgement, Verdict
from waqai.incidents.scene import Scene

_WEIGHTS = (*(weight for _, _, weight in COMPARED), wording.WEIGHT)
# Below this after so many features the others cannot make it unsure, even if all of them agree; rounding aside.
_LEAST = tuple(UNSURE - sum(_WEIGHTS[number:]) - 1e-6 for number in range(1, len(_WEIGHTS)))
_NUMBERS = tuple(range(len(COMPARED)))
_DECISIVE = 2  # place and time come first; each rules it out by itself
Turn = tuple[bool, float]
"""When a pair joins: those of one kind of act before those of two, then the strongest first."""


class Outcome(NamedTuple):
    """What the features of a pair come to."""

    verdict: Verdict
    turn: Turn
    features: tuple[Feature, ...]


class Sifted:
    """What all pairs came to. `same`, `unsure`, `different`: for each number those that it was judged so with.

    `turns` are the pairs judged the same, by turn; `kept` all judgements but the different ones, in order;
    `recalling` those of an act that is only recalled with one that is not, whatever they came to.
    """

    def __init__(self, count: int) -> None:
        """Nothing is judged yet."""
        self.same: list[list[int]] = [[] for _ in range(count)]
        self.unsure: list[list[int]] = [[] for _ in range(count)]
        self.different: list[list[int]] = [[] for _ in range(count)]
        self.turns: dict[Turn, list[tuple[int, int]]] = {}
        self.recalling: list[Judgement] = []
        self._kept: list[list[Judgement]] = [[] for _ in range(count)]

    @property
    def kept(self) -> tuple[Judgement, ...]:
        """All judgements but the different ones, in order."""
        return tuple(one for judged in self._kept for one in judged)

    def keep(self, left: int, right: int, outcome: Outcome, judgement: Judgement) -> None:
        """The pair may be one act."""
        self._kept[left].append(judgement)
        if outcome.verdict is Verdict.UNSURE:
            self.unsure[left].append(right)
            self.unsure[right].append(left)
            return
        self.same[left].append(right)
        self.same[right].append(left)
        self.turns.setdefault(outcome.turn, []).append((left, right))


def sift(scenes: Sequence[Scene], partners: Sequence[Sequence[int]], recalled: AbstractSet[int]) -> Sifted:
    """Every scene judged with its partners. The scenes are in order of their keys, partners come after their scene."""
    sieve, found = _Sieve(scenes), Sifted(len(scenes))
    keys = [scene.telling.key for scene in scenes]
    for left in sieve.order:
        for right in partners[left]:
            if recalled and (left in recalled) != (right in recalled):
                found.recalling.append(sieve.whole(left, right))
            outcome = sieve.outcome(left, right)
            if outcome is None or outcome.verdict is Verdict.DIFFERENT:
                found.different[left].append(right)
                found.different[right].append(left)
            else:
                found.keep(left, right, outcome, Judgement(keys[left], keys[right], outcome.verdict, outcome.features))
    return found


class _Sieve:
    """Judges pairs by number; what the same values gave once they give again."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._scenes, self._judging = scenes, Judging()
        self._marks = [self._judging.marks(scene) for scene in scenes]
        known: dict[tuple[int, ...], int] = {}
        self._alike = [known.setdefault(marks, len(known)) for marks in self._marks]
        days = [-1 if scene.days is None else scene.days[0] for scene in scenes]
        self.order = sorted(range(len(scenes)), key=lambda one: (days[one], self._marks[one][0], self._alike[one]))
        self._found: list[dict[int, dict[int, tuple[float, Feature | None]]]] = [{} for _ in COMPARED]
        self._now, self._given = -1, dict[int, Outcome | None]()
        self._rows: list[dict[int, tuple[float, Feature | None]]] = []

    def whole(self, left: int, right: int) -> Judgement:
        """The pair with all of its features, however plain it is."""
        return self._judging.judge(self._scenes[left], self._scenes[right])

    def outcome(self, left: int, right: int) -> Outcome | None:
        """What the pair comes to; None where it is plainly two acts."""
        here, there = self._alike[left], self._alike[right]
        if here != self._now:
            self._now, self._given = here, {}
            found = zip(self._found, self._marks[left], strict=True)
            self._rows = [known.setdefault(mark, {}) for known, mark in found]
        if there in self._given:
            outcome = self._given[there]
        else:
            outcome = self._given[there] = self._compared(left, right)
        if outcome is None or (feature := wording_of(self._scenes[left], self._scenes[right])) is None:
            return outcome
        return _outcome((*outcome.features, feature))

    def _compared(self, left: int, right: int) -> Outcome | None:
        """All features but the wording, unless the first of them leave no doubt."""
        total, features = 0.0, list[Feature]()
        for number, row, there, least in zip(_NUMBERS, self._rows, self._marks[right], _LEAST, strict=True):
            known = row.get(there)
            if known is None:
                known = row[there] = self._points(number, left, right)
            points, feature = known
            total += points
            if total < least:
                return None
            if feature is not None:
                features.append(feature)
        return _outcome(features)

    def _points(self, number: int, left: int, right: int) -> tuple[float, Feature | None]:
        """The feature of that number and what it is worth: nothing if there is none, all if it rules the pair out."""
        feature = COMPARED[number][1](self._scenes[left], self._scenes[right])
        if feature is None:
            return 0.0, None
        ruled_out = number < _DECISIVE and feature.score <= -1.0
        return -sum(_WEIGHTS) * 2 if ruled_out else feature.score * feature.weight, feature


def _outcome(features: Iterable[Feature]) -> Outcome:
    told = tuple(features)
    other_kind = any(one.name == "kind" and one.score < 0 for one in told)
    return Outcome(verdict(told), (other_kind, -sum(one.score * one.weight for one in told)), told)
