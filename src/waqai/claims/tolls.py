"""Casualty figures of an act: each once, the exact before the vague, each with the voice that gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from waqai.claims.drafts import Draft
from waqai.claims.model import Toll, Words
from waqai.claims.quoting import words
from waqai.reading.model import Casualty, Count, Mention
from waqai.reading.read import Text

Speaker = Callable[[Mention], Words | None]
PARTS = frozenset(["casualties.part", "casualties.subset"])
BARE = frozenset(["plural", "several"])
EXACT = 4


class Told(NamedTuple):
    """A toll with what was read of its figure."""

    toll: Toll
    count: Count  # type: ignore[assignment]  # how many, not tuple.count
    part: bool
    title: bool


def tolls(text: Text, draft: Draft, speaker: Speaker) -> tuple[Toll, ...]:
    """The figures of the act in the order of the text."""
    found: list[Told] = []
    for mention in draft.figures:
        value = mention.value
        if not isinstance(value, Casualty):
            continue
        toll = _toll(text, mention, value, speaker)
        title = mention.start < text.sentences[0][1]
        same = (t for t in found if (t.toll.kind, t.toll.low, t.toll.high) == (toll.kind, toll.low, toll.high))
        known = next(same, None)
        if known is None:
            found.append(Told(toll, value.count, mention.rule in PARTS, title))
        elif known.title and not title:
            found[found.index(known)] = known._replace(title=False)
    return tuple(told.toll for told in found if not any(_supersedes(other, told) for other in found))


def _toll(text: Text, mention: Mention, value: Casualty, speaker: Speaker) -> Toll:
    group = mention.part("group")
    return Toll(
        value.kind,
        value.count.low,
        value.count.high,
        words(text, mention),
        words(text, group) if group is not None else None,
        speaker(mention),
    )


def _supersedes(other: Told, told: Told) -> bool:
    """Whether the other figure of the same voice says more: «ثلاثة» than «قتلى», «على الأقل» than a headline."""
    mine, theirs = told.toll, other.toll
    if other is told or told.part or other.part or mine.kind != theirs.kind:
        return False
    if not _one_voice(mine, theirs, strict=_rank(told.count) > 1 and not told.title):
        return False
    at_least = theirs.high is None and other.count.vague not in BARE
    if told.title and not other.title and mine.high == mine.low == theirs.low and at_least:
        return True
    if other.title and theirs.high == theirs.low == mine.low and mine.high is None and not told.title:
        return False
    if told.count.vague in BARE and theirs.low == theirs.high == 1:
        return mine.group is None or theirs.group is None or mine.group.text == theirs.group.text
    return _rank(other.count) > _rank(told.count) and theirs.low >= mine.low


def _one_voice(one: Toll, other: Toll, *, strict: bool) -> bool:
    """Whether the figures are one voice's; loosely, the outlet's own goes with any."""
    said = {toll.according_to.text if toll.according_to is not None else "" for toll in (one, other)}
    return len(said) < 2 or (not strict and "" in said)


def _rank(count: Count) -> int:
    """How much a figure says: a bare plural, «عشرات», a shared figure, «أكثر من 30», an exact number."""
    if count.high == count.low:
        return EXACT
    if count.vague in BARE:
        return 0
    if count.vague == "vague":
        return 1
    return 2 if count.high is not None and count.low == 1 else 3
