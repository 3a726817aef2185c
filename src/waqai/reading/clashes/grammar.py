"""Tries to advance: «حاولت القوات التقدم»، «محاولاتهم للتسلل إلى البلدة»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.reading.clashes import ground
from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

GAP = 6
AGGRESSION = frozenset(["عدوان", "العدوان"])
ATTACHED = frozenset("وفبكل")
OWNED = frozenset(
    """طيران طائرات طائره طائرتين صواريخ صاروخ قذائف قنابل مقاتلات بوارج بوارجه مدفعيه قوات جيش جنود مرتزقه اليات دول
    تحالف غارات قصف""".split()
)
STOPS = frozenset(". ؛ ؟ : ! « ،".split())


def _tries(chart: Chart) -> Iterator[Mention]:
    """The try with the advance that it aims at, both as words of one act."""
    for trying in tuple(chart.kinds.get("trying", ())):
        advance = _advance(chart, trying)
        if advance is not None:
            yield Mention(
                "act",
                "assault",
                trying.start,
                advance.end,
                trying.first,
                advance.last,
                "clashes.tried-to-advance",
                trying.form,
                trying.lead,
                advance.tail,
                (("trying", trying), ("advance", advance)),
            )


def _advance(chart: Chart, trying: Mention) -> Mention | None:
    for index in range(trying.last, min(trying.last + GAP, len(chart.tokens))):
        if chart.tokens[index].kind == "newline" or chart.tokens[index].text in STOPS:
            return None
        found = next((m for m in chart.starts.get(index, ()) if m.kind == "advance"), None)
        if found is not None:
            return found
    return None


def _editors(chart: Chart) -> Iterator[Mention]:
    """تحرير: فلان — who edited the page took no place."""
    for act in tuple(chart.kinds.get("act", ())):
        after = chart.tokens[act.last].text if act.last < len(chart.tokens) else ""
        if act.value == "take" and after == ":":
            chart.remove(act)
            yield replace(act, kind="not-act", rule="clashes.editor", parts=(("act", act),))


def _operations(chart: Chart) -> Iterator[Mention]:
    """أطلقت السلطات عملية مداهمات: an operation was begun, so the verb launches nothing besides."""
    begun = {m.first for m in chart.kinds.get("act", ()) if m.rule == "clashes.operation"}
    for act in tuple(chart.kinds.get("act", ())):
        if act.first in begun and act.value == "launch":
            chart.remove(act)
            yield replace(act, kind="not-act", rule="clashes.begun-only", parts=(("act", act),))


def _owners(chart: Chart) -> Iterator[Mention]:
    """«صواريخ العدوان», «طيران العدوان السعودي»: the aggression is whose arms they are, and no act told here."""
    for act in tuple(chart.kinds.get("act", ())):
        if act.value != "attack" or chart.tokens[act.last - 1].text not in AGGRESSION or not act.first:
            continue
        owned = chart.tokens[act.first - 1].text
        if owned in OWNED or (owned[:1] in ATTACHED and owned[1:] in OWNED):
            chart.remove(act)
            yield replace(act, kind="not-act", rule="clashes.owner", parts=(("act", act),))


RULES = (
    *ground.RULES,
    Rule("clashes.tried-to-advance", "act", find=_tries, about="حاولت القوات التقدم نحو التلة"),
    Rule("clashes.begun-only", "not-act", find=_operations, again=True, about="أطلقت السلطات عملية مداهمات"),
    Rule("clashes.owner", "not-act", find=_owners, about="تصدت الدفاعات لصواريخ العدوان"),
    Rule("clashes.editor", "not-act", find=_editors, about="تحرير: فلان"),
)
