"""Whether both say that the same came of it."""

from __future__ import annotations

from waqai.incidents.model import Feature
from waqai.incidents.scene import Scene

WEIGHT = 0.5


def compare(left: Scene, right: Scene) -> Feature | None:
    """An outcome that both name speaks for one act; None else: one newsroom's hit is another's foiled attack."""
    both = set(left.telling.event.outcome) & set(right.telling.event.outcome)
    if not both:
        return None
    return Feature("outcome", 1.0, WEIGHT, f"the same outcome: {', '.join(sorted(both))}")
