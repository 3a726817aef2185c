"""What a place mention holds, and which mentions are names of places."""

from __future__ import annotations

from typing import NamedTuple

from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reference.places.places import load

WIDE = {
    "governorate": 4,
    "region": 4,
    "desert": 3,
    "district": 3,
    "border": 3,
    "country": 5,
    "sea": 4,
    "river": 3,
}
NAMES = frozenset(["bynamed", "toponym", "weak-toponym", "placeword"])


class PlaceRef(NamedTuple):
    """A place as named: gazetteer ids (none for a name known by its kind word only), kind, and how exact."""

    ids: tuple[str, ...]
    kind: str
    precision: int

    def __str__(self) -> str:
        """The gazetteer ids, or the kind of a place that no gazetteer has; then the precision."""
        return f"{'|'.join(self.ids) or 'unlisted ' + self.kind} {self.precision}"


def place_of(mention: Mention) -> PlaceRef:
    """What a `place` mention names; TypeError for a mention of another kind, which is a defect of the caller."""
    if not isinstance(mention.value, PlaceRef):
        raise TypeError(f"{mention.rule} gave no place but {mention.value!r}")
    return mention.value


def is_name(mention: Mention) -> bool:
    """A name of places, or a word that only matters beside an act: حوار is `not-launch`, and a village."""
    return mention.kind in NAMES or (mention.kind.startswith("not-") and mention.kind != "not-place")


def is_nameless(mention: Mention) -> bool:
    """«الحدود», «قرب الأحياء الشمالية»: a part of some place, the same words for any."""
    inner = mention.part("place") or mention
    return inner.rule == "places.part" and getattr(inner.value, "kind", "") != "road"


def is_border(mention: Mention) -> bool:
    """«الحدود السورية», «قرب الحدود»: long, and told beside the place that is meant."""
    return getattr(mention.value, "kind", "") == "border"


def bare_word(chart: Chart, mention: Mention) -> str:
    """The first word of the mention without what is written onto it: «بقرى» is «قرى», «بلدات» keeps its letters."""
    token = chart.tokens[mention.first]
    return token.text[max(0, mention.start - token.start) :]


def areas_of(ids: tuple[str, ...]) -> set[str]:
    """The governorates that the places are or lie in."""
    gazetteer = load()
    return {p.id for i in ids for p in (gazetteer.by_id[i], *gazetteer.ancestors(i)) if p.kind == "governorate"}


def lie_in(narrow: tuple[str, ...], wide: tuple[str, ...]) -> bool:
    """Whether one of the places lies in one of the others, which is wider than a town and narrower than a country."""
    gazetteer = load()
    held = [i for i in wide if gazetteer.by_id[i].kind in ("region", "district", "governorate")]
    return any(gazetteer.within(i, w) for i in narrow for w in held if i != w)


def ids_of(name: Mention) -> tuple[str, ...]:
    """The gazetteer ids that a toponym or a place may be."""
    if isinstance(name.value, PlaceRef):
        return name.value.ids
    return name.value if isinstance(name.value, tuple) else ()
