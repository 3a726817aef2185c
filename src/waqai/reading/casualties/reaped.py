"""Whom an act took: «أودت الغارة بمسعف», «فتكت القذيفة بثلاثة عمال»; «أودت بحياة» is read with the words for harm."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import figure, folded, silenced, taken, word
from waqai.reading.casualties.sufferers import amount
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Mention, Part

TAKING = folded("أودى أودت فأودى فأودت وأودى وأودت يودي تودي فتك فتكت وفتك وفتكت")
LIVES = folded("بحياة بأرواح بحياتهم بحياته بحياتها")
RULE = "casualties.reaped"
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


def _whom(chart: Chart, index: int) -> Mention | None:
    """Who stands behind «ب», no stop and no «بحياة» between."""
    for at in range(index, index + REACH):
        if word(chart, at) in LIVES or word(chart, at) in ("،", ".", "؛", ""):
            return None
        found = [m for m in chart.starts.get(at, ()) if m.kind in ("person", "name", "count") and m.lead == "ب"]
        if found:
            return max(found, key=lambda m: (m.last, m.kind == "person"))
    return None
