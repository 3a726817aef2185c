"""Blasts told by their parts: «فجر أحد المسلحين أمس نفسه», with who it was between the verb and «نفسه»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

GAP = 8
STOPS = frozenset(". ؛ ؟ : ! ،".split())
SAME = frozenset("الوقت اليوم المكان الشهر الليله المنطقه الموقع الحي الاسبوع الحين الطريقه السياق".split())
"""«في الوقت نفسه»: no self of anybody."""


def _himself(chart: Chart) -> Iterator[Mention]:
    """The verb that blew its subject up is a suicide attack."""
    selves = {m.first: m for m in chart.kinds.get("self", ())}
    for act in tuple(chart.kinds.get("act", ())):
        if act.value != "explosion" or not act.form.startswith("verb") or not _blew(chart, act):
            continue
        found = next((selves[i] for i in _reach(chart, act) if i in selves), None)
        if found is not None and chart.tokens[found.first - 1].text not in SAME:
            yield Mention(
                "act",
                "suicide_bomb",
                act.start,
                act.end,
                act.first,
                act.last,
                "bombings.himself",
                act.form,
                act.lead,
                act.tail,
                (("blast", act), ("self", found)),
            )


def _blew(chart: Chart, act: Mention) -> bool:
    """«فجر», «يفجر»; what «انفجر» did not blow itself up."""
    said = chart.tokens[act.first].text.lstrip("وف")
    return said.lstrip("يت").startswith("فجر") or chart.tokens[act.first].text.removeprefix("و").startswith("فجر")


def _reach(chart: Chart, act: Mention) -> Iterator[int]:
    for index in range(act.last, min(act.last + GAP, len(chart.tokens))):
        if chart.tokens[index].kind == "newline" or chart.tokens[index].text in STOPS:
            return
        yield index


RULES = (Rule("bombings.himself", "act", find=_himself, about="فجر أحد المسلحين نفسه"),)
