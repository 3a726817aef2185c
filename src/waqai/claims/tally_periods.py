"""The days that a stated total counts over (codebook, section 9: `since` and `until`)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from waqai.claims.model import Precision, When
from waqai.claims.owndates import of_speaking
from waqai.reading.dates.model import TimeExpr
from waqai.reading.government import word_at
from waqai.reading.model import Mention
from waqai.reading.read import Text

SINCE = frozenset(["منذ", "ومنذ", "مذ"])
UNTIL = frozenset(["حتي", "وحتي", "لغايه", "ولغايه"])
BACK = 7
"""Words from «منذ» to the time that it opens: «منذ بداية الحملة العسكرية الأخيرة في حزيران»."""
MONTHS = 12
NEWS = 10
"""Days that the act which is «the second» may lie back: an older day in its sentence is another act's."""
TIMES = {"noun.dual": 2, "noun.plural": 0}
HOURS = {"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24, "year": 365 * 24}


class Period(NamedTuple):
    """First and last day; None where the report does not say, and the last is then that of publication."""

    since: date | None = None
    until: date | None = None


def period(text: Text, total: Mention, whens: dict[Mention, When], published: date | None) -> Period | None:
    """The period that the total's own sentence gives; None where it gives none.

    «منذ …» opens one and «حتى …» ends one; else the nearest stretch or day, but not the day on which someone spoke.
    """
    listed = _listed_month(text, total, published) or _spell(text, total, published)
    if listed is not None:
        return listed
    here = _here(text, total, whens)
    opening = _nearest(total, [m for m in here if _opens(text, m)])
    ending = _nearest(total, [m for m in here if _ends(text, m)])
    if opening is not None or ending is not None:
        since = whens[opening].earliest if opening is not None else None
        until = whens[ending].latest if ending is not None else None
        return Period(since, until if since is None or until is None or since <= until else None)
    nearest = _nearest(total, [m for m in here if not of_speaking(text, m)])
    return None if nearest is None else _within(whens[nearest], published)


def of_ordinal(text: Text, total: Mention, whens: dict[Mention, When], published: date | None) -> Period:
    """«الهجوم الثاني منذ الأحد»: since the stretch that is named, until the act itself.

    A day says when the act was, not of how many it is the second.
    """
    here = _here(text, total, whens)
    opening = _nearest(total, [m for m in here if _opens(text, m) or whens[m].precision is not Precision.DAY])
    day = _nearest(total, [m for m in here if m is not opening and whens[m].precision is Precision.DAY])
    spell = _spell(text, total, published) or Period()
    since = whens[opening].earliest if opening is not None else spell.since
    until = whens[day].latest if day is not None else None
    if until is None or (since is not None and until <= since):
        return Period(since)
    return Period(since, until if published is None or (published - until).days <= NEWS else None)


def of_the_day(published: date | None) -> Period:
    """A bulletin without days of its own is of the day before, or of the day of publication (codebook, section 6)."""
    return Period() if published is None else Period(published - timedelta(days=1))


def _here(text: Text, total: Mention, whens: dict[Mention, When]) -> list[Mention]:
    low, high = _sentence(text, total)
    return [m for m in whens if low <= m.start < high]


def _sentence(text: Text, total: Mention) -> tuple[int, int]:
    return next(((a, b) for a, b in text.sentences if a <= total.start < b), (total.start, total.end))


def _nearest(total: Mention, rows: list[Mention]) -> Mention | None:
    return min(rows, key=lambda m: abs(m.start - total.start)) if rows else None


def _flag(mention: Mention) -> str:
    return mention.value.flag if isinstance(mention.value, TimeExpr) else ""


def _opens(text: Text, when: Mention) -> bool:
    """«منذ مطلع العام», «منذ بداية الحملة في شهر حزيران»."""
    if _flag(when) in ("since", "until") or _ends(text, when):
        return _flag(when) == "since"
    for index in range(when.first - 1, max(-1, when.first - BACK), -1):
        if word_at(text.chart, index) in SINCE:
            return True
        if text.tokens[index].kind == "newline" or text.tokens[index].text in "،,؛.:":
            return False
    return False


def _ends(text: Text, when: Mention) -> bool:
    """«حتى يوم أمس», «حتى الـ 26 من تشرين الأول»."""
    before = [word_at(text.chart, when.first - back) for back in (1, 2)]
    return _flag(when) == "until" or before[0] in UNTIL or (before[0] == "ال" and before[1] in UNTIL)


def _within(when: When, published: date | None) -> Period:
    """From its first day to its last; to the day of publication where it goes on."""
    until = when.latest
    return Period(when.earliest, until if published is None or (until is not None and until < published) else None)


def _spell(text: Text, total: Mention, published: date | None) -> Period | None:
    """«خلال أسبوع», «في غضون ثلاثة أيام», «خلال 24 ساعة»: so long before the day of publication."""
    low, high = _sentence(text, total)
    dated = [m for m in text.chart.kinds.get("when", ()) if low <= m.start < high]
    for lead in text.chart.kinds.get("period", ()):
        if published is None or not low <= lead.start < high or word_at(text.chart, lead.first) in SINCE:
            continue
        number = _begins(text, lead.last, "number")
        unit = _begins(text, lead.last if number is None else number.last, "timeunit")
        if unit is None or any(m.first <= unit.first < m.last for m in dated):
            continue
        times = int(str(number.value)) if number is not None else TIMES.get(unit.form, 1)
        if hours := HOURS.get(str(unit.value), 0) * times:
            return Period(published - timedelta(days=-(-hours // 24)))
    return None


def _begins(text: Text, index: int, kind: str) -> Mention | None:
    return next((m for m in text.chart.starts.get(index, ()) if m.kind == kind), None)


def _listed_month(text: Text, total: Mention, published: date | None) -> Period | None:
    """«– الشهر الثالث، 9 استهدافات»: the month of the year, as monitors list them."""
    low, _ = _sentence(text, total)
    first = next((i for i in range(total.first, -1, -1) if text.tokens[i].start <= low), total.first)
    while first < total.first and not word_at(text.chart, first).strip("-–—•*"):
        first += 1
    if published is None or word_at(text.chart, first) != "الشهر":
        return None
    number = _begins(text, first + 1, "ordinal")
    if number is None or not isinstance(number.value, int) or not 1 <= number.value <= MONTHS:
        return None
    year = published.year - (number.value > published.month)
    last = calendar.monthrange(year, number.value)[1]
    return Period(date(year, number.value, 1), min(date(year, number.value, last), published))
