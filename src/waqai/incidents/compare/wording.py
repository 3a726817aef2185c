"""Whether both are told in the same words: one has copied the other, or both a third."""

from __future__ import annotations

from waqai.incidents.model import Feature
from waqai.incidents.prints import COPY, shared
from waqai.incidents.scene import Scene

WEIGHT = 2.0
_SOME = 0.2


def compare(left: Scene, right: Scene) -> Feature | None:
    """How much of the words around the act they share; None where little: other words say nothing against it."""
    share = shared(left.passage, right.passage)
    if share < _SOME:
        return None
    words = f"{share:.0%} of the wording around the act is shared"
    return Feature("wording", 1.0 if share >= COPY else 0.5, WEIGHT, words)
