"""Budgets of the house: modules of 300 lines, functions of 40, five parameters, everything annotated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, Module, modules

MODULE_LINES = 300
FUNCTION_LINES = 40
PARAMETERS = 5

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(module: Module) -> Iterator[tuple[Function, bool]]:
    """Every function of a module, and whether its first parameter is self or cls."""
    for parent in ast.walk(module.tree):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, Function):
                names = {ast.unparse(decorator) for decorator in node.decorator_list}
                yield node, isinstance(parent, ast.ClassDef) and "staticmethod" not in names


def parameters(function: Function, *, bound: bool) -> list[ast.arg]:
    """All parameters that a caller may give."""
    given = function.args
    named = [*given.posonlyargs, *given.args][1 if bound else 0 :]
    return [*named, *given.kwonlyargs, *(arg for arg in (given.vararg, given.kwarg) if arg)]


def faults(root: Path) -> list[str]:
    """What in the modules below `root` is over budget or not annotated."""
    return [fault for module in modules(root) for fault in module_faults(module)]


def module_faults(module: Module) -> Iterator[str]:
    """What in one module is over budget or not annotated."""
    lines = len(module.text.splitlines())
    if lines > MODULE_LINES:
        yield f"{module.path.as_posix()}: {lines} lines, at most {MODULE_LINES}"
    for function, bound in functions(module):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        given = parameters(function, bound=bound)
        if length > FUNCTION_LINES:
            yield f"{module.at(function)} {function.name}: {length} lines, at most {FUNCTION_LINES}"
        if len(given) > PARAMETERS:
            yield f"{module.at(function)} {function.name}: {len(given)} parameters, at most {PARAMETERS}"
        bare = [arg.arg for arg in given if arg.annotation is None]
        if function.returns is None:
            bare.append("return")
        if bare:
            yield f"{module.at(function)} {function.name}: not annotated: {', '.join(bare)}"


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_everything_is_within_budget(folder: str) -> None:
    assert faults(ROOT / folder) == []


BAD = {
    "301 lines": "\n" * (MODULE_LINES + 1),
    "40": "def long() -> None:\n" + "    x = 1\n" * FUNCTION_LINES,
    "6 parameters": "def many(a: int, b: int, c: int, *d: int, e: int, **f: int) -> None: ...\n",
    "annotated: self": "def bare(self) -> None: ...\n",
    "annotated: x": "class A:\n    def bare(self, x) -> None: ...\n",
    "annotated: return": "class A:\n    async def bare(self): ...\n",
}


@pytest.mark.parametrize("fault", BAD)
def test_what_is_over_budget_is_found(fault: str, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text(BAD[fault], "utf-8")
    assert len(faults(tmp_path)) == 1
    assert fault in faults(tmp_path)[0]


def test_what_is_just_within_budget_passes(tmp_path: Path) -> None:
    longest = "def longest(a: int, b: int, c: int, d: int, e: int) -> None:\n" + "    x = 1\n" * 39
    method = "class A:\n    def five(self, a: int, b: int, c: int, d: int, e: int) -> None: ...\n"
    (tmp_path / "good.py").write_text(longest + method, "utf-8")
    assert faults(tmp_path) == []
