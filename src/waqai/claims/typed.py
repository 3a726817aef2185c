"""Weapons that two words name together: «خمس قذائف من نوع الكاتيوشا», «طائرة أميركية من دون طيار», «أرض - أرض»."""

from __future__ import annotations

from dataclasses import replace

from waqai.reading.model import Mention
from waqai.reading.read import Text
from waqai.reading.weapons.grammar import WeaponRef

REACH = 5
"""Words from «قذائف» to the name of their kind."""
OF_KIND = frozenset("نوع طراز عيار".split())
GROUND = 8
"""Words from «الصاروخ» to «أرض - أرض»."""


def settled(text: Text, said: list[Mention]) -> list[tuple[Mention, WeaponRef]]:
    """The weapons as they are meant: the general word with its kind behind it is one weapon of that kind."""
    found: list[tuple[Mention, WeaponRef]] = []
    kinds = {id(kind): mention for mention in said if (kind := _kind_behind(text, mention, said)) is not None}
    guided = any(_is_ground_to_ground(text, mention) for mention in said)
    general = {id(mention) for mention in kinds.values()}
    for mention in said:
        value = mention.value
        if not isinstance(value, WeaponRef) or id(mention) in general:
            continue
        whole = kinds.get(id(mention))
        count = whole.value.count if whole is not None and isinstance(whole.value, WeaponRef) else value.count
        sort = "missile" if guided and value.weapon_class == "rocket" else value.weapon_class
        meant = mention if whole is None else replace(mention, start=whole.start, first=whole.first)
        found.append((meant, WeaponRef(sort, count)))
    return found


def _kind_behind(text: Text, mention: Mention, said: list[Mention]) -> Mention | None:
    """What kind they are is named behind: «من نوع الكاتيوشا», «طائرة روسية مسيرة»."""
    for other in said:
        if other is mention or not mention.last <= other.first <= mention.last + REACH:
            continue
        between = [token.text for token in text.tokens[mention.last : other.first]]
        if len(between) >= 2 and OF_KIND & set(between[-3:]):
            return other
        if _is_unmanned(text, mention, other):
            return other
    return None


def _is_unmanned(text: Text, mention: Mention, other: Mention) -> bool:
    """«طائرة أميركية من دون طيار», «طائرة روسية مسيرة»: the side stands inside the name of a drone."""
    classes = [getattr(m.value, "weapon_class", "") for m in (mention, other)]
    between = [token.text for token in text.tokens[mention.last : other.first]]
    apart = any(word in ("و", "،", ".", "او") or word.startswith("و") for word in between)
    return classes == ["aircraft", "drone"] and not apart and other.lead in ("", "ال") and len(between) <= 2


def _is_ground_to_ground(text: Text, mention: Mention) -> bool:
    """«صاروخ أرض ـ أرض», «الصاروخ، ويرجح أنه أرض/أرض»."""
    if getattr(mention.value, "weapon_class", "") != "rocket":
        return False
    behind = [token.text for token in text.tokens[mention.last : mention.last + GROUND]]
    return behind.count("ارض") > 1
