"""Whom an act took or held: «أودت الغارة بمسعف», «القبض، أمس، على ثلاثة»; «أودت بحياة» is a word for harm."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import figure, folded, silenced, taken, word
from waqai.reading.casualties.sufferers import amount
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Mention, Part

TAKING = folded("أودى أودت فأودى فأودت وأودى وأودت يودي تودي فتك فتكت وفتك وفتكت")
LIVES = folded("بحياة بأرواح بحياتهم بحياته بحياتها")
RULE = "casualties.reaped"
HELD = "casualties.held"
HOLD, ON = "القبض", "علي"
ASIDE = frozenset("، , في ب يوم مساء صباح فجر".split())
REACH = 6
"""Words of the act between the verb and whom it took: «أودت غارة جوية على البلدة بأربعة أشخاص»."""


def reaped(chart: Chart) -> Iterator[Mention]:
    """The persons behind «ب» are dead."""
    for index, token in enumerate(chart.tokens):
        if token.text not in TAKING or silenced(chart, index) or word(chart, index - 1) in ("لم", "لن", "ان", "قد"):
            continue
        person = _whom(chart, index + 1)
        count = amount(person) if person is not None else None
        if person is None or count is None:
            continue
        parts: list[Part] = [("person", person)]
        parts += [(role, one) for role in ("count", "group") if (one := person.part(role)) is not None]
        mention = figure(chart, RULE, Casualty("killed", count), (index, person.last), tuple(parts))
        if not taken(chart, mention, RULE):
            yield mention


def held(chart: Chart) -> Iterator[Mention]:
    """«ألقت الشرطة القبض، أمس، في درنة على ثلاثة أشخاص»: the day and the place stand before whom they hold."""
    for index, token in enumerate(chart.tokens):
        if token.text.removeprefix("ب").removeprefix("و") != HOLD or word(chart, index + 1) == ON:
            continue
        at = _past_asides(chart, index + 1)
        found = [m for m in chart.starts.get(at + 1, ()) if m.kind in ("person", "name") and not m.lead]
        person = max(found, key=lambda m: m.last, default=None)
        count = amount(person) if person is not None and word(chart, at) == ON else None
        if person is None or count is None:
            continue
        parts: list[Part] = [("person", person)]
        parts += [(role, one) for role in ("count", "group") if (one := person.part(role)) is not None]
        mention = figure(chart, HELD, Casualty("captured", count), (person.first, person.last), tuple(parts))
        if not taken(chart, mention, HELD):
            yield mention


def _past_asides(chart: Chart, index: int) -> int:
    """The token behind the days, places and commas that begin at the token."""
    stop = index + REACH + REACH
    while index < min(stop, len(chart.tokens)):
        ahead = [m.last for m in chart.starts.get(index, ()) if m.kind in ("when", "clock", "place") and m.last > index]
        if not ahead and word(chart, index) not in ASIDE:
            break
        index = max(ahead, default=index + 1)
    return index


def _whom(chart: Chart, index: int) -> Mention | None:
    """Who stands behind «ب», no stop and no «بحياة» between."""
    for at in range(index, index + REACH):
        if word(chart, at) in LIVES or word(chart, at) in ("،", ".", "؛", ""):
            return None
        found = [m for m in chart.starts.get(at, ()) if m.kind in ("person", "name", "count") and m.lead == "ب"]
        if found:
            return max(found, key=lambda m: (m.last, m.kind == "person"))
    return None
