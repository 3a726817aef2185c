"""The weapons of an act: named ones, and those that the word for the act names (غارتان، قصف صاروخي)."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.claims.drafts import Draft
from waqai.claims.model import Weapon
from waqai.claims.quoting import stretch, words
from waqai.reading.model import Count, EventMention, Mention
from waqai.reading.read import Text
from waqai.reading.weapons.grammar import WeaponRef


def weapons(text: Text, draft: Draft) -> tuple[Weapon, ...]:
    """Weapons by class, the counted mention before the bare one; an air strike without more is aircraft."""
    found: dict[str, Weapon] = {}
    for mention in draft.of("weapon"):
        value = mention.value
        if not isinstance(value, WeaponRef):
            continue
        known = found.get(value.weapon_class)
        if known is None or (known.count is None and value.count is not None):
            found[value.weapon_class] = Weapon(words(text, mention), value.weapon_class, value.count)
    for event in draft.mentions:
        for weapon in _told_by_act(text, event):
            known = found.get(weapon.weapon_class)
            if known is None or (known.count is None and weapon.count is not None):
                found[weapon.weapon_class] = weapon
    return tuple(found.values())


def _told_by_act(text: Text, event: EventMention) -> Iterator[Weapon]:
    """غارتين، 15 غارة جوية، قصف صاروخي: the act's own word names the weapon, and counts it."""
    acts = [event.trigger, *(mention for role, mention in event.arguments if role == "act")]
    for act in acts:
        if act.form.startswith("verb"):
            continue
        means = [m for m in text.chart.starts.get(act.last, ()) if m.kind == "means"]
        end = means[0].end if means else act.end
        named = str(means[0].value) if means else _by_word(text, act)
        if named is None:
            continue
        counted = [m for m in text.chart.kinds.get("count", ()) if m.last == act.first]
        start = counted[0].start if counted else act.start
        exact = isinstance(counted[0].value, Count) and counted[0].value.low if counted else _single(act)
        yield Weapon(stretch(text, start, end, act.rule), named, exact or None)


def _single(act: Mention) -> int | None:
    if act.form.startswith("noun.dual"):
        return 2
    return 1 if act.form == "noun" and act.value == "air_strike" and not act.tail else None


def _by_word(text: Text, act: Mention) -> str | None:
    """The weapon that a compound act names: هجوم صاروخي، ضربات مدفعية، غارة."""
    said = text.folded.text[act.start : act.end]
    for part, weapon in (("صاروخ", "rocket"), ("مدفع", "artillery"), ("قذيف", "shell"), ("قذايف", "shell")):
        if part in said:
            return weapon
    return "aircraft" if act.value == "air_strike" else None
