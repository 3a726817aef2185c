"""Persons as they are counted and described: «14 مسلحا», «جنديان», «ستة من عناصرها», «طفل وامرأة»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from waqai.reading.engine import Chart
from waqai.reading.model import Count, Mention
from waqai.reading.people.extent import begins, closed, is_definite, joined_actor, opened, phrase_end, word
from waqai.reading.people.names import name_end
from waqai.reading.people.words import OTHERS, PREPOSITIONS, STOPS, UNIT_HEADS

HEADS = ("human", "member")
NO_GROUP = frozenset("شخص اشخاص فرد افراد رجل رجال نفر ناس".split())
WEAK_SIDES = ("national", "kin", "family")
NISBA_SINGULAR = ("ي", "يا", "يه")


class Persons(NamedTuple):
    """Who, how many (None: an uncounted plural), and in which shape.

    side: civilian, military, official, neutral, kin or others; shape: counted, one, two, many (a plural
    without number), either («شرطيين»: two or many), others («آخرون»).
    """

    side: str
    count: Count | None
    shape: str
    definite: bool = False


def made(rule: str, kind: str, value: Persons, parts: tuple[tuple[str, Mention], ...], span: tuple[int, int, str]) -> Mention:
    """A mention of persons from its first part to the end offset and token given."""
    raise NotImplementedError


def heads(chart: Chart, index: int, leads: tuple[str, ...] = ("",)) -> Mention | None:
    """The person noun that begins at a token."""
    return begins(chart, index, *HEADS, leads=leads)


def group_of(chart: Chart, head: Mention, last: int) -> Mention | None:
    """The words that say of which group they are; None for «شخص» and «رجل» alone."""
    if last == head.last and _plain(chart.tokens[head.last - 1].text):
        return None
    return Mention("group", "", head.start, chart.tokens[last - 1].end, head.first, last, "people.group")


def _plain(text: str) -> bool:
    for prefix in ("", "و", "ب", "ل", "ال"):
        if text.startswith(prefix):
            rest = text[len(prefix) :]
            if rest in NO_GROUP or (rest.endswith("ا") and rest[:-1] in NO_GROUP) or rest[:-2] in ("شخص", "رجل", "فرد"):
                return True
    return False


def finished(chart: Chart, mention: Mention) -> Mention:
    """The mention with what belongs behind it: «واحد», «اثنين», «آخرين», «على الأقل»."""
    value, index = mention.value, mention.last
    assert isinstance(value, Persons)  # noqa: S101
    end = mention.end
    for _ in range(3):
        number = begins(chart, index, "number")
        hedge = begins(chart, index, "post-quantifier")
        if number is not None and number.value in (1, 2) and value.shape in ("one", "two", "either"):
            amount = int(str(number.value))
            value, index, end = value._replace(count=Count(amount, amount), shape="counted"), number.last, number.end
        elif word(chart, index) in OTHERS:
            end, index = chart.tokens[index].end, index + 1
        elif hedge is not None:
            value, index, end = _hedged(value, hedge), hedge.last, hedge.end
        else:
            break
    return replace(mention, value=value, last=index, end=end)


def _hedged(value: Persons, hedge: Mention) -> Persons:
    if hedge.value != "at-least" or value.count is None or value.count.high is None:
        return value
    return value._replace(count=Count(value.count.low, None, "at-least"))
