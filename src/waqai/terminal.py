"""The two streams: results on stdout, progress and remarks on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from waqai.publish.safe import safe

Item = TypeVar("Item")


def output(line: Text) -> None:
    """The line on stdout, with its colours where that is a terminal; never wrapped or cut."""
    if sys.stdout.isatty():
        Console(highlight=False).print(line, soft_wrap=True)
    else:
        click.echo(line.plain)


def errors(line: str) -> None:
    """The remark on stderr, on one line, above the progress bar if there is one."""
    if _BARS:
        _BARS[-1].console.print(Text(safe(line)), soft_wrap=True)
    else:
        click.echo(safe(line), err=True)


def tracked(items: Iterable[Item], total: int) -> Iterator[Item]:
    """The same items, with a progress bar on stderr where that is a terminal."""
    if not sys.stderr.isatty() or total < 2:
        yield from items
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=total)
        _BARS.append(bar)
        try:
            for item in items:
                bar.advance(task)
                yield item
        finally:
            _BARS.remove(bar)


_BARS: list[Progress] = []  # the bar on show, if any
