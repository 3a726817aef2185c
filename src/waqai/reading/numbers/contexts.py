"""Where a number counts nothing: dates, clocks, names of units, ages, distances, money, shares."""

from __future__ import annotations

from waqai.language.clitics import PROCLITICS
from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reading.numbers.numerals import glued

MEASURES = ("measure", "timeunit", "month", "hijri-month", "daypart", "zone")
COUNTABLE = ("act", "human", "member", "object", "weapon")
JOINS = frozenset(["و", "الي", "حتي", "او", "-", "–", "—"])
SIGNS = frozenset("%$€£°")
AGES = frozenset(["العمر", "عمره", "عمرها"])
YEARS = range(1900, 2101)
SERIAL = 8
"""So many digits in a row, without a comma, name something."""


def mentioned(chart: Chart, index: int, *kinds: str) -> Mention | None:
    """A mention of one of the kinds that begins at a token, without a proclitic."""
    return next((m for m in chart.starts.get(index, ()) if m.kind in kinds and not m.lead), None)


def ended(chart: Chart, index: int, *kinds: str) -> Mention | None:
    """A mention of one of the kinds that ends with the token at `index`."""
    for first in range(max(0, index - 3), index + 1):
        for mention in chart.starts.get(first, ()):
            if mention.kind in kinds and mention.last == index + 1:
                return mention
    return None


def before(chart: Chart, first: int) -> int:
    """The index of the token before a number, its glued proclitic skipped; -1 where there is none."""
    index = first - 1
    if glued(chart.tokens, first) and chart.tokens[index].text in PROCLITICS:
        index -= 1
    while index >= 0 and chart.tokens[index].text in '«"“”(':
        index -= 1
    return index


def counts(chart: Chart, first: int, last: int) -> bool:
    """Whether the number in these tokens may say how many of something there are."""
    return not (_measures(chart, last) or _is_numbered(chart, first) or _is_item(chart, first, last))


def _measures(chart: Chart, last: int) -> bool:
    """«30 عاما», «5 في المئة», «15 من أيار», «1038 بتوقيت غرينتش»."""
    index = chart.next_token(last)
    if index >= len(chart.tokens):
        return False
    text = chart.tokens[index].text
    if text in SIGNS or text == "بتوقيت":
        return True
    follower = _joined(chart, index)
    if follower is not None:
        return _measures(chart, follower.last)
    if text == "من":
        index += 1
        if index < len(chart.tokens) and chart.tokens[index].text in AGES:
            return True
    found = mentioned(chart, index, *MEASURES)
    return found is not None and (text != "من" or found.kind != "measure")


def _joined(chart: Chart, index: int) -> Mention | None:
    """The number that a number is joined to: both of «15 و16 أيار» are days."""
    nearest = index + 1 if chart.tokens[index].text in JOINS else index
    for mention in chart.starts.get(nearest, ()):
        if mention.kind == "number" and (nearest > index or mention.lead == "و"):
            return mention
    return None


def _is_numbered(chart: Chart, first: int) -> bool:
    """«الفرقة 25», «القرار 2254», «الساعات الـ24», «في شباط 2012»."""
    index = before(chart, first)
    if index < 0:
        return False
    if chart.tokens[index].text in SIGNS:
        return True
    named = ended(chart, index, "numbered")
    if named is not None and not _added(chart, first) and not (named.value == "time" and _counts_things(chart, first)):
        return True
    unit = ended(chart, index, "timeunit", "measure")
    if unit is not None and unit.form.endswith(".the") and not _counts_things(chart, first):
        return True
    return _is_year(chart, first) or (
        len(chart.tokens[first].text) == 4 and ended(chart, index, "month", "hijri-month") is not None
    )


def _counts_things(chart: Chart, first: int) -> bool:
    """«منذ بداية العام 40 هجوما»: the noun right behind is what the number counts; but not in «عام 2015»."""
    return not _is_year(chart, first) and mentioned(chart, chart.next_token(first + 1), *COUNTABLE) is not None


def _added(chart: Chart, first: int) -> bool:
    """«قائد المجموعة واثنان من معاونيه», «قائد اللواء و3 جنود»: what «و» adds bears no name."""
    if glued(chart.tokens, first) and chart.tokens[first - 1].text == "و":
        return True
    return any(m.kind == "numeral" and m.lead == "و" for m in chart.starts.get(first, ()))


def _is_year(chart: Chart, first: int) -> bool:
    text = chart.tokens[first].text
    return text.isdigit() and ((len(text) == 4 and int(text) in YEARS) or len(text) >= SERIAL)


def _is_item(chart: Chart, first: int, last: int) -> bool:
    """Whether it numbers a line: «1- مقتل ...»."""
    tokens = chart.tokens
    index = before(chart, first)
    begins = index < 0 or tokens[index].kind == "newline"
    return begins and last < len(tokens) and tokens[last].text in ("-", ".", ")", "–", "_", ":")
