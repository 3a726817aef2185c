"""Where a report's body begins: title, subtitle, date line and caption stand above its dateline."""

from __future__ import annotations

from itertools import takewhile

from waqai.reading.read import Text, sentence_tokens
from waqai.reading.siting import is_dateline

HEAD = 2
"""Sentences of title and lead where no dateline parts them from the body."""
LONGEST = 7
"""Sentences above a dateline, at most."""

TITLES = 3
"""Title lines above the lead, at most."""
LINE = 150
"""Letters of a title line of several sentences, at most."""
ENDED = frozenset(".!؟؛،:,…")


def body_of(text: Text) -> int:
    """The number of the sentence that begins the body: that of «دمشق – …»; without a dateline the third."""
    for number, (first, _) in enumerate(sentence_tokens(text)):
        if number > LONGEST:
            break
        places = (m for m in text.chart.starts.get(first, ()) if m.kind == "place")
        if number >= HEAD and any(is_dateline(text.chart, place) for place in places):
            return number
    return HEAD


def titles_of(text: Text) -> int:
    """How many sentences stand above the lead: lines of their own that no mark ends.

    «قتلى بغارة على السوق... والجيش يرد» is one title in two sentences.
    """
    return sum(1 for _ in takewhile(lambda span: _is_title(text, span), text.sentences[: TITLES + 1]))


def _is_title(text: Text, span: tuple[int, int]) -> bool:
    folded = text.folded.text
    low, high = folded.rfind("\n", 0, span[0]) + 1, folded.find("\n", span[1])
    line = folded[low:high].strip() if high >= 0 else ""
    alone = "\n" in folded[span[1] : span[1] + 3]
    return bool(line) and line[-1] not in ENDED and (alone or len(line) <= LINE)
