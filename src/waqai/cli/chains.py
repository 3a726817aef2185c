"""Commands that ask a record how acts hang together."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from waqai.cli.decisions import decide_of
from waqai.cli.program import KEPT, cli, print_lines
from waqai.deciding import Signature
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
@click.option("--accept", "report", metavar="REPORT", help="This report is of the day proposed for it.")
@click.option("--by", default="", envvar="WAQAI_NAME", help="Who accepts it (or set WAQAI_NAME).")
@click.option("--reason", default="", help="Why; kept in the log.")
def undated(record: Path, report: str | None, by: str, reason: str) -> None:
    """Propose a day for reports whose own day is unknown, from dated reports of the same act, with the reason.

    Nothing is dated by that. A person may accept a proposal: the report is then read as of that day, also by a
    newer reader, until the decision is undone by `waqai undo`.

    Examples:
      waqai undated --record war.waqai
      waqai undated --accept lost --by ندى --reason "the same photographs" --record war.waqai
    """
    kept, gazetteer = Record(record), places.load()
    accounts = kept.accounts()
    joined = settle(kept, gazetteer)
    found = proposals(accounts, joined, gazetteer, past(kept, accounts).prints)
    if report is not None:
        of = {one.report: one for one in found}
        if report not in of:
            raise click.UsageError(f"no day is proposed for {report}; `waqai undated` lists the proposals")
        decide_of(record, lambda desk: desk.date(report, of[report].published, Signature(by, reason)))
        return
    for one in found:
        output(Text(f"{one.report}  {one.published}  {one.incident} ({one.points} points): {safe(one.words)}"))
