"""Counted weapons: ثلاثة صواريخ، صاروخان، 14 صاروخاً، عدداً من القذائف."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from waqai.reading.engine import Rule, Slot
from waqai.reading.model import Count, Mention


class WeaponRef(NamedTuple):
    """A weapon class, and how many were used; None where the text does not count."""

    weapon_class: str
    count: int | None  # type: ignore[assignment]  # a count of weapons, not tuple.count

    def __str__(self) -> str:
        """«rocket 3»; the class alone where nothing is counted."""
        return self.weapon_class if self.count is None else f"{self.weapon_class} {self.count}"


UNTOLD = frozenset(["vague", "several", "between", "under"])
"""Amounts that give no number: عشرات، عدد من، من ثلاثة إلى خمسة."""


def number_used(count: Count) -> int | None:
    """«15», «نحو 15», «أكثر من 15»: the number told (codebook, section 8); None of «عشرات» and «عدد من»."""
    return None if count.vague in UNTOLD else count.low


def _counted(filled: dict[str, Mention]) -> Hashable | None:
    count, word = filled["count"].value, filled["weapon"]
    if not isinstance(count, Count) or isinstance(word.value, WeaponRef):
        return None
    return WeaponRef(str(word.value), number_used(count))


def _alone(filled: dict[str, Mention]) -> Hashable | None:
    word = filled["weapon"]
    if isinstance(word.value, WeaponRef):
        return None
    if word.form.startswith("noun.dual"):
        return WeaponRef(str(word.value), 2)
    single = word.form == "noun" and not word.tail
    return WeaponRef(str(word.value), 1 if single else None)


def _bare(value: Hashable) -> bool:
    return isinstance(value, str)


WEAPON = Slot("weapon", ("weapon",), test=_bare)
RULES = (
    Rule("weapons.counted", "weapon", (Slot("count", ("count",)), WEAPON), _counted, about="ثلاثة صواريخ"),
    Rule(
        "weapons.counted-of",
        "weapon",
        (Slot("count", ("count",)), Slot("weapon", ("weapon",), after=frozenset(["من"]), test=_bare)),
        _counted,
        about="عدد من القذائف",
    ),
    Rule("weapons.alone", "weapon", (WEAPON,), _alone, about="صاروخان"),
)
