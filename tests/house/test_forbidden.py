"""What is kept out of the code but for one home: patterns, blanket excepts, prints, shapeless names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT, Module, modules

PATTERN_MODULES = {"re", "regex", "sre_compile"}
PATTERN_HOMES = ("language/", "reports/")
EXCEPT_HOMES = ("pipeline.py", "web/app.py")  # one report, one request
PRINT_HOMES = ("cli.py", "cli/")
SHAPELESS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff"}
BLANKET = {"Exception", "BaseException"}


def imported(node: ast.AST) -> list[str]:
    """The top names of the modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [(node.module or "").partition(".")[0]]
    return []


def is_blanket(node: ast.AST) -> bool:
    """Whether a statement swallows whatever is raised."""
    if isinstance(node, ast.ExceptHandler):
        caught = node.type
        kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
        return any(kind is None or ast.unparse(kind) in BLANKET for kind in kinds)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        return any(ast.unparse(kind) in BLANKET for kind in node.args)
    return False


def is_print(node: ast.AST) -> bool:
    """Whether an expression prints."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"


def faults(package: Path) -> list[str]:
    """What in the package stands where it may not."""
    return [fault for module in modules(package) for fault in module_faults(module)]


def module_faults(module: Module) -> Iterator[str]:
    """What in one module stands where it may not."""
    path = module.path.as_posix()
    for node in ast.walk(module.tree):
        if PATTERN_MODULES.intersection(imported(node)) and not path.startswith(PATTERN_HOMES):
            yield f"{path}: patterns over characters belong in language/ and reports/"
        if is_blanket(node) and path not in EXCEPT_HOMES:
            yield f"{path}: a blanket except hides what went wrong; its homes: {', '.join(EXCEPT_HOMES)}"
        if is_print(node) and not path.startswith(PRINT_HOMES):
            yield f"{path}: only the commands print"


def shapeless(root: Path) -> list[str]:
    """The modules and folders whose name does not say what they hold."""
    paths = (path.relative_to(root) for path in sorted(root.rglob("*.py")))
    return [path.as_posix() for path in paths if SHAPELESS.intersection([*path.parts, path.stem])]


def test_everything_stands_where_it_may() -> None:
    assert faults(PACKAGE) == []


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_every_name_says_what_it_holds(folder: str) -> None:
    assert shapeless(ROOT / folder) == []


BAD = {
    "import re": "reading/dates.py",
    "from re import compile": "claims/join.py",
    "import regex as r": "cli.py",
    "try: ...\nexcept: ...": "record/save.py",
    "try: ...\nexcept (ValueError, Exception): ...": "cli.py",
    "try: ...\nexcept BaseException: ...": "reports/files.py",
    "from contextlib import suppress\nwith suppress(Exception): ...": "web/pages/home.py",
    "print(1)": "pipeline.py",
}
GOOD = {
    "import re": "language/fold.py",
    "from re import compile": "reports/pages.py",
    "from waqai.reports import re": "claims/join.py",
    "try: ...\nexcept Exception: ...": "pipeline.py",
    "try: ...\nexcept (ValueError, OSError): ...": "record/save.py",
    "print(1)": "cli.py",
}


def place(root: Path, path: str, text: str) -> None:
    """The text stands in a module of that path below `root`."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


@pytest.mark.parametrize("text", BAD)
def test_what_is_forbidden_is_found(text: str, tmp_path: Path) -> None:
    place(tmp_path, BAD[text], text)
    assert len(faults(tmp_path)) == 1


@pytest.mark.parametrize("text", GOOD)
def test_what_is_at_home_passes(text: str, tmp_path: Path) -> None:
    place(tmp_path, GOOD[text], text)
    assert faults(tmp_path) == []


@pytest.mark.parametrize("path", ["reading/utils.py", "common/dates.py", "helpers/__init__.py"])
def test_shapeless_names_are_found(path: str, tmp_path: Path) -> None:
    place(tmp_path, path, "")
    place(tmp_path, "reading/utilities_of_war.py", "")
    assert shapeless(tmp_path) == [path]
