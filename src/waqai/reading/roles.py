"""Who did it and whom it hit: the role of a mention beside the acts of its clause, by order and preposition."""

from __future__ import annotations

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention, Part

AGAINST = frozenset("علي ضد نحو صوب باتجاه استهداف استهدفت استهدف طالت طال ضربت تستهدف يستهدف واستهدفت".split())
BY = frozenset("قبل يد ايدي جانب بايدي تنفذه نفذته نفذها نفذه شنته شنها شنه شنتها ينفذها تشنها تشنه".split())
LAUNCH = frozenset("اطلقت اطلق انطلقت انطلق مصدره مصدرها مصدر اقلعت اطلاق اطلاقها انطلاقا اطلاقه اتية قادمه".split())
OBJECT_NOUNS = frozenset("killing abduction take assault siege arrest raid killed destroy strike-on".split())
SUFFERING = frozenset("تعرض تعرضت تتعرض يتعرض تعرضا شهدت شهد تشهد هز هزت".split())
CLASHING = frozenset(["clash"])
TARGETED = frozenset("استهداف استهدافه استهدافها".split())
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
    if item.kind in SIMPLE:
        return SIMPLE[item.kind]
    if item.kind == "place":
        return "origin" if _is_origin(chart, item) else "site"
    if _inside_casualty(chart, item):
        return None
    if item.kind in ("facility", "person"):
        return "target"
    return _actor_role(chart, acts, item, taken)


def before(chart: Chart, item: Mention, steps: int = 1) -> str:
    """The word before the item, past quotation marks; '' at the beginning."""
    index = item.first
    for _ in range(steps):
        index -= 1
        while index >= 0 and chart.tokens[index].text in QUOTES:
            index -= 1
    return chart.tokens[index].text if index >= 0 else ""


def _is_origin(chart: Chart, place: Mention) -> bool:
    """أُطلقت من بادية الميادين، انطلقت من، مصدرها: where it was launched."""
    word = before(chart, place)
    window = {token.text.lstrip("و") for token in chart.tokens[max(0, place.first - 5) : place.first]}
    return (word == "من" or place.lead == "ل") and bool(window & LAUNCH)


def _inside_casualty(chart: Chart, item: Mention) -> bool:
    """A person counted among the victims is no target of its own here."""
    return any(c.start <= item.start and item.end <= c.end for c in chart.kinds.get("casualty", ()))


def _actor_role(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    if any(act.value in CLASHING for act in acts):
        return "initiator"
    trigger = acts[0]
    has_agent = any(role == "initiator" for role, _ in taken)
    if _marked_target(chart, item):
        return "target"
    if _marked_agent(chart, item):
        return "initiator"
    if item.first < trigger.first:
        return _before_trigger(chart, acts, item, has_agent)
    return _after_trigger(chart, acts, item, has_agent)


def _marked_target(chart: Chart, item: Mention) -> bool:
    word = before(chart, item)
    return word in AGAINST or (word in TARGETED)


def _marked_agent(chart: Chart, item: Mention) -> bool:
    word = before(chart, item)
    if word in BY and not (word == "قبل" and before(chart, item, 2) != "من"):
        return True
    return False


def _before_trigger(chart: Chart, acts: list[Mention], item: Mention, has_agent: bool) -> str | None:
    """طائرات التحالف قصفت؛ شنت طائرات حربية غارات؛ but تعرضت قوات النظام لهجوم."""
    window = {token.text.lstrip("و") for token in chart.tokens[max(0, item.first - 4) : item.first]}
    if window & SUFFERING:
        return "target"
    if item.lead in ("ل", "ب") or before(chart, item) in ("من", "في", "مع", "عن", "الي"):
        return None
    return None if has_agent else "initiator"


def _after_trigger(chart: Chart, acts: list[Mention], item: Mention, has_agent: bool) -> str | None:
    trigger = next((act for act in reversed(acts) if act.first < item.first), acts[0])
    word = before(chart, item)
    verbal = trigger.form.startswith("verb")
    if item.lead.endswith("ل") or word in ("من", "عبر"):
        return "initiator" if not has_agent and not verbal else "target"
    if item.lead.endswith("ب") or word in ("في", "مع", "الي", "بين", "عن"):
        return None
    if trigger.tail and verbal:
        return "initiator" if not has_agent else None
    if not verbal and trigger.value in OBJECT_NOUNS:
        return "target"
    if trigger.form == "verb.passive":
        return "target"
    return "target" if has_agent else "initiator"
