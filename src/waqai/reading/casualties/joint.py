"""Figures of killed and injured together: «20 بين قتيل وجريح», «سقطوا بين قتيل وجريح», «ضحايا بين قتيل وجريح»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import begins, ending, ends, figure, folded, is_one, persons, word
from waqai.reading.casualties.sufferers import amount, candidate
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Count, Mention

FALLEN = folded("سقطوا سقط سقطت وقعوا وقع وقوع سقوط كانوا باتوا أصبحوا هم عناصرها عناصره عناصرهم متنها متنهم متنهما")
SOME = Count(2, None, "plural")
RULE = "casualties.both"
BACK = 3


def both(chart: Chart) -> Iterator[Mention]:
    """«20 بين قتيل وجريح»: from 1 to 20 of each kind; without a number some of each."""
    for index, token in enumerate(chart.tokens):
        if token.text not in ("بين", "مابين"):
            continue
        first, second = begins(chart, index + 1, "victim"), begins(chart, index + 2, "victim")
        if first is None or second is None or second.lead != "و" or first.value == second.value:
            continue
        before = index - (word(chart, index - 1) == "ما")
        head = _head(chart, before) or _behind(chart, second.last)
        span = (head.first, second.last) if head is not None and head.first < index else (index, second.last)
        count = _count(head) if head is not None else _fallen(chart, before)
        for victim in (first, second):
            if count is not None:
                group = head.part("group") if head is not None else None
                parts = (
                    ("outcome", victim),
                    *((("count", head),) if head else ()),
                    *((("group", group),) if group else ()),
                )
                yield figure(chart, RULE, Casualty(str(victim.value), count), span, parts)


def _head(chart: Chart, before: int) -> Mention | None:
    """«20 شخصا بين …», «35 شخصا سقطوا بين …»: who or how many, right before or before the verb."""
    hedge = ending(chart, before, "post-quantifier")
    if hedge is not None and hedge.value == "at-least":
        return _head(chart, hedge.first)
    victims = ending(chart, before, "victim")
    if victims is not None and word(chart, before - 1) == "ضحايا":
        return ending(chart, victims.first, "count")  # «خمسة ضحايا على الأقل ما بين قتيل وجريح»
    for step in range(BACK):
        if step and not is_one(word(chart, before - step), FALLEN):
            return None
        found = ending(chart, before - step, "person") or ending(chart, before - step, "count")
        if found is not None and (found.kind == "count" or amount(found) is not None):
            return found
    return None


def _behind(chart: Chart, index: int) -> Mention | None:
    """«سقط بين قتيل وجريح نحو 60 عنصرا»: the number stands behind."""
    found = None if ends(chart, index) else candidate(chart, index)
    counted = found is not None and (found.kind == "count" or found.part("count") is not None)
    return found if found is not None and counted and not found.lead else None


def _count(head: Mention) -> Count | None:
    count = head.value if isinstance(head.value, Count) else persons(head).count
    if count is None or count.vague in ("plural", "several"):
        return SOME
    high = count.low if count.high == count.low or count.vague == "" else None
    return Count(1, high, "between")


def _fallen(chart: Chart, before: int) -> Count | None:
    """«سقوط ضحايا بين قتيل وجريح», «سقط من كان على متنها بين قتيل وجريح»: some of each."""
    words = [word(chart, index) for index in range(max(0, before - 8), before)]
    return SOME if any(is_one(text.removeprefix("ب"), FALLEN) for text in words) else None
