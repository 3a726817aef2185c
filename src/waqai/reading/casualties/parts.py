"""The parts of a toll: «بينهم ثلاثة أطفال», «ثلاثة منهم أطفال», «من بين القتلى ثمانية جنود», «الضحايا طفلان وامرأة»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import begins, earlier, ends, figure, folded, persons, taken, word
from waqai.reading.casualties.further import acts_itself, joined, specific
from waqai.reading.casualties.harms import AMONG
from waqai.reading.casualties.sufferers import amount
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Count, Mention, Part

CARE = folded("حالة حالتهم حالته حالتها بحالة حالات إصاباتهم إصابته جراحهم جروحهم خطيرة حرجة بليغة خطرة المستشفى بترت")
WITHIN = folded("من أن إن بأن كان كانت")
"""«من بين القتلى», «أضاف أن بين الجرحى», «وكان بين المصابين»"""
AMONG_RULE = "casualties.among-victims"
LEAST = 2


def part(chart: Chart) -> Iterator[Mention]:
    """«بينهم ثلاثة أطفال وامرأة»: parts of the toll before, each a figure of its own."""
    for index, token in enumerate(chart.tokens):
        if token.text not in AMONG or (token.text == "منهم" and begins(chart, index - 1, "number") is not None):
            continue
        whole = next(iter(earlier(chart, index)), None)
        if whole is None or not isinstance(whole.value, Casualty) or whole.value.count == Count(0, 0):
            continue
        at = index + 1
        for step in range(4):
            found = joined(chart, at)
            more = found is not None and (found.lead == "و" or word(chart, at) == "و")
            if found is None or (step > 0) != more or not specific(found):
                break
            count = amount(found)
            group = found.part("group")
            parts: tuple[Part, ...] = (("person", found), *((("group", group),) if group else ()))
            harm = begins(chart, found.last, "harm")
            alone = harm is None or bool(harm.lead) or whole.last > index
            if _in_care(chart, found.last):
                break
            plain = step == 0 and found.part("count") is None and found.rule != "people.joined"
            plain = plain and persons(found).shape != "two"
            if token.text.endswith("هم") and len(token.text) < 4 and plain:
                break
            if count is not None and alone:
                yield from _each(chart, "casualties.part", (whole.value.kind, found), parts)
            at = found.last


def _each(chart: Chart, rule: str, told: tuple[str, Mention], parts: tuple[Part, ...]) -> Iterator[Mention]:
    """«بينهم سيدة وأولادها الثلاثة»: a woman, and three children; `told` is what befell whom."""
    kind, found = told
    members = [m for role, m in found.parts if role == "person"] if found.rule == "people.joined" else []
    for one in members or [found]:
        count, group = amount(one), one.part("group")
        held = parts if one is found else (("person", one), *((("group", group),) if group else ()))
        if count is not None:
            yield figure(chart, rule, Casualty(kind, count), (one.first, one.last), held)


def among_victims(chart: Chart) -> Iterator[Mention]:
    """«من بين القتلى ثمانية من الحرس وصحفي», «الضحايا طفلان وامرأة», «ثلاثة مدنيين طفلان وامرأة»."""
    for victim in chart.of("victim"):
        at = _listed(chart, victim)
        if at is not None and word(chart, victim.first).startswith("ال"):
            yield from _row(chart, str(victim.value), at)
    for whole in tuple(chart.kinds.get("casualty", ())):
        value, following = whole.value, begins(chart, whole.last, "person")
        told = following is not None and not following.lead and following.rule in ("people.joined", "people.described")
        counted = isinstance(value, Casualty) and value.count.low > LEAST and whole.part("count") is not None
        if told and counted and isinstance(value, Casualty):
            yield from _row(chart, value.kind, whole.last)


def _row(chart: Chart, kind: str, at: int) -> Iterator[Mention]:
    """The parts that are listed from a token on, joined by «و»."""
    for step in range(4):
        found = joined(chart, at)
        more = found is not None and (found.lead == "و" or word(chart, at) == "و")
        if found is None or (step > 0) != more or not specific(found) or acts_itself(chart, found.last):
            return
        group = found.part("group")
        parts: tuple[Part, ...] = (("person", found), *((("group", group),) if group else ()))
        for mention in _each(chart, AMONG_RULE, (kind, found), parts):
            if not taken(chart, mention, AMONG_RULE):
                yield mention
        at = found.last


def _listed(chart: Chart, victim: Mention) -> int | None:
    """Where the list begins: behind «من بين القتلى», «أن بين الجرحى», «إن الضحايا هم»."""
    before = word(chart, victim.first - 1).removeprefix("و")
    if before == "بين" and (word(chart, victim.first - 2).lstrip("و") in WITHIN or _opens(chart, victim)):
        return victim.last
    return victim.last + (word(chart, victim.last) == "هم") if before in ("ان", "بان") else None


def _opens(chart: Chart, victim: Mention) -> bool:
    """«… . وبين القتلى ضابطان»: the words open their clause."""
    index = victim.first - 1
    return word(chart, index) == "وبين" and (ends(chart, index - 1) or word(chart, index - 1) == "،")


def _in_care(chart: Chart, index: int) -> bool:
    """«ثلاثة منهم في حالة حرجة»: how the wounded are, no figure."""
    words = {word(chart, i) for i in range(index, index + 3)}
    return bool(words & CARE)


def subset(chart: Chart) -> Iterator[Mention]:
    """«قتل أربعة مدنيين، ثلاثة منهم أطفال»: a part of the toll right before."""
    for number in chart.of("subset"):
        of = number.part("of")
        whole = next(iter(earlier(chart, number.first)), None)
        if of is None or of.kind != "number" or whole is None or not isinstance(whole.value, Casualty):
            continue
        behind = number.last + 1
        near = whole.last <= number.first <= whole.last + 2
        if not near or number.lead or begins(chart, behind, "harm") is not None or _in_care(chart, behind):
            continue
        amount_of = int(str(of.value))
        who = begins(chart, behind, "person", "person-weak")
        group = who.part("group") if who is not None and not who.lead else None
        parts: tuple[Part, ...] = (("count", number), *((("group", group),) if group else ()))
        value = Casualty(whole.value.kind, Count(amount_of, amount_of))
        yield figure(chart, "casualties.subset", value, (number.first, group.last if group else behind), parts)
