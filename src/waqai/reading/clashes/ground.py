"""Ground that changes hands in other words than taking: lost, fallen into hands, cleared of whoever held it.

«فقدت القوات السيطرة على البلدة لصالح الفصائل», «سقطت المدينة في يد المسلحين», «طرد الجيش المسلحين من الحي»; and
«تبادل مسلحون إطلاق النار», which is a fight.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

STOPS = frozenset(". ؛ ؟ : ! «".split())
CONTROL = frozenset("السيطره سيطرتها سيطرته سيطرتهم".split())
HOLDS = frozenset("يد ايدي قبضه سيطره".split())
IN_HAND = frozenset("بيد بايدي بقبضه".split())
FIRE = frozenset("النار نار النيران نيران الرصاص رصاص القذايف الاعيره".split())
STEERED = ("مركب", "سيار", "طاير", "شاحن", "حافل", "دراج", "نفس", "اعصاب", "مشاعر", "مقود", "قياده", "كره")
"""What one loses control of and is no ground."""
SUBJECT = 6
"""Words of a verb's subject: «فقدت قوات النظام والميليشيات … السيطرة»."""
GROUND = 10
"""Words from «طرد» over whom to «من» and the place that they held."""
KINDS = frozenset("city town village neighbourhood district base camp airport mountain region crossing".split())


def _words(chart: Chart, first: int, reach: int) -> Iterator[int]:
    """The tokens from the first on, as far as the sentence goes."""
    for index in range(first, min(first + reach, len(chart.tokens))):
        if chart.tokens[index].kind == "newline" or chart.tokens[index].text in STOPS:
            return
        yield index


def _act(value: str, rule: str, verb: Mention, last: int, chart: Chart) -> Mention:
    """The act, from its verb to the token before `last`."""
    end = verb.end if last == verb.last else chart.tokens[last - 1].end
    return Mention("act", value, verb.start, end, verb.first, last, rule, verb.form, verb.lead, "", (("verb", verb),))


def lost(chart: Chart) -> Iterator[Mention]:
    """«فقدت القوات السيطرة على …»: whoever is the verb's subject had it."""
    for verb in tuple(chart.kinds.get("losing", ())):
        at = next((i for i in _words(chart, verb.last, SUBJECT) if chart.tokens[i].text in CONTROL), None)
        if at is None or _text(chart, at + 1) != "علي" or verb.lead.endswith(("ل", "س")):
            continue
        for other in [m for m in chart.starts.get(at, ()) if m.kind == "act"]:
            chart.remove(other)
        since = _text(chart, verb.first - 1) == "منذ"  # «في الشرق منذ خسرت السيطرة على العاصمة»: no act of the report
        if not since and not _text(chart, at + 2).removeprefix("ال").startswith(STEERED):
            yield _act("take", "clashes.lost", verb, verb.last, chart)


def fallen(chart: Chart) -> Iterator[Mention]:
    """«سقطت مدينة كذا في يد المسلحين», «وقعت البلدة بيد …»: the subject is a place."""
    for verb in tuple(chart.kinds.get("falling-to", ())):
        held = [i for i in _words(chart, verb.last, GROUND) if _is_in_hand(chart, i)]
        if not held or verb.lead.endswith(("ل", "س")):
            continue
        between = range(verb.last, held[0])
        place = any(
            m.kind == "placeword" or (m.kind == "place" and getattr(m.value, "kind", "") in KINDS)
            for i in between
            for m in chart.starts.get(i, ())
        )
        if place and not any(m.kind == "weapon" for i in between for m in chart.starts.get(i, ())):
            for other in [m for m in chart.starts.get(verb.first, ()) if m.kind == "act"]:
                chart.remove(other)
            yield _act("take", "clashes.fallen-to", verb, verb.last, chart)


def _is_in_hand(chart: Chart, index: int) -> bool:
    word = chart.tokens[index].text
    return word in IN_HAND or (word in HOLDS and _text(chart, index - 1) in ("في", "تحت"))


def driven_out(chart: Chart) -> Iterator[Mention]:
    """«طردت القوات المسلحين من بلدة كذا», «طرد المقاتلين من الحي»: «من» and ground behind it."""
    for verb in tuple(chart.kinds.get("driving-out", ())):
        if verb.lead.endswith(("ل", "س")):
            continue
        words = list(_words(chart, verb.last, GROUND))
        out = next((i for i in words if chart.tokens[i].text in ("من", "خارج")), None)
        if out is None or out == verb.last:
            continue
        behind = [m for i in (out + 1, out + 2) for m in chart.starts.get(i, ())]
        if any(m.kind == "place" and getattr(m.value, "kind", "") in KINDS for m in behind):
            yield _act("take", "clashes.driven-out", verb, verb.last, chart)


def exchanges(chart: Chart) -> Iterator[Mention]:
    """«تبادل مسلحون من الفصيلين إطلاق النار»: a fight."""
    for verb in tuple(chart.kinds.get("exchanging", ())):
        at = next((i for i in _words(chart, verb.last, GROUND) if chart.tokens[i].text in FIRE), None)
        if at is None or verb.lead.endswith(("ل", "س")):
            continue
        for other in [m for i in range(verb.last, at + 1) for m in chart.starts.get(i, ()) if m.kind == "act"]:
            chart.remove(other)
        yield _act("clash", "clashes.exchange", verb, at + 1, chart)


def _text(chart: Chart, index: int) -> str:
    return chart.tokens[index].text if 0 <= index < len(chart.tokens) else ""


RULES = (
    Rule("clashes.lost", "act", find=lost, about="فقدت القوات السيطرة على البلدة"),
    Rule("clashes.fallen-to", "act", find=fallen, about="سقطت المدينة في يد المسلحين"),
    Rule("clashes.driven-out", "act", find=driven_out, about="طرد الجيش المسلحين من الحي"),
    Rule("clashes.exchange", "act", find=exchanges, about="تبادل مسلحون إطلاق النار"),
)
