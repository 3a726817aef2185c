"""Which place a name means: candidates weighed by what the report says around it, with the reasons kept.

Every reason is a named weight. A choice needs a lead of MARGIN over the next candidate that lies elsewhere; else
none is chosen, and what holds all candidates says where it was, as coarsely as that.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from waqai.claims.bearings import is_on_side
from waqai.claims.drafts import holds, kilometres
from waqai.reading.model import Mention
from waqai.reading.places.refs import PlaceRef, ids_of, place_of
from waqai.reference.places import Place, load

WEIGHTS = {
    "within": 4.0,  # «بلدة س بريف ص»: ص holds it
    "parent nearby": 2.0,  # what holds it is named within NEARBY tokens
    "parent named": 1.0,  # what holds it is named elsewhere in the report
    "kind": 1.5,  # بلدة، حقل، مطار: the kind word fits
    "city": 1.0,  # a bare name that a city and its governorate share is the city's
    "company": 1.0,  # places of the report that are beyond doubt lie within COMPANY_KM
    "country": 1.5,  # times the share of the report's places that lie in its country
    "outlet": 1.0,  # the outlet's own country
    "size": 0.15,  # for every tenfold of its people, from a thousand on
    "well known": 0.3,  # a row of our own: a name of the fronts
}
MARGIN = 0.75
NEARBY = 30
COMPANY_KM = 40.0
TOGETHER_KM = 10.0
WIDE_FROM = 3
STRAY_KM = 120.0
SHARE = 0.3
WELL_PEOPLED = 60_000
STRETCH_KM = 60.0
ROAD_KM = 40.0
"""A longer road is near neither of its ends."""
AREA_PRECISION = {"country": 5, "governorate": 4, "region": 4}
BUILT = frozenset("facility base airport camp crossing neighbourhood".split())
"""«جامعة الأنبار»: somewhere in the governorate of the name."""
UNBOUNDED = frozenset("region desert border river sea mountain road".split())
"""Kinds whose point says little of how far they reach."""
TOWNS = frozenset("city town village neighbourhood camp".split())


@dataclass(frozen=True, slots=True)
class Resolution:
    """The candidates, the likeliest first; the chosen one, or else what holds them all; and why."""

    candidates: tuple[str, ...]
    chosen: str | None
    area: str | None
    precision: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report names besides: where each area is named, places beyond doubt, shares of countries."""

    named: Mapping[str, tuple[int, ...]]
    settled: tuple[Place, ...]
    countries: Mapping[str, float]
    home: str | None = None


def surroundings(mentions: Sequence[Mention], home: str | None = None) -> Surroundings:
    """What the place mentions of a report say of each other; `home` is the outlet's country, as ISO code."""
    by_id = load().by_id
    named: dict[str, tuple[int, ...]] = {}
    settled, countries = list[Place](), Counter[str]()
    for mention in mentions:
        if not isinstance(mention.value, PlaceRef) or not mention.value.ids:
            continue
        here = [by_id[i] for i in mention.value.ids]
        certain = {above for above in _above(here[0].id) if all(above in _above(place.id) for place in here[1:])}
        for name in {place.id for place in here} | certain:
            named[name] = (*named.get(name, ()), mention.first)
        if len({place.country for place in here}) == 1:
            countries[here[0].country] += 1
        if len(here) == 1 and here[0].kind in TOWNS:
            settled.append(here[0])
    total = sum(countries.values()) or 1
    return Surroundings(named, tuple(settled), {c: n / total for c, n in countries.items()}, home)


def resolve(around: Surroundings, mention: Mention, wider: Mention | None, bearing: float | None = None) -> Resolution:
    """The place that the mention names, as far as the report tells; `bearing` is where it lies from the wider one."""
    value = place_of(mention)
    if (between := _road(mention)) is not None:
        return between
    places = [load().by_id[i] for i in value.ids]
    if not places:
        held = _holder(around, wider)
        reasons = ("no gazetteer has the name", *(("the text names what holds it",) if held else ()))
        return Resolution((), None, held, max(value.precision, 2) if held else value.precision, reasons)
    scored = sorted(((_score(around, mention, wider, p), p) for p in places), key=lambda pair: -pair[0][0])
    ids = tuple(place.id for _, place in scored)
    (best, reasons), first = scored[0]
    if wider is not None and not _fits(first, wider):
        return Resolution(ids, None, None, value.precision, ("the text puts it elsewhere",))
    several = len(ids) > 1 or first.ambiguous == "many"
    if bearing is not None and wider is not None and several and not is_on_side(first, ids_of(wider), bearing):
        area = common((first.id, *ids_of(wider)))
        return Resolution(ids, None, area, max(value.precision, 3), ("the text puts it on another side",))
    if value.kind == "road" and first.kind in TOWNS and (parent := _governing(first)):
        return Resolution(ids, None, parent.id, max(value.precision, 3), ("leads to the town whose name it bears",))
    if value.kind in BUILT and first.kind in AREA_PRECISION:
        return Resolution(ids, None, first.id, AREA_PRECISION[first.kind], ("bears the name of what holds it",))
    if _is_stray(around, first, value, reasons):
        return Resolution(ids, None, None, max(value.precision, 3), ("nothing that the report names is near it",))
    rivals = [pair for pair in scored[1:] if kilometres(pair[1], first) > TOGETHER_KM]
    if not rivals or best - rivals[0][0][0] >= MARGIN:
        return Resolution(ids, first.id, None, _exactness(first, value), reasons or ("the only one of the name",))
    doubtful = [first, *(place for (points, _), place in rivals if best - points < MARGIN)]
    area = common(tuple(place.id for place in doubtful))
    kind = load().by_id[area].kind if area else ""
    coarse = max(value.precision, AREA_PRECISION.get(kind, 3)) if area else 5
    return Resolution(ids, None, area, coarse, (f"{len(doubtful)} of the name are as likely",))


