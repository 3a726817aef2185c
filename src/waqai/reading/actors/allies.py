"""Allies told with those beside whom they fight: «الولايات المتحدة وحلفاؤها», «قوات النظام وحليفها الروسي»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.actors.model import ActorRef, codebook
from waqai.reading.actors.sides import TITLES
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention

ALLIES = frozenset("وحلفاوها وحلفاءها وحلفايها وحلفاوه وحلفاءه وحلفايه وحلفاوهم وحلفايهم".split())
ALLY = frozenset("وحليفه وحليفها وحليفهم وحليفته وحليفتها وحليفتهم".split())
NAMES = ("actor-name", "actor-context", "leader", "nisba", "metonym")
BACK = 4


def allies(chart: Chart) -> Iterator[Mention]:
    """الولايات المتحدة وحلفاؤها: the coalition, beside the one that leads it; the allies of others have no id."""
    for index, token in enumerate(chart.tokens):
        if token.text not in ALLIES or index == 0:
            continue
        leaders = [m for i in range(max(0, index - 4), index) for m in chart.starts.get(i, ()) if m.last == index]
        leader = next((m for m in leaders if m.kind in ("actor-name", "metonym")), None)
        if leader is None:
            continue
        american = str(leader.value).startswith(("us_", "united_states"))
        value = ActorRef("coalition_oir", "coalition_oir", "name") if american else ActorRef(None, None, "name")
        yield Mention("actor", value, token.start + 1, token.end, index, index + 1, "actors.allies", "noun", "و")


def ally(chart: Chart) -> Iterator[Mention]:
    """قوات النظام وحليفها الروسي، الحوثيون وحليفهم صالح: the one ally, by the name or adjective behind."""
    for index, token in enumerate(chart.tokens):
        if token.text not in ALLY or not _is_party_before(chart, index):
            continue
        last = index + 1
        while last < len(chart.tokens) and chart.tokens[last].text in QUOTES | TITLES:
            last += 1
        found = [m for at in range(index + 1, last + 1) for m in chart.starts.get(at, ()) if m.kind in NAMES]
        named = max((m for m in found if not m.lead), key=lambda m: (m.end, m.kind == "leader"), default=None)
        if named is None:
            continue
        value = ActorRef(str(named.value), codebook(str(named.value)), "name")
        yield Mention("actor", value, token.start + 1, named.end, index, named.last, "actors.ally", "noun", "و")


def _is_party_before(chart: Chart, index: int) -> bool:
    """Whether somebody armed is named right before the token."""
    before = [m for i in range(max(0, index - BACK), index) for m in chart.starts.get(i, ())]
    return any(m.last in (index, index - 1) and m.kind in (*NAMES, "force") for m in before)
