"""Commands by which people decide, and that say why the rules decided as they did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from waqai import asking, keeping
from waqai.cli.program import KEPT, cli, print_lines
from waqai.deciding import DecisionError, Desk, Signature, incident
from waqai.incidents.decisions import Decision, standing
from waqai.incidents.ratings import LETTERS, rated_sources, ratings
from waqai.incidents.why import why
from waqai.publish import sources as published
from waqai.publish import why as reasons
from waqai.record.log import log
from waqai.record.opinions import past
from waqai.record.store import Record
from waqai.reference import places
from waqai.reports.index import Index
from waqai.session import UnreadableError
from waqai.terminal import output

_BY = click.option("--by", required=True, envvar="WAQAI_NAME", help="Who decides (or set WAQAI_NAME).")
_REASON = click.option("--reason", required=True, help="Why; kept in the log.")


def desk_of(record: Record) -> Desk:
    """Where people decide of this record; a report whose day they accept is read anew at once."""
    return Desk(record, places.load(), lambda name: keeping.read_again(record, asking.desk(Index({})), name))


def decide_of(record: Path, decide: Callable[[Desk], Decision]) -> None:
    """One decision is made and said; what cannot be decided is the user's error."""
    try:
        made = decide(desk_of(Record(record)))
    except (DecisionError, UnreadableError) as error:
        raise click.UsageError(str(error)) from None
    print_lines([reasons.decision_words(made)])


@cli.command()
@click.argument("incidents", nargs=-1, required=True)
@KEPT
@_BY
@_REASON
def merge(incidents: tuple[str, ...], record: Path, by: str, reason: str) -> None:
    """Say that incidents are one act; the oldest id stays, the others lead to it for ever.

    Example:
      waqai merge WQ-7K2M9Q WQ-0B9D34 --by ندى --reason "two spellings of the village" --record war.waqai
    """
    decide_of(record, lambda desk: desk.merge(incidents, Signature(by, reason)))


@cli.command()
@click.argument("incident")
@click.argument("events", nargs=-1, required=True)
@KEPT
@_BY
@_REASON
def split(incident: str, events: tuple[str, ...], record: Path, by: str, reason: str) -> None:
    """Say that events of an incident are another act than the rest of it.

    Example:
      waqai split WQ-7K2M9Q report-a/e2 report-b/e1 --by ندى --reason "the second salvo" --record war.waqai
    """
    decide_of(record, lambda desk: desk.split(incident, events, Signature(by, reason)))


@cli.command()
@click.argument("left")
@click.argument("right")
@KEPT
@_BY
@_REASON
def different(left: str, right: str, record: Path, by: str, reason: str) -> None:
    """Say that two incidents are not one act, so that the rules never make them one.

    Example:
      waqai different WQ-7K2M9Q WQ-0B9D34 --by ندى --reason "morning and evening" --record war.waqai
    """
    decide_of(record, lambda desk: desk.different(left, right, Signature(by, reason)))


@cli.command()
@click.argument("incident")
@KEPT
@click.option("--accept", "answer", flag_value="accept", help="It was looked at and stands.")
@click.option("--reject", "answer", flag_value="reject", help="It is no incident; it is kept and said to be rejected.")
@click.option("--set", "value", metavar="FIELD=VALUE", help="This value holds, whatever the reports say.")
@_BY
@_REASON
def decide(incident: str, answer: str | None, value: str | None, **signed: str) -> None:
    """Accept an incident, reject it, or set one of its values. All reports are still shown beside it.

    Fields: date (2021-06-27 or 2021-06-27..2021-06-28), killed and injured (4, 4-7, 4+), type, damage,
    initiators and targets (ids, commas between), label (fair, weak, contested, disproven).

    Examples:
      waqai decide WQ-7K2M9Q --accept --by ندى --reason "checked with two residents" --record war.waqai
      waqai decide WQ-7K2M9Q --set killed=4-7 --by ندى --reason "the hospital's list" --record war.waqai
    """
    record, signature = Path(signed["record"]), Signature(signed["by"], signed["reason"])
    if (answer is None) == (value is None):
        raise click.UsageError("give one of --accept, --reject and --set FIELD=VALUE")
    if value is not None:
        field, _, new = value.partition("=")
        decide_of(record, lambda desk: desk.edit(incident, field, new, signature))
    elif answer == "accept":
        decide_of(record, lambda desk: desk.accept(incident, signature))
    else:
        decide_of(record, lambda desk: desk.reject(incident, signature))


@cli.command()
@click.argument("source")
@click.argument("letter", type=click.Choice(list(LETTERS), case_sensitive=False))
@KEPT
@_BY
@_REASON
def rate(source: str, letter: str, record: Path, by: str, reason: str) -> None:
    """Say how reliable a source is.

    A is reliable, B usually reliable, C fairly, D not usually, E unreliable; F cannot be judged. SOURCE is as
    `waqai sources` names it. Without a word of yours it is F. It is shown beside each incident that rests on
    the source, and never mixed with how credible the incident is.

    Example:
      waqai rate sohr B --by ندى --reason "40 reports held against hospital lists" --record war.waqai
    """
    decide_of(record, lambda desk: desk.rate(source, letter, Signature(by, reason)))


@cli.command("sources")
@KEPT
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
def sources_command(record: Path, form: str) -> None:
    """List the independent sources of a record: how reliable each is, who says so, and how much rests on it.

    Example:
      waqai sources --record war.waqai
    """
    kept = Record(record)
    found = rated_sources(Desk(kept, places.load()).joined().incidents, ratings(standing(log(kept))))
    print_lines(published.json_lines(found) if form == "jsonl" else published.lines(found))


@cli.command()
@click.argument("number", type=int)
@KEPT
@_BY
@_REASON
def undo(number: int, record: Path, by: str, reason: str) -> None:
    """Undo a decision by its number in the log; an undoing can be undone as well.

    Example:
      waqai undo 12 --by ندى --reason "it was another village" --record war.waqai
    """
    decide_of(record, lambda desk: desk.undo(number, Signature(by, reason)))


@cli.command()
@KEPT
def decisions(record: Path) -> None:
    """List the log: everything that people decided, in order, with names and reasons.

    Example:
      waqai decisions --record war.waqai
    """
    print_lines(reasons.decision_words(one) for one in log(Record(record)))


@cli.command("why")
@click.argument("left")
@click.argument("right")
@KEPT
def why_command(left: str, right: str, record: Path) -> None:
    """Say why two incidents are one, or are not: each pair of reports, feature by feature, in words.

    Example:
      waqai why WQ-7K2M9Q WQ-0B9D34 --record war.waqai
    """
    kept, gazetteer = Record(record), places.load()
    joined = Desk(kept, gazetteer).joined()
    try:
        one, other = incident(joined, left), incident(joined, right)
    except DecisionError as error:
        raise click.UsageError(str(error)) from None
    for line in reasons.lines(why((one, other), joined, gazetteer, past(kept))):
        output(line)
