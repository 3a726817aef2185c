"""Nouns as JSON and back, without loss; what equals its default is left out."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Hashable
from datetime import date, datetime
from enum import Enum
from functools import cache

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Noun = typing.TypeVar("Noun")


def dump(noun: object) -> str:
    """The noun as one line of JSON, the same for equal nouns."""
    return json.dumps(plain(noun), ensure_ascii=False, separators=(",", ":"))


def load(kind: type[Noun], line: str) -> Noun:
    """The noun that `dump` wrote; TypeError or ValueError where the line holds no such noun."""
    return typing.cast("Noun", _builder(typing.cast("Hashable", kind))(json.loads(line)))


def plain(value: object) -> Json:
    """The value in JSON's own types."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    fields = _fields(typing.cast("Hashable", type(value)))
    if fields is not None:
        pairs = ((name, getattr(value, name), default) for name, default in fields)
        return {name: plain(item) for name, item, default in pairs if item != default}
    raise TypeError(f"{type(value).__name__} has no form in JSON")


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, object], ...] | None:
    """The fields of a noun with their defaults; None where it is no noun. Made once, as records hold many of each."""
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind):
        return None
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@cache
def _builder(kind: object) -> Callable[[Json], object]:
    """What builds a value of that kind from JSON's own types; made once, as records hold many of each."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        inner = _builder(next(option for option in typing.get_args(kind) if option is not type(None)))
        return lambda value: None if value is None else inner(value)
    if typing.get_origin(kind) is tuple:
        return _tuple(typing.get_args(kind))
    if not isinstance(kind, type):
        raise TypeError(f"{kind} cannot be built from JSON")
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, datetime | date):
        return lambda value: kind.fromisoformat(str(value))
    return kind if issubclass(kind, Enum) else _plain(kind)


def _tuple(kinds: tuple[object, ...]) -> Callable[[Json], object]:
    if len(kinds) == 2 and kinds[1] is ...:
        each = _builder(kinds[0])
        return lambda value: tuple([each(item) for item in _list(value)])
    builders = [_builder(kind) for kind in kinds]
    return lambda value: tuple([make(item) for make, item in zip(builders, _list(value), strict=True)])


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError(f"a list expected, not {value!r}")
    return value


def _dataclass(kind: type) -> Callable[[Json], object]:
    builders = {name: _builder(hint) for name, hint in typing.get_type_hints(kind).items()}

    def make(value: Json) -> object:
        if not isinstance(value, dict) or not value.keys() <= builders.keys():
            raise TypeError(f"{kind.__name__} expected, not {value!r}")
        return kind(**{name: builders[name](item) for name, item in value.items()})

    return make


def _plain(kind: type) -> Callable[[Json], object]:
    def make(value: Json) -> object:
        if kind is float and isinstance(value, int):
            return float(value)
        if not isinstance(value, kind):
            raise TypeError(f"{kind.__name__} expected, not {value!r}")
        return value

    return make
