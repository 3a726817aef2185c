"""The shipped gazetteer, read from places.csv, kind_words.csv, ambiguous_words.csv and capitals.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from sys import intern

from waqai.reference.places import local
from waqai.reference.places.rows import KINDS, Place, PlacesError, place_of

__all__ = ["KINDS", "Gazetteer", "Place", "PlacesError", "load", "rows_of", "use"]
_LOCAL: dict[str, Path | None] = {"path": None}
"""Where the local gazetteer of this process is, if it has one."""


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


def rows_of(name: str) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of a table beside this module, without its header."""
    reader = csv.reader((files(__package__) / name).read_text(encoding="utf-8").splitlines())
    next(reader)
    for cells in reader:
        yield reader.line_num, cells


def use(path: Path | None) -> None:
    """From now on the places of this local table are known besides the shipped ones; None: the shipped ones only."""
    if path != _LOCAL["path"]:
        _LOCAL["path"] = path
        load.cache_clear()


@cache
def load() -> Gazetteer:
    """The gazetteer, read once a process. Ids are unique and every parent exists, else PlacesError."""
    by_id: dict[str, Place] = {}
    for line, cells in rows_of("places.csv"):
        place = place_of(cells, f"places.csv:{line}")
        if place.id in by_id:
            raise PlacesError(f"places.csv:{line}: {place.id} is there twice")
        by_id[place.id] = place
    path = _LOCAL["path"]
    if path is not None:
        by_id |= local.read(path)
    for place in by_id.values():
        if place.parent is not None and place.parent not in by_id:
            raise PlacesError(f"{path or 'places.csv'}: {place.id}: no place {place.parent}")
    kind_words = {cells[0]: intern(cells[1]) for _, cells in rows_of("kind_words.csv")}
    ambiguous_words = {cells[0]: intern(cells[1]) for _, cells in rows_of("ambiguous_words.csv")}
    capitals = {cells[0]: cells[1] for _, cells in rows_of("capitals.csv")}
    return Gazetteer(by_id, kind_words, ambiguous_words, capitals)
