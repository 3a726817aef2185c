"""Sufferers whom the words beside the harm only point to: «اثنان من مرافقيه قتلا», «… سيارة قاض فأصيب بجروح»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import begins, ending, ends, figure, folded, persons, taken, word
from waqai.reading.casualties.harms import harms
from waqai.reading.casualties.sufferers import amount, sufferer
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Count, Mention

ONE = folded("واحدا واحد واحدة أحد أحدا إحدى")
POSSESSED = ("يه", "يها", "يهم", "ته", "تها", "تهم", "ده", "دها", "دهم", "ره", "رها", "رهم", "له", "لها", "لهم")
"""«من متطوعيه», «من شرطتها», «من جنودهم»: theirs who speak or were told before."""
SHORTEST = 5
OPENERS = folded("أن إن بأن وأن وإن كان وكان")
BADLY = folded("إصابة بجروح بجراح بشظايا بحروق بكسور بإصابات")
AT_ONCE = (folded("على في"), folded("الفور الحال"))
RULE = "casualties.elided"
REACH = 25


def of_theirs(chart: Chart, harm: Mention) -> Mention | None:
    """«أن واحدا من متطوعيه جرح», «إن اثنين فقط من عناصرها قتلا»: as many of those whom the pronoun is of."""
    last = harm.first
    whose = word(chart, last - 1)
    if len(whose) < SHORTEST or not whose.endswith(POSSESSED) or word(chart, last - 2) != "من":
        return None
    at = last - 2 - (word(chart, last - 3) == "فقط")
    number = ending(chart, at, "count", "number")
    one = word(chart, at - 1) in ONE
    first = at - 1 if one else number.first if number is not None else at
    if first == at or (word(chart, first - 1) not in OPENERS and not ends(chart, first - 1)):
        return None
    amount_of = 1 if one else int(str(number.value)) if number is not None and number.kind == "number" else 0
    known = number.value if number is not None and isinstance(number.value, Count) else None
    value = ("neutral", known or Count(amount_of, amount_of), "counted", False)
    start, end = chart.tokens[first].start, chart.tokens[last - 1].end
    return Mention("person", value, start, end, first, last, RULE)


def elided(chart: Chart) -> Iterator[Mention]:
    """«انفجرت عبوة بسيارة قاض، فأصيب بجروح», «أطلقوا النار على حارس فقتل على الفور»: he who was told right before."""
    for harm in harms(chart):
        if harm.form != "verb.passive" and not harm.form.startswith("verb.past") and harm.form != "verb":
            continue
        if harm.lead not in ("و", "ف") or not _told_how(chart, harm) or sufferer(chart, harm) is not None:
            continue
        if not _one_before(chart, harm.first):
            continue
        value = Casualty(str(harm.value), Count(1, 1))
        mention = figure(
            chart, RULE, value, (harm.first, harm.last + 1 + (harm.value == "killed")), (("outcome", harm),)
        )
        if not taken(chart, mention, RULE):
            yield mention


def _told_how(chart: Chart, harm: Mention) -> bool:
    """How he was hurt stands in the place of whom: «فأصيب إصابة بالغة», «وقتل على الفور»."""
    if word(chart, harm.last - 1).endswith(("وا", "ا")):
        return False
    if harm.value == "injured":
        return word(chart, harm.last) in BADLY
    first, second = AT_ONCE
    return harm.value == "killed" and word(chart, harm.last) in first and word(chart, harm.last + 1) in second


def _one_before(chart: Chart, index: int) -> bool:
    """Whether the last persons told in the sentence are one person, whom no figure has."""
    for at in range(index - 1, max(-1, index - REACH), -1):
        if ends(chart, at):
            return False
        if any(m.kind == "casualty" for m in chart.starts.get(at, ())):
            return False
        found = begins(chart, at, "person", "name")
        if found is not None and found.last <= index:
            return amount(found) == Count(1, 1) and persons(found).side != "others"
    return False
