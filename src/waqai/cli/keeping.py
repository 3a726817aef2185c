"""Commands by which a record is kept: try again, read anew, verify, back up, restore, compare versions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from waqai import asking, keeping, session
from waqai.cli.program import FILE, KEPT, cli, print_lines
from waqai.publish.safe import safe
from waqai.record.backups import back_up, restore
from waqai.record.opinions import settle
from waqai.record.store import Record
from waqai.record.verifying import faults
from waqai.reference import places
from waqai.reports.decoding import is_encoding
from waqai.reports.index import Index
from waqai.reports.intake import READ, Ending, Wishes
from waqai.terminal import errors


@cli.command()
@KEPT
@click.option("--all", "everything", is_flag=True, help="Try what was set aside, too.")
@click.option("--encoding", help="Decode it all from this encoding.")
@click.option("--json", "as_json", is_flag=True, help="Print the account of the run as JSON.")
def retry(record: Path, encoding: str | None, *, everything: bool, as_json: bool) -> None:
    """Try again what could not be read: with a newer version, or with the encoding that you know.

    Examples:
      waqai retry --record war.waqai
      waqai retry --encoding windows-1256 --record war.waqai
    """
    if encoding is not None and not is_encoding(encoding):
        raise click.UsageError(f"--encoding {encoding}: no such encoding; write for example windows-1256")
    kept = Record(record)
    endings = [Ending.QUARANTINED, *([Ending.SET_ASIDE] if everything else [])]
    for line in keeping.without_bytes(kept, endings):
        errors(line)
    results = list(keeping.retried(kept, asking.desk(Index({}), record=kept), endings, Wishes(encoding=encoding)))
    outcomes = [result.outcome for result in results]
    for outcome in outcomes:
        if outcome.line or outcome.ending in READ:
            errors(outcome.line or f"{outcome.name}: read")
    if any(outcome.ending in READ for outcome in outcomes):
        settle(kept, places.load())
    if as_json:
        print_lines([session.account_of_run(outcomes)])
    errors(session.summary(outcomes))


@cli.command()
@KEPT
def verify(record: Path) -> None:
    """Check every byte of a record against its hash, its ledger and its quotes; name what is altered or missing.

    Example:
      waqai verify --record war.waqai
    """
    found = 0
    for line in faults(Record(record)):
        found += 1
        click.echo(safe(line))
    if found:
        errors(f"{found} fault{'' if found == 1 else 's'}: restore a backup with `waqai restore`, and keep this file")
        raise click.exceptions.Exit(1)
    errors(f"{record} is whole: every byte is as it was taken in")


@cli.command()
@click.argument("copy", type=FILE)
@KEPT
def backup(copy: Path, record: Path) -> None:
    """Make a whole and verified copy of a record, also while others write to it.

    Example:
      waqai backup war-2024-05-01.waqai --record war.waqai
    """
    digest = back_up(record, copy)
    errors(f"{copy} is a whole copy; its SHA-256, to be kept apart from it:")
    click.echo(digest)


@cli.command("restore")
@click.argument("copy", type=FILE)
@KEPT
def restore_command(copy: Path, record: Path) -> None:
    """Take a backup back, where no file is yet.

    Example:
      waqai restore war-2024-05-01.waqai --record war.waqai
    """
    digest = restore(copy, record)
    errors(f"{record} stands as in {copy}")
    click.echo(digest)


@cli.command()
@click.argument("name", required=False)
@KEPT
def versions(name: str | None, record: Path) -> None:
    """Show the versions of a report and what changed between them; without NAME, which reports changed.

    Example:
      waqai versions kirkuk-agency --record war.waqai
    """
    kept = Record(record)
    lines = list(keeping.version_lines(kept, name) if name else keeping.changed_names(kept))
    if name and not lines:
        raise click.UsageError(f"no report {name} in {record}")
    _print_safe(lines or ["no report has changed"])


@cli.command()
@KEPT
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
def rebuild(record: Path, *, dry_run: bool) -> None:
    """Read every report of a record anew and say what changed; raw reports and people's decisions stay.

    What an older version of the reader made of a report is kept beside the new account. Decisions on
    events that are read no more are named: they wait, and hold again where the event comes back.

    Example:
      waqai rebuild --dry-run --record war.waqai
    """
    kept = Record(record)
    count = changed = 0
    for one in keeping.rebuilt(kept, asking.desk(Index({}), record=kept), keep=not dry_run):
        count += 1
        if one.failure:
            errors(f"{one.name}: {one.failure}; the account before it stays")
        if one.changes:
            changed += 1
            _print_safe([f"{one.name}:", *(f"  {line}" for line in one.changes)])
    if not dry_run:
        joined = settle(kept, places.load())
        for decision in joined.waiting:
            errors(f"decision {decision.number} ({decision.act.value}, by {decision.by}): its event is read no more")
    errors(f"{count} report{'' if count == 1 else 's'} read, {changed} changed{' (nothing kept)' if dry_run else ''}")


def _print_safe(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo("  " * line.startswith("  ") + safe(line))
