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
from waqai.incidents.model import Judgement, Verdict

_AGREEING = 1 / 4
# The place of another act: a recalled one is told vaguely, but not as somewhere else.
_ELSEWHERE = -0.5


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on keys: some are one act together, none of the one side is an act of the other side."""

    together: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


def clusters(
    reports: Mapping[str, str],
    judgements: Iterable[Judgement],
    rulings: Sequence[Ruling] = (),
    recalled: Iterable[str] = (),
    days: Mapping[str, Days] | None = None,
) -> list[tuple[str, ...]]:
    """The keys of `reports` (key -> its report) in groups; each is sorted, and so are the groups.

    What a report only recalls («الضربات الأميركية الشهر الماضي») joins the one act that it may be, though too little is
    told for the pair to be judged the same; where it may be several, it joins none. What is told to the day (`days`) is
    never one with what is told of another day, though a vague telling may be either.
    """
    groups = Groups(reports, days)
    for number, ruling in reversed(list(enumerate(rulings))):
        _rule(groups, number, ruling)
    found = [one for one in judgements if one.left in reports and one.right in reports]
    compared = _compared(found)
    joins = (one for one in found if one.verdict is Verdict.SAME)
    for one in sorted(joins, key=_turn):
        if groups.may_join(one.left, one.right) and _agree(groups, one, compared):
            groups.join(one.left, one.right)
    for key, others in sorted(possible(found, set(recalled) & reports.keys()).items()):
        _recall(groups, key, others)
    return groups.sorted()


def _turn(one: Judgement) -> tuple[bool, float, str, str]:
    """Sort key: pairs of one kind of act before those of two, then the strongest first."""
    other_kind, total = False, 0.0
    for feature in one.features:
        total += feature.score * feature.weight
        if feature.name == "kind":
            other_kind = feature.score < 0
    return other_kind, -total, one.left, one.right


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


def _recall(groups: Groups, key: str, others: Iterable[str]) -> None:
    """A recalled act that stands alone joins the only group that it may be."""
    if len(groups.of(key)) > 1:
        return
    homes = {min(groups.of(other)): other for other in sorted(others)}
    if len(homes) == 1 and groups.may_join(key, *homes.values()):
        groups.join(key, *homes.values())


def _rule(groups: Groups, number: int, ruling: Ruling) -> None:
    """What newer rulings leave of this one."""
    together = [key for key in ruling.together if key in groups]
    for key in together[1:]:
        if not groups.kept_apart(together[0], key):
            groups.join(together[0], key)
    left, right = ([key for key in side if key in groups] for side in ruling.apart)
    groups.keep_apart(number, left, right)


def _compared(judgements: Iterable[Judgement]) -> dict[str, dict[str, Verdict]]:
    """For each key what it was compared with, and how that ended."""
    compared: dict[str, dict[str, Verdict]] = {}
    for one in judgements:
        compared.setdefault(one.left, {})[one.right] = one.verdict
        compared.setdefault(one.right, {})[one.left] = one.verdict
    return compared


def _agree(groups: Groups, one: Judgement, compared: Mapping[str, Mapping[str, Verdict]]) -> bool:
    """Whether enough of the pairs between both groups were judged the same, and none different."""
    small, large = sorted((groups.of(one.left), groups.of(one.right)), key=len)
    inside = set(large)
    same = total = 0
    for key in small:
        for other, verdict in compared[key].items() if key in compared else ():
            if other not in inside:
                continue
            if verdict is Verdict.DIFFERENT:
                return False
            total += 1
            same += verdict is Verdict.SAME
    return same >= _AGREEING * total
