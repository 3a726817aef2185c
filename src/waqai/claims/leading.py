"""Which mentions of a draft say what kind of act it is: the one that tells it most fully, and those of a like kind.

A report that tells a shell and, further down, how the fighting in the city began, tells a shelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from waqai.claims.drafts import Draft, acts_of
from waqai.claims.flights import is_shot_down
from waqai.reading.grouping import related
from waqai.reading.model import EventMention
from waqai.reading.read import Text

FINEST_WIDE = 4
"""A whole country says nothing of an act."""
WEAK = frozenset("attack killed".split())
"""«هجوم» and «قتل» go with every kind of act."""
SHELLED = ("قصف",)
APART = 3
IMPLIED = {
    **dict.fromkeys("drone aircraft helicopter".split(), "air_strike"),
    **dict.fromkeys("rocket missile shell mortar artillery".split(), "shelling"),
    **dict.fromkeys("car_bomb ied mine".split(), "ied"),
    "suicide_belt": "suicide_bomb",
}
"""What kind of act «هجوم» is by the weapon told of it."""


def fullest(draft: Draft) -> EventMention:
    """The mention with most arguments, the first of them; not one that tells only how the attack ended."""
    return max([one for one in draft.mentions if not is_shot_down(one)] or draft.mentions, key=_rank)


def by_fullness(mentions: Iterable[EventMention]) -> list[EventMention]:
    """The mentions, the one with most arguments first."""
    return sorted(mentions, key=_rank, reverse=True)


def leading(text: Text, draft: Draft) -> list[EventMention]:
    """The mentions of the same kind of act as the fullest that names a kind; all of them where none does."""
    kinds = [_kinds(text, event) for event in draft.mentions]
    telling = [i for i, event in enumerate(draft.mentions) if kinds[i] and _tells(draft, event, i)]
    if not telling:
        return [event for event, named in zip(draft.mentions, kinds, strict=True) if not named] or draft.mentions
    most = max(telling, key=lambda i: _rank(draft.mentions[i]))
    told = enumerate(zip(draft.mentions, kinds, strict=True))
    return [
        event
        for i, (event, named) in told
        if i == most or all(related(mine, one) for mine in kinds[most] for one in named)
    ]


def _tells(draft: Draft, event: EventMention, number: int) -> bool:
    """Whether more than the word is said; «بعد أشهر من المعارك», well behind a killing, makes it no battle."""
    alone = draft.sentences[number] - min(draft.sentences) > APART and not event.of("casualty") and not event.of("site")
    return event.act != "clash" or not alone


def of_one_kind(text: Text, draft: Draft) -> Draft:
    """The draft without what was told of acts of another kind: their words, weapons and figures."""
    kept = leading(text, draft)
    aside = {m for event in draft.mentions if event not in kept for m in event.of("casualty")}
    own = {m for event in kept for m in event.of("casualty")}
    return replace(draft, mentions=kept, figures=[m for m in draft.figures if m in own or m not in aside])


def _rank(event: EventMention) -> tuple[int, int]:
    """How much the mention says of the act; of equals the first says most."""
    told = sum(getattr(mention.value, "precision", 0) <= FINEST_WIDE for _, mention in event.arguments)
    return told, -event.trigger.start


def _kinds(text: Text, event: EventMention) -> set[str]:
    """The kinds of act that the mention names, by its act words, else by its weapons."""
    named = acts_of(event) - WEAK
    if named == {"strike"} and text.tokens[event.trigger.first].text.lstrip("وفبليتا").startswith(SHELLED):
        return {"launch"}  # what is shelled from afar is no bomb that was laid
    if named:
        return named
    classes = (str(getattr(weapon.value, "weapon_class", "")) for weapon in event.of("weapon"))
    return {IMPLIED[one] for one in classes if one in IMPLIED}
