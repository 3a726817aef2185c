"""What a report's wording leaves behind when spelling, vowels, invisible characters and page furniture are gone.

Three words in a row are one shingle. Copies share most of theirs, however they are spelled, shuffled or padded;
reports of one act written independently of one another share few.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from waqai.claims.model import Words
from waqai.language.fold import fold
from waqai.language.tokens import tokenize

_WORDS = 3
# With fewer shingles in common, a turn of phrase that all newsrooms use would make a copy.
_FEWEST = 6
# A copy of which every tenth word was changed still shares seven shingles of ten.
COPY = 0.4
_AROUND = 200  # characters of the report on either side of the words for the act


@dataclass(frozen=True, slots=True)
class Print:
    """The shingles of a text: their hashes, and where in the text as published each begins, in order."""

    starts: tuple[int, ...]
    hashes: tuple[int, ...]

    def shingles(self) -> frozenset[int]:
        """All of them."""
        return frozenset(self.hashes)

    def around(self, start: int, end: int) -> frozenset[int]:
        """Those that begin near the stretch of the text."""
        first = bisect_left(self.starts, start - _AROUND)
        return frozenset(self.hashes[first : bisect_right(self.starts, end + _AROUND)])


def print_of(text: str, furniture: Iterable[Words] = ()) -> Print:
    """The print of the text without the furniture of its page."""
    folded = fold(text)
    aside = [(one.start, one.end) for one in furniture]
    words, places = [], []
    for token in tokenize(folded.text):
        if token.kind in {"word", "number"}:
            start = folded.span(token.start, token.end).start
            if not any(first <= start < last for first, last in aside):
                words.append(token.text)
                places.append(start)
    rows = zip(*(words[shift:] for shift in range(_WORDS)), strict=False)
    hashes = tuple(crc32(" ".join(row).encode()) for row in rows)
    return Print(tuple(places[: len(hashes)]), hashes)


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of the shorter wording stands in the longer one, 0 to 1; 0 for what is too short to tell."""
    fewer = min(len(one), len(other))
    if fewer < _FEWEST:
        return 1.0 if one and one == other else 0.0
    return len(one & other) / fewer
