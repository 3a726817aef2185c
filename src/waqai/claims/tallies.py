"""Totals and ordinals that the report states over many acts (codebook, section 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from waqai.claims import tally_places
from waqai.claims.model import Tally, When
from waqai.claims.quoting import words
from waqai.claims.tally_periods import Period, of_ordinal, of_the_day, period
from waqai.claims.tally_sides import sides
from waqai.claims.tolls import PARTS
from waqai.reading.model import Casualty, Count, EventMention, Mention
from waqai.reading.read import Text

SOME = 2
LEAD = 3
LARGE_PART = 10
KINDS = ("tally", "bulletin", "nth-act")


def tallies(
    text: Text,
    whens: dict[Mention, When],
    published: date | None,
    summed: set[Mention],
    told: Iterable[EventMention],
) -> tuple[Tally, ...]:
    """Every tally of the report, with the period that its sentence gives; the figures `summed` up are tallies.

    One total stated twice («26350 غارة» in the headline and below) is one tally. A figure behind a total in its
    sentence is a total too, unless one of the acts that are `told` has it.
    """
    found: dict[tuple[object, ...], _Stated] = {}
    told = list(told)
    stated = [(m, m.value) for m in text.chart.of(*KINDS)]
    tolls = {*summed, *_behind_totals(text, summed, told)} - _of_headline(text, told)
    for mention, value in [*stated, *_tolls(tolls)]:
        count, what = int(getattr(value, "count", 0)), str(getattr(value, "what", ""))
        approximate = bool(getattr(value, "approximate", False))
        ordinal = bool(getattr(value, "ordinal", False))
        repeats = mention.start < _lead(text)
        sentence = next((a for a, b in text.sentences if a <= mention.start < b), 0)
        key = (count, ordinal) if ordinal else (count, what, 0 if repeats else sentence)
        if not ordinal and (count, what, 0) in found:
            continue
        own = of_ordinal(text, mention, whens, published) if ordinal else period(text, mention, whens, published)
        place = tally_places.place(text, mention, told, ordinal=ordinal)
        tally = Tally(words(text, mention), count, approximate, what, place, None, None, *sides(text, mention))
        if own is None and mention.kind == "bulletin":
            own = of_the_day(published)
        known = found.setdefault(key, _Stated(tally, own, ordinal))
        if own is not None and own.since is not None and (known.period is None or known.period.since is None):
            until = known.period.until if known.period is not None and ordinal else None
            own = own._replace(until=until or own.until)
            found[key] = known._replace(tally=replace(known.tally, place=known.tally.place or place), period=own)
    return tuple(_dated(sorted(found.values(), key=lambda one: one.tally.words.start), published))


class _Stated(NamedTuple):
    """A tally with the period of its own sentence; an ordinal's is never that of another."""

    tally: Tally
    period: Period | None
    ordinal: bool


def _dated(stated: Sequence[_Stated], published: date | None) -> Iterator[Tally]:
    """The tallies with their days: each its own, else those of the total before it, up to the day of publication.

    A monitor's account names its period once: «منذ حزيران … 655 هجوما … وتسببت بمقتل 135 شخصا».
    """
    last: Period | None = None
    for one in stated:
        here = one.period or last or Period()
        last = last if one.ordinal else here
        yield replace(one.tally, since=here.since, until=here.until or published)


def _of_headline(text: Text, told: Iterable[EventMention]) -> set[Mention]:
    """A headline's figures that an act below it has: «موجة تفجيرات تضرب بغداد ومقتل 27 من المقاتلين»."""
    below = text.sentences[0][1] if text.sentences else 0
    figures = text.chart.kinds.get("casualty", ())
    its = {str(m.value) for event in told for m in event.of("casualty") if m.start >= below}
    return {m for m in figures if m.start < below and str(m.value) in its}


def _lead(text: Text) -> int:
    """Where the headline and the lead end: what they total, the text totals again."""
    return text.sentences[LEAD - 1][1] if len(text.sentences) >= LEAD else 0


class _Toll:
    """A casualty figure as a total: «قتل 225 شخصا خلال عام»."""

    def __init__(self, casualty: Casualty) -> None:
        count = casualty.count
        joint = count.vague == "between" and count.high is not None
        self.count = count.high if joint else count.low
        self.approximate = count.high != count.low and not joint
        self.what = "killed or injured" if count.vague == "between" else casualty.kind


def _tolls(figures: Iterable[Mention]) -> list[tuple[Mention, _Toll]]:
    """The figures told with acts that were summed up; none and one are no totals, nor are «قتلى وجرحى».

    Of parts only the large: «بينهم 41 طفلا», but not «بينهم 6 أطفال».
    """
    return [
        (mention, _Toll(mention.value))
        for mention in sorted(figures, key=lambda m: (m.start, m.end, str(m.value)))
        if isinstance(mention.value, Casualty)
        and _is_total(mention.value.count)
        and (mention.rule not in PARTS or mention.value.count.low >= LARGE_PART)
    ]


def _is_total(count: Count) -> bool:
    """More than one, and more than the «some» of «قتلى وجرحى»."""
    return count.high is not None and count.high > 1 if count.low <= SOME else True


def _behind_totals(text: Text, summed: set[Mention], told: Iterable[EventMention]) -> Iterable[Mention]:
    """الشهر الثاني، 10 استهدافات تسببت بسقوط 8 قتلى: the figures behind a total in its sentence.

    Behind a summed toll they go on, as in a monitor's monthly account, until an act is told.
    """
    events = list(told)
    owned = {m for event in events for m in event.of("casualty")}
    figures = text.chart.kinds.get("casualty", ())
    starts = sorted(t.start for t in (*text.chart.kinds.get("tally", ()), *summed))
    goes_on = False
    for start, end in text.sentences:
        first = next((at for at in starts if start <= at < end), end)
        if any(start <= event.trigger.start < end for event in events):
            goes_on = False
        begin = start - 1 if goes_on else first
        yield from (m for m in figures if begin < m.start < end and m not in owned)
        goes_on = goes_on or (first < end and any(start <= m.start < end for m in summed))
