"""Aircraft that did nothing: they flew by, stood on the ground, or took the wounded away."""

from __future__ import annotations

from dataclasses import replace

from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

IDLE = frozenset(
    """وصول وصلت تصل لتصل
    تحليق حلق حلقت تحلق يحلق هبوط اقلاع مربض مرابض مدرج مدارج مهبط مهابط حظاير حظيره صيانه مرور عبور تسيير سماع
    اصوات هدير""".split()
)
"""What aircraft do, and where they stand, when they hit nothing."""
FLEW = frozenset("حلقت تحلق يحلق حلق يحوم تحوم حام حامت يجوب تجوب".split())
STILL = frozenset("ظل ظلت بقي بقيت كان كانت استمر استمرت واصل واصلت ما لا عاد عادت".split())
"""«ظل الطيران يحلق» with its subject before the verb."""
MOVED = frozenset("نقل نقلت نقلوا نقلهم نقله نقلهما ينقل اجلي اجلوا اجلاء اجلاوهم اخلي اخلاء اسعف اسعفوا".split())
MOVED_BACK = 6
"""Words from «نقل» over who was moved to what moved them."""
OUTLETS = frozenset("تلفزيون قناه شبكه اذاعه لتلفزيون لقناه فضائيه".split())
"""«تلفزيون المسيرة» is an outlet's name."""
TWO_AIRCRAFT = frozenset("الطايرتين الطايرتان الطايرات الطايره".split())


def without_idle(text: Text, event: EventMention) -> EventMention:
    """The event mention without the aircraft that only flew by, stood there or took the wounded away."""
    kept = tuple((role, m) for role, m in event.arguments if not _only_flew(text, role, m))
    return event if len(kept) == len(event.arguments) else replace(event, arguments=kept)


def _only_flew(text: Text, role: str, mention: Mention) -> bool:
    if role == "weapon":
        return is_idle(text, mention) or _carried_away(text, mention)
    return role == "initiator" and _carried_away(text, mention)


def _carried_away(text: Text, mention: Mention) -> bool:
    """«نُقلوا بمروحية إلى المستشفى», «أجلي المصابون على متن طائرة»: what took somebody away did nothing."""
    words = [token.text.lstrip("وف") for token in text.tokens[max(0, mention.first - MOVED_BACK) : mention.first]]
    aboard = mention.lead.endswith("ب") or words[-2:] == ["علي", "متن"] or words[-1:] == ["بواسطه"]
    return aboard and any(word in MOVED for word in words)


def is_idle(text: Text, mention: Mention) -> bool:
    """«تحليق طيران حربي», «مربض للطائرات المروحية», «هبوط طائرة شحن»: what flew by or stood there hit nothing."""
    before = text.tokens[max(0, mention.first - 2) : mention.first]
    if before and before[-1].text in OUTLETS:
        return True
    after = text.tokens[mention.last : mention.last + 2]  # «طائرات استطلاع إسرائيلية حلقت في الأجواء»
    after = text.tokens[mention.last : mention.last + 3] if after and after[0].text in STILL else after
    named = mention.form != "" or text.tokens[mention.first].text.removeprefix(mention.lead).startswith("ال")
    flew = named and any(token.text in FLEW for token in after)
    return not mention.lead.startswith("ب") and (flew or any(token.text.lstrip("و") in IDLE for token in before))


def without_drones_again(text: Text, said: list[Mention]) -> list[Mention]:
    """«بطائرتين مسيرتين … وأسقطت الطائرتين»: the bare word for aircraft behind drones means the drones."""
    drones = [m.first for m in said if getattr(m.value, "weapon_class", "") == "drone"]
    return [m for m in said if not (drones and min(drones) < m.first and _is_bare(text, m))]


def _is_bare(text: Text, mention: Mention) -> bool:
    word = text.tokens[mention.first].text.removeprefix(mention.lead)
    return mention.last - mention.first == 1 and word in TWO_AIRCRAFT and not mention.lead.endswith("ب")


def is_shot_down(event: EventMention) -> bool:
    """«أسقطت الدفاعات مسيرتين وسقطت الثالثة في العراء»: how the attack told before ended, no act of its own."""
    told = any(m.value == "intercepted" for m in event.of("outcome"))
    return event.act == "fall" and told and all(_flew(m) for m in event.of("weapon"))


def _flew(weapon: Mention) -> bool:
    return getattr(weapon.value, "weapon_class", "") in ("drone", "missile", "rocket")


def without_interceptor(event: EventMention) -> EventMention:
    """Who shot the drones down is not who sent them, and nobody that was hit."""
    if not is_shot_down(event) or event.of("act"):
        return event
    return replace(event, arguments=tuple(one for one in event.arguments if one[0] not in ("initiator", "target")))
