"""Commands that take reports in."""

from __future__ import annotations

from collections import deque
from datetime import date, datetime
from pathlib import Path

import click

from waqai import asking, session
from waqai.cli.program import DAY, PATHS, RECORD, THERE, cli, print_lines, print_table
from waqai.incidents.join import join
from waqai.publish import export
from waqai.record.opinions import settle
from waqai.record.store import Record
from waqai.reference import places
from waqai.reports.decoding import is_encoding
from waqai.reports.files import find
from waqai.reports.forms.fields import NAMES
from waqai.reports.intake import READ, Ending, Wishes
from waqai.terminal import errors

_MAP = click.option(
    "--map", "columns", multiple=True, metavar="FIELD=COLUMN", help="Which column of a table is the text, title ..."
)
_ENCODING = click.option("--encoding", help="The encoding of all files, where it is known better than found.")
_INDEX = click.option("--index", type=THERE, help="What is known of the reports.")


@cli.command()
@PATHS
@RECORD
@_INDEX
@click.option("--published", type=DAY, help="Day of publication, for reports that no index dates.")
@_MAP
@_ENCODING
@click.option("--format", "form", type=click.Choice(["table", "coded", "jsonl", "csv"]), default="table")
@click.option("--json", "as_json", is_flag=True, help="Print the account of the run as JSON instead.")
def read(paths: tuple[Path, ...], record: Path | None, form: str, *, as_json: bool, **asked: object) -> None:
    """Read reports (files, or folders of them) and print what they tell.

    Files are texts, pages (.html), feeds, JSON, tables (.csv, .xlsx), Telegram exports (result.json),
    mail (.eml, .mbox), .docx, web archives (.warc, .warc.gz), ZIPs of any of them, and with a warning PDF.
    Every input ends as new, known, new version, set aside or quarantined, and a line on stderr says why
    where something is to be said. Reading a report twice into one record changes nothing.

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
    index = _path(asked["index"])
    sources = find(paths, [path for path in (index, record) if path])
    reading = asking.Reading(sources, asking.desk(asking.index(index), _day(asked["published"]), kept, _wishes(asked)))
    _print(reading, kept, "json" if as_json else form)
    errors(session.summary(reading.outcomes))
    if not any(outcome.ending in {*READ, Ending.KNOWN} for outcome in reading.outcomes):
        raise click.exceptions.Exit(1)


def _print(reading: asking.Reading, kept: Record | None, form: str) -> None:
    """What was read, in the form asked for; the record's incidents are settled."""
    if form == "table":
        accounts = list(reading.accounts())
        joined = settle(kept, places.load()) if kept else join(accounts, places.load())
        names = {account.name for account in accounts}
        print_table(joined, [one for one in joined.incidents if names & set(one.reports)])
        return
    if form == "json":
        deque(reading.accounts(), maxlen=0)
        print_lines([session.account_of_run(reading.outcomes)])
    else:
        print_lines(export.account_lines(form, reading.accounts()))
    if kept:
        settle(kept, places.load())


def _wishes(asked: dict[str, object]) -> Wishes:
    """What the user said of the files; UsageError where it cannot be."""
    columns = {}
    for pair in asked["columns"] if isinstance(asked["columns"], tuple) else ():
        field, mark, name = str(pair).partition("=")
        if not mark or field not in NAMES:
            raise click.UsageError(f"--map {pair}: write FIELD=COLUMN; fields are {', '.join(NAMES)}")
        columns[field] = name
    encoding = asked["encoding"]
    if encoding is not None and not is_encoding(str(encoding)):
        raise click.UsageError(f"--encoding {encoding}: no such encoding; write for example windows-1256")
    return Wishes(columns, str(encoding) if encoding else None)


def _path(value: object) -> Path | None:
    return value if isinstance(value, Path) else None


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None
