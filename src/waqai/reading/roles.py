"""Who did it and whom it hit: the role of a mention beside the acts of its clause, by order and preposition."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.model import Mention, Part
from waqai.reading.siting import before, place_role

AGAINST = frozenset("علي ضد نحو صوب باتجاه بحق".split())
HITTING = frozenset("استهداف استهدفت استهدف طالت طال ضربت تستهدف يستهدف".split())
HANDS = frozenset("يد ايدي جانب بايدي بيد طرف".split())
OBJECT_NOUNS = frozenset("killing abduction take assault siege arrest raid killed destroy".split())
BOMBING = frozenset("explosion ied attack suicide_bomb".split())
AIM = 6
SIMPLE = {
    "weapon": "weapon",
    "when": "when",
    "casualty": "casualty",
    "damage": "damage",
    "outcome": "outcome",
    "bomber": "initiator",
}


def role_of(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    """The role of the item beside these acts; None where it has none."""
    if item.kind == "bomber":
        return "initiator" if _is_bomber(chart, acts, item) else None
    if item.kind in SIMPLE:
        return SIMPLE[item.kind]
    if item.kind == "place":
        return place_role(chart, acts, item, taken)
    if item.kind == "nisba":
        return "initiator" if _adjective_of(chart, acts, item) else None
    if item.kind == "actor" and _owner(chart, item):
        return None
    if _among_victims(chart, item) or _inside(chart, item, "speaker") or _standing(chart, item):
        return None
    if item.kind in ("facility", "person"):
        if any(actor.start <= item.start < actor.end for actor in chart.kinds.get("actor", ())):
            return None
        return _aim_role(chart, acts, item)
    return _actor_role(chart, acts, item, taken)


def _is_bomber(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """فجر انتحاري نفسه; but in «هجوم انتحاري» the word is an adjective."""
    if not {str(act.value) for act in acts} & BOMBING:
        return False
    within = [act for act in acts if act.first <= item.first <= act.last]
    return all(
        act.form.startswith("verb") or chart.tokens[act.first].text.lstrip("و").startswith("فجر") for act in within
    )


def _inside(chart: Chart, item: Mention, kind: str) -> bool:
    return any(c.start <= item.start and item.end <= c.end for c in chart.kinds.get(kind, ()))


def _owner(chart: Chart, item: Mention) -> bool:
    """قاعدة تحالف تقوده واشنطن، مواقع لتنظيم داعش: who holds the thing that was hit is told with it."""
    return any(
        (thing.start < item.start < thing.end) or (thing.last == item.first and item.lead in ("", "ل"))
        for thing in chart.kinds.get("facility", ())
    )


def _among_victims(chart: Chart, item: Mention) -> bool:
    """Who is counted is no target of its own; who only stands among the figure's words (اعتقل التنظيم 15) may act."""
    for figure in chart.kinds.get("casualty", ()):
        if item.kind != "actor" and figure.start <= item.start and item.end <= figure.end:
            return True
        counted = (figure.part("person"), figure.part("group"))
        if any(one is not None and one.start < item.end and item.start < one.end for one in counted):
            return True
    return False


def _standing(chart: Chart, item: Mention) -> bool:
    """حقل تتمركز فيه قوات …: a standing fact ties the actor to the place, not to the act."""
    return any(0 <= item.first - word.last <= 2 for word in chart.kinds.get("standing", ()))


