"""«كل من فلان وفلان»: those who are named one by one, and counted together."""

from __future__ import annotations

from waqai.reading.casualties.figure import begins, folded, persons, word
from waqai.reading.engine import Chart
from waqai.reading.model import Count, Mention

EACH = folded("كل كلا")
AGES = 6
"""Tokens of an age or a place in brackets behind a name: «(16 عاما)»."""


def each_of(chart: Chart, index: int) -> Mention | None:
    """«كل من أحمد العلي (16 عاما)، وسالم الحمد وشقيقته»: how many are named; None unless it is two or more."""
    if word(chart, index) not in EACH or word(chart, index + 1) != "من":
        return None
    at = index + 2 + (word(chart, index + 2) == ":")
    many, last = 0, at
    while (found := begins(chart, at, "person", "person-weak", "name")) is not None:
        if found.lead not in ("", "و"):
            break
        count = Count(1, 1) if found.kind == "name" else persons(found).count
        if count is None or count.high != count.low:
            break
        many, last = many + count.low, _cut(chart, found)
        at = _next(chart, last)
    if many < 2:
        return None
    value = ("neutral", Count(many, many), "counted", False)
    start, end = chart.tokens[index].start, chart.tokens[last - 1].end
    return Mention("person", value, start, end, index, last, "casualties.each")


def _cut(chart: Chart, found: Mention) -> int:
    """«والدته وعمر العلي»: who is joined by name is the next of the row."""
    inner = range(found.first + 1, found.last)
    return next((i for i in inner for m in chart.starts.get(i, ()) if m.kind == "name" and m.lead == "و"), found.last)


def _next(chart: Chart, index: int) -> int:
    """Where the next of the row begins: behind an age in brackets, behind «،» or «و»."""
    if word(chart, index) == "(":
        closing = (i for i in range(index + 1, index + 1 + AGES) if word(chart, i) == ")")
        index = next(closing, index - 1) + 1
    while word(chart, index) in ("،", ",", "-", "و"):
        index += 1
    return index
