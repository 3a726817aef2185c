"""The program itself: its group of commands, and what several of them take and print."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import cleandoc
from pathlib import Path
from textwrap import indent

import click

from waqai.incidents.join import Joined
from waqai.incidents.model import Incident
from waqai.publish import table
from waqai.reference import places
from waqai.reference.places import local
from waqai.terminal import output


def _with_places(_: click.Context, __: click.Parameter, record: Path | None) -> Path | None:
    """The record; the places that were imported beside it are known from now on."""
    places.use(local.beside(record) if record is not None else None)
    return record


PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
FILE = click.Path(path_type=Path, dir_okay=False)
THERE = click.Path(path_type=Path, dir_okay=False, exists=True)
RECORD = click.option(
    "--record",
    type=FILE,
    envvar="WAQAI_RECORD",
    callback=_with_places,
    help="The file that keeps what was read (or WAQAI_RECORD).",
)
KEPT = click.option(
    "--record",
    type=FILE,
    envvar="WAQAI_RECORD",
    callback=_with_places,
    required=True,
    help="The record (or set WAQAI_RECORD).",
)
DAY = click.DateTime(["%Y-%m-%d"])
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Command(click.Command):
    """A command whose help is printed as it is written, examples and all."""

    def format_help_text(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """The docstring's own lines are the help."""
        formatter.write_paragraph()
        formatter.write(indent(cleandoc(self.help or ""), "  ") + "\n")


class _Group(_Command, click.Group):
    """The program itself."""

    command_class = _Command


@click.group(cls=_Group, context_settings=_SETTINGS)
@click.version_option(package_name="waqai")
def cli() -> None:
    """Reads Arabic conflict reporting and keeps a sourced record of what is said to have happened.

    Begin here:
      waqai read reports/                            what these reports tell, as a table
      waqai read reports/ --record war.waqai         ... and keep it
      waqai incidents --record war.waqai --disagreeing
      waqai show WQ-7K2M9Q --record war.waqai        who says what, in which words
    """


def print_table(joined: Joined, chosen: list[Incident]) -> None:
    """The incidents on stdout, with the links between them."""
    here = {one.id for one in chosen}
    for line in table.lines(chosen, [link for link in joined.links if link.answer in here]):
        output(line)


def print_lines(lines: Iterable[str]) -> None:
    """The lines on stdout."""
    for line in lines:
        click.echo(line)
