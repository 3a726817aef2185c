"""The commands: one for each stage and for each question. Results go to stdout, all else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import datetime
from inspect import cleandoc
from io import TextIOWrapper
from pathlib import Path
from textwrap import indent

import click

from waqai import asking, session
from waqai.incidents.join import Joined, join
from waqai.incidents.model import Incident
from waqai.publish import export, show, table
from waqai.publish.filters import Filter
from waqai.record.database import RecordError
from waqai.record.opinions import current_id, settle
from waqai.record.store import Record
from waqai.reference import places
from waqai.reports.files import find
from waqai.reports.intake import Ending
from waqai.terminal import errors, output

_PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
_FILE = click.Path(path_type=Path, dir_okay=False)
_RECORD = click.option(
    "--record", type=_FILE, envvar="WAQAI_RECORD", help="The file that keeps what was read (or WAQAI_RECORD)."
)
_KEPT = click.option(
    "--record", type=_FILE, envvar="WAQAI_RECORD", required=True, help="The record (or set WAQAI_RECORD)."
)
_INDEX = click.option(
    "--index",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="What is known of the reports.",
)
_TEXT_FILE = click.option(
    "--file", "path", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Read a file."
)
_DAY = click.DateTime(["%Y-%m-%d"])
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


@cli.command()
@_PATHS
@_RECORD
@_INDEX
@click.option("--published", type=_DAY, help="Day of publication, for reports that no index dates.")
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
        _table(joined, [one for one in joined.incidents if names & set(one.reports)])
    else:
        _print(export.account_lines(form, reading.accounts()))
        if kept:
            settle(kept, places.load())
    errors(session.summary(reading.outcomes))
    if not any(outcome.ending in {Ending.READ, Ending.KNOWN} for outcome in reading.outcomes):
        raise click.exceptions.Exit(1)


@cli.command()
@_KEPT
@click.option("--since", type=_DAY, help="Not before this day.")
@click.option("--until", type=_DAY, help="Not after this day.")
@click.option("--place", help="Part of a place's name, in any spelling.")
@click.option("--type", "kind", help="Part of the event type: drone, clash, protest ...")
@click.option("--actor", help="An actor's id (us_forces), or part of its name.")
@click.option("--disagreeing", is_flag=True, help="Only where voices disagree.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table")
def incidents(record: Path, form: str, **asked: object) -> None:
    """List the incidents of a record.

    Examples:
      waqai incidents --record war.waqai --since 2021-06-01 --until 2021-07-31
      waqai incidents --record war.waqai --place العمر --type drone
      waqai incidents --record war.waqai --disagreeing --format jsonl
    """
    joined = settle(Record(record), places.load())
    wanted = _filter(asked)
    chosen = [one for one in joined.incidents if wanted.keeps(one)]
    if form == "table":
        _table(joined, chosen)
    else:
        _print(export.incident_lines(form, chosen, joined.links))


@cli.command("show")
@click.argument("incident")
@_KEPT
def show_command(incident: str, record: Path) -> None:
    """Show one incident in full: every voice, its quoted words, the report, the span, the rule.

    Example:
      waqai show WQ-7K2M9Q --record war.waqai
    """
    kept = Record(record)
    joined = settle(kept, places.load())
    name = current_id(kept, incident.upper())
    found = next((one for one in joined.incidents if one.id == name), None)
    if found is None:
        raise click.UsageError(f"no incident {incident} in {record}; `waqai incidents` lists them")
    if name != incident.upper():
        errors(f"{incident} is now {name}")
    texts = ((report.text if (report := kept.report(name)) else None) for name in found.reports)
    known = dict(zip(found.reports, texts, strict=True))
    for line in show.lines(found, joined, known.get):
        output(line)


@cli.command("export")
@click.argument("what", type=click.Choice(["coded", "incidents"]))
@_KEPT
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl")
def export_command(what: str, record: Path, form: str) -> None:
    """Write a whole record for other programs.

    Examples:
      waqai export incidents --format jsonl --record war.waqai > incidents.jsonl
      waqai export incidents --format csv --record war.waqai > incidents.csv
      waqai export coded --record war.waqai > coded.jsonl
    """
    kept = Record(record)
    if what == "coded":
        _print(export.account_lines("csv" if form == "csv" else "coded", kept.accounts()))
        return
    joined = settle(kept, places.load())
    _print(export.incident_lines(form, joined.incidents, joined.links))


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
@_PATHS
@click.option("--most", type=click.IntRange(min=1), default=50, show_default=True, help="How many lines.")
def unread(paths: tuple[Path, ...], most: int) -> None:
    """List what was understood as words but used by no frame, the most frequent first: the backlog.

    Example:
      waqai unread reports/ --most 20
    """
    _print(asking.unread(find(paths), most))


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
    _print(asking.evaluation(gold, predicted))


def _filter(asked: dict[str, object]) -> Filter:
    days = {key: value.date() for key, value in asked.items() if isinstance(value, datetime)}
    return Filter(**{**asked, **days})  # type: ignore[arg-type]  # the options have the fields' names


def _text(text: str | None, path: Path | None) -> str:
    """The text itself, that of the file, or what is piped in."""
    if path is not None:
        return asking.text_of(path)
    if text is not None and text != "-":
        return text
    if sys.stdin.isatty():
        raise click.UsageError("give a TEXT, or --file FILE, or pipe a text in")
    return sys.stdin.read()


def _table(joined: Joined, chosen: list[Incident]) -> None:
    here = {one.id for one in chosen}
    for line in table.lines(chosen, [link for link in joined.links if link.answer in here]):
        output(line)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def main() -> None:
    """The program: what goes wrong outside of it is one line, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli.main(prog_name="waqai", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except RecordError as error:
        errors(f"waqai: {error}")
        code = 2
    except (click.Abort, KeyboardInterrupt):
        errors("stopped; what was read so far is kept if there is a record")
        code = 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`); Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
