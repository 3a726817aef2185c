"""Figures of one act that cannot all be right: flagged with their words, never mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from waqai.claims.drafts import Draft
from waqai.claims.model import Flag
from waqai.claims.quoting import words
from waqai.claims.tolls import PARTS, Speaker
from waqai.reading.model import Casualty, Mention
from waqai.reading.read import Text

EARLIER = frozenset("سابقه اوليه سابقا اولي موقته مؤقته".split())
OTHERS = frozenset("اخر اخرين اخرون اخران اخري اخريات".split())
LOOK = 6


class Exact(NamedTuple):
    """An exact figure with who gives it («» for the outlet)."""

    mention: Mention
    kind: str
    number: int
    voice: str
    group: str
    later: bool


def toll_flags(text: Text, draft: Draft, speaker: Speaker) -> Iterator[Flag]:
    """Parts that are more than their whole, and two different tolls of one voice."""
    yield from _parts(text, draft)
    yield from _rivals(text, draft, speaker)


def _figures(draft: Draft) -> list[tuple[Mention, Casualty]]:
    return [(m, m.value) for m in draft.figures if isinstance(m.value, Casualty)]


def _parts(text: Text, draft: Draft) -> Iterator[Flag]:
    """«مقتل خمسة بينهم أربعة أطفال وثلاث نساء»: seven of five."""
    rows: list[list[tuple[Mention, Casualty]]] = []
    for mention, value in _figures(draft):
        if mention.rule not in PARTS:
            rows.append([(mention, value)])
        elif rows and rows[-1][0][1].kind == value.kind and _continues(rows[-1], mention):
            rows[-1].append((mention, value))
    for (whole, value), *parts in rows:
        told = sum(part.count.low for _, part in parts)
        if parts and value.count.high is not None and told > value.count.high:
            detail = f"the parts of {value.count.high} {value.kind} make {told}"
            yield Flag("parts-exceed-whole", detail, tuple(words(text, m) for m in (whole, *(m for m, _ in parts))))


def _continues(row: list[tuple[Mention, Casualty]], part: Mention) -> bool:
    """«بينهم خمسة أطفال وامرأة»; a second «بينهم» tells a part of the part."""
    return len(row) == 1 or part.first - row[-1][0].last <= 1


def _rivals(text: Text, draft: Draft, speaker: Speaker) -> Iterator[Flag]:
    """«مقتل خمسة» and further down «مقتل سبعة», both of one voice, neither told as an earlier count."""
    first: dict[tuple[str, str, str], Exact] = {}
    flagged: set[str] = set()
    for mention, value in _figures(draft):
        if not _is_whole(text, mention, value):
            continue
        one = _exact(text, mention, value, speaker)
        known = first.setdefault((one.kind, one.voice, one.group), one)
        if known.number != one.number and not one.later and not known.later and one.kind not in flagged:
            flagged.add(one.kind)
            detail = f"{known.number} and {one.number} {one.kind}, both by {one.voice or 'the outlet'}"
            yield Flag("rival-tolls", detail, (words(text, known.mention), words(text, one.mention)))


def _is_whole(text: Text, mention: Mention, value: Casualty) -> bool:
    """An exact number that is neither a part nor adds to another («آخرون»)."""
    further = mention.rule == "casualties.further" or mention.part("person") is None
    more = {token.text for token in text.tokens[mention.first : mention.last + 1]} & OTHERS
    exact = value.count.low == value.count.high and value.count.low > 1
    return exact and mention.rule not in PARTS and not further and not more


def _exact(text: Text, mention: Mention, value: Casualty, speaker: Speaker) -> Exact:
    voice, group = speaker(mention), mention.part("group")
    before = {token.text for token in text.tokens[max(0, mention.first - LOOK) : mention.first]}
    return Exact(
        mention,
        value.kind,
        value.count.low,
        voice.text if voice is not None else "",
        text.folded.text[group.start : group.end] if group is not None else "",
        value.total or bool(before & EARLIER),
    )
