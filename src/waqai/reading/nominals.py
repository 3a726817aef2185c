"""What a verbal noun does with a party: whose act it is, whom it hits (غارة لطيران التحالف، اغتيال قيادي)."""

from __future__ import annotations

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.government import ADVERBS, PREPOSITIONS, word_at
from waqai.reading.model import Mention, Part
from waqai.reading.verbals import carries

ADJECTIVAL = ("ي", "يه", "يا", "ف", "فه", "يين", "يتين")
OBJECT_NOUNS = frozenset("killing abduction siege arrest raid killed destroy disrupted".split())
FIRED = frozenset("air_strike shelling strike shooting launch bombing_from_air fall attack".split())
GENITIVE_GAP = 4
HOW = frozenset(
    "مماثل مماثله اخر عنيف عنيفه مكثف مكثفه كثيف كثيفه جديد جديده واسع واسعه مباشر مباشره سابق سابقه متزامن".split()
)
"""«قصف مماثل للجيش», «هجوم واسع للفصائل»: what the act was like, before whose it was."""
BESIDE = ("when", "clock", "weapon", "means", "period")
COMMAS = frozenset("، ,".split())
MADE = frozenset("الصنع المنشا الاصل التصنيع".split())


def adjective_of(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """غارة أميركية، القصف المدفعي والصاروخي التركي: the adjective of the act names its author."""
    definite = word_at(chart, item.first).startswith("ال")
    if any(m.start == item.start and m.kind == "place" for m in chart.starts.get(item.first, ())):
        return False
    if word_at(chart, item.last) in MADE:
        return False
    if _weapons_side(chart, acts, item):
        return True
    for act in acts:
        gap = item.first - act.last
        if act.first < item.first and item.end <= act.end and not act.form.startswith("verb"):
            return True
        if act.form.startswith("verb") or act.value == "killed" or not 0 <= gap <= 2:
            continue
        if definite != word_at(chart, act.first).removeprefix(act.lead).startswith("ال") and not act.lead.endswith("ل"):
            continue
        between = [word_at(chart, i).removeprefix("و") for i in range(act.last, item.first)]
        if all(word.startswith("ال") == definite and word.endswith(ADJECTIVAL) for word in between):
            return not set(between) & PREPOSITIONS
    return False


def _weapons_side(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """استهدفت صواريخ إسرائيلية، الدبابات التركية قصفت: the adjective of the weapon that does it."""
    verbs = [act for act in acts if act.form.startswith("verb") and act.value != "fall"]
    if any(actor.start < item.start < actor.end for actor in chart.kinds.get("actor", ())):
        return False
    weapons = [m for i in range(max(0, item.first - 3), item.first) for m in chart.starts.get(i, ())]
    weapons = [
        m for m in weapons if m.kind == "weapon" and m.lead in ("", "ال") and item.first - 1 <= m.last <= item.first
    ]
    if any(0 <= weapon.first - verb.last <= 1 for weapon in weapons for verb in verbs):
        return True
    return bool(weapons) and any(verb.first == item.last and not verb.lead for verb in verbs)


def of_noun(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part], word: str) -> str | None:
    """غارة لطيران التحالف، قصف الجيش، قصف من طائرات; اغتيال قيادي; قيام الجيش بقصف."""
    if carrying_noun(chart, item) is not None:
        return "initiator" if carries(chart, acts, item) else None
    nouns = [act for act in acts if act.first < item.first and not act.form.startswith("verb")]
    if not nouns:
        return None
    act = nouns[-1]
    gap = item.first - act.last
    has_agent = any(role == "initiator" for role, _ in taken) or bool(act.tail)
    if item.lead.endswith("ل"):
        return _dative(chart, act, item, has_agent=has_agent)
    if word == "من" and act.value in FIRED and gap <= 6:
        return "initiator" if not has_agent else None
    if item.lead.endswith("ب") and getattr(item.value, "sort", "") == "aircraft" and gap <= 3:
        return "initiator" if not has_agent else None
    if word in PREPOSITIONS or item.lead[-1:] in ("ب", "ك"):
        return None
    if act.value in OBJECT_NOUNS or chart.tokens[act.first].text.removeprefix("ال").startswith("استهداف"):
        return _objective(chart, item, gap)
    if gap <= 1 or (gap <= 2 and _weapon_between(chart, act, item)):
        return "initiator" if not has_agent else None
    return None


def _dative(chart: Chart, act: Mention, item: Mention, *, has_agent: bool) -> str | None:
    """غارة جوية لطيران التحالف; but «غارة على قيادي للقاعدة» names an owner."""
    between = [word_at(chart, i) for i in range(act.last, item.first)]
    plain = all(_is_adjective(word) or word in QUOTES or word.startswith("ال") for word in between)
    if len(between) > GENITIVE_GAP or not (plain or _weapon_between(chart, act, item)):
        return None
    return "target" if has_agent or act.value in OBJECT_NOUNS else "initiator"


def _is_adjective(word: str) -> bool:
    return word in HOW or (word.endswith((*ADJECTIVAL, "ا", "ان", "ين", "ات")) and word not in PREPOSITIONS)


def _objective(chart: Chart, item: Mention, gap: int) -> str | None:
    """استهداف القوات الأميركية مقرات، … للمنطقة: with an object behind it, the genitive did it; else it was hit."""
    if gap > 2:
        return None
    if getattr(item.value, "sort", "") == "aircraft" and item.lead == "":
        return "initiator"
    past = past_adjuncts(chart, item.last)
    if past > item.last and any(m.kind == "facility" and m.lead in ("", "ل") for m in chart.starts.get(past, ())):
        return "initiator"
    kinds = ("facility", "person", "casualty", "place")
    behind = [m for i in (item.last, item.last + 1, past) for m in chart.starts.get(i, ()) if m.kind in kinds]
    if any((m.lead in ("", "ل") and m.first == item.last) or m.lead == "ل" for m in behind):
        return "initiator"
    if word_at(chart, item.last).startswith("لل"):
        return "initiator"
    return "target" if gap <= 1 else None


def past_adjuncts(chart: Chart, index: int) -> int:
    """The token behind the times, arms and commas that begin at the index: «استهداف الطائرات أمس بالصواريخ | مزرعة»."""
    while index < len(chart.tokens):
        ahead = [m.last for m in chart.starts.get(index, ()) if m.kind in BESIDE]
        if not ahead and word_at(chart, index) not in COMMAS | ADVERBS:
            break
        index = max(ahead, default=index + 1)
    return index


def _weapon_between(chart: Chart, act: Mention, item: Mention) -> bool:
    return any(act.last <= m.first and m.last <= item.first for m in chart.kinds.get("weapon", ()))


def carrying_noun(chart: Chart, item: Mention) -> Mention | None:
    """قيام الجيش بقصف، تنفيذ طيران التحالف 14 غارة: the noun whose genitive the item is, and that carries the act."""
    if item.lead:
        return None
    for mention in chart.starts.get(item.first - 1, ()):
        if (
            mention.kind in ("launching", "agency")
            and not mention.form.startswith("verb")
            and mention.last == item.first
        ):
            return mention
    return None
