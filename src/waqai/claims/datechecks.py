"""Times that cannot be right as told: flagged with their words, never mended."""

from __future__ import annotations

from datetime import date

from waqai.claims.dating import resolve
from waqai.claims.model import Flag, Words
from waqai.reading.dates.model import Clock, TimeExpr

ZONES = frozenset(range(120, 241, 30))
"""Minutes by which clocks of the region are ahead of GMT: from Libya's two hours to Oman's four."""


def impossible_clock(local: Clock, gmt: Clock, words: tuple[Words, ...] = ()) -> Flag | None:
    """A flag where no zone of the region is as far from GMT as the report's two times are from each other.

    GMT is told on the 24-hour clock («1038 بتوقيت غرينتش») unless the text gives the half of the day.
    """
    greenwich = min(_minutes(gmt))
    ahead = {(mine - greenwich) % 1440 for mine in _minutes(local)}
    if gmt.zone != "gmt" or local.zone == "gmt" or ahead & ZONES:
        return None
    hours = min(ahead, key=lambda minutes: min(minutes, 1440 - minutes))
    apart = f"{hours // 60}:{hours % 60:02} hours apart"
    detail = f"{local} and {gmt} are {apart}; the region is 2 to 4 hours ahead of GMT"
    return Flag("impossible-clock", detail, words)


def _minutes(clock: Clock) -> set[int]:
    """The minutes since midnight that a time may mean; two where its half of the day is not told."""
    hour = clock.hour % 12 if clock.half else clock.hour
    first = (hour + (12 if clock.half == "pm" else 0)) * 60 + clock.minute
    return {first} if clock.half or clock.hour > 12 or clock.hour == 0 else {first % 1440, (first + 720) % 1440}


def weekday_mismatch(expr: TimeExpr, published: date | None, words: tuple[Words, ...] = ()) -> Flag | None:
    """A flag where the weekday told with a date is not that date's («الأحد 12 يوليو», a Monday)."""
    if expr.weekday is None or expr.day is None:
        return None
    when = resolve(expr._replace(part="", flag="", to=None), published)
    if when.earliest is None or when.earliest != when.latest or when.earliest.weekday() == expr.weekday:
        return None
    return Flag("weekday-mismatch", f"{when.earliest.isoformat()} is no {expr}", words)
