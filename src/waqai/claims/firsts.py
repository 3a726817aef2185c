"""The act that a count begins with: «الهجوم هو الثاني منذ الأحد، إذ أفاد المرصد بسقوط صواريخ»: they fell on Sunday."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from waqai.reading.dates.model import TimeExpr
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

RULE = "dates.first-of-count"
EXPLAINING = frozenset("اذ فقد عندما حين بعدما".split())
GAP = 2
COUNTED = 5
"""Words from the ordinal to the day: «الثاني على القاعدة منذ الأحد»."""
REACH = 14
"""Words from «إذ» to the act that it tells, over who says so."""


def first_of_count(text: Text, when: Mention) -> Mention | None:
    """«الثاني منذ الأحد، إذ …»: the day itself, as that of the first; None where nothing is explained behind it."""
    expr = when.value
    if not isinstance(expr, TimeExpr) or expr.flag != "since" or (expr.weekday is None and expr.day is None):
        return None
    ordinal = any(m.kind == "ordinal" for m in _starting(text, when.first))
    if not ordinal or _explained(text, when) is None:
        return None
    return replace(when, value=expr._replace(flag=""), rule=RULE)


def dated(text: Text, event: EventMention, whens: Collection[Mention]) -> EventMention:
    """The event mention, with the day that the count before it begins with where it has none of its own."""
    if event.of("when"):
        return event
    for when in whens:
        if when.rule != RULE or not when.last < event.trigger.first:
            continue
        opened = _explained(text, when)
        if opened is not None and 0 <= event.trigger.first - opened <= REACH and _is_first(text, event, opened):
            return replace(event, arguments=(*event.arguments, ("when", when)))
    return event


def _starting(text: Text, before: int) -> list[Mention]:
    return [m for i in range(max(0, before - COUNTED), before) for m in text.chart.starts.get(i, ())]


def _explained(text: Text, when: Mention) -> int | None:
    """The token of «إذ» right behind the day."""
    near = range(when.last, min(when.last + GAP, len(text.tokens)))
    return next((i for i in near if text.tokens[i].text in EXPLAINING), None)


def _is_first(text: Text, event: EventMention, opened: int) -> bool:
    """No other act is told between, and the sentence does not end."""
    for index in range(opened, event.trigger.first):
        if text.tokens[index].text in (".", "؛") or text.tokens[index].kind == "newline":
            return False
        inside = [m for m in text.chart.starts.get(index, ()) if m.kind == "act" and m.last <= event.trigger.first]
        if any(m.value not in ("explosion", event.act) for m in inside):
            return False
    return True
