"""Rows of a YAML data file, each value still knowing its line.

A file is a list of mappings in block style. What is not expected (an unknown key, a list where a word
should be, a key written twice) is a `DataError` that names the file and the line; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    _Loader = yaml.BaseLoader
else:
    # libyaml reads the tables ten times faster; PyYAML may be installed without it. The base loader takes
    # every plain word as text (a year, `on` and `no` too), which is faster and is what names need.
    _Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

NULLS = frozenset({"", "~", "null"})


class DataError(ValueError):
    """A data file that can't be used, with the file and line at fault."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Row:
    """One mapping of a file: its keys with the nodes that hold their values."""

    path: Path
    line: int
    fields: dict[str, yaml.Node]

    def error(self, problem: str, key: str | None = None) -> DataError:
        """The error to raise about this row, at the line of `key` if it is there."""
        node = self.fields.get(key) if key else None
        return DataError(self.path, node.start_mark.line + 1 if node else self.line, problem)

    def has(self, key: str) -> bool:
        """True if the row writes the key, even as null."""
        return key in self.fields

    def optional(self, key: str) -> str | None:
        """The text of a key, or None where the key is absent or null."""
        node = self.fields.get(key)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(f"{key}: one value expected", key)
        return None if _is_null(node) else node.value

    def text(self, key: str) -> str:
        """The text of a key that must be there."""
        value = self.optional(key)
        if not value:
            raise self.error(f"{key} is missing", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list under a key, in the file's order; empty where the key is absent."""
        node = self.fields.get(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"{key}: a list expected", key)
        values = tuple([_scalar(self.path, key, item) for item in node.value])
        if len(set(values)) != len(values):
            twice = next(value for value in values if values.count(value) > 1)
            raise self.error(f"{key}: {twice!r} stands twice", key)
        return values

    def rows(self, key: str, allowed: frozenset[str]) -> tuple[Row, ...]:
        """The list of mappings under a key."""
        node = self.fields.get(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"{key}: a list expected", key)
        return tuple(_row(self.path, item, allowed) for item in node.value)

    def year(self, key: str) -> int | None:
        """A year, or None where the key is absent."""
        value = self.optional(key)
        if value is None:
            return None
        if not (value.isascii() and value.isdigit() and 1900 <= int(value) <= 2100):
            raise self.error(f"{key}: {value!r} is not a year", key)
        return int(value)


def read_rows(path: Path, allowed: frozenset[str]) -> Iterator[Row]:
    """The rows of a file in order; a key outside `allowed` is an error."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(path, line, f"not YAML: {error.problem}") from error
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise DataError(path, root.start_mark.line + 1, "a list of mappings expected")
    for node in root.value:
        yield _row(path, node, allowed)


def _row(path: Path, node: yaml.Node, allowed: frozenset[str]) -> Row:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise DataError(path, line, "a mapping expected")
    fields: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value not in allowed:
            raise DataError(path, key.start_mark.line + 1, f"unknown key {key.value!r}")
        if key.value in fields:
            raise DataError(path, key.start_mark.line + 1, f"key {key.value!r} stands twice")
        fields[key.value] = value
    return Row(path, line, fields)


def _scalar(path: Path, key: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or _is_null(node):
        raise DataError(path, node.start_mark.line + 1, f"{key}: a word or name expected")
    value: str = node.value
    if value != value.strip() or "  " in value:
        raise DataError(path, node.start_mark.line + 1, f"{key}: stray blanks in {value!r}")
    return value


def _is_null(node: yaml.ScalarNode) -> bool:
    return node.value == "" or (not node.style and node.value in NULLS)
