"""Commands that ask the reader why, why not, what next and how well."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from waqai import asking
from waqai.cli.program import PATHS, THERE, cli, print_lines
from waqai.reports.files import find

_TEXT_FILE = click.option("--file", "path", type=THERE, help="Read a file.")


@cli.command()
@click.argument("text", required=False)
@_TEXT_FILE
def explain(text: str | None, path: Path | None) -> None:
    """Print how a text is read: words, mentions, frames, rules.

    Examples:
      waqai explain "قُتل ثلاثة مدنيين في قصف على بلدة مراط"
      waqai explain --file report.txt
    """
    click.echo(asking.explain(_text(text, path)))


@cli.command("why-not")
@click.argument("rule")
@click.argument("text", required=False)
@_TEXT_FILE
def why_not(rule: str, text: str | None, path: Path | None) -> None:
    """Say what a rule missed in a text.

    Example:
      waqai why-not casualties.suffered "أصيب عدد من المدنيين"
    """
    click.echo(asking.why_not(rule, _text(text, path)))


@cli.command()
@PATHS
@click.option("--most", type=click.IntRange(min=1), default=50, show_default=True, help="How many lines.")
def unread(paths: tuple[Path, ...], most: int) -> None:
    """List what was understood as words but used by no frame, the most frequent first: the backlog.

    Example:
      waqai unread reports/ --most 20
    """
    print_lines(asking.unread(find(paths), most))


@cli.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.argument("predicted", nargs=-1, type=click.Path(path_type=Path, exists=True))
def evaluate(gold: Path, predicted: tuple[Path, ...]) -> None:
    """Score what is read against gold: events found, slots right.

    GOLD is a folder with coded/, and with reports/ and index.jsonl, which are read where PREDICTED is
    not given; or it is the folder of coded files itself. PREDICTED is a .jsonl file of
    `waqai read --format coded`, a folder of coded files, or reports to read.

    Examples:
      waqai evaluate gold/dev
      waqai evaluate gold/dev/coded coded.jsonl
    """
    print_lines(asking.evaluation(gold, predicted))


def _text(text: str | None, path: Path | None) -> str:
    """The text itself, that of the file, or what is piped in."""
    if path is not None:
        return asking.text_of(path)
    if text is not None and text != "-":
        return text
    if sys.stdin.isatty():
        raise click.UsageError("give a TEXT, or --file FILE, or pipe a text in")
    return sys.stdin.read()
