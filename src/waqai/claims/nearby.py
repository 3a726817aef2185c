"""The words beside the trigger of an act."""

from __future__ import annotations

from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

TURNING = frozenset("كما جهه ناحيه المقابل السياق سياق وكذلك كذلك".split())
"""«كما قُتل …», «من جهة أخرى»: another matter begins."""
STARTS = 8
"""A headline has its verb among its first words: «طائرات حربية تقصف …»."""


def before(text: Text, event: EventMention, count: int = 1) -> set[str]:
    """The words before the trigger, also without their proclitics: «بمناطق» and «مناطق»."""
    first = event.trigger.first
    words = [token.text for token in text.tokens[max(0, first - count) : first]]
    once = [_bare(word) for word in words]
    return {*words, *once, *[_bare(word) for word in once]}


def _bare(word: str) -> str:
    return word[1:] if len(word) > 3 and word[0] in "وفبلك" else word


def stem(text: Text, trigger: Mention) -> str:
    """The trigger as folded, without what is written onto it."""
    return text.folded.text[trigger.start : trigger.end]


def opens(text: Text, trigger: Mention) -> bool:
    """طائرات حربية تقصف …: the verb stands among the first words of its line."""
    index = trigger.first
    while index > 0 and text.tokens[index - 1].kind != "newline" and trigger.first - index <= STARTS:
        index -= 1
    return trigger.first - index <= STARTS


def folded(words: str) -> frozenset[str]:
    """A list of words, already spelled as folding spells them."""
    return frozenset(words.split())


def turns(text: Text, index: int) -> bool:
    """Whether the word begins another matter; «كما أفاد بتضرر المنازل» goes on with the same."""
    word = text.tokens[index].text
    goes_on = word == "كما" and any(m.kind == "saying" for m in text.chart.starts.get(index + 1, ()))
    return word in TURNING and not goes_on
