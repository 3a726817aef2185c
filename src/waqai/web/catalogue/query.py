"""What somebody asks of the catalogue: read from an address, and written back as one (every view is a link)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

Box = tuple[float, float, float, float]
MANY = ("type", "by", "on", "actor", "place", "country", "source", "grade", "differ", "weapon", "report")
SORTS = ("newest", "oldest", "deadliest", "sources")
_LONGEST = 300  # characters of a text that is searched for


class QueryError(ValueError):
    """An address that asks for something that cannot be understood; `field` names the part at fault."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(f"{field}={value!r}")
        self.field = field
        self.value = value


@dataclass(frozen=True, slots=True)
class Query:
    """One question. Values within a field are alternatives, fields add up; what is empty asks nothing."""

    q: str = ""
    type: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    box: Box | None = None
    since: date | None = None
    until: date | None = None
    undated: bool = False
    reviewed: bool | None = None
    sort: str = "newest"

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of the address, in a fixed order, without what asks nothing."""
        out: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value == field.default:
                continue
            if isinstance(value, tuple) and field.name != "box":
                out += [(field.name, one) for one in value]
            else:
                out.append((field.name, _written(value)))
        return out

    def changed(self, **changes: Any) -> Query:  # noqa: ANN401  # the fields' own names and types
        """The question with some parts changed."""
        return replace(self, **changes)

    def address(self, **changes: Any) -> str:  # noqa: ANN401
        """The address of this question with some parts changed: `?q=...`, or `?` alone."""
        return "?" + urlencode(self.changed(**changes).pairs())

    def with_value(self, field: str, value: str) -> Query:
        """The question with one more alternative, or without it where it is there."""
        known = getattr(self, field)
        rest = tuple(one for one in known if one != value)
        return self.changed(**{field: rest if len(rest) < len(known) else (*known, value)})

    @property
    def asks(self) -> bool:
        """Whether it leaves anything out."""
        return replace(self, sort="newest") != Query()


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(f"{part:g}" for part in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def parse(asked: Iterable[tuple[str, str]]) -> Query:
    """The question of an address's parameters; QueryError where one cannot be understood. Others are ignored."""
    given: dict[str, list[str]] = {}
    for name, value in asked:
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    single = {name: values[-1] for name, values in given.items()}
    return Query(
        q=single.get("q", "")[:_LONGEST],
        **{name: tuple(dict.fromkeys(given.get(name, ()))) for name in MANY},
        box=_box(single.get("box")),
        since=_day("since", single.get("since")),
        until=_day("until", single.get("until")),
        undated=_yes("undated", single) is True,
        reviewed=_yes("reviewed", single),
        sort=_sort(single.get("sort", "newest")),
    )


def _day(field: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise QueryError(field, value) from None


def _yes(field: str, single: Mapping[str, str]) -> bool | None:
    value = single.get(field)
    if value not in {None, "yes", "no"}:
        raise QueryError(field, str(value))
    return None if value is None else value == "yes"


def _sort(value: str) -> str:
    if value not in SORTS:
        raise QueryError("sort", value)
    return value


def _box(value: str | None) -> Box | None:
    """West, south, east, north in degrees."""
    if value is None:
        return None
    parts: Sequence[str] = value.split(",")
    try:
        west, south, east, north = (float(part) for part in parts)
    except ValueError:
        raise QueryError("box", value) from None
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise QueryError("box", value)
    return west, south, east, north
