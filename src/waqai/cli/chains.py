"""Commands that ask a record how acts hang together."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from waqai.cli.program import KEPT, cli, print_lines
from waqai.incidents import chains as chained
from waqai.incidents import totals as counted
from waqai.incidents.proposals import proposals
from waqai.publish import chains as published
from waqai.publish import totals as published_totals
from waqai.publish.safe import safe
from waqai.record.opinions import past, settle
from waqai.record.store import Record
from waqai.reference import places
from waqai.terminal import output


@cli.command()
@KEPT
@click.option("--stated", is_flag=True, help="Only answers that a report states, none that a rule infers.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
def chains(record: Path, *, stated: bool, form: str) -> None:
    """List acts and their answers as chains, in episodes: who struck whom, and who says that it was an answer.

    Examples:
      waqai chains --record war.waqai
      waqai chains --record war.waqai --stated --format jsonl
    """
    joined = settle(Record(record), places.load())
    links = [link for link in joined.links if link.stated or not stated]
    found = chained.episodes(chained.chains(joined.incidents, links))
    if form == "jsonl":
        print_lines(published.json_lines(found))
        return
    for line in published.lines(found, {one.id: one for one in joined.incidents}):
        output(line)


@cli.command()
@KEPT
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
def totals(record: Path, form: str) -> None:
    """Hold the totals that reports state against what the record counts for the same scope.

    Examples:
      waqai totals --record war.waqai
      waqai totals --record war.waqai --format jsonl
    """
    kept, gazetteer = Record(record), places.load()
    joined = settle(kept, gazetteer)
    found = counted.totals(kept.accounts(), joined.incidents, gazetteer)
    if form == "jsonl":
        print_lines(published_totals.json_lines(found))
        return
    for line in published_totals.lines(found):
        output(line)


@cli.command()
@KEPT
def undated(record: Path) -> None:
    """Propose a day for reports whose own day is unknown, from dated reports of the same act, with the reason.

    Nothing is dated by this. To accept a proposal, read the report again with that day:
      waqai read lost.txt --published 2023-05-18 --record war.waqai

    Example:
      waqai undated --record war.waqai
    """
    kept, gazetteer = Record(record), places.load()
    accounts = kept.accounts()
    joined = settle(kept, gazetteer)
    for one in proposals(accounts, joined, gazetteer, past(kept, accounts).prints):
        output(Text(f"{one.report}  {one.published}  {one.incident} ({one.points} points): {safe(one.words)}"))
