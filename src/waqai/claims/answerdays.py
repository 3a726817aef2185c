"""The day of an answer: it was not before what it answers, where its own words give no day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from waqai.claims.model import Precision, ReportedEvent

NEWS = "news of the day"


def not_before(event: ReportedEvent, events: Iterable[ReportedEvent]) -> ReportedEvent:
    """The event, no earlier than the acts that it answers, if its day is only that of the news."""
    when = event.when
    begun = [one.when.earliest for one in events if one.id in event.responds_to and one.when.earliest is not None]
    first = max(begun, default=None)
    if first is None or when.basis != NEWS or when.earliest is None or when.latest is None:
        return event
    if not when.earliest < first <= when.latest:
        return event
    precision = Precision.DAY if first == when.latest else when.precision
    return replace(event, when=replace(when, earliest=first, precision=precision))
