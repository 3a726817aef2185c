"""Which tellings are one act: a pure function of the judgements and of people's rulings, which come first.

A ruling of a later day outranks an earlier one, any ruling outranks the rules. What rests on the rules alone joins only
where nothing speaks against it: no report twice, no pair judged different, and a quarter or more of the pairs that were
compared judged the same, so that two acts are not made one by a single vague telling between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from waqai.incidents.groups import Days, Groups
from waqai.incidents.model import Judgement
from waqai.incidents.sifting import Sifted

_AGREEING = 1 / 4
# The place of another act: a recalled one is told vaguely, but not as somewhere else.
_ELSEWHERE = -0.5


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on keys: some are one act together, none of the one side is an act of the other side."""

    together: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Limits:
    """What keeps tellings apart, for each in order: key, report, and the days of what is told to the day; None else.

    `recalled` are the numbers of those that are only recalled, and vaguely.
    """

    keys: Sequence[str]
    reports: Sequence[str]
    days: Sequence[Days | None]
    recalled: AbstractSet[int]


def clusters(told: Limits, found: Sifted, rulings: Sequence[Ruling] = ()) -> list[tuple[str, ...]]:
    """The keys in groups; each is sorted, and so are the groups. Keys are given in order.

    What a report only recalls («الضربات الأميركية الشهر الماضي») joins the one act that it may be, though too little is
    told for the pair to be judged the same; where it may be several, it joins none. What is told to the day (`days`) is
    never one with what is told of another day, though a vague telling may be either.
    """
    number = {key: place for place, key in enumerate(told.keys)}
    reports: dict[str, int] = {}
    groups = Groups[int](
        {place: reports.setdefault(report, len(reports)) for place, report in enumerate(told.reports)},
        {place: days for place, days in enumerate(told.days) if days is not None},
    )
    for age, ruling in reversed(list(enumerate(rulings))):
        _rule(groups, age, ruling, number)
    for turn in sorted(found.turns):
        for left, right in sorted(found.turns[turn]):
            if groups.may_join(left, right) and _agree(groups, (left, right), found):
                groups.join(left, right)
    for key, others in sorted(possible(found.recalling, {told.keys[one] for one in told.recalled}).items()):
        _recall(groups, number[key], sorted(number[other] for other in others))
    return [tuple(told.keys[one] for one in group) for group in groups.sorted()]


def possible(judgements: Iterable[Judgement], recalled: AbstractSet[str]) -> dict[str, set[str]]:
    """For each recalled act those that it may be: by the same author, in days that can be the same, not elsewhere."""
    found: dict[str, set[str]] = {}
    for one in judgements:
        seeking = [key for key in (one.left, one.right) if key in recalled]
        if len(seeking) != 1:
            continue
        scores = {feature.name: feature.score for feature in one.features}
        fits = scores["time"] > 0 and scores["place"] > _ELSEWHERE and scores.get("initiators", 0) > 0
        if fits and scores["kind"] >= 0:
            other = one.right if seeking[0] == one.left else one.left
            found.setdefault(seeking[0], set()).add(other)
    return found


def _recall(groups: Groups[int], one: int, others: Sequence[int]) -> None:
    """A recalled act that stands alone joins the only group that it may be."""
    if len(groups.of(one)) > 1:
        return
    homes = {groups.head(other): other for other in others}
    if len(homes) == 1 and groups.may_join(one, *homes.values()):
        groups.join(one, *homes.values())


def _rule(groups: Groups[int], age: int, ruling: Ruling, number: Mapping[str, int]) -> None:
    """What newer rulings leave of this one."""
    together = [number[key] for key in ruling.together if key in number]
    for one in together[1:]:
        if not groups.kept_apart(together[0], one):
            groups.join(together[0], one)
    left, right = ([number[key] for key in side if key in number] for side in ruling.apart)
    groups.keep_apart(age, left, right)


def _agree(groups: Groups[int], pair: tuple[int, int], found: Sifted) -> bool:
    """Whether enough of the pairs between both groups were judged the same, and none different."""
    small, large = sorted((groups.of(one) for one in pair), key=len)
    home = large[0]
    if any(groups.shared(home, found.different[one]) for one in small):
        return False
    same = sum(groups.shared(home, found.same[one]) for one in small)
    unsure = sum(groups.shared(home, found.unsure[one]) for one in small)
    return same >= _AGREEING * (same + unsure)
