"""Particles that Arabic writes onto the next word: «وللتحالف» is «و» + «ل» + «التحالف».

Spelling alone cannot tell «والد» (a father) from «و» + «الد»: all readings are offered, the lexicon licenses.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

_CONJUNCTIONS = ("", "و", "ف")
# «لال» is how «لـالحرس», a particle set off from a name, looks without its tatweel.
_PARTICLES = ("", "ب", "ل", "ك", "س", "ال", "بال", "كال", "لل", "لال")
_LONGEST = 4
_SHORTEST_STEM = 2

PROCLITICS: frozenset[str] = frozenset(map("".join, product(_CONJUNCTIONS, _PARTICLES))) - {""}
"""Every string that may stand before a stem in its word, with the article or without it."""


def _stems(proclitic: str, rest: str) -> list[tuple[str, str]]:
    """The stems that may follow: after «ل» the article loses its alef, before another lam also its lam."""
    if not proclitic.endswith("ل") or proclitic.endswith("ال"):
        return [(proclitic, rest)]
    if proclitic.endswith("لل"):
        # «للجنه» is also ل + ال + لجنه.
        return [(proclitic, rest), (proclitic, "ل" + rest)]
    if rest.startswith("ل"):
        # «للتحالف» ← التحالف, «للبنان» ← لبنان, «للجنه» ← اللجنه
        return [(proclitic, rest), (proclitic, "ا" + rest), (proclitic, "ال" + rest)]
    return [(proclitic, rest)]


@lru_cache(maxsize=1 << 16)
def splits(word: str) -> tuple[tuple[str, str], ...]:
    """All readings of a folded word as (proclitic, stem), the whole word first, then by length of proclitic.

    A stem has at least two letters and is spelled as if it stood alone, so after «ل» it may hold an article
    that the word does not show.
    """
    readings = [("", word)]
    for length in range(1, min(_LONGEST, len(word) - _SHORTEST_STEM) + 1):
        if word[:length] in PROCLITICS:
            readings.extend(_stems(word[:length], word[length:]))
    return tuple(readings)
