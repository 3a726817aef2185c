"""From folded offsets to the report's own words."""

from __future__ import annotations

from waqai.claims.model import Words
from waqai.reading.model import Mention
from waqai.reading.read import Text

EDGES = frozenset('«»“”"„)]،,:؛ ')
PAIRS = ("«»", "“”", "()", "”“")


def _balanced(stretched: str) -> bool:
    """Whether a closing mark at the end closes one inside: حقل «كونيكو»."""
    return any(stretched.endswith(pair[1]) and pair[0] in stretched[:-1] for pair in PAIRS)


def words(text: Text, mention: Mention) -> Words:
    """The mention as the report prints it, without the proclitics of its first word."""
    return stretch(text, mention.start, mention.end, mention.rule)


def stretch(text: Text, start: int, end: int, rule: str) -> Words:
    """The folded stretch start:end as the report prints it."""
    while start < end and text.folded.text[start] in EDGES:
        start += 1
    while start < end and text.folded.text[end - 1] in EDGES and not _balanced(text.folded.text[start:end]):
        end -= 1
    span = text.folded.span(start, end)
    return Words(text.folded.original[span.start : span.end], span.start, span.end, rule)
