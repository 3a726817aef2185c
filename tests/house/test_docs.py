"""Every command, option and topic is documented, and every link between documents leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.house.tree import ROOT, topics
from waqai.cli import cli

DOCS = ROOT / "docs"
HEADING = re.compile(r"^#{2,3} +`waqai ([\w-]+)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def sections(text: str) -> dict[str, str]:
    """What a page says of each command, by the command's name."""
    parts = HEADING.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def undocumented(group: click.Group, text: str) -> list[str]:
    """The commands and options of the group that the page does not name in their own section."""
    return list(_undocumented(group, sections(text)))


def _undocumented(group: click.Group, told: dict[str, str]) -> Iterator[str]:
    for name, command in group.commands.items():
        if command.hidden:
            continue
        if name not in told:
            yield f"waqai {name}"
            continue
        for parameter in command.params:
            names = parameter.opts if isinstance(parameter, click.Option) else [parameter.human_readable_name]
            yield from (f"waqai {name} {word}" for word in names if word not in told[name])
    yield from (f"waqai {name}: there is no such command" for name in told if name not in group.commands)


def broken_links(root: Path) -> list[str]:
    """The links of Markdown pages to files that do not exist."""
    pages = [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md"))]
    return [
        f"{page.relative_to(root)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text("utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]


def test_every_command_and_option_is_documented() -> None:
    assert isinstance(cli, click.Group)
    assert undocumented(cli, (DOCS / "commands.md").read_text("utf-8")) == []


def unlisted(folders: list[Path], text: str) -> list[str]:
    """The topic folders that the page does not list."""
    return [folder.name for folder in folders if f"| `{folder.name}/` |" not in text]


def test_every_topic_is_documented() -> None:
    assert unlisted(topics(), (DOCS / "rules.md").read_text("utf-8")) == []


def test_an_undocumented_topic_is_found() -> None:
    assert unlisted([Path("birds"), Path("fish")], "| `fish/` | value | fish |") == ["birds"]


def test_every_link_leads_somewhere() -> None:
    assert broken_links(ROOT) == []


@click.group()
def zoo() -> None:
    """A program of two commands."""


@zoo.command()
@click.argument("animals", nargs=-1)
@click.option("--quiet", "-q", is_flag=True)
def feed(animals: tuple[str, ...], *, quiet: bool) -> None:
    """The animals are fed."""


@zoo.command(hidden=True)
def count() -> None:
    """Nobody needs to know."""


PAGE = "# Zoo\n\n## `waqai feed ANIMALS…`\n\n`--quiet`, `-q`: say nothing of ANIMALS.\n"


def test_a_documented_program_passes() -> None:
    assert undocumented(zoo, PAGE) == []


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("# Zoo", "waqai feed"),
        (PAGE.replace("--quiet", "--silent"), "waqai feed --quiet"),
        (PAGE.replace("ANIMALS", "BEASTS"), "waqai feed ANIMALS"),
        (PAGE + "\n### `waqai bathe`\n", "waqai bathe: there is no such command"),
    ],
)
def test_an_undocumented_thing_is_found(page: str, missing: str) -> None:
    assert undocumented(zoo, page) == [missing]


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("[a](docs/a.md#b) [c](docs/c.md) [d](https://example.org/x)", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("[up](../README.md)", "utf-8")
    assert broken_links(tmp_path) == ["README.md: docs/c.md"]
