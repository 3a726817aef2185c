"""Whether both tellings speak of one day."""

from __future__ import annotations

from datetime import date

from waqai.incidents.model import Feature
from waqai.incidents.scene import Scene, meet

WEIGHT = 4.0
# «امس» of two reports of two days: they can be one day, or two.
_MEETING = 0.6
# Morning and evening are mostly two acts; but newsrooms mistake them.
_OTHER_HOURS = 0.5


def compare(left: Scene, right: Scene) -> Feature:
    """Same days speak for one act; more than a day between them rules it out."""
    if left.days is None or right.days is None:
        return Feature("time", -0.9, WEIGHT, "one of them has no date")
    gap = max(left.days[0], right.days[0]) - min(left.days[1], right.days[1])
    words = f"{_days(left.days)} / {_days(right.days)}"
    if gap > 1:
        return Feature("time", -1.0, WEIGHT, f"{gap} days apart: {words}")
    if gap == 1:
        return Feature("time", -0.6 if left.fine and right.fine else 0.0, WEIGHT, f"one day apart: {words}")
    if left.fine and right.fine:
        within = left.days[0] <= right.days[0] and right.days[1] <= left.days[1]
        holds = right.days[0] <= left.days[0] and left.days[1] <= right.days[1]
        if not within and not holds:
            return Feature("time", _MEETING, WEIGHT, f"days that meet: {words}")
        if left.hours and right.hours and not meet(left.hours, right.hours):
            return Feature("time", _OTHER_HOURS, WEIGHT, f"the same days at other hours: {words}")
        return Feature("time", 1.0, WEIGHT, f"the same days: {words}")
    return Feature("time", 0.3, WEIGHT, f"days that can be the same: {words}")


def _days(days: tuple[int, int]) -> str:
    start, end = (date.fromordinal(day).isoformat() for day in days)
    return start if start == end else f"{start}..{end}"
