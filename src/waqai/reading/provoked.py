"""What an answer was given to: «تضرب المدينة ردا على صواريخ البلدة» fired from or at the town, and hit the city."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.model import Mention

REACH = 5
"""Words behind «ردا على» that tell only what is answered, where no act of its own does."""
STOPS = frozenset("، , . ؛ : \n وعلي".split(" ")) | frozenset("استهدف استهدفت قصف قصفت شن شنت".split())
NEXT = "و"


def is_of_the_answered(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """Whether the item stands in the words of what is answered, behind the acts that answer it."""
    cue = next((m for m in chart.kinds.get("answering", ()) if 0 <= item.first - m.last < REACH), None)
    if cue is None or cue.value != "answer" or not all(act.last <= cue.first for act in acts):
        return False
    between = chart.tokens[cue.last : item.first]
    if any(token.text in STOPS for token in between) or item.lead.startswith(NEXT):
        return False
    return not any(m.kind == "act" for i in range(cue.last, item.first) for m in chart.starts.get(i, ()))
