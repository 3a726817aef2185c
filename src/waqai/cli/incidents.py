"""Commands that ask a record what happened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from waqai.cli.program import DAY, KEPT, cli, print_lines, print_table
from waqai.incidents.choosing import Choice
from waqai.publish import export, show
from waqai.publish.filters import Filter
from waqai.record.opinions import current_id, settle
from waqai.record.store import Record
from waqai.reference import places
from waqai.terminal import errors, output


@cli.command()
@KEPT
@click.option("--since", type=DAY, help="Not before this day.")
@click.option("--until", type=DAY, help="Not after this day.")
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
        print_table(joined, chosen)
    else:
        print_lines(export.incident_lines(form, chosen, joined.links))


@cli.command("show")
@click.argument("incident")
@KEPT
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
@KEPT
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl")
@click.option("--choose", type=click.Choice(list(Choice)), default=Choice.COMMON, help="How best values are chosen.")
def export_command(what: str, record: Path, form: str, choose: str) -> None:
    """Write a whole record for other programs.

    Where voices differ, the best value of an incident is by --choose: common (what most say), cautious
    (lowest toll, all days told, least damage, widest place first, no author that is only suspected),
    informative (of the report that says most), official (the last word of a ministry, an official or an
    armed force). The range and all versions stay.

    Examples:
      waqai export incidents --format jsonl --record war.waqai > incidents.jsonl
      waqai export incidents --format csv --record war.waqai > incidents.csv
      waqai export incidents --choose cautious --record war.waqai > cautious.jsonl
      waqai export coded --record war.waqai > coded.jsonl
    """
    kept = Record(record)
    if what == "coded":
        print_lines(export.account_lines("csv" if form == "csv" else "coded", kept.accounts()))
        return
    joined = settle(kept, places.load(), Choice(choose))
    print_lines(export.incident_lines(form, joined.incidents, joined.links))


def _filter(asked: dict[str, object]) -> Filter:
    days = {key: value.date() for key, value in asked.items() if isinstance(value, datetime)}
    return Filter(**{**asked, **days})  # type: ignore[arg-type]  # the options have the fields' names
