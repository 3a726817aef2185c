"""Whether both tellings name one place: by gazetteer id, by distance, by name."""

from __future__ import annotations

from waqai.incidents.model import Feature
from waqai.incidents.scene import Scene, Site, kilometres

WEIGHT = 4.0
# A village is a few kilometres wide; from here on two resolved names are two places.
_SAME_SPOT_KM = 3.0
# A base or a field and the town that it is named after: «قاعدة الشدادي» and «مدينة الشدادي».
_NAMESAKE_KM = 15.0
_FAR_KM = 30.0
_WIDE = 3  # district or countryside, and wider (codebook, section 5)
# A chosen place may be a namesake far away; with candidates left open, the nearest pair counts.


def compare(left: Scene, right: Scene) -> Feature:
    """The best of all pairs of sites."""
    if not left.sites or not right.sites:
        return Feature("place", -0.6, WEIGHT, "one of them names no place")
    pairs = [_pair(one, other) for one in left.sites for other in right.sites]
    score, words = max(pairs, key=lambda pair: pair[0])
    return Feature("place", score, WEIGHT, words)


def _pair(one: Site, other: Site) -> tuple[float, str]:
    """Score and words for two sites."""
    names = f"{one.name} / {other.name}"
    wide = max(one.precision, other.precision)
    if one.ids & other.ids:
        return (1.0 if wide <= _WIDE else 0.3), f"the same place: {names}"
    if one.ids & other.above or other.ids & one.above:
        return (0.1 if wide <= _WIDE else -0.3), f"one lies in the other: {names}"
    if one.points and other.points:
        return _by_distance(one, other, names)
    return _by_name(one, other, names)


def _by_distance(one: Site, other: Site, names: str) -> tuple[float, str]:
    """Near enough to be one place, or so far that it can't be."""
    apart = min(kilometres(here, there) for here in one.points for there in other.points)
    words = f"{apart:.0f} km apart: {names}"
    if apart <= _SAME_SPOT_KM:
        return 0.9, words
    if apart <= _NAMESAKE_KM and one.words & other.words:
        return 0.8, f"of one name, {words}"
    if apart > _FAR_KM:
        return -1.0, words
    return (-0.1 if max(one.precision, other.precision) >= _WIDE else -0.3), words


def _by_name(one: Site, other: Site, names: str) -> tuple[float, str]:
    """The words of the names, where the gazetteer does not know both."""
    shared = one.words & other.words
    if not shared:
        vague = not (one.ids and other.ids) and max(one.precision, other.precision) >= _WIDE
        return (-0.3 if vague else -0.6), f"different names: {names}"
    if one.words == other.words:
        return 0.9, f"the same name: {names}"
    if shared in (one.words, other.words):
        return 0.6, f"one name holds the other: {names}"
    return 0.1, f"names share a word: {names}"
