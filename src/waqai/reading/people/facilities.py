"""Facilities as targets: «منزل مدني», «قاعدة للتحالف», «مستودع أسلحة تابع لـ…», «مدرسة الأمل»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reading.people.extent import balanced, begins, opened, phrase_end, word

AMBUSHES = frozenset("كمين كمينا كماين".split())


GATHERINGS = frozenset("تجمع تجمعا التجمع".split())


class Facility(NamedTuple):
    """A kind of target: civilian, military or other, with its head word as written."""

    side: str
    head: str

    def __str__(self) -> str:
        return self.side


def facilities(chart: Chart) -> Iterator[Mention]:
    """Every noun of the kind `object` with the noun phrase that it begins."""
    for head in chart.of("object"):
        if _is_name(chart, head):
            continue
        last = _extent(chart, head)
        bare = last == head.first + 1 and not word(chart, last).startswith("ل")
        if bare and chart.tokens[head.first].text.removeprefix(head.lead) in GATHERINGS:
            continue  # «في تجمع»: of whom, it does not say
        end = chart.tokens[last - 1].end if last > head.last else head.end + len(head.tail)
        text = " ".join(token.text for token in chart.tokens[head.first : head.last])
        value = Facility(str(head.value), text[len(head.lead) :] if head.lead != "ل" else text)
        yield Mention(
            "facility",
            value,
            head.start,
            end,
            head.first,
            last,
            "people.facility",
            head.form,
            head.lead,
            "",
            (("noun", head),),
        )


def _is_name(chart: Chart, head: Mention) -> bool:
    """«القاعدة» the organisation, «دير الزور», «بيت جن»: a longer name has it; «كمين لدورية» is an act."""
    around = range(max(0, head.first - 3), head.first + 1)
    if chart.tokens[head.first].text.lstrip("وب") in AMBUSHES and word(chart, head.last).startswith("ل"):
        return True
    # «كمائن محكمة» are no court
    if chart.tokens[head.first].text == "محكمه" and word(chart, head.first - 1).endswith(("ه", "ات", "كماين", "كمينا")):
        return True
    if _is_concentrated(chart, head):
        return True
    return any(
        m.kind in ("actor", "place") and m.start <= head.start and m.end >= head.end
        for index in around
        for m in chart.starts.get(index, ())
    )


def _is_concentrated(chart: Chart, head: Mention) -> bool:
    """«قصف مدفعي مركز», «رمايات مركزة على»: how the fire was, no centre."""
    if chart.tokens[head.first].text not in ("مركز", "مركزه", "مركزا"):
        return False
    before = (m for i in range(max(0, head.first - 4), head.first) for m in chart.starts.get(i, ()))
    return any(m.kind in ("act", "weapon") and m.last == head.first and not m.tail for m in before)


def _extent(chart: Chart, head: Mention) -> int:
    """Its adjectives, whom it belongs to, and a proper name right behind it."""
    actor = begins(chart, opened(chart, head.last), "actor", leads=("", "ل"))
    if actor is not None:
        return balanced(chart, head.first, actor.last)
    last = phrase_end(chart, head)
    actor = begins(chart, last, "actor", leads=("ل",))
    if actor is not None:
        return balanced(chart, head.first, actor.last)
    place = begins(chart, last, "place")
    if (
        place is not None
        and place.rule != "places.directed"
        and word(chart, last)
        and last == head.last
        and not head.form.endswith(".the")
    ):
        return place.last
    return last
