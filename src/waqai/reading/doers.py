"""Persons of no side who do it: «نفذها شاب», «هاجم سكان مركزا», «طعن رجل حارسا»."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.fights import is_clash, is_met
from waqai.reading.government import governor, verb_at
from waqai.reading.model import Mention
from waqai.reading.nominals import carrying_noun
from waqai.reading.verbals import carries

HITTING = frozenset("attack assault killing shooting strike riot abduction arrest".split())
OBJECTS = ("facility", "person", "actor", "count", "name")
OVER = 2
"""Words of an adjective or by-phrase between the doer and whom he hits."""


def person_acts(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """Whether the person stands where a doer does: behind an active verb that carries the act or has its object."""
    if item.lead or any(m.kind in ("actor", "bomber") for m in chart.starts.get(item.first, ())):
        return False
    if any(_is_counted(figure, item) for figure in chart.kinds.get("casualty", ())):
        return False
    if is_clash(acts) and governor(chart, item) in ("بين", "مع"):
        return not is_met(acts, item)  # «مواجهات بين شبان وقوات من الجيش»
    if carrying_noun(chart, item) is not None:
        return carries(chart, acts, item)  # «قيام ناشطين بإطلاق صاروخ»
    verb = verb_at(chart, item.first - 1)
    if verb is None or verb.form == "verb.passive" or not verb.form.startswith("verb"):
        return False
    if verb.kind in ("launching", "agency"):
        return carries(chart, acts, verb)
    if verb not in acts or verb.value not in HITTING or verb.tail:
        return False
    return any(_is_object(m) for i in range(item.last, item.last + OVER) for m in chart.starts.get(i, ()))


def _is_counted(figure: Mention, item: Mention) -> bool:
    """Whether the person is the one who suffered; «احتجز أقارب المخطوف ثلاثة جنود»: the kin did it."""
    one = figure.part("person") or figure
    return one.start < item.end and item.start < one.end


def _is_object(mention: Mention) -> bool:
    return mention.kind in OBJECTS and mention.lead == ""
