"""The day of an act that another is counted from: «يأتي ذلك غداة قصف», «بعد يومين من هجوم»."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from waqai.claims.counting import counted_back
from waqai.claims.drafts import Draft
from waqai.claims.model import Precision, When
from waqai.reading.read import Text

FINE = frozenset([Precision.DAY, Precision.DAYS])
BASIS = "counted from the act told before"
FEW, WEEKS = 3, 10


def stepped(text: Text, drafts: Iterable[Draft], draft: Draft, when_of: Callable[[Draft], When]) -> When | None:
    """So many days before the act told last before it; None where nothing is counted, or that day is not known."""
    for event in draft.mentions:
        back = counted_back(text.chart, event.trigger)
        if back is None:
            continue
        base = _last_before(drafts, draft, event.trigger.start)
        when = when_of(base) if base is not None else None
        if when is None or when.earliest is None or when.latest is None or when.precision not in FINE:
            continue
        least, most = back
        days = when.earliest - timedelta(days=most), when.latest - timedelta(days=least)
        length = (days[1] - days[0]).days
        grain = Precision.DAYS if length <= FEW else Precision.WEEK if length <= WEEKS else Precision.MONTH
        return replace(
            when,
            earliest=days[0],
            latest=days[1],
            precision=grain if length else Precision.DAY,
            words=None,
            basis=BASIS,
        )
    return None


def _last_before(drafts: Iterable[Draft], draft: Draft, start: int) -> Draft | None:
    """Whose mention stands last before the offset, of the other acts."""
    told = [
        (event.trigger.start, number, other)
        for number, other in enumerate(drafts)
        for event in other.mentions
        if other is not draft and event.trigger.start < start
    ]
    return max(told, key=lambda one: one[:2])[2] if told else None
