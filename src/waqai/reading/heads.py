"""Where in its sentence an act begins to be told: at the verb that carries it, or at the place or day put before."""

from __future__ import annotations

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.government import DOING, is_verbal, word_at
from waqai.reading.model import Mention
from waqai.reading.verbals import LONG_COMPLEMENT, carried

CARRIERS = DOING - {"act"}
FRONTED = frozenset(["place", "when", "clock", "facility"])
LOCATIVE = frozenset("في وفي ففي قرب وقرب داخل وداخل".split())
PARTING = frozenset("، , ؛ . : \n".split(" "))
RELATIVE = frozenset("التي الذي اللتين اللذين التى والتي والذي حيث".split())
AHEAD = 7
"""Words from the head of a clause (a place, a day) to the verb whose act it is told of, at most."""
NEXT = 2


def carrier(chart: Chart, act: Mention, floor: int) -> Mention | None:
    """The finite verb from the token `floor` on that carries the act: شنت الطائرات أمس غارات."""
    for index in range(act.first - 1, max(floor, act.first - LONG_COMPLEMENT) - 1, -1):
        for verb in chart.starts.get(index, ()):
            if verb.kind in CARRIERS and not verb.tail and is_verbal(chart, verb) and carried(chart, verb, act):
                return verb
    return None


def beginning(chart: Chart, act: Mention, floor: int) -> int:
    """The first token of the act's own words: its carrier's or its own."""
    verb = carrier(chart, act, floor)
    return act.first if verb is None else verb.first


def fronted(chart: Chart, item: Mention, start: int, verb: Mention) -> bool:
    """«…، وفي مديرية لودر نصبت المقاومة كمينا»: a place or day at the head of the clause of the verb at `start`."""
    if item.kind not in FRONTED or not 0 <= start - item.last <= AHEAD or not is_verbal(chart, verb):
        return False
    if any(word_at(chart, index) in PARTING for index in range(item.last, start)):
        return False
    return _heads(chart, item)


def _heads(chart: Chart, item: Mention) -> bool:
    """Whether the item, with its preposition, opens a clause; the next place of one that does, opens it too."""
    index = item.first - 1
    while word_at(chart, index) in QUOTES:
        index -= 1
    word = word_at(chart, index)
    if item.lead.startswith("و") and item.kind != "facility":
        return item.lead != "و" or item.kind == "when"
    if word in ("وفي", "ففي", "وقرب", "وداخل"):
        return True
    if word in LOCATIVE or item.lead == "ب":
        index -= word in LOCATIVE
    elif item.kind == "place" or word not in PARTING:
        return any(m.last == item.first and m.kind in FRONTED and _heads(chart, m) for m in _ending(chart, item.first))
    before = word_at(chart, index)
    if before in PARTING:
        return before != "،" or item.kind == "when" or not _ends_in_place(chart, index)
    return any(m.kind in FRONTED and _heads(chart, m) for m in _ending(chart, index + 1))


def _ending(chart: Chart, index: int) -> list[Mention]:
    """The places and days that end right before the token."""
    return [
        m
        for start in range(max(0, index - 6), index)
        for m in chart.starts.get(start, ())
        if m.last == index and m.kind in FRONTED
    ]


def _ends_in_place(chart: Chart, comma: int) -> bool:
    """«في حلب، في إدلب»: the next of a list."""
    return any(m.kind == "place" for m in _ending(chart, comma))


def told_of(chart: Chart, place: Mention) -> Mention | None:
    """«مدينة تلبيسة التي قصفت …»: the act of the relative clause right behind the place."""
    index = place.last
    for _ in range(3):
        if word_at(chart, index) in RELATIVE or not word_at(chart, index):
            break
        wider = next((m for m in chart.starts.get(index, ()) if m.kind == "place"), None)
        index = wider.last if wider is not None else index + (word_at(chart, index) in {*QUOTES, "،", "في"})
    if word_at(chart, index) not in RELATIVE:
        return None
    near = (m for at in range(index + 1, index + 1 + NEXT) for m in chart.starts.get(at, ()))
    return next((m for m in near if m.kind == "act" and m.form.startswith("verb")), None)
