"""Whether the weapons agree: two different counts of rockets on one day are two salvos."""

from __future__ import annotations

from waqai.claims.model import Weapon
from waqai.incidents.model import Feature
from waqai.incidents.scene import Scene

WEIGHT = 1.0
_OTHER_SALVO = -2.0
_CONFUSED = (
    frozenset({"rocket", "missile", "shell", "artillery", "mortar"}),
    frozenset({"aircraft", "missile", "bomb", "helicopter", "drone"}),
    frozenset({"ied", "mine", "car_bomb", "suicide_belt"}),
)


def compare(left: Scene, right: Scene) -> Feature | None:
    """The best pair of weapons; None where one side names none."""
    pairs = [_pair(one, other) for one in left.telling.event.weapons for other in right.telling.event.weapons]
    if not pairs:
        return None
    score, words = max(pairs, key=lambda pair: pair[0])
    return Feature("weapons", score, WEIGHT, words)


def _pair(one: Weapon, other: Weapon) -> tuple[float, str]:
    words = f"{one.words.text} / {other.words.text}"
    counted = one.count is not None and other.count is not None
    if one.weapon_class == other.weapon_class:
        if not counted:
            return 0.6, f"the same weapon: {words}"
        return _counts(one.count or 0, other.count or 0), f"counts {one.count} / {other.count}: {words}"
    alike = any(one.weapon_class in kin and other.weapon_class in kin for kin in _CONFUSED)
    if counted and one.count == other.count and alike:
        return 0.6, f"like weapons, the same count: {words}"
    return (0.0 if alike else -0.5), f"{'like' if alike else 'different'} weapons: {words}"


def _counts(one: int, other: int) -> float:
    """Three rockets and four are one salvo counted twice; three and fourteen are two."""
    small, large = sorted((one, other))
    if small == large:
        return 1.0
    return _OTHER_SALVO if large > 3 * small and large - small > 5 else -1.0
