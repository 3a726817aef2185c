"""Whether the same are said to have done it, and to have been hit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from waqai.claims.model import Party, Stance
from waqai.incidents.model import Feature
from waqai.incidents.scene import Scene
from waqai.reference.actors import load

INITIATORS_WEIGHT = 1.5
TARGETS_WEIGHT = 1.0
# Sides that reports name for one another, though the registry holds neither as the other's parent.
_ALLIES = (
    frozenset({"us_forces", "coalition_oir"}),
    frozenset({"iran", "irgc", "iran_backed_militias", "popular_mobilization", "islamic_resistance_iraq"}),
    frozenset({"syrian_government", "russia"}),
    frozenset({"sdf", "ypg"}),
    frozenset({"turkey", "syrian_national_army"}),
    frozenset({"saudi_led_coalition", "saudi_government"}),
    frozenset({"hamas", "palestinian_islamic_jihad"}),
)


def initiators(left: Scene, right: Scene) -> Feature | None:
    """How the authors named agree; None where one side names none. A rival author is no other act."""
    return _compare(
        "initiators",
        INITIATORS_WEIGHT,
        authors(left),
        authors(right),
    )


def targets(left: Scene, right: Scene) -> Feature | None:
    """How the targets named agree; None where one side names none."""
    return _compare("targets", TARGETS_WEIGHT, struck(left), struck(right))


def authors(scene: Scene) -> frozenset[str]:
    """The ids of those named as having done it."""
    return _known(p for p in scene.telling.event.initiators if p.stance is not Stance.DENIES)


def struck(scene: Scene) -> frozenset[str]:
    """The ids of those named as having been hit."""
    return _known(scene.telling.event.targets)


def _compare(name: str, weight: float, one: frozenset[str], other: frozenset[str]) -> Feature | None:
    if not one or not other:
        return None
    words = f"{', '.join(sorted(one))} / {', '.join(sorted(other))}"
    if one & other:
        return Feature(name, 1.0, weight, f"the same {name}: {', '.join(sorted(one & other))}")
    if any(allied(a, b) for a in one for b in other):
        return Feature(name, 0.5, weight, f"{name} of one side: {words}")
    return Feature(name, -0.7, weight, f"different {name}: {words}")


def _known(parties: Iterable[Party]) -> frozenset[str]:
    """The codebook ids named, without the unidentified: they may be anyone."""
    return frozenset(p.actor for p in parties if p.actor is not None and p.actor != "unidentified")


def allied(one: str, other: str) -> bool:
    """Whether reports use these two actors for one another: allies, or parent and part."""
    if one == other or any(one in side and other in side for side in _ALLIES):
        return True
    return other in _above(one) or one in _above(other)


@cache
def _above(actor: str) -> frozenset[str]:
    """The parents of an actor in the registry, to the top."""
    registry, found, step = load(), set(), actor
    while step in registry and registry[step].parents:
        step = registry[step].parents[0].actor
        found.add(step)
    return frozenset(found)
