"""Where a report's body begins: title, subtitle, date line and caption stand above its dateline."""

from __future__ import annotations

from waqai.reading.read import Text, sentence_tokens
from waqai.reading.siting import is_dateline

HEAD = 2
"""Sentences of title and lead where no dateline parts them from the body."""
LONGEST = 7
"""Sentences above a dateline, at most."""


def body_of(text: Text) -> int:
    """The number of the sentence that begins the body: that of «دمشق – …»; without a dateline the third."""
    for number, (first, _) in enumerate(sentence_tokens(text)):
        if number > LONGEST:
            break
        places = (m for m in text.chart.starts.get(first, ()) if m.kind == "place")
        if number >= HEAD and any(is_dateline(text.chart, place) for place in places):
            return number
    return HEAD
