"""What `pip install waqai` brings: no GPL, no torch, at most 120 MB, and each named in ATTRIBUTION.md."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import PACKAGE, ROOT

UNWANTED = {"torch", "tensorflow", "jax", "transformers", "farasapy", "stanza"}
COPYLEFT = ("GPL", "GNU GENERAL", "GNU AFFERO", "SSPL")
MEGABYTES = 120


@dataclass(frozen=True, slots=True)
class Package:
    """An installed distribution: what it says of its licence, and how many bytes it has."""

    name: str
    licence: str
    size: int = 0

    def fault(self) -> str | None:
        """Why this package may not be in the tree, if it may not."""
        if self.name in UNWANTED:
            return f"{self.name} is too heavy for the base install"
        if not self.licence:
            return f"{self.name} does not say its licence"
        if any(is_copyleft(part) for part in self.licence.split(" | ")):
            return f"{self.name} is {self.licence}"
        return None


def is_copyleft(stated: str) -> bool:
    """Whether no licence that one may choose (`MPL-1.1 OR GPL-2.0-only`) is free of copyleft over the whole."""
    choices = stated.upper().split(" OR ")
    return all(any(word in choice for word in COPYLEFT) for choice in choices)


def package(name: str) -> Package:
    """The installed distribution of that name."""
    found = metadata.distribution(name)
    told = found.metadata
    classifiers = [text for text in told.get_all("Classifier") or [] if text.startswith("License ::")]
    stated = [*(told.get_all("License-Expression") or []), *(told.get_all("License") or [])]
    parts = [*(text.partition("\n")[0] for text in stated), *classifiers]
    files = (Path(str(found.locate_file(file))) for file in found.files or [])
    size = sum(path.stat().st_size for path in files if path.is_file())
    return Package(canonicalize_name(name), " | ".join(part for part in parts if part), size)


def tree(requirements: Iterable[str]) -> set[str]:
    """The names of all distributions that the requirements bring on this machine."""
    names: set[str] = set()
    waiting = list(requirements)
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and name not in names:
            names.add(name)
            waiting += metadata.requires(name) or []
    return names


@pytest.fixture(scope="module")
def packages() -> list[Package]:
    """The whole base install but for waqai itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [package(name) for name in sorted(tree(project["dependencies"]))]


@pytest.fixture(scope="module")
def with_page() -> list[Package]:
    """The install with the page."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["page"]]
    return [package(name) for name in sorted(tree(wanted))]


def found(packages: Iterable[Package]) -> str:
    """The tree as people read it: shown when a test of it fails."""
    return "\n" + "\n".join(f"  {p.name}: {p.licence}, {p.size / 1e6:.1f} MB" for p in packages)


def test_nothing_heavy_and_nothing_copyleft_is_installed(with_page: list[Package]) -> None:
    assert [fault for p in with_page if (fault := p.fault())] == [], found(with_page)


def test_the_base_install_is_small(packages: list[Package]) -> None:
    own = sum(path.stat().st_size for path in PACKAGE.rglob("*") if path.is_file())
    assert (own + sum(p.size for p in packages)) / 1e6 <= MEGABYTES, found(packages)


def unattributed(packages: Iterable[Package], attribution: str) -> list[str]:
    """The packages that the page does not name."""
    text = attribution.lower().replace("_", "-")
    return [p.name for p in packages if p.name not in text]


def test_every_package_is_attributed(with_page: list[Package]) -> None:
    attribution = (ROOT / "ATTRIBUTION.md").read_text("utf-8")
    assert unattributed(with_page, attribution) == []


@pytest.mark.parametrize(
    "bad",
    [
        Package("torch", "BSD-3-Clause"),
        Package("nameless", ""),
        Package("reader", "GPL-3.0-or-later"),
        Package("either", "GPL-2.0-only OR LGPL-2.1-or-later"),
        Package("server", "MIT | License :: OSI Approved :: GNU Affero General Public License v3"),
    ],
)
def test_what_may_not_be_installed_is_found(bad: Package) -> None:
    assert bad.fault()


def test_a_choice_of_licences_is_judged_by_its_best() -> None:
    assert Package("tld", "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later").fault() is None


def test_an_unnamed_package_is_found() -> None:
    both = [Package("typing-extensions", "PSF"), Package("mako", "MIT")]
    assert unattributed(both, "| Typing_Extensions | PSF |") == ["mako"]


def test_sizes_are_those_of_the_files() -> None:
    assert package("SQLAlchemy").size > 1_000_000


def test_the_tree_is_walked_to_its_ends() -> None:
    assert {"alembic", "sqlalchemy", "mako", "markupsafe"} <= tree(["alembic"])
    assert "pytest" not in tree(["alembic; python_version >= '3'", "pytest; extra == 'dev'"])
