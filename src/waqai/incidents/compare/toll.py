"""Whether the figures can be of one act: equal ones speak for it, a rising toll does not speak against it."""

from __future__ import annotations

from waqai.incidents.model import Feature
from waqai.incidents.scene import Scene
from waqai.incidents.tolls import Figure, overlap

WEIGHT = 2.0


def compare(left: Scene, right: Scene) -> Feature | None:
    """The better of the two kinds of figures; None where they share no kind."""
    found = [
        feature
        for kind in ("killed", "injured")
        if (feature := _kind(kind, left.tolls[kind], right.tolls[kind])) is not None
    ]
    return max(found, key=lambda feature: feature.score) if found else None


def _kind(kind: str, left: tuple[Figure, ...], right: tuple[Figure, ...]) -> Feature | None:
    """All voices of one side against all of the other; the closest two count."""
    scored = [(_score(one, other), one, other) for one in left for other in right]
    if not scored:
        return None
    score, one, other = max(scored, key=lambda item: item[0])
    return Feature("toll", score, WEIGHT, f"{kind} {one.words()} / {other.words()}")


def _score(one: Figure, other: Figure) -> float:
    """Large equal numbers are rarely equal by chance; one dead and one dead often are."""
    if one.best == other.best:
        return {0: 0.1, 1: 0.3, 2: 0.5, 3: 0.7, 4: 0.8}.get(one.best, 1.0)
    if overlap(one, other):
        return 0.2
    small, large = sorted((one.best, other.best))
    if small == 0:
        return -0.3
    if large > 5 * small + 10:
        return -1.0
    return -0.2 if large <= 2 * small + 2 else -0.6
