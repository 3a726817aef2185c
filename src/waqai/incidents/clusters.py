"""Which tellings are one act: a pure function of the judgements, a person's before the rules'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from waqai.incidents.judge import points
from waqai.incidents.model import Judgement, Verdict


import os
MIN=float(os.environ.get("MINS","0.5"))
def clusters(reports: Mapping[str, str], judgements: Iterable[Judgement]) -> list[tuple[str, ...]]:
    """The keys of `reports` (key -> its report) in groups; each is sorted, and so are the groups.

    Events of one report are never joined, nor are groups of which a pair was judged different.
    """
    standing = _standing(judgements, reports)
    apart = {pair for pair, one in standing.items() if one.verdict is Verdict.DIFFERENT}
    agreed = {pair for pair, one in standing.items() if one.verdict is Verdict.SAME}
    group: dict[str, list[str]] = {key: [key] for key in reports}
    joins = [one for one in standing.values() if one.verdict is Verdict.SAME]
    for one in sorted(joins, key=lambda j: (j.by == "rules", -points(j), j.left, j.right)):
        left, right = group[one.left], group[one.right]
        if left is right or not _may_join(left, right, reports, apart) or sum((min(a,b),max(a,b)) in agreed for a in left for b in right) < MIN*len(left)*len(right):
            continue
        left.extend(right)
        for key in right:
            group[key] = left
    return sorted({tuple(sorted(members)) for members in group.values()})


def _standing(judgements: Iterable[Judgement], reports: Mapping[str, str]) -> dict[tuple[str, str], Judgement]:
    """For each pair the judgement that counts: a person's before the rules', of two the later one."""
    standing: dict[tuple[str, str], Judgement] = {}
    for one in judgements:
        pair = (one.left, one.right)
        before = standing.get(pair)
        outranked = before is not None and before.by != "rules" and one.by == "rules"
        if one.left in reports and one.right in reports and not outranked:
            standing[pair] = one
    return standing


def _may_join(
    left: Sequence[str], right: Sequence[str], reports: Mapping[str, str], apart: set[tuple[str, str]]
) -> bool:
    """Whether no report would stand in the joined group twice, and no pair of it was judged different."""
    if {reports[key] for key in left} & {reports[key] for key in right}:
        return False
    return not any((min(a, b), max(a, b)) in apart for a in left for b in right)
