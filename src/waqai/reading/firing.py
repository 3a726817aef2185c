"""Whose the arms are that do it: «قصفت راجمة تابعة للفصائل», «استهدفت قذائف المتمردين قرية»."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.government import PREPOSITIONS, verb_at, word_at
from waqai.reading.model import Mention

BOMBING = frozenset("explosion ied attack suicide_bomb".split())
OBJECT = 14
"""Words from whose the arms are, over who is joined to him, to what they hit."""


def has_fired(chart: Chart, acts: list[Mention], index: int) -> bool:
    """«قصفت راجمة صواريخ تابعة للفصائل», «انفجار سيارة مفخخة تابعة للمجلس»: whose the arms are that do it."""
    if any(act.last == index and act.value in BOMBING for act in acts):
        return True
    arms = [m for i in range(max(0, index - 4), index) for m in chart.starts.get(i, ())]
    verbs = [act for act in acts if act.form.startswith("verb") and act.value != "fall"]
    return any(
        m.kind == "weapon" and m.last == index and not m.lead and any(0 <= m.first - verb.last <= 1 for verb in verbs)
        for m in arms
    )


def owns_what_fires(chart: Chart, verb: Mention, item: Mention) -> bool:
    """«استهدفت قذائف الحوثيين قرية»: whose the arms are, where what they hit stands behind."""
    arms = [m for m in chart.starts.get(verb.last, ()) if m.kind == "weapon" and not m.lead and m.last == item.first]
    if not arms or item.lead or word_at(chart, arms[0].first).startswith("ال"):
        return False
    for index in range(item.last, min(item.last + OBJECT, len(chart.tokens))):
        if word_at(chart, index) in PREPOSITIONS or verb_at(chart, index) is not None:
            return False
        if any(m.kind in ("facility", "place") and m.lead == "" for m in chart.starts.get(index, ())):
            return True
    return False
