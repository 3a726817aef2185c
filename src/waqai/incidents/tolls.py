"""What each voice of a report gives as its toll, parts and totals held apart; nothing is averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.claims.model import ReportedEvent, Toll


@dataclass(frozen=True, slots=True)
class Figure:
    """A voice's toll of one kind: low to high (None: open), and its best single number."""

    low: int
    best: int
    high: int | None
    voice: str | None

    @property
    def range(self) -> tuple[int, int | None]:
        """Low and high, for comparison of what two voices say."""
        return self.low, self.high

    def words(self) -> str:
        """The figure as people write it: 3, 3-5, 20+."""
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


def figures(event: ReportedEvent, kind: str) -> tuple[Figure, ...]:
    """One figure for each voice that gives one, in the order of the report."""
    by_voice: dict[str | None, list[Toll]] = {}
    for toll in event.casualties:
        if toll.kind == kind:
            voice = toll.according_to.text if toll.according_to else None
            by_voice.setdefault(voice, []).append(toll)
    return tuple(_figure(tolls, voice) for voice, tolls in by_voice.items())


def overlap(one: Figure, other: Figure) -> bool:
    """Whether both figures can be true at once."""
    below = one.high is None or other.low <= one.high
    return below and (other.high is None or one.low <= other.high)


def _figure(tolls: Sequence[Toll], voice: str | None) -> Figure:
    """The total where one is given (the highest, of equals the last), else what the parts come to."""
    totals = [toll for toll in tolls if toll.group is None]
    if totals:
        # What is more than all is no part of it: «تسعة قتلى مدنيين، بعد وفاة خمسة من الجرحى».
        most = max((*reversed(totals), *tolls), key=lambda toll: toll.low)
        return Figure(most.low, most.low, most.high, voice)
    if len(tolls) == 1:
        return Figure(tolls[0].low, tolls[0].low, tolls[0].high, voice)
    return _of_parts(tolls, voice)


def _of_parts(tolls: Sequence[Toll], voice: str | None) -> Figure:
    """From groups alone: «14 مسلحاً، بينهم 6» is 14, «متعاقد وخمسة جنود» is 6; the range keeps both."""
    lows = [toll.low for toll in tolls]
    whole, rest = lows[0], sum(lows[1:])
    is_whole = len(lows) > 2 and whole >= rest
    open_above = any(toll.high is None for toll in tolls)
    high = None if open_above else sum(toll.high or 0 for toll in tolls)
    return Figure(max(lows), whole if is_whole else whole + rest, high, voice)
