"""Times that cannot be right as told: flagged with their words, never mended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from waqai.claims.dating import resolve
from waqai.claims.drafts import Draft
from waqai.claims.model import Flag, Words
from waqai.claims.quoting import words
from waqai.reading.dates.model import WEEKDAYS, Clock, TimeExpr
from waqai.reading.model import Mention
from waqai.reading.read import Text

ZONES = frozenset(range(120, 241, 30))
"""Minutes by which clocks of the region are ahead of GMT: from Libya's two hours to Oman's four."""
SAME_TIME = 14
"""Two clocks at most so many tokens apart give one time twice: «1:38 فجرا (1038 بتوقيت غرينتش)»."""


def time_flags(text: Text, draft: Draft, published: date | None) -> Iterator[Flag]:
    """What cannot be right in the times that the act's own sentences give."""
    yield from _clock_flags(text, draft)
    for mention in draft.of("when"):
        if not isinstance(mention.value, TimeExpr):
            continue
        said = (words(text, mention),)
        for check in (weekday_mismatch, relative_mismatch, after_publication):
            flag = check(mention.value, published, said)
            if flag is not None:
                yield flag


def _clock_flags(text: Text, draft: Draft) -> Iterator[Flag]:
    """Local times and the GMT told with them, in the sentences of the act."""
    bounds = [text.sentences[number] for number in sorted(set(draft.sentences))]
    clocks = [m for m in text.chart.of("clock") if any(start <= m.start < end for start, end in bounds)]
    for gmt in clocks:
        others = [m for m in clocks if m is not gmt and _apart(m, gmt) <= SAME_TIME]
        local = min(others, key=lambda m: _apart(m, gmt), default=None)
        if local is None or not (isinstance(local.value, Clock) and isinstance(gmt.value, Clock)):
            continue
        flag = impossible_clock(local.value, gmt.value, (words(text, local), words(text, gmt)))
        if flag is not None:
            yield flag


def _apart(one: Mention, other: Mention) -> int:
    """How many tokens stand between two mentions."""
    return max(one.first, other.first) - min(one.last, other.last)


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


def relative_mismatch(expr: TimeExpr, published: date | None, words: tuple[Words, ...] = ()) -> Flag | None:
    """A flag where «أمس الأحد» stands in a report that is not stamped on a Monday: the stamp is late, or wrong."""
    if published is None or expr.weekday is None or expr.unit != "day" or expr.shift is None or expr.to is not None:
        return None
    told = published + timedelta(days=expr.shift)
    if told.weekday() == expr.weekday:
        return None
    detail = f"counted from the publication day it is {told.isoformat()}, no {WEEKDAYS[expr.weekday]}"
    return Flag("relative-day-mismatch", detail, words)


def after_publication(expr: TimeExpr, published: date | None, words: tuple[Words, ...] = ()) -> Flag | None:
    """A flag where the full date told for the act lies after the day of publication."""
    if published is None or None in (expr.year, expr.month, expr.day) or expr.flag or expr.to is not None:
        return None
    when = resolve(expr, None)
    if when.earliest is None or when.earliest <= published:
        return None
    detail = f"{when.earliest.isoformat()} is after the publication day {published.isoformat()}"
    return Flag("after-publication", detail, words)
