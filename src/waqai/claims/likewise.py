"""Acts told by their likeness to another: «قصف مماثل», «وفي حوادث مشابهة», «كما استهدفت القوات بلدة …».

What they came by is said of the act before: its weapons, and with them its kind, are theirs too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.claims.arms import weapons
from waqai.claims.delivery import FROM_AIR, comes_from
from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.kinds import AIR, ATTACK, CLASH, EVENT_TYPES, IED, SHELLING
from waqai.claims.model import ReportedEvent, Weapon
from waqai.reading.model import EventMention
from waqai.reading.read import Text

LIKE = ("مماثل", "مشابه", "مشابهه", "مماثله")
ACTS_LIKE = 5
"""Words from «وفي حوادث مماثلة» to its verb."""
SENTENCES = 2
GENERIC = frozenset([ATTACK, CLASH, IED, SHELLING])
"""The kinds that a word without its weapon is taken for."""

VIOLENT = frozenset(["Battles", "Explosions/Remote violence", "Violence against civilians"])

Means = tuple[tuple[Weapon, ...], str]
"""The weapons of an act, and its sub-event type."""
Coded = Sequence[tuple[Draft, ReportedEvent]]
"""The acts coded so far, in the order of the report."""


def likened(text: Text, draft: Draft, own: Means, coded: Coded) -> Means:
    """The weapons and the kind of the act: its own, or those of the act that its words liken it to."""
    used, sub = own
    if used or sub not in GENERIC | {AIR}:
        return own
    event = draft.mentions[0]
    model = _told_before(draft, coded) if sub in GENERIC and _is_likened(text, event) else None
    if model is not None:
        return _weapons(model, event), model.sub_event_type
    return _of_same_hand(text, draft, coded) or own


def _of_same_hand(text: Text, draft: Draft, coded: Coded) -> Means | None:
    """«قصفت مدفعية النظام كفرعمة. كما استهدفت قواته معارة النعسان»: the same hand, in the same breath."""
    hands = {codebook_id(doer) for doer in draft.of("initiator")} - {None}
    if draft.acts() != {"strike"} or not hands:
        return None
    near = (
        (told.trigger.start, told, sentence)
        for other, _ in coded
        for told, sentence in zip(other.mentions, other.sentences, strict=True)
        if told.trigger.start < draft.mentions[0].trigger.start and draft.sentences[0] - sentence <= SENTENCES
        if told.of("initiator")
    )
    last = max(near, key=lambda one: one[0], default=None)
    if last is None or {codebook_id(doer) for doer in last[1].of("initiator")} - {None} != hands:
        return None
    alone = Draft([last[1]], [last[2]])
    used, way = weapons(text, alone), comes_from(text, alone)
    flown = way == "air" or (not way and bool(used) and used[0].weapon_class in FROM_AIR)
    if not (way or flown):
        return None
    return tuple(replace(weapon, count=None) for weapon in used), AIR if flown else SHELLING


def _told_before(draft: Draft, coded: Coded) -> ReportedEvent | None:
    """The act told last before, in this sentence or one of the two before, if it is one of violence."""
    start, number = draft.mentions[0].trigger.start, draft.sentences[0]
    before = [
        (told.trigger.start, known)
        for other, known in coded
        for told, sentence in zip(other.mentions, other.sentences, strict=True)
        if told.trigger.start < start and number - sentence <= SENTENCES
    ]
    model = max(before, key=lambda one: one[0], default=(0, None))[1]
    return model if model is not None and EVENT_TYPES.get(model.sub_event_type) in VIOLENT else None


def _is_likened(text: Text, event: EventMention) -> bool:
    """«قصف مماثل», «هجومين مماثلين», «وفي حادث مماثل قتل …»."""
    acts = (event.trigger, *event.of("act"))
    behind = [text.tokens[act.last].text for act in acts if act.last < len(text.tokens)]
    ahead = [token.text for token in text.tokens[max(0, event.trigger.first - ACTS_LIKE) : event.trigger.first]]
    fresh = ahead[max((i + 1 for i, word in enumerate(ahead) if word in ("،", ".", "\n", "؛")), default=0) :]
    return any(word.startswith(LIKE) for word in behind) or any(word.startswith(LIKE) for word in fresh)


def _weapons(model: ReportedEvent, event: EventMention) -> tuple[Weapon, ...]:
    """The weapons of the act before, one where the likened act is told in the singular."""
    single = event.trigger.form == "noun" and not event.trigger.tail
    return tuple(replace(weapon, count=1 if single and _counts(weapon) else None) for weapon in model.weapons)


def _counts(weapon: Weapon) -> bool:
    """«تفجير مماثل» used one bomb; «قصف مماثل» no one shell."""
    return weapon.weapon_class in ("ied", "car_bomb", "mine", "suicide_belt")
