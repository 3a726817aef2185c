"""What the rules of casualties share: clauses, figures, groups, and what is read already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from waqai.language.fold import fold_word
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Casualty, Count, Mention, Part

ENDS = frozenset(".!?؟\n؛")
NAMES = frozenset("toponym weak-toponym actor-name given leader".split())
"""Whatever bears a name is the name, however much it looks like «ب» and a common word."""
CONJUNCTIONS = frozenset("وف")
AMONG_RANKS = frozenset(fold_word(w) for w in "صفوف أوساط بين".split())


class Persons(NamedTuple):
    """The value of a `person` mention, as the topic of people gives it."""

    side: str
    count: Count | None  # type: ignore[assignment]  # how many, not tuple.count
    shape: str
    definite: bool = False


class Figure(Casualty):
    """A casualty that prints as examples write it: «killed 3», «injured 20+», «killed 18 in all»."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{self.kind} {written(self.count)}{' in all' if self.total else ''}"


def written(count: Count) -> str:
    """«3», «20+» where open above, «1-20»."""
    if count.high is None:
        return f"{count.low}+"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def folded(words: str) -> frozenset[str]:
    """The words of a blank-separated list, folded."""
    return frozenset(fold_word(word) for word in words.split())


def persons(mention: Mention) -> Persons:
    """The value of a mention of persons."""
    value = mention.value
    return Persons(*value) if isinstance(value, tuple) and len(value) == 4 else Persons("neutral", None, "many")


def word(chart: Chart, index: int) -> str:
    """The folded text of a token; '' outside the text."""
    return chart.words.get(index, "")


def is_one(text: str, words: frozenset[str]) -> bool:
    """Whether the word, or the word behind its conjunction, is one of these: «وأدى», «وقوع»."""
    return text in words or (text[:1] in CONJUNCTIONS and len(text) > 3 and text[1:] in words)


def joined(words: frozenset[str]) -> frozenset[str]:
    """The words, and each of three letters or more with its conjunction: what `is_one` holds for."""
    return words | {letter + word for letter in CONJUNCTIONS for word in words if len(word) > 2}


def bare(chart: Chart, index: int) -> str:
    """The word without conjunction and preposition: «ولمحاولة», «بمحاولة»; «بعقوبة» is a town and keeps its letters."""
    text = word(chart, index)
    if any(m.kind in NAMES and m.lead in ("", "و") for m in chart.starts.get(index, ())):
        return text
    for letter in ("و", "ل", "ب"):
        text = text.removeprefix(letter) if len(text) > 4 else text
    return text


def ends(chart: Chart, index: int) -> bool:
    """Whether the sentence ends with this token, or the text."""
    if index >= len(chart.tokens) or index < 0:
        return True
    token = chart.tokens[index]
    return token.kind == "newline" or token.text in ENDS


def begins(chart: Chart, index: int, *kinds: str) -> Mention | None:
    """The longest mention of these kinds that begins at the token."""
    best = None
    for mention in chart.starts.get(index, ()):
        if mention.kind in kinds and (best is None or mention.end > best.end):
            best = mention
    return best


def ending(chart: Chart, index: int, *kinds: str, reach: int = 14) -> Mention | None:
    """The longest mention of these kinds that ends right before the token."""
    for first in range(max(0, index - reach), index):
        for mention in chart.starts.get(first, ()):
            if mention.kind in kinds and mention.last == index:
                return mention
    return None


def taken(chart: Chart, mention: Mention, rule: str) -> bool:
    """Whether a figure of another rule stands in the same words."""
    return any(
        other.rule != rule and other.first < mention.last and mention.first < other.last
        for other in chart.kinds.get("casualty", ())
    )


def silenced(chart: Chart, index: int) -> bool:
    """Whether the token stands in words that say that nothing is known («لم ترد أنباء عن …»)."""
    return any(m.first <= index < m.last for m in chart.kinds.get("no-word", ()))


def figure(chart: Chart, rule: str, value: Casualty, span: tuple[int, int], parts: tuple[Part, ...]) -> Mention:
    """A casualty mention over the tokens of the span, with a group behind it if one is said there."""
    first, last = span
    hedge = begins(chart, last + (word(chart, last) == "،"), "post-quantifier")  # «29 شخصا، على الأقل»
    if hedge is not None and hedge.value == "at-least":
        last = hedge.last
        if value.count.high is not None and value.count.high > 0:
            value = value._replace(count=Count(value.count.low, None, "at-least"))
    if not any(role == "group" for role, _ in parts):
        group = group_behind(chart, last)
        if group is not None:
            parts = (*parts, ("group", group))
            last = max(last, group.last) if group.first <= last + 3 and group.lead != "apart" else last
    start = min((m.start for _, m in parts if m.first == first), default=chart.tokens[first].start)
    value = Figure(*value)
    return Mention("casualty", value, start, chart.tokens[last - 1].end, first, last, rule, "", "", "", parts)


def shared(count: Count) -> Count:
    """One figure for killed and injured together is from 1 to all of it of each; «عشرات» stays."""
    if count.high is None:
        return count if count.vague in ("vague", "several", "plural") else Count(1, None, "between")
    return Count(1, count.high, "between")


def group_behind(chart: Chart, index: int) -> Mention | None:
    """«في صفوف الحوثيين», «بين المدنيين», «من عناصر …», «جميعهم مدنيون» right behind a figure."""
    text = word(chart, index)
    at = index
    if text in ("جميعهم", "كلهم", "وجميعهم", "كلها") or (
        text in QUOTES | {"،"} and word(chart, index + 1) in ("جميعهم", "كلهم")
    ):
        at = index + 1 + (text in QUOTES | {"،"})
        at += word(chart, at) == "من"
    elif text == "من":
        at = index + 1
    elif text in ("في", "بين", "وسط", "ب", "بصفوف"):
        at = index + 1
        while word(chart, at) in AMONG_RANKS:
            at += 1
        if text == "في" and at == index + 1:
            return None
    else:
        return None
    return _group_at(chart, at)


def _group_at(chart: Chart, at: int) -> Mention | None:
    at += word(chart, at) in QUOTES
    whole = begins(chart, at, "person", "person-weak")
    if whole is not None and whole.part("count") is None:
        return whole.part("group")
    actor = begins(chart, at, "actor")
    if actor is None:
        return None
    following = begins(chart, actor.last, "actor")
    last = following if following is not None and following.lead == "و" else actor
    return Mention("group", "", actor.start, last.end, actor.first, last.last, "casualties.group")


def earlier(chart: Chart, index: int) -> Iterator[Mention]:
    """The figures before a token in its sentence, the nearest first."""
    floor = index
    while floor > 0 and not ends(chart, floor - 1):
        floor -= 1
    found = [m for m in chart.kinds.get("casualty", ()) if floor <= m.first < index]
    yield from sorted(found, key=lambda m: -m.last)