def _adjective_of(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """غارة أميركية، القصف المدفعي التركي: the adjective of the act names its author."""
    for act in acts:
        if act.form.startswith("verb") or not 0 <= item.first - act.last <= 1:
            continue
        between = [m for m in chart.starts.get(act.last, ()) if m.kind == "means"]
        if item.first == act.last or between:
            return True
    return False


def _aim_role(chart: Chart, acts: list[Mention], item: Mention) -> str | None:
    """A facility or person is what was hit, if it stands after the act as object or after على."""
    if _aimed_at(chart, acts, item):
        return "target"
    if item.lead in ("ب", "ك") or before(chart, item) in ("من", "مع", "عن", "لدي"):
        return None
    after = any(
        act.first < item.first <= act.last + (AIM if act.form.startswith("verb") or act.value in OBJECT_NOUNS else 1)
        for act in acts
    )
    suffering = any(0 < item.first - word.first <= 4 for word in chart.kinds.get("suffering", ()))
    return "target" if after or suffering else None


def _actor_role(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    if _uncrewed(chart, item):
        return None
    if any(act.value == "clash" for act in acts):
        return "initiator"
    if taken and item.lead == "و" and taken[-1][1].last == item.first and taken[-1][1].kind == "actor":
        return taken[-1][0]
    if _aimed_at(chart, acts, item):
        return "target"
    if before(chart, item) in HANDS or (before(chart, item) == "قبل" and before(chart, item, 2) == "من"):
        return "initiator"
    has_agent = any(role == "initiator" for role, _ in taken)
    if item.first < acts[0].first:
        return None if has_agent else _subject_before(chart, acts, item)
    return _after_trigger(chart, acts, item, has_agent=has_agent)


def _uncrewed(chart: Chart, item: Mention) -> bool:
    """A drone without an owner is a weapon, nobody's hand."""
    if getattr(item.value, "sort", "") != "aircraft" or getattr(item.value, "id", None):
        return False
    drones = (m for m in chart.kinds.get("weapon", ()) if getattr(m.value, "weapon_class", "") == "drone")
    return any(m.start < item.end and item.start < m.end for m in drones)


def _aimed_at(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """غارات على مواقع؛ هجوم استهدف دورية: what follows على, or a verb whose subject is the act itself."""
    word = before(chart, item)
    if word in AGAINST:
        return True
    return word in HITTING and any(act.last < item.first - 1 and not act.form.startswith("verb") for act in acts)


def _subject_before(chart: Chart, acts: list[Mention], item: Mention) -> str | None:
    """طائرات التحالف قصفت؛ شنت طائرات حربية غارات؛ but تعرضت قوات النظام لهجوم."""
    act = acts[0]
    suffering = [w for w in chart.kinds.get("suffering", ()) if 0 < item.first - w.first <= 3]
    if suffering and suffering[-1].value == "suffering" and not act.form.startswith("verb"):
        return "target"
    if item.lead in ("ل", "ب", "ك") or before(chart, item) in ("من", "في", "مع", "عن", "الي", "بين"):
        return None
    if act.form.startswith("verb"):
        return "initiator" if act.first - item.last <= 6 else None
    launching = [w for w in chart.kinds.get("launching", ()) if item.first - 5 <= w.first < act.first]
    return "initiator" if launching else None


def _after_trigger(chart: Chart, acts: list[Mention], item: Mention, *, has_agent: bool) -> str | None:
    act = next((one for one in reversed(acts) if one.first < item.first), acts[0])
    verbal = act.form.startswith("verb")
    word, gap = before(chart, item), item.first - act.last
    launched = any(
        act.last <= w.first < item.first and item.first - w.last <= 2 and w.form.startswith("verb")
        for w in chart.kinds.get("launching", ())
    )
    if launched and not has_agent:
        return "initiator"
    if item.lead.endswith("ل"):
        return "initiator" if not has_agent and not verbal and gap <= 4 else "target" if gap <= 4 else None
    if item.lead.endswith("ب") or word in ("في", "مع", "الي", "بين", "عن", "من"):
        return None
    if verbal:
        return _object(chart, act, gap, has_agent=has_agent)
    if act.value in OBJECT_NOUNS:
        return "target" if gap <= 2 else None
    return "initiator" if gap <= 1 and not has_agent else None


def _driven(chart: Chart, act: Mention) -> bool:
    """نيران استهدفت القوات: a weapon or an act right before the verb is its subject."""
    weapons = (*chart.kinds.get("weapon", ()), *chart.kinds.get("act", ()))
    return not act.lead.endswith("و") and any(0 <= act.first - w.last <= 2 and w.end <= act.start for w in weapons)


def _object(chart: Chart, act: Mention, gap: int, *, has_agent: bool) -> str | None:
    """The first party after a verb is its subject, the next its object; after a passive it is what was hit."""
    if act.form == "verb.passive":
        return "target"
    if not has_agent:
        return None if gap > 3 else "target" if _driven(chart, act) else "initiator"
    return "target" if gap <= 9 else None
