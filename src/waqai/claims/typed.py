"""Weapons that two words name together: «خمس قذائف من نوع الكاتيوشا», «طائرة أميركية من دون طيار», «أرض - أرض»."""

from __future__ import annotations

from dataclasses import replace

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.model import Weapon
from waqai.reading.model import Mention
from waqai.reading.read import Text
from waqai.reading.weapons.grammar import WeaponRef

STATES = frozenset("us_forces coalition_oir israel saudi_led_coalition".split())
DRONE_POWERS = STATES | {"turkey", "iran", "russia"}
"""Whose drones fire missiles; those of others fly beside their rockets."""
REACH = 5
"""Words from «قذائف» to the name of their kind."""
OF_KIND = frozenset("نوع طراز عيار".split())
LOADED = frozenset("محمل محمله محملا محملين مزود مزوده مزودا محشو محشوه".split())
GROUND = 8
"""Words from «الصاروخ» to «أرض - أرض»."""


def settled(text: Text, said: list[Mention]) -> list[tuple[Mention, WeaponRef]]:
    """The weapons as they are meant: the general word with its kind behind it is one weapon of that kind."""
    found: list[tuple[Mention, WeaponRef]] = []
    kinds = {id(kind): mention for mention in said if (kind := _kind_behind(text, mention, said)) is not None}
    guided = any(_is_ground_to_ground(text, mention) for mention in said)
    general = {id(mention) for mention in kinds.values()}
    general |= {id(mention) for mention in said if _is_load(text, mention)}
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
        if _is_unmanned(text, mention, other) or _is_left_over(text, mention, other):
            return other
    return None


def _is_load(text: Text, mention: Mention) -> bool:
    """«صواريخ محملة بقنابل عنقودية»: what the rocket carried is no weapon of its own."""
    if getattr(mention.value, "weapon_class", "") != "bomb" or text.tokens[mention.first - 1].text not in LOADED:
        return False
    carriers = (m for m in text.chart.kinds.get("weapon", ()) if 0 < mention.first - m.last <= REACH)
    return any(getattr(m.value, "weapon_class", "") in ("rocket", "missile") for m in carriers)


def _is_left_over(text: Text, mention: Mention, other: Mention) -> bool:
    """«جسم متفجر من مخلفات الحرب», «قنبلة من مخلفات القصف»: duds of old fighting, whatever they once were."""
    near = 0 <= other.first - mention.last <= 1
    return near and "مخلفات" in text.folded.text[other.start : other.end]


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


def is_guided(draft: Draft, found: dict[str, Weapon], weapon: Weapon) -> bool:
    """The «صاروخ» of an aircraft, or of a state that fires no rockets, is a missile."""
    said = weapon.words.text
    adjective = any(word.endswith(("صاروخي", "صاروخية")) for word in said.split())
    if weapon.weapon_class != "rocket" or adjective or not ("صاروخ" in said or "صواريخ" in said):
        return False
    doers = {codebook_id(mention) for mention in draft.of("initiator")}
    flown = "drone" in found and doers and doers <= DRONE_POWERS
    return "aircraft" in found or bool(flown) or bool(doers & STATES)


def as_missile(weapon: Weapon) -> Weapon:
    """The same weapon as a missile."""
    return Weapon(weapon.words, "missile", weapon.count)
