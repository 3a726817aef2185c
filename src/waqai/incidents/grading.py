"""How well an incident is attested, on two axes that are never made one: its sources, and what they agree on.

How reliable a source is, is a person's judgement; without one it is F, "cannot be judged". How credible an incident is,
is computed from independent agreement alone: 1 where two sources or more that do not rest on one another tell it and
none denies it, else 6, "cannot be judged". The words of Airwars are a label of the same facts, which a person may set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.incidents.model import Disagreement, Origin

UNJUDGED = "F"
AGREEING, NOT_KNOWN = "1", "6"
_CONTESTED = frozenset({"author", "denial"})


@dataclass(frozen=True, slots=True)
class Grade:
    """Credibility on the Admiralty scale, the label, and why both are what they are."""

    credibility: str
    label: str
    words: str


def grade(origins: Sequence[Origin], disagreements: Sequence[Disagreement]) -> Grade:
    """The grade of what these sources tell and these disagreements dispute."""
    fields = {one.field for one in disagreements}
    told = f"{len(origins)} independent source{'' if len(origins) == 1 else 's'}"
    if not origins:
        return Grade(NOT_KNOWN, "disproven", "all who speak of it deny it")
    disputed = sorted(fields & _CONTESTED)
    if disputed:
        which = {"author": "rival authors are named", "denial": "somebody denies it"}
        return Grade(NOT_KNOWN, "contested", f"{told}; {' and '.join(which[field] for field in disputed)}")
    if len(origins) >= 2:
        return Grade(AGREEING, "fair", f"{told} agree that it happened")
    return Grade(NOT_KNOWN, "weak", told)
