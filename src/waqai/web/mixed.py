"""A sentence of ours with names from outside in it: each run of the other direction stands in an element of its own.

Without it «attributed to طائرات حربية; 7 killed» puts the 7 among the Arabic words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from markupsafe import Markup

from waqai.web.evidence import shown

_LEFT, _RIGHT = frozenset({"L"}), frozenset({"R", "AL"})


def mixed(text: str, direction: str) -> Markup:
    """The sentence, escaped; `direction` ("rtl" or "ltr") is that of the page."""
    own, other = (_RIGHT, _LEFT) if direction == "rtl" else (_LEFT, _RIGHT)
    pieces = []
    for run, is_other in _runs(text, own, other):
        pieces.append(Markup("<bdi>{}</bdi>").format(shown(run)) if is_other else shown(run))
    return Markup("").join(pieces)


def _runs(text: str, own: frozenset[str], other: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The text cut into runs, and whether a run is of the other direction: it begins and ends with such a letter."""
    start, first, last = 0, -1, -1
    for at, char in enumerate(text):
        kind = unicodedata.bidirectional(char)
        if kind in other:
            first, last = (at if first < 0 else first), at
        elif kind in own and first >= 0:
            yield text[start:first], False
            yield text[first : last + 1], True
            start, first = last + 1, -1
    if first >= 0:
        yield text[start:first], False
        yield text[first : last + 1], True
        start = last + 1
    yield text[start:], False
