"""A telling made ready for comparison: places resolved and folded, days as numbers, the toll per kind."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waqai.claims.model import Precision, When, Where
from waqai.incidents.model import Telling
from waqai.incidents.prints import Print
from waqai.incidents.tolls import Figure, figures
from waqai.language.fold import fold
from waqai.language.tokens import tokenize
from waqai.reference.places import Gazetteer

_EARTH_DIAMETER_KM = 12742.0
# Where at a place it happened is no part of its name: «على أطراف قرية حفسرجة», «أطراف مدينة إدلب».
_SITUATING = (
    "على في من إلى عند قرب قربة بالقرب مقربة بجوار جوار مجاورة محيط بمحيط محاذاة بمحاذاة أطراف مشارف تخوم ضواحي ضاحية "
    "قبالة مقابل وسط داخل خارج مركز قلب أنحاء عموم مدخل مداخل ريف ريفي أرياف جبهة جبهات محور محاور طريق "
    "شمال شمالي شمالية جنوب جنوبي جنوبية شرق شرقي شرقية غرب غربي غربية"
).split()
# The hours that a part of the day may mean, from midnight on; the night goes on into the next day.
_HOURS = {
    "فجر": (2, 7), "صباح": (4, 12), "صبيحة": (4, 12), "ضحى": (7, 12), "ظهر": (11, 16), "ظهيرة": (11, 16),
    "عصر": (13, 19), "مساء": (15, 25), "مغرب": (16, 21), "عشاء": (18, 23), "ليل": (18, 30), "ليلة": (18, 30),
}  # fmt: skip
_DAY = 24
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Site:
    """A place where it happened: gazetteer ids (one if the reader chose it), what holds them, points, name words.

    `around` is the middle of the town that holds a place which no gazetteer has: near enough to be shown, but two such
    places are not one for that.
    """

    name: str
    ids: frozenset[str]
    above: frozenset[str]
    points: tuple[Point, ...]
    words: frozenset[str]
    precision: int
    chosen: bool = False
    around: Point | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What is compared of one telling. `days` are ordinals, both included; None where the date is unknown.

    `hours` are those that the words for its date allow («مساء الاثنين»); None where they give none.
    """

    telling: Telling
    sites: tuple[Site, ...]
    days: tuple[int, int] | None
    fine: bool
    tolls: Mapping[str, tuple[Figure, ...]]
    passage: frozenset[int] = frozenset()
    hours: tuple[int, int] | None = None


def scenes(
    tellings: Iterable[Telling], gazetteer: Gazetteer, prints: Mapping[str, Print] | None = None
) -> tuple[Scene, ...]:
    """The tellings with their places resolved against the gazetteer, and the wording around the act where known."""
    sites = _Sites(gazetteer)
    known = prints or {}
    return tuple(_scene(telling, sites, known.get(telling.report)) for telling in tellings)


class _Sites:
    """Places as sites; the same words, candidates and choice give the same one, which is made once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._kinds = frozenset(_bare(fold(word).text) for word in (*gazetteer.kind_words, *_SITUATING))
        self._made: dict[tuple[str, str | None, tuple[str, ...], int, str | None], Site] = {}

    def of(self, where: Where) -> Site:
        """The site of this place."""
        key = (where.words.text, where.chosen, where.candidates, where.precision, where.area)
        site = self._made.get(key)
        if site is None:
            site = self._made[key] = _site(where, self._gazetteer, self._kinds)
        return site


def _scene(telling: Telling, known: _Sites, wording: Print | None) -> Scene:
    when = telling.event.when
    days = None
    if when.earliest is not None and when.latest is not None:
        days = (when.earliest.toordinal(), when.latest.toordinal())
    sites = tuple(known.of(where) for where in telling.event.places if where.role == "site")
    tolls = {kind: figures(telling.event, kind) for kind in ("killed", "injured")}
    fine = when.precision in {Precision.DAY, Precision.DAYS}
    trigger = telling.event.trigger
    passage = wording.around(trigger.start, trigger.end) if wording else frozenset()
    return Scene(telling, sites, days, fine, tolls, passage, _hours(when))


def _hours(when: When) -> tuple[int, int] | None:
    """The hours of the first part of the day that the words name."""
    if when.words is None:
        return None
    found = (_FOLDED.get(_bare(token.text)) for token in tokenize(fold(when.words.text).text))
    return next((hours for hours in found if hours is not None), None)


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether both may be one hour of one night and day."""
    return any(one[0] < other[1] + turn and other[0] + turn < one[1] for turn in (-_DAY, 0, _DAY))


def _site(where: Where, gazetteer: Gazetteer, kinds: frozenset[str]) -> Site:
    """One named place: its ids, the places above them, where they lie, and its name without kind words."""
    ids = (where.chosen,) if where.chosen else where.candidates
    known = [name for name in ids if name in gazetteer.by_id]
    above = {place.id for name in known for place in gazetteer.ancestors(name)}
    points = tuple((gazetteer.by_id[name].lat, gazetteer.by_id[name].lon) for name in known)
    words = _name_words(where.words.text, kinds)
    town = None if where.candidates else gazetteer.by_id.get(where.area or "")
    return Site(
        where.words.text,
        frozenset(known),
        frozenset(above),
        points,
        words,
        where.precision,
        bool(where.chosen),
        None if town is None else (town.lat, town.lon),
    )


def _name_words(name: str, kinds: frozenset[str]) -> frozenset[str]:
    """The folded words of a name without article, kind words, and where at it: «وسط مدينة الباب» is باب. Never none."""
    words = [_bare(token.text) for token in tokenize(fold(name).text) if token.kind in {"word", "number"}]
    return frozenset(word for word in words if word not in kinds) or frozenset(words)


def _bare(word: str) -> str:
    """The word without its article; short words keep theirs («الف»)."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance of two points."""
    north, south = math.radians(one[0]), math.radians(other[0])
    across = math.radians(other[1] - one[1])
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    return _EARTH_DIAMETER_KM * math.asin(math.sqrt(half))


_FOLDED = {_bare(fold(word).text): hours for word, hours in _HOURS.items()}
