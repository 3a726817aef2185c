"""Casualty figures of an act: each once, the exact before the vague, each with the voice that gives it."""

from __future__ import annotations

from collections.abc import Callable

from waqai.claims.drafts import Draft
from waqai.claims.model import Toll, Words
from waqai.claims.quoting import words
from waqai.reading.model import Casualty, Mention
from waqai.reading.read import Text

Speaker = Callable[[Mention], Words | None]


def tolls(text: Text, draft: Draft, speaker: Speaker) -> tuple[Toll, ...]:
    """The figures of the act in the order of the text."""
    found: list[Toll] = []
    for mention in draft.of("casualty"):
        value = mention.value
        if not isinstance(value, Casualty):
            continue
        group = mention.part("group")
        toll = Toll(
            value.kind,
            value.count.low,
            value.count.high,
            words(text, mention),
            words(text, group) if group is not None else None,
            speaker(mention),
        )
        if not any((t.kind, t.low, t.high) == (toll.kind, toll.low, toll.high) for t in found):
            found.append(toll)
    return tuple(toll for toll in found if not _superseded(toll, found))


def _superseded(toll: Toll, tolls_: list[Toll]) -> bool:
    """A vague figure beside an exact one of the same voice says nothing more."""
    if toll.high is not None:
        return False
    return any(
        other.kind == toll.kind
        and other.high == other.low
        and other.low >= toll.low
        and (other.according_to is None or toll.according_to is None or other.according_to == toll.according_to)
        for other in tolls_
    )
