"""The stages of the design are layers: import-linter holds the contracts of pyproject.toml."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.house.tree import PACKAGE, ROOT, SRC, topics


def contracts() -> dict[str, dict[str, Any]]:
    """The contracts of pyproject.toml by their id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


def lint(folder: Path, source: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the package below `source` by the pyproject.toml of `folder`."""
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    environment = {**os.environ, "PYTHONPATH": str(source), "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_are_kept() -> None:
    said = lint(ROOT, SRC)
    assert said.returncode == 0, said.stdout + said.stderr


def unlayered(package: Path, layers: list[str]) -> list[str]:
    """The modules and folders of the package that no layer names."""
    known = {name.strip(" ()") for layer in layers for name in layer.replace("|", ":").split(":")}
    entries = [path for path in package.iterdir() if path.suffix == ".py" or any(path.rglob("*.py"))]
    return sorted({f"waqai.{path.stem}" for path in entries if not path.stem.startswith("__")} - known)


def hidden(package: Path) -> list[str]:
    """The folders whose modules import-linter does not see, since they are no packages."""
    folders = {path.parent for path in package.rglob("*.py") if "migrations" not in path.parts}
    return sorted(folder.name for folder in folders if not (folder / "__init__.py").exists())


def unsworn(folders: list[Path], contract: list[str]) -> list[str]:
    """The topics that are not under the independence contract, and those of it that are none."""
    there = {f"waqai.reading.{topic.name}" for topic in folders if (topic / "__init__.py").exists()}
    return sorted(there ^ set(contract))


def test_every_topic_is_under_the_independence_contract() -> None:
    assert unsworn(topics(), contracts()["topics"]["modules"]) == []


def test_every_module_of_the_package_has_its_layer() -> None:
    assert unlayered(PACKAGE, contracts()["layers"]["layers"]) == []


def test_every_folder_with_modules_is_a_package() -> None:
    assert hidden(PACKAGE) == []


def test_what_is_outside_of_the_contracts_is_found(tmp_path: Path) -> None:
    package = build(tmp_path, {}) / "waqai"
    assert unlayered(package, ["waqai.a", "waqai.b | (waqai.c)"]) == hidden(package) == []
    assert unlayered(package, ["waqai.a", "waqai.b"]) == ["waqai.c"]
    (package / "d").mkdir()
    (package / "d" / "e.py").touch()
    assert hidden(package) == ["d"]
    assert unlayered(package, ["waqai.a | waqai.b | waqai.c"]) == ["waqai.d"]
    assert unsworn([package], []) == ["waqai.reading.waqai"]
    assert unsworn([], ["waqai.reading.a"]) == ["waqai.reading.a"]


BREACHES = [
    pytest.param({"b": "from waqai import a"}, id="upward"),
    pytest.param({"b": "from waqai.c import x"}, id="sideways"),
    pytest.param({"a": "import re"}, id="patterns"),
]


@pytest.mark.parametrize("breach", BREACHES)
def test_a_broken_contract_is_found(breach: dict[str, str], tmp_path: Path) -> None:
    said = lint(build(tmp_path, breach), tmp_path)
    assert said.returncode == 1, said.stdout + said.stderr
    assert "1 kept, 1 broken" in said.stdout


def test_kept_contracts_pass(tmp_path: Path) -> None:
    said = lint(build(tmp_path, {"a": "from waqai import b, c"}), tmp_path)
    assert "2 kept, 0 broken" in said.stdout


def build(folder: Path, texts: dict[str, str]) -> Path:
    """A package `waqai` of three modules stands below `folder`, with contracts like those of the house."""
    package = folder / "waqai"
    package.mkdir(exist_ok=True)
    (package / "__init__.py").touch()
    for name, text in {"a": "", "b": "", "c": "x = 1", **texts}.items():
        (package / f"{name}.py").write_text(text + "\n", "utf-8")
    (folder / "pyproject.toml").write_text(
        """
        [tool.importlinter]
        root_package = "waqai"
        include_external_packages = true
        [[tool.importlinter.contracts]]
        name = "layers"
        type = "layers"
        layers = ["waqai.a", "waqai.b | waqai.c"]
        [[tool.importlinter.contracts]]
        name = "patterns"
        type = "forbidden"
        source_modules = ["waqai.a"]
        forbidden_modules = ["re"]
        allow_indirect_imports = true
        """,
        "utf-8",
    )
    return folder
