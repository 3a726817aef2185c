"""Several acts told once more: «الهجمات» after «هجمات بطائرات مسيّرة» means those, and is no sum of many."""

from __future__ import annotations

from collections.abc import Iterable

from waqai.claims.drafts import Draft
from waqai.claims.model import When
from waqai.claims.nearby import stem
from waqai.claims.series import in_tally
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

NEAR = 2
"""Sentences within which «الهجمات» points back."""
OWN = ("site", "when", "target", "initiator", "casualty")


def resumes(
    text: Text, event: EventMention, drafts: Iterable[Draft], sentence: int, whens: dict[Mention, When]
) -> bool:
    """Whether the plural with the article, with nothing of its own, names an act told just before in the plural."""
    trigger = event.trigger
    if not trigger.form.startswith("noun.plural") or not _is_definite(text, trigger) or in_tally(text, event, whens):
        return False
    if any(event.of(role) for role in OWN):
        return False
    word = _bare(text, trigger)
    return any(
        _bare(text, told.trigger) == word and not _is_definite(text, told.trigger)
        for draft in drafts
        for told, number in zip(draft.mentions, draft.sentences, strict=True)
        if 0 <= sentence - number <= NEAR
    )


def _is_definite(text: Text, trigger: Mention) -> bool:
    said = text.tokens[trigger.first].text.removeprefix("و")
    return trigger.form.endswith(".the") or said.startswith(("ال", "لل", "بال"))


def _bare(text: Text, trigger: Mention) -> str:
    return stem(text, trigger).removeprefix("لل").removeprefix("ال")
