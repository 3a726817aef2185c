"""Nouns as JSON and back, without loss; what equals its default is left out."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
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
    return typing.cast("Noun", build(kind, json.loads(line)))


def plain(value: object) -> Json:
    """The value in JSON's own types."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((field, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {field.name: plain(item) for field, item in pairs if item != field.default}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def build(kind: object, value: Json) -> object:
    """The value of that kind from JSON's own types."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        options = [option for option in typing.get_args(kind) if option is not type(None)]
        return None if value is None else build(options[0], value)
    if typing.get_origin(kind) is tuple:
        return _tuple(typing.get_args(kind), value)
    if isinstance(kind, type):
        return _build_class(kind, value)
    raise TypeError(f"{kind} cannot be built from JSON")


def _tuple(kinds: tuple[object, ...], value: Json) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise TypeError(f"a list expected, not {value!r}")
    if len(kinds) == 2 and kinds[1] is ...:
        return tuple(build(kinds[0], item) for item in value)
    return tuple(build(kind, item) for kind, item in zip(kinds, value, strict=True))


def _build_class(kind: type, value: Json) -> object:
    if dataclasses.is_dataclass(kind):
        if not isinstance(value, Mapping):
            raise TypeError(f"{kind.__name__}: an object expected, not {value!r}")
        hints = _hints(kind)
        if unknown := value.keys() - hints.keys():
            raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        return kind(**{name: build(hints[name], item) for name, item in value.items()})
    if issubclass(kind, datetime | date):
        return kind.fromisoformat(str(value))
    if issubclass(kind, Enum):
        return kind(value)
    if kind is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, kind):
        raise TypeError(f"{kind.__name__} expected, not {value!r}")
    return value


@cache
def _hints(kind: type) -> Mapping[str, object]:
    """The types of a dataclass's fields, resolved."""
    return typing.get_type_hints(kind)
