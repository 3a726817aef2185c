"""Commands that take reports in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from waqai import asking, session
from waqai.cli.program import DAY, PATHS, RECORD, THERE, cli, print_lines, print_table
from waqai.incidents.join import join
from waqai.publish import export
from waqai.record.opinions import settle
from waqai.record.store import Record
from waqai.reference import places
from waqai.reports.files import find
from waqai.reports.intake import Ending
from waqai.terminal import errors

_INDEX = click.option("--index", type=THERE, help="What is known of the reports.")


@cli.command()
@PATHS
@RECORD
@_INDEX
@click.option("--published", type=DAY, help="Day of publication, for reports that no index dates.")
@click.option("--format", "form", type=click.Choice(["table", "coded", "jsonl", "csv"]), default="table")
def read(
    paths: tuple[Path, ...], record: Path | None, index: Path | None, published: datetime | None, form: str
) -> None:
    """Read reports (files, or folders of them) and print what they tell.

    Every input ends as read, known, set aside or quarantined, and a line on stderr says why where
    something is to be said. Reading a report twice into one record changes nothing.

    Examples:
      waqai read report.txt --published 2022-01-06
      waqai read reports/ --index index.jsonl --format coded > coded.jsonl
      waqai read reports/ --record war.waqai

    A line of the index (all but "report", the file's name without its ending, may be missing):
      {"report": "a1", "outlet": "...", "published": "2022-01-06", "title": "...", "byline": "...",
       "url": "..."}

    Forms:
      table   incidents, one a line, under each where its voices disagree
      coded   one report a line, in the codebook's format (section 10)
      jsonl   one event a line, each value with its words, their span and the rule that read them
      csv     one event a row, for spreadsheets
    """
    kept = Record(record, create=True) if record else None
    desk = asking.desk(asking.index(index), published.date() if published else None, kept)
    reading = asking.Reading(find(paths, [path for path in (index, record) if path]), desk)
    if form == "table":
        accounts = list(reading.accounts())
        joined = settle(kept, places.load()) if kept else join(accounts, places.load())
        names = {account.name for account in accounts}
        print_table(joined, [one for one in joined.incidents if names & set(one.reports)])
    else:
        print_lines(export.account_lines(form, reading.accounts()))
        if kept:
            settle(kept, places.load())
    errors(session.summary(reading.outcomes))
    if not any(outcome.ending in {Ending.READ, Ending.KNOWN} for outcome in reading.outcomes):
        raise click.exceptions.Exit(1)
