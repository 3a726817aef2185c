"""The role of a mention beside the acts of its clause, by order, preposition and verb."""

from __future__ import annotations

from waqai.reading.agents import agent_role, is_bomber
from waqai.reading.aims import aim_role
from waqai.reading.doers import person_acts
from waqai.reading.engine import Chart
from waqai.reading.government import joined_to, verb_after, verb_before, word_at
from waqai.reading.model import Mention, Part
from waqai.reading.nominals import carrying_noun
from waqai.reading.siting import place_role
from waqai.reading.verbals import carried

SIMPLE = {
    "weapon": "weapon",
    "when": "when",
    "casualty": "casualty",
    "damage": "damage",
    "outcome": "outcome",
}

TITLED = 8
OF_GROUP = frozenset(["في", "من"])
OF_A_BASE = frozenset("الجويه العسكريه البحريه التابعه رقم الاميركيه الامريكيه الروسيه الواقعه المذكوره".split())


def role_of(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    """The role of the item beside these acts; None where it has none."""
    if item.kind == "bomber":
        return "initiator" if is_bomber(chart, acts, item) else None
    if item.kind in SIMPLE:
        return SIMPLE[item.kind]
    if item.kind == "place":
        return place_role(chart, acts, item, taken)
    if _inside(chart, item, "speaker") or _standing(chart, acts, item) or _in_place_name(chart, item):
        return None
    if item.kind in ("facility", "person", "name"):
        if any(
            cue.first == item.first for cue in chart.kinds.get("attribution", ()) if cue.part("accused") is not None
        ):
            return None  # «متهما الحوثيين»: a word of accusing
        if _is_titled(chart, item) or any(a.start <= item.start < a.end for a in chart.kinds.get("actor", ())):
            return None
        if item.kind == "person" and person_acts(chart, acts, item):
            return "initiator"
        return aim_role(chart, acts, item, taken)
    if _owner(chart, item) or _counted(chart, item) or _is_base(chart, item) or _is_aside(chart, acts, item):
        return None
    return "initiator" if _does_it(acts, item) else agent_role(chart, acts, item, taken)


def _is_titled(chart: Chart, item: Mention) -> bool:
    """«القيادي في حركة كذا أبو فلان»: the name stands within who he is."""
    if item.kind != "name":
        return False
    near = (m for i in range(max(0, item.first - TITLED), item.first) for m in chart.starts.get(i, ()))
    titles = (m for m in near if m.kind == "person" and m.last == item.last)
    return any(word_at(chart, m.first + 1) in OF_GROUP for m in titles)


def _is_aside(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """Who shot the thing down, and a bomber, who is read as one already."""
    return _shot_it_down(acts, item) or _is_the_bomber(chart, acts, item)


def _shot_it_down(acts: list[Mention], item: Mention) -> bool:
    """«اعترضت الدفاعات السعودية صاروخا»: whoever shot it down did not fire it."""
    return any(act.rule == "interception.alone" and 0 <= item.first - act.last <= 1 for act in acts)


def _does_it(acts: list[Mention], item: Mention) -> bool:
    """«ضبطت قوات خفر السواحل شحنة صواريخ», «ألقت الشرطة القبض»: the subject inside the words for the act."""
    return any(
        not act.form.startswith("noun") and act.first + 1 == item.first and item.last < act.last and not item.lead
        for act in acts
    )


def _is_the_bomber(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """«هاجم انتحاري المقر»: who did it already, as the bomber."""
    return any(m.kind == "bomber" and is_bomber(chart, acts, m) for m in chart.starts.get(item.first, ()))


def governing_group(chart: Chart, groups: list[list[Mention]], item: Mention) -> int | None:
    """Which group of acts has the verb that the party is subject or object of; None where order must tell."""
    if item.kind not in ("actor", "metonym"):
        return None
    verb = verb_before(chart, item) or verb_after(chart, item) or carrying_noun(chart, item)
    if verb is None:
        first = joined_to(chart, item)
        return governing_group(chart, groups, first) if first is not None and first.kind == item.kind else None
    for number, acts in enumerate(groups):
        if verb in acts:
            return number
    if verb.kind in ("act", "suffering"):
        return None
    following = [n for n, acts in enumerate(groups) if any(carried(chart, verb, act) for act in acts)]
    return following[0] if following and not verb.tail else None


def _inside(chart: Chart, item: Mention, kind: str) -> bool:
    return any(c.start <= item.start and item.end <= c.end for c in chart.kinds.get(kind, ()))


def _in_place_name(chart: Chart, item: Mention) -> bool:
    """حي الشرطة, ساحة التحرير: part of a name."""
    return item.kind in ("actor", "person", "name") and any(
        p.start < item.start < p.end for p in chart.kinds.get("place", ()) if p.rule != "places.directed"
    )


def _owner(chart: Chart, item: Mention) -> bool:
    """قاعدة تحالف تقوده واشنطن، مواقع لتنظيم داعش: who holds the thing that was hit is told with it."""
    return any(
        (thing.start < item.start < thing.end and not _armed_with(chart, thing, item))
        or (thing.last == item.first and item.lead in ("", "ل"))
        for thing in chart.kinds.get("facility", ())
    )


def _is_base(chart: Chart, item: Mention) -> bool:
    """«قصفوا القاعدة 21», «القاعدة التابعة للقوات الخاصة»: a base, not the organisation of the name."""
    if item.last - item.first > 1 or not chart.tokens[item.first].text.endswith("القاعده"):
        return False
    after = chart.tokens[item.last] if item.last < len(chart.tokens) else None
    return after is not None and (after.kind == "number" or after.text in OF_A_BASE)


def _armed_with(chart: Chart, thing: Mention, item: Mention) -> bool:
    """«الدبابات التركية قصفت»: the side of arms that fire."""
    return item.kind == "nisba" and any(m.kind == "weapon" for m in chart.starts.get(thing.first, ()))


def _counted(chart: Chart, item: Mention) -> bool:
    """Who is counted is no party; who only stands among the figure's words (اعتقل التنظيم 15) may act."""
    for figure in chart.kinds.get("casualty", ()):
        for role, one in figure.parts:
            if role in ("person", "group") and one.start < item.end and item.start < one.end:
                return True
    return False


def _standing(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """حقل تتمركز فيه قوات …: a standing fact ties the actor to the place; «سيطرة الحوثيين على صنعاء» may be the act."""
    return any(
        0 <= item.first - word.last <= 2 and not _filled(chart, word.last, item.first)
        for word in chart.kinds.get("standing", ())
        if all(act.first != word.first for act in acts)
        and not (word.tail and word_at(chart, word.first).lstrip("و").startswith("تبع"))  # «تبعه إلقاء»: thereupon
    )


def _filled(chart: Chart, first: int, last: int) -> bool:
    """«المدعومة من روسيا منزلا», «يقود سيارة مفخخة مقرا»: what the standing word tells of stands between."""
    kinds = ("actor", "metonym", "weapon")
    return any(m.kind in kinds and m.last <= last for i in range(first, last) for m in chart.starts.get(i, ()))
