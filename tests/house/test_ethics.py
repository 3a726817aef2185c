"""The promises of docs/ethics.md: they are said, and what code can hold of them is held."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT

PROMISES = {
    "why": ("research", "documentation", "journalism", "safety of civilians", "after the fact"),
    "published only": ("only what is published",),
    "delay": ("72 hours", "delayed"),
    "places": ("coarsened",),
    "private people": ("private people", "never leave the report's own text"),
    "positions": ("no live feed of positions",),
    "offline": ("nothing leaves the machine", "network connection"),
}

# Imports every module of a package in a process where opening a connection or asking for a name is an error.
OFFLINE = """
import importlib, pkgutil, socket, sys
def refuse(*args, **kwargs):
    raise SystemExit(f"a network connection at import: {args}")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, sys.argv[1] + "."):
    if ".migrations." not in found.name and not found.name.endswith(".__main__"):
        importlib.import_module(found.name)
        print(found.name)
"""


def unsaid(text: str) -> list[str]:
    """The promises that the page does not make."""
    said = " ".join(text.split()).lower()
    return [name for name, words in PROMISES.items() if not all(word in said for word in words)]


def import_offline(package: str, source: Path) -> subprocess.CompletedProcess[str]:
    """What importing all modules of the package without a network gives."""
    program = f"import sys; sys.path.insert(0, {str(source)!r})\n{OFFLINE}"
    return subprocess.run([sys.executable, "-c", program, package], capture_output=True, text=True, check=False)


def test_the_promises_are_made() -> None:
    assert unsaid((ROOT / "docs" / "ethics.md").read_text("utf-8")) == []


def test_no_module_opens_a_connection_at_import() -> None:
    said = import_offline("waqai", PACKAGE.parent)
    assert said.returncode == 0, said.stderr
    assert "waqai.language.fold" in said.stdout


@pytest.mark.parametrize("promise", PROMISES)
def test_a_missing_promise_is_found(promise: str) -> None:
    others = (word for name, words in PROMISES.items() if name != promise for word in words)
    assert unsaid(" and ".join(others)) == [promise]


@pytest.mark.parametrize(
    "text",
    [
        "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:9/')",
        "import socket\nsocket.create_connection(('127.0.0.1', 9))",
    ],
)
def test_a_connection_at_import_is_found(text: str, tmp_path: Path) -> None:
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / "__init__.py").touch()
    assert import_offline("zoo", tmp_path).returncode == 0
    (tmp_path / "zoo" / "news.py").write_text(text, "utf-8")
    said = import_offline("zoo", tmp_path)
    assert said.returncode != 0
    assert "a network connection at import" in said.stderr
