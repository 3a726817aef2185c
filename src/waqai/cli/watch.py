"""The command that watches feeds and lists of addresses."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import click

from waqai import asking, session
from waqai.cli.program import KEPT, cli, print_lines
from waqai.publish.safe import safe
from waqai.record.opinions import settle
from waqai.record.store import Record
from waqai.reference import places
from waqai.reports.facts.addresses import canonical
from waqai.reports.forms.address_lists import addresses
from waqai.reports.index import Index
from waqai.reports.intake import READ, Outcome
from waqai.reports.web.fetch import Fetcher
from waqai.terminal import errors
from waqai.watching import Manners, Watch


@cli.command()
@click.argument("sources", nargs=-1)
@KEPT
@click.option("--once", is_flag=True, help="Ask what is due, then end (for cron).")
@click.option("--status", is_flag=True, help="Only show the sources: which are fresh, which are stale and why.")
@click.option("--every", type=click.IntRange(min=5), default=30, show_default=True, help="Minutes between two askings.")
@click.option(
    "--delay", type=click.FloatRange(min=1), default=2.0, show_default=True, help="Seconds a site is left alone."
)
@click.option("--user-agent", envvar="WAQAI_USER_AGENT", default="waqai/0.1", show_default=True, help="Who asks.")
@click.option("--json", "as_json", is_flag=True, help="Print the account of the round as JSON.")
def watch(sources: tuple[str, ...], record: Path, *, once: bool, status: bool, **how: object) -> None:
    """Watch feeds, pages and lists of addresses, and read what they bring into a record.

    SOURCES are addresses of feeds (or of single articles), or files that list such, one a line. They are
    remembered by the record. Sites are asked politely: only for what changed, as robots.txt allows, with
    pauses, and later and later where they fail. Only public addresses are connected to.

    Examples:
      waqai watch https://example.org/feed.xml --once --record war.waqai --user-agent "archive@ngo.example"
      waqai watch feeds.txt --every 60 --record war.waqai
      waqai watch --status --record war.waqai
    """
    kept = Record(record, create=True)
    manners = Manners(timedelta(minutes=float(str(how["every"]))), float(str(how["delay"])))
    desk = asking.desk(Index({}), record=kept)
    watching = Watch(kept, desk, Fetcher(str(how["user_agent"])), manners)
    watching.add(_given(sources))
    while not status:
        outcomes = _round(watching, kept)
        if how["as_json"]:
            print_lines([session.account_of_run(outcomes)])
        errors(session.summary(outcomes))
        if once:
            break
        time.sleep(60)
    for line in watching.status():
        click.echo(safe(line)) if status else errors(line)


def _round(watching: Watch, kept: Record) -> list[Outcome]:
    """What one round brought; the record's incidents are settled where it brought something."""
    outcomes = []
    for result in watching.round():
        outcomes.append(result.outcome)
        errors(result.outcome.line or f"{result.outcome.name}: {result.outcome.ending.value}")
    if any(outcome.ending in READ for outcome in outcomes):
        settle(kept, places.load())
    return outcomes


def _given(sources: Iterable[str]) -> list[str]:
    """The addresses given, those of files among them; UsageError where one is neither."""
    found: list[str] = []
    for source in sources:
        if source.startswith(("http://", "https://")):
            address = canonical(source)
            if address is None:
                raise click.UsageError(f"{source} is no web address")
            found.append(address)
        elif Path(source).is_file():
            found += addresses(Path(source).read_text("utf-8", "replace").removeprefix("\ufeff"))
        else:
            raise click.UsageError(f"{source} is no web address, and there is no file of that name")
    return found
