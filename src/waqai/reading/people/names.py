"""Names of people: a given name or a byname, and what follows it as far as names go."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reading.people.words import FILIATION, STOPS

REACH = 6


def _text(chart: Chart, index: int) -> str:
    if 0 <= index < len(chart.tokens) and chart.tokens[index].kind == "word":
        return chart.tokens[index].text
    return ""


def _given(chart: Chart, index: int, leads: tuple[str, ...] = ("",)) -> int:
    """The index behind a given name that begins here; 0 where none does."""
    if _text(chart, index) == "علي":
        return index + 1 if any(m.kind == "given" for m in chart.starts.get(index + 1, ())) else 0
    if _text(chart, index) == "عبد" and _text(chart, index + 1).startswith("ال"):
        return index + 2
    found = [
        m.last for m in chart.starts.get(index, ()) if m.kind in ("given", "leader") and m.lead in leads and not m.tail
    ]
    return max(found, default=0)


def _byname(chart: Chart, index: int) -> int:
    """«أبو يحيى», «أبي حارث»: the index behind it; 0 where none begins."""
    if _text(chart, index) not in ("ابو", "ابي", "ابا"):
        return 0
    following = _text(chart, index + 1)
    return index + 2 if following and following not in STOPS else 0


def name_end(chart: Chart, index: int) -> int:
    """The index behind the name that begins at a token; the same index where none begins."""
    start = index
    index = _given(chart, index, ("", "و")) or _byname(chart, index)
    if not index:
        return start
    while index - start < REACH:
        text = _text(chart, index)
        further = _given(chart, index) or _byname(chart, index)
        if further:
            index = further
        elif text in FILIATION and _text(chart, index + 1):
            index += 2
        elif text.startswith("ال") and text not in STOPS and not _timed(chart, index):
            index += 1
        else:
            break
    return index


def _timed(chart: Chart, index: int) -> bool:
    return any(m.kind in ("when", "clock", "actor", "place") for m in chart.starts.get(index, ()))


def is_called(chart: Chart, head: Mention, last: int) -> bool:
    """«القيادي في حركة كذا أبو فلان»: a title whose phrase ends with the name is one person."""
    if head.kind != "member" or not head.form.endswith(".the") or head.lead:
        return False
    if _text(chart, head.last) not in ("في", "من"):
        return False
    return any(name_end(chart, index) == last for index in range(head.last, last - 1))
