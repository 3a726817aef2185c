"""From folded offsets to the report's own words."""

from __future__ import annotations

from waqai.claims.model import Words
from waqai.reading.model import Mention
from waqai.reading.read import Text


def words(text: Text, mention: Mention) -> Words:
    """The mention as the report prints it, without the proclitics of its first word."""
    return stretch(text, mention.start, mention.end, mention.rule)


def stretch(text: Text, start: int, end: int, rule: str) -> Words:
    """The folded stretch start:end as the report prints it."""
    span = text.folded.span(start, end)
    return Words(text.folded.original[span.start : span.end], span.start, span.end, rule)
