"""One row of the gazetteer as a place; the shape that shipped and local tables share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

COLUMNS = tuple(
    "id name_ar aliases_ar name_en kind parent country lat lon precision population ambiguous source".split()
)
KINDS = frozenset(
    """country governorate district city town village neighbourhood camp base airport oil_field gas_field
    crossing dam river road mountain desert island region border facility sea""".split()
)
PRECISIONS = frozenset({"exact", "near", "approx"})
# '' plain; word: also an ordinary word, so a kind word must stand before it; person: also a personal name;
# many: three places or more bear it. It speaks of the one-word names of a place.
AMBIGUITIES = frozenset({"", "word", "person", "many"})


class PlacesError(ValueError):
    """A table of places says something that cannot be: names file, line and what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `names` are in standard spelling, unfolded, the main one first."""

    id: str
    name: str
    names: tuple[str, ...]
    name_en: str
    kind: str
    parent: str | None
    country: str
    lat: float
    lon: float
    precision: str
    population: int | None
    ambiguous: str


def place_of(cells: Sequence[str], where: str) -> Place:
    """One row as a place; a bad cell is a PlacesError that names its file and line."""
    if len(cells) != len(COLUMNS):
        raise PlacesError(f"{where}: {len(cells)} cells, expected {len(COLUMNS)}")
    place_id, name, aliases, name_en, kind, parent, country, lat, lon, precision, people, mark, _ = cells
    if kind not in KINDS or precision not in PRECISIONS or mark not in AMBIGUITIES:
        raise PlacesError(f"{where}: {place_id}: unknown kind, precision or ambiguity")
    try:
        point, population = (float(lat), float(lon)), int(people) if people else None
    except ValueError:
        raise PlacesError(f"{where}: {place_id}: lat, lon and population are numbers") from None
    return Place(
        place_id,
        name,
        (name, *aliases.split("|")) if aliases else (name,),
        name_en,
        intern(kind),
        intern(parent) if parent else None,
        intern(country),
        *point,
        intern(precision),
        population,
        intern(mark),
    )
