"""Which mentions of a draft say what kind of act it is: the one that tells it most fully, and those of a like kind.

A report that tells a shell and, further down, how the fighting in the city began, tells a shelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from waqai.claims.drafts import Draft, acts_of
from waqai.reading.grouping import related
from waqai.reading.model import EventMention

FINEST_WIDE = 4
"""A whole country says nothing of an act."""
WEAK = frozenset("attack killed".split())
"""«هجوم» and «قتل» go with every kind of act."""
IMPLIED = {
    **dict.fromkeys("drone aircraft helicopter".split(), "air_strike"),
    **dict.fromkeys("rocket missile shell mortar artillery".split(), "shelling"),
    **dict.fromkeys("car_bomb ied mine".split(), "ied"),
    "suicide_belt": "suicide_bomb",
}
"""What kind of act «هجوم» is by the weapon told of it."""


def fullest(draft: Draft) -> EventMention:
    """The mention with most arguments, the first of them."""
    return max(draft.mentions, key=_rank)


def by_fullness(mentions: Iterable[EventMention]) -> list[EventMention]:
    """The mentions, the one with most arguments first."""
    return sorted(mentions, key=_rank, reverse=True)


def leading(draft: Draft) -> list[EventMention]:
    """The mentions of the same kind of act as the fullest that names a kind; all of them where none does."""
    telling = [event for event in draft.mentions if _kinds(event)]
    if not telling:
        return draft.mentions
    fullest = max(telling, key=_rank)
    main = _kinds(fullest)
    return [
        event
        for event in draft.mentions
        if event is fullest or all(related(mine, one) for mine in main for one in _kinds(event))
    ]


def of_one_kind(draft: Draft) -> Draft:
    """The draft without what was told of acts of another kind: their words, weapons and figures."""
    kept = leading(draft)
    aside = {m for event in draft.mentions if event not in kept for m in event.of("casualty")}
    own = {m for event in kept for m in event.of("casualty")}
    return replace(draft, mentions=kept, figures=[m for m in draft.figures if m in own or m not in aside])


def _rank(event: EventMention) -> tuple[int, int]:
    """How much the mention says of the act; of equals the first says most."""
    told = sum(getattr(mention.value, "precision", 0) <= FINEST_WIDE for _, mention in event.arguments)
    return told, -event.trigger.start


def _kinds(event: EventMention) -> set[str]:
    """The kinds of act that the mention names, by its act words, else by its weapons."""
    named = acts_of(event) - WEAK
    if named:
        return named
    classes = (str(getattr(weapon.value, "weapon_class", "")) for weapon in event.of("weapon"))
    return {IMPLIED[one] for one in classes if one in IMPLIED}
