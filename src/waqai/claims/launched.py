"""Where what was used came from, told in a sentence of its own: «وانطلقت المسيّرات من مناطق نفوذها في ريف الميادين»."""

from __future__ import annotations

from dataclasses import replace

from waqai.claims.drafts import Draft, acts_of
from waqai.reading.model import Mention
from waqai.reading.origins import FIRE, is_launched_from
from waqai.reading.read import Text, sentence_tokens
from waqai.reading.siting import is_told_at

CLOSE = 4
BACK = 2
"""Sentences from such a sentence back to the act, at most."""


def launched(text: Text, drafts: list[Draft]) -> None:
    """A place that something is said to have come from, and that no act has, is the origin of the act told before."""
    bounds = list(sentence_tokens(text))
    owned = {m.start for draft in drafts for event in draft.mentions for _, m in event.arguments}
    for place in text.chart.kinds.get("place", ()):
        if place.start in owned or is_told_at(text.chart, place) or not is_launched_from(text.chart, place):
            continue
        number = next((i for i, (first, last) in enumerate(bounds) if first <= place.first < last), 0)
        if not _of_arms(text, bounds[number], place):
            continue
        draft = _meant(text, drafts, bounds[number], number)
        if draft is not None and not draft.of("origin"):
            at = max(range(len(draft.mentions)), key=lambda i: draft.sentences[i])
            event = draft.mentions[at]
            draft.mentions[at] = replace(event, arguments=(*event.arguments, ("origin", place)))


def _of_arms(text: Text, bounds: tuple[int, int], place: Mention) -> bool:
    """«انطلقت المسيّرات», «القصف انطلق»; not «انطلقت قافلة», «الوزير قادما»."""
    first, last = bounds
    if any(
        token.text.lstrip("و").startswith("اطلق")
        for token in text.tokens[max(first, place.first - CLOSE) : place.first]
    ):
        return True
    return any(m.kind in ("weapon", "act") for i in range(first, last) for m in text.chart.starts.get(i, ()))


def _meant(text: Text, drafts: list[Draft], bounds: tuple[int, int], number: int) -> Draft | None:
    """The act told last before, with the arm that the sentence names if it names one."""
    near = [
        (at, draft)
        for draft in drafts
        for at, event in zip(draft.sentences, draft.mentions, strict=True)
        if number - BACK <= at < number and acts_of(event) & FIRE
    ]
    arms = _arms([m for m in text.chart.kinds.get("weapon", ()) if bounds[0] <= m.first < bounds[1]])
    fitting = [(at, draft) for at, draft in near if not arms or arms & _arms(draft.of("weapon"))]
    return max(fitting, key=lambda one: one[0])[1] if fitting else None


def _arms(weapons: list[Mention]) -> set[str]:
    return {str(getattr(m.value, "weapon_class", "")) for m in weapons}
