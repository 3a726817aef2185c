"""Saved searches of a person, and what is new in each: told once, and only forgotten when it was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from waqai.web.catalogue.catalogue import Catalogue
from waqai.web.catalogue.query import Query, parse
from waqai.web.people.store import People, Search

_COLUMNS = "number, name, title, address, language, mail, seen, epoch"
_MOST = 200  # incidents of one search in one digest; the count is of all


@dataclass(frozen=True, slots=True)
class News:
    """What is new or changed in a saved search: all its positions up to a number of change, newest first."""

    search: Search
    positions: tuple[int, ...]
    count: int
    upto: int


def query_of(search: Search) -> Query:
    """The question of its address."""
    return parse(parse_qsl(search.address.lstrip("?")))


def save(people: People, catalogue: Catalogue, search: Search) -> None:
    """The search is followed from now on; what is there already is not news. Following twice is once."""
    row = (search.name, search.title, search.address, search.language, search.mail)
    now = (int(catalogue.meta["changed"]), catalogue.meta["epoch"])
    with people.writing() as connection:
        connection.execute(
            "INSERT INTO searches(name, title, address, language, mail, seen, epoch) VALUES (?,?,?,?,?,?,?) "
            "ON CONFLICT(name, address) DO UPDATE SET title = excluded.title, mail = excluded.mail",
            (*row, *now),
        )


def remove(people: People, name: str, number: int) -> None:
    """The person no longer follows it."""
    with people.writing() as connection:
        connection.execute("DELETE FROM searches WHERE number = ? AND name = ?", (number, name))


def searches(people: People, name: str | None = None) -> list[Search]:
    """All of a person, or of everybody, the oldest first."""
    rows = people.rows(f"SELECT {_COLUMNS} FROM searches WHERE ?1 IS NULL OR name = ?1 ORDER BY number", name)  # noqa: S608
    return [_search(row) for row in rows]


def _search(row: Sequence[object]) -> Search:
    number, name, title, address, language, mail, seen, epoch = map(str, row)
    return Search(int(number), name, title, address, language, mail if row[5] else None, int(seen), epoch)


def news(catalogue: Catalogue, search: Search, visible: int) -> News:
    """What came or changed since it was last told; of a catalogue made from nothing, nothing is news."""
    highest = int(catalogue.meta["changed"])
    if search.epoch != catalogue.meta["epoch"]:
        return News(search, (), 0, highest)
    bits = catalogue.select(query_of(search)) & visible
    rows = catalogue.rows("SELECT position FROM incidents WHERE changed > ? ORDER BY position DESC", (search.seen,))
    found = [at for (at,) in ((int(str(row[0])),) for row in rows) if bits >> at & 1]
    return News(search, tuple(found[:_MOST]), len(found), highest)


def told(people: People, catalogue: Catalogue, found: Sequence[News]) -> None:
    """These news were told: they are none any more."""
    epoch = catalogue.meta["epoch"]
    rows = [(one.upto, epoch, one.search.number) for one in found]
    with people.writing() as connection:
        connection.executemany("UPDATE searches SET seen = ?, epoch = ? WHERE number = ?", rows)
