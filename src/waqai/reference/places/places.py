"""The shipped gazetteer, read from places.csv, kind_words.csv, ambiguous_words.csv and capitals.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from sys import intern

KINDS = frozenset(
    """country governorate district city town village neighbourhood camp base airport oil_field gas_field
    crossing dam river road mountain desert island region border facility sea""".split()
)
PRECISIONS = frozenset({"exact", "near", "approx"})
# '' plain; word: also an ordinary word, so a kind word must stand before it; person: also a personal name;
# many: three places or more bear it. It speaks of the one-word names of a place.
AMBIGUITIES = frozenset({"", "word", "person", "many"})


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


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by id; word -> kind; name -> word|person where it is also that; capital's id -> country's."""

    by_id: Mapping[str, Place]
    kind_words: Mapping[str, str]
    ambiguous_words: Mapping[str, str]
    capitals: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.by_id)

    def names(self) -> Iterator[tuple[str, str]]:
        """Every (name, place id), names as written in the table: unfolded, standard spelling."""
        for place in self.by_id.values():
            for name in place.names:
                yield name, place.id

    def ancestors(self, place_id: str) -> tuple[Place, ...]:
        """The places that hold this one, the nearest first, its country last."""
        found: list[Place] = []
        place = self.by_id[place_id]
        while place.parent is not None:
            place = self.by_id[place.parent]
            found.append(place)
        return tuple(found)

    def within(self, place_id: str, wider_id: str) -> bool:
        """Whether the first place is the second or lies in it."""
        return place_id == wider_id or any(place.id == wider_id for place in self.ancestors(place_id))


def _place(cells: list[str], line: int) -> Place:
    """One row as a place; a bad cell is an error that names its line."""
    place_id, name, aliases, name_en, kind, parent, country, lat, lon, precision, people, mark, _ = cells
    if kind not in KINDS or precision not in PRECISIONS or mark not in AMBIGUITIES:
        raise ValueError(f"places.csv:{line}: {place_id}: unknown kind, precision or ambiguity")
    return Place(
        place_id,
        name,
        (name, *aliases.split("|")) if aliases else (name,),
        name_en,
        intern(kind),
        intern(parent) if parent else None,
        intern(country),
        float(lat),
        float(lon),
        intern(precision),
        int(people) if people else None,
        intern(mark),
    )


def _rows(name: str) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of a table beside this module, without its header."""
    reader = csv.reader((files(__package__) / name).read_text(encoding="utf-8").splitlines())
    next(reader)
    for cells in reader:
        yield reader.line_num, cells


@cache
def load() -> Gazetteer:
    """The shipped gazetteer, read once a process. Ids are unique and every parent exists, else ValueError."""
    by_id: dict[str, Place] = {}
    for line, cells in _rows("places.csv"):
        place = _place(cells, line)
        if place.id in by_id:
            raise ValueError(f"places.csv:{line}: {place.id} is there twice")
        by_id[place.id] = place
    for place in by_id.values():
        if place.parent is not None and place.parent not in by_id:
            raise ValueError(f"places.csv: {place.id}: no place {place.parent}")
    kind_words = {cells[0]: intern(cells[1]) for _, cells in _rows("kind_words.csv")}
    ambiguous_words = {cells[0]: intern(cells[1]) for _, cells in _rows("ambiguous_words.csv")}
    capitals = {cells[0]: cells[1] for _, cells in _rows("capitals.csv")}
    return Gazetteer(by_id, kind_words, ambiguous_words, capitals)
