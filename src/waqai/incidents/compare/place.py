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
# A list of villages shares one with another list: two waves of shelling do. What one of many is worth.
_ONE_OF_MANY = -0.1
# A list of villages holds the only one that the other names: one of a wave, told alone.
_ONE_IN_LIST = 0.2
_HALF = 0.5
_MEETS = 0.6
_REGION = 4  # governorate and wider
_REGION_KM = 150.0
_WIDE = 3  # district or countryside, and wider (codebook, section 5)
# A chosen place may be a namesake far away; with candidates left open, the nearest pair counts.


def compare(left: Scene, right: Scene) -> Feature:
    """The best of all pairs of sites."""
    if not left.sites or not right.sites:
        return Feature("place", -0.6, WEIGHT, "one of them names no place")
    here, there = _finest(left.sites), _finest(right.sites)
    pairs = [(*_pair(one, other), one, other) for one in here for other in there]
    score, words, _, _ = max(pairs, key=lambda pair: pair[0])
    longer = max(len(here), len(there))
    if score < _MEETS or longer == 1:
        return Feature("place", score, WEIGHT, words)
    met = [(one.name, other.name) for good, _, one, other in pairs if good >= _MEETS]
    shared = min(len({one for one, _ in met}), len({other for _, other in met}))
    share = shared / longer
    words = f"{words}; {shared} of {longer} places"
    if share < _HALF and max(_spread(here), _spread(there)) > _NAMESAKE_KM:
        if shared == min(len(here), len(there)) == 1:
            return Feature("place", _ONE_IN_LIST, WEIGHT, f"{words}, the only one that the other names")
        return Feature("place", _ONE_OF_MANY, WEIGHT, f"{words}, far apart")
    return Feature("place", score * (_HALF + _HALF * share), WEIGHT, words)


def _spread(sites: tuple[Site, ...]) -> float:
    """The kilometres between the two known places of an act that lie farthest apart."""
    points = [site.points[0] for site in sites if site.points]
    return max((kilometres(one, other) for one in points for other in points), default=0.0)


def _finest(sites: tuple[Site, ...]) -> tuple[Site, ...]:
    """The sites without those that only say where another one lies."""
    above = {name for site in sites for name in site.above}
    return tuple(site for site in sites if not (site.ids and site.ids <= above)) or sites


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
    if apart <= _NAMESAKE_KM and (one.words <= other.words or other.words <= one.words):
        return 0.8, f"of one name, {words}"
    if apart > _FAR_KM:
        # «شرق سوريا» and «الحدود السورية العراقية»: a region's point is its middle, not where it happened.
        regions = max(one.precision, other.precision) >= _REGION and apart <= _REGION_KM
        return (-0.3 if regions else -1.0), words
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
