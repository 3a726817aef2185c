"""Groups of keys that grow by joining, and what may not be joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Mark = tuple[int, bool]
Days = tuple[int, int]
DAYS_APART = 1  # those of two reports of one night
Key = TypeVar("Key", str, int)


class Groups(Generic[Key]):
    """Every key alone at first. Reports and days are no limit to what a person joins, but to what the rules join."""

    def __init__(self, reports: Mapping[Key, Key], days: Mapping[Key, Days] | None = None) -> None:
        """`days` are first and last day of the keys that are told to the day."""
        self._members: dict[Key, list[Key]] = {key: [key] for key in reports}
        self._reports: dict[Key, set[Key]] = {key: {report} for key, report in reports.items()}
        # A number says that two sides are apart; a group carries the sides that its members are on.
        self._marks: dict[Key, set[Mark]] = {}
        # Of a group the latest first day and the earliest last day: what lies beyond them is another act.
        self._days: dict[Key, Days] = dict(days or {})
        self._head: dict[Key, Key] = {key: key for key in reports}

    def __contains__(self, key: object) -> bool:
        return key in self._head

    def head(self, key: Key) -> Key:
        """The same for all keys of a group, as long as it does not grow."""
        return self._head[key]

    def shared(self, key: Key, others: Iterable[Key]) -> int:
        """How many of the others are in the group of this key."""
        head, home = self._head, self._head[key]
        return len([1 for other in others if head[other] == home])

    def of(self, key: Key) -> Sequence[Key]:
        """The keys of its group."""
        return self._members[self._head[key]]

    def may_join(self, one: Key, other: Key) -> bool:
        """Whether the rules may join the two groups of these keys.

        Not where one report is in both, where they are told to days far apart, or where somebody keeps them apart.
        """
        left, right = self._head[one], self._head[other]
        if left == right or not self._reports[left].isdisjoint(self._reports[right]):
            return False
        return not self._of_other_days(left, right) and not self.kept_apart(one, other)

    def kept_apart(self, one: Key, other: Key) -> bool:
        """Whether somebody said that the two groups are not the same."""
        left, right = self._marks.get(self._head[one]), self._marks.get(self._head[other])
        if not left or not right:
            return False
        return any((number, not side) in right for number, side in left)

    def _of_other_days(self, left: Key, right: Key) -> bool:
        if left not in self._days or right not in self._days:
            return False
        first, last = _both(self._days[left], self._days[right])
        return first - last > DAYS_APART

    def keep_apart(self, number: int, left: Sequence[Key], right: Sequence[Key]) -> None:
        """No group of the left is ever joined with one of the right; those that are one already stay so."""
        here, there = ({self._head[key] for key in side} for side in (left, right))
        for heads, side in ((here - there, False), (there - here, True)):
            for head in heads:
                self._marks.setdefault(head, set()).add((number, side))

    def join(self, one: Key, other: Key) -> None:
        """Both groups are one."""
        keep, gone = self._head[one], self._head[other]
        if keep == gone:
            return
        if len(self._members[keep]) < len(self._members[gone]):
            keep, gone = gone, keep
        for key in self._members[gone]:
            self._head[key] = keep
        self._members[keep] += self._members.pop(gone)
        self._reports[keep] |= self._reports.pop(gone)
        if gone in self._days:
            days = self._days.pop(gone)
            self._days[keep] = _both(self._days[keep], days) if keep in self._days else days
        if gone in self._marks:
            self._marks.setdefault(keep, set()).update(self._marks.pop(gone))

    def sorted(self) -> list[tuple[Key, ...]]:
        """All groups, each sorted, in order."""
        return sorted(tuple(sorted(members)) for members in self._members.values())


def _both(one: Days, other: Days) -> Days:
    """The latest first day and the earliest last day."""
    return max(one[0], other[0]), min(one[1], other[1])
