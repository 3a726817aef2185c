"""When an act was: its own words, else those of its sentence's neighbours, else the news of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from waqai.claims.anchoring import anchored
from waqai.claims.dating import resolve
from waqai.claims.drafts import Draft
from waqai.claims.firsts import first_of_count
from waqai.claims.model import Precision, When
from waqai.claims.owndates import of_speaking, own
from waqai.claims.quoting import words
from waqai.reading.dates.model import TimeExpr
from waqai.reading.model import Mention
from waqai.reading.read import Text

__all__ = ["own"]
Days = tuple[date, date]
UNKNOWN = When(None, None, Precision.UNKNOWN)
LATE_DAYS = 3
"""A stamp is late by so many days at most; beyond, the weekday is a slip."""
RECENT_DAYS = 7
HEADING = 4
BULLETINS = frozenset("حصاد نشره ملخص موجز احداث ابرز اهم حصيله تقرير يوميات جوله".split())
"""What the head of a day's bulletin begins with, folded."""


def day_of_writing(text: Text, published: date | None) -> date | None:
    """The day that «أمس» and «اليوم» are counted from: the stamp's, unless «أمس الأحد» shows that it is late."""
    if published is None:
        return None
    for mention in sorted(text.chart.kinds.get("when", ()), key=lambda m: m.start):
        expr = mention.value
        if not isinstance(expr, TimeExpr) or expr.weekday is None or expr.unit != "day" or expr.to is not None:
            continue
        if expr.day is None and expr.shift in (-1, 0):
            late = (published + timedelta(days=expr.shift) - timedelta(days=expr.weekday)).weekday()
            return published - timedelta(days=late if late <= LATE_DAYS else 0)
    return published


def resolved(text: Text, published: date | None) -> dict[Mention, When]:
    """What each date expression of the report means."""
    found: dict[Mention, When] = {}
    for mention in text.chart.kinds.get("when", ()):
        when = resolve(mention.value, published)
        if when is not None:
            found[mention] = When(when.earliest, when.latest, when.precision, words(text, mention), "own words")
        first = first_of_count(text, mention)
        day = resolve(first.value, published) if first is not None else None
        if first is not None and day is not None:
            found[first] = When(day.earliest, day.latest, day.precision, words(text, mention), "first of a count")
    return anchored(found)


def days(whens: dict[Mention, When]) -> dict[Mention, Days]:
    """The bounds of each expression whose calendar days are known."""
    return {m: (when.earliest, when.latest) for m, when in whens.items() if when.earliest and when.latest}


def spoken(text: Text, whens: dict[Mention, When]) -> frozenset[Mention]:
    """The expressions that say when someone spoke: «أعلنت أمس»."""
    return frozenset(mention for mention in whens if of_speaking(text, mention))


def when_of(text: Text, draft: Draft, whens: dict[Mention, When], written: date | None) -> When:
    """When the act was: by its own words, by the report's other words, else by the day of writing."""
    return (
        own(text, draft, whens)
        or _of_the_bulletin(text, whens, written)
        or _of_the_report(text, draft, whens, written)
        or news_of_the_day(written)
    )


def _of_the_bulletin(text: Text, whens: dict[Mention, When], written: date | None) -> When | None:
    """«حصاد يوم السبت 25-03-2017» at the head: the day of every act that has none of its own."""
    low, high = text.sentences[0]
    head = [token.text for token in text.tokens if low <= token.start < high]
    if not set(head[:HEADING]) & BULLETINS:
        return None
    told = [when for m, when in whens.items() if low <= m.start < high and when.precision is Precision.DAY]
    days = {when.earliest for when in told if when.earliest is not None and when.earliest == when.latest}
    if len(days) != 1 or (written is not None and not 0 <= (written - max(days)).days <= RECENT_DAYS):
        return None
    return replace(told[0], words=None, basis="the bulletin's day")


def _of_the_report(text: Text, draft: Draft, whens: dict[Mention, When], written: date | None) -> When | None:
    """The last day told before the act, in a report that tells nothing of its own day or the day before."""
    if written is None:
        return None
    told = [(m, when, when.latest) for m, when in whens.items() if when.latest and _is_recent(when, written)]
    told = [(m, when, latest) for m, when, latest in told if not of_speaking(text, m)]
    if any(latest >= written - timedelta(days=1) for _, _, latest in told):
        return None
    start = draft.mentions[0].trigger.start
    before = [(m.start, when) for m, when, _ in told if m.start < start]
    if not before:
        return None
    return replace(max(before, key=lambda pair: pair[0])[1], words=None, basis="the day told last")


def _is_recent(when: When, written: date) -> bool:
    fine = when.precision in (Precision.DAY, Precision.DAYS)
    return fine and when.latest is not None and (written - when.latest).days <= RECENT_DAYS


def news_of_the_day(published: date | None) -> When:
    """An act told as news without a time of its own: the publication day and the one before (codebook, 6)."""
    if published is None:
        return UNKNOWN
    return When(published - timedelta(days=1), published, Precision.DAYS, None, "news of the day")
