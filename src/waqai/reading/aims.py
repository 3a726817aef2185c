"""Facilities and persons that an act was aimed at."""

from __future__ import annotations

from waqai.reading.agents import AGAINST
from waqai.reading.engine import Chart
from waqai.reading.government import PREPOSITIONS, governor, joined_to, verb_at, word_at
from waqai.reading.model import Mention, Part
from waqai.reading.nominals import OBJECT_NOUNS
from waqai.reading.verbals import driven, has_subject, verb_reaches

AIM = 9
BLAST_REACH = 7
BLAST_PLACES = frozenset("في داخل عند امام قرب وسط حديقه".split())
BOMBS = frozenset("explosion ied suicide_bomb grenade".split())
HIT = frozenset("اصابت اصاب اصابا دمرت دمر احرقت احرق طالت طال دكت دك سوت اغرقت اغرق".split())
LIST_GAP = 4
AGAINST_REACH = 18
HOLDING = frozenset(["take", "withdrawal", "transfer", "base"])
PERSONAL = frozenset(["killing", "killed", "abduction", "arrest", "shooting"])
TRANSITIVE = frozenset("قصف استهداف ضرب تفجير تدمير مهاجمه اغتيال اعتقال".split())


def aim_role(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    """target, or nothing: a facility or person after the act as object, or after على."""
    values = {str(act.value) for act in acts}
    if values <= HOLDING or (item.kind == "name" and not values & PERSONAL):
        return None
    if _victim(chart, item) and not values <= PERSONAL:
        return None
    if _goes_on(chart, item, taken):
        return "target"
    word = governor(chart, item)
    if word in AGAINST:
        return "target" if _against(chart, acts, item) else None
    if word == "ل" or item.lead.endswith("ل"):
        return "target" if _dative(acts, item, taken) else None
    if word in BLAST_PLACES and item.kind == "facility" and _blasted(chart, acts, item):
        return "target"
    if word in PREPOSITIONS or item.lead[-1:] in ("ب", "ك"):
        return None
    if word in HIT and item.kind == "facility" and any(0 < item.first - act.first <= AGAINST_REACH for act in acts):
        return "target"
    if _of_verb(chart, acts, item, taken) or _of_noun(chart, acts, item):
        return "target"
    suffering = [w for w in chart.kinds.get("suffering", ()) if 0 < item.first - w.first <= 4]
    return "target" if suffering and item.kind == "facility" else None


def _against(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """هجوم … على موقع; not «قتل … في بيان وزع على الصحافيين»."""
    near = [act for act in acts if act.value != "killed" and 0 < item.first - act.first <= AGAINST_REACH]
    return bool(near) and not any(word_at(chart, i) in ".؛\n" for i in range(near[-1].first, item.first))


def _blasted(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """تفجير سيارة مفخخة في سوق، عند نقطة تفتيش: what a bomb goes off at is what it was laid for."""
    bombs = [act for act in acts if act.value in BOMBS and 0 <= item.first - act.last <= BLAST_REACH]
    return bool(bombs) and not any(word_at(chart, i) in ".؛\n،" for i in range(bombs[-1].last, item.first))


def _victim(chart: Chart, item: Mention) -> bool:
    return any(
        (figure.start <= item.start and item.end <= figure.end) or _overlaps(figure.part("person"), item)
        for figure in chart.kinds.get("casualty", ())
    )


def _overlaps(person: Mention | None, item: Mention) -> bool:
    return person is not None and person.start < item.end and item.start < person.end


def _goes_on(chart: Chart, item: Mention, taken: list[Part]) -> bool:
    """استهدف مخازن ومعسكرات: the next of a list of targets."""
    first = joined_to(chart, item)
    aims = [m for role, m in taken if role == "target"]
    if first is not None:
        return any(m.start <= first.start <= m.end for m in aims)
    return (
        bool(aims)
        and item.lead.startswith("و")
        and 0 <= item.first - aims[-1].last <= LIST_GAP
        and all(
            word_at(chart, i) not in PREPOSITIONS and verb_at(chart, i) is None and word_at(chart, i) not in ".؛:"
            for i in range(aims[-1].last, item.first)
        )
    )


def _dative(acts: list[Mention], item: Mention, taken: list[Part]) -> bool:
    """قصف الحوثيين لوحدة الاتصالات: the object of a verbal noun that has its agent."""
    nouns = [act for act in acts if act.first < item.first and not act.form.startswith("verb")]
    if not nouns or item.first - nouns[-1].last > 6:
        return False
    return bool(nouns[-1].tail) or any(role == "initiator" and m.first < item.first for role, m in taken)


def _of_verb(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> bool:
    verbs = [act for act in acts if act.form.startswith("verb") and 0 <= item.first - act.last <= AIM]
    if not verbs or not verb_reaches(chart, verbs[-1], item):
        return False
    verb = verbs[-1]
    if verb.value in HOLDING or (verb.value in ("fall", "launch") and item.kind == "facility"):
        return False
    between = [m for i in range(verb.last, item.first) for m in chart.starts.get(i, ()) if m.kind == "facility"]
    if any(m.lead == "" for m in between):
        return False
    near = item.first - verb.last <= 2
    return near or verb.form == "verb.passive" or driven(chart, verb) or has_subject(chart, verb, item, taken)


def _of_noun(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """قصف مواقع، استهداف دورية، تدمير مخزن."""
    for act in acts:
        if act.form.startswith("verb") or not 0 <= item.first - act.last <= 2:
            continue
        word = chart.tokens[act.first].text.removeprefix(act.lead)
        adjacent = item.first == act.last or (item.first - act.last <= 2 and _amount_between(chart, act, item))
        if adjacent and (act.value in OBJECT_NOUNS or word in TRANSITIVE):
            return True
        if word in TRANSITIVE and any(_agent_between(chart, act, item)):
            return True
    return False


def _amount_between(chart: Chart, act: Mention, item: Mention) -> bool:
    return all(
        word_at(chart, i) in ("عده", "بعض", "عدد", "من")
        or any(m.kind in ("number", "count") for m in chart.starts.get(i, ()))
        for i in range(act.last, item.first)
    )


def _agent_between(chart: Chart, act: Mention, item: Mention) -> list[Mention]:
    """استهداف القوات الأميركية مقرات"""
    found = [m for m in chart.starts.get(act.last, ()) if m.kind == "actor" and m.lead == ""]
    return [m for m in found if m.last == item.first and verb_at(chart, m.last) is None]
