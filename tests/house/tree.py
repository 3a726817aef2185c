"""Where the house stands, and its modules as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
PACKAGE = SRC / "waqai"
READING = PACKAGE / "reading"
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path below the folder that was searched, its text and its tree."""

    path: Path
    text: str
    tree: ast.Module

    def at(self, node: ast.stmt | ast.expr | ast.ExceptHandler) -> str:
        """The place of a node as people and editors write it."""
        return f"{self.path.as_posix()}:{node.lineno}"


def modules(root: Path) -> Iterator[Module]:
    """Every Python file below `root`, in the order of the tree."""
    for path in sorted(root.rglob("*.py")):
        text = path.read_text("utf-8")
        yield Module(path.relative_to(root), text, ast.parse(text))


def topics(reading: Path = READING) -> list[Path]:
    """The topic folders of the reader: those that are packages or hold knowledge."""
    return sorted(
        folder
        for folder in reading.iterdir()
        if folder.is_dir() and (any(folder.glob("*.yaml")) or (folder / "__init__.py").exists())
    )
