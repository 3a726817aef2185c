"""Whether an act came from the air or from the ground: what the mention that tells it most fully names first."""

from __future__ import annotations

from waqai.claims.arms import is_aside
from waqai.claims.drafts import Draft
from waqai.claims.leading import by_fullness
from waqai.reading.actors.model import ActorRef
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

FROM_AIR = frozenset("drone aircraft helicopter air_strike bombing_from_air".split())
FROM_GROUND = frozenset("rocket missile shell mortar artillery tank shelling".split())
GUIDED = frozenset("rocket missile shell".split())
CRAFT = frozenset("drone aircraft helicopter".split())
FROM = frozenset("من مصدره مصدرها اطلقتها اطلقته القتها القته عبر".split())
"""What stands between a missile and the craft that fired it."""


def comes_from(text: Text, draft: Draft) -> str:
    """«air», «ground», or "" where no mention says; of two means the one named first (codebook, section 2)."""
    told = [(way, event) for event in by_fullness(draft.mentions) if (way := _way(text, event))]
    if not told or told[0][0] == "air":
        return told[0][0] if told else ""
    ways = [way for way, _ in told]
    raided = any(way == "air" and event.act == "air_strike" for way, event in told)
    mostly = ways.count("air") > ways.count("ground") or "shelling" not in draft.acts()
    return "air" if raided and mostly and _classes(text, told[0][1]) <= GUIDED else "ground"


def _way(text: Text, event: EventMention) -> str:
    """The first means of the mention; missiles that an aircraft fires come from the air."""
    acts = (event.trigger, *event.of("act"))
    said = [(act.start, str(act.value)) for act in acts]
    said += [(m.start, str(m.value)) for act in acts for m in _means(text, act)]
    arms = [(m.start, str(getattr(m.value, "weapon_class", ""))) for m in _used(text, event)]
    flown = any(isinstance(m.value, ActorRef) and m.value.sort == "aircraft" for m in event.of("initiator"))
    classes = _classes(text, event)
    if flown or (classes & CRAFT and classes & FROM_GROUND <= GUIDED and _fired_from(text, event)):
        return "air"
    for _, kind in sorted((*said, *arms)):
        if kind in FROM_AIR or kind in FROM_GROUND:
            return "air" if kind in FROM_AIR else "ground"
    return ""


def _used(text: Text, event: EventMention) -> list[Mention]:
    """The weapons of the mention that were used; not «تحليق طيران»."""
    return [m for m in event.of("weapon") if not is_aside(text, m)]


def _classes(text: Text, event: EventMention) -> set[str]:
    return {str(getattr(m.value, "weapon_class", "")) for m in _used(text, event)}


def _means(text: Text, act: Mention) -> list[Mention]:
    return [m for m in text.chart.starts.get(act.last, ()) if m.kind == "means"]


def _fired_from(text: Text, event: EventMention) -> bool:
    """«بصواريخ من طائرة مسيرة», «صواريخ مصدرها مسيرات»: the craft is where the missile came from."""
    craft = [m for m in _used(text, event) if getattr(m.value, "weapon_class", "") in CRAFT]
    return any(text.tokens[m.first - 1].text in FROM for m in craft if m.first)