def _holder(around: Surroundings, wider: Mention | None) -> str | None:
    """The town that an unknown quarter or street is told to be in, where the town is beyond doubt."""
    if wider is None:
        return None
    found = resolve(around, wider, None).chosen
    return found if found is not None and load().by_id[found].kind in TOWNS else None


def _road(mention: Mention) -> Resolution | None:
    """«طريق القامشلي – عامودا»: what holds both ends, and of all namesakes the two ends that lie nearest each other."""
    start, far = mention.part("from"), mention.part("to")
    if start is None or far is None:
        return None
    by_id, precision = load().by_id, place_of(mention).precision
    ends = [(kilometres(by_id[one], by_id[other]), one, other) for one in ids_of(start) for other in ids_of(far)]
    if not ends:
        return Resolution((), None, None, precision, ("no gazetteer has the name",))
    apart, *pair = min(ends)
    precision = max(precision, 3 if apart > ROAD_KM else 2)
    return Resolution(tuple(pair), None, common(tuple(pair)), precision, ("a road between two places",))


def _governing(place: Place) -> Place | None:
    """What holds the place; None for one that lies in a country only."""
    above = load().ancestors(place.id)
    return above[0] if len(above) > 1 else None


def _exactness(place: Place, value: PlaceRef) -> int:
    """How exact the place is (codebook, section 5): a countryside is a part of its governorate."""
    inside = load().by_id[place.parent].kind if place.parent else "country"
    return min(value.precision, 3) if place.kind == "region" and inside != "country" else value.precision


def _is_stray(around: Surroundings, place: Place, value: PlaceRef, reasons: tuple[str, ...]) -> bool:
    """A small namesake far from all that the report names: another village of the name that no gazetteer has."""
    peopled = (place.population or 0) > WELL_PEOPLED and value.kind != "village"
    if place.kind not in TOWNS or peopled or {"within", "parent nearby"} & set(reasons):
        return False
    if around.countries.get(place.country, 0.0) < SHARE and max(around.countries.values(), default=0.0) >= SHARE:
        return True
    others = [p for p in around.settled if p.id != place.id]
    near = "company" in reasons or "parent named" in reasons
    return not near and bool(others) and all(kilometres(p, place) > STRAY_KM for p in others)


def common(ids: tuple[str, ...]) -> str | None:
    """The smallest place that holds all of them; None where nothing does."""
    chains = [[i, *(place.id for place in load().ancestors(i))] for i in ids]
    return next((i for i in chains[0] if all(i in chain for chain in chains[1:])), None)


def _score(
    around: Surroundings, mention: Mention, wider: Mention | None, place: Place
) -> tuple[float, tuple[str, ...]]:
    """The sum of the weights that speak for the place, and their names."""
    value = place_of(mention)
    said: dict[str, float] = {}
    if wider is not None and place_of(wider).ids and _fits(place, wider):
        said["within"] = 1.0
    if (held := _held(around, place, mention.first)) is not None:
        said[held] = 1.0
    headed = (mention.part("name") or mention).start > mention.start
    if headed and (value.kind == place.kind or (value.kind in TOWNS and place.kind in TOWNS)):
        said["kind"] = 1.0 if value.kind == place.kind else 0.5
    if place.kind == "city" and value.precision < WIDE_FROM and set(_above(place.id)) & set(value.ids):
        said["city"] = 1.0
    if any(p.id != place.id and kilometres(p, place) <= COMPANY_KM for p in around.settled):
        said["company"] = 1.0
    said["country"] = around.countries.get(place.country, 0.0)
    said["outlet"] = float(place.country == around.home)
    said["size"] = max(0.0, math.log10(place.population / 1000)) if place.population else 0.0
    said["well known"] = float(not place.id.startswith("gn-"))
    said = {name: share for name, share in said.items() if share > 0}
    return sum(WEIGHTS[name] * share for name, share in said.items()), tuple(said)


def _held(around: Surroundings, place: Place, at: int) -> str | None:
    """Whether what holds the place, short of its country, is named near the token, or anywhere."""
    seen = [i for above in _above(place.id) for i in around.named.get(above, ()) if i != at]
    if not seen:
        return None
    return "parent nearby" if any(abs(i - at) <= NEARBY for i in seen) else "parent named"


@lru_cache(maxsize=4096)
def _above(place_id: str) -> tuple[str, ...]:
    """The ids of what holds the place, without its country; the namesake governorate of a city counts."""
    return tuple(place.id for place in load().ancestors(place_id) if place.kind != "country")


def _fits(place: Place, wider: Mention) -> bool:
    """Whether the place lies in one that the wider mention may be, or hard by it; so does all if that is unknown."""
    ids = set(place_of(wider).ids)
    if not ids or holds(ids, {place.id}):
        return True
    areas = [load().by_id[i] for i in ids]
    if any(area.kind in UNBOUNDED and not _governorate(area) for area in areas):
        return True
    if {g for area in areas if (g := _governorate(area))} & set(_above(place.id)):
        return True
    reach = STRETCH_KM * (2 if wider.rule == "places.directed" else 1)
    return any(area.kind != "country" and kilometres(area, place) <= reach for area in areas)


def _governorate(area: Place) -> str | None:
    """The governorate that an area lies in: of «ريف دير الزور» Deir ez-Zor, of the Euphrates none."""
    return next((p.id for p in load().ancestors(area.id) if p.kind == "governorate"), None)
