"""What a record's keeper asks: try again what was not read, read all anew, what changed, which versions there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from waqai.incidents.decisions import accepted_days, standing
from waqai.publish.changes import reading_changes, text_changes
from waqai.record.log import log
from waqai.record.store import Record
from waqai.reports.intake import Ending, Wishes
from waqai.reports.unpacking import arrivals
from waqai.session import Desk, Result, Run, UnreadableError, dated


def retried(record: Record, desk: Desk, endings: Iterable[Ending], wishes: Wishes) -> Iterator[Result]:
    """One result for each input in what is held; what could be read now is held no more."""
    run = Run(desk)
    for held in record.held(*endings):
        if held.raw is None:
            continue
        item = replace(held.item(wishes), where=held.holding.where)
        results = [run.one(found) for found in arrivals(item)]
        read = [result for result in results if result.account is not None]
        if read:
            record.release(held.number, read[0].outcome.ending)
        yield from results
    for arrival in record.unread():
        yield run.one(arrival)


def without_bytes(record: Record, endings: Iterable[Ending]) -> Iterator[str]:
    """What is held without its bytes: only the file itself can be tried again."""
    for held in record.held(*endings):
        if held.raw is None:
            yield f"{held.holding.where}: {held.holding.reason}; its bytes are not in the record: read the file again"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One report read anew: which claims came and went (empty: none), or why it could not be read."""

    name: str
    changes: tuple[str, ...] = ()
    failure: str = ""


def rebuilt(record: Record, desk: Desk, *, keep: bool) -> Iterator[Rebuilt]:
    """Every report, all versions, read by this reader; its accounts are kept beside those of other readers."""
    days = accepted_days(standing(log(record)))
    for report in list(record.reports()):
        before = record.last_account(report)
        try:
            account = desk.read(dated(report, days))
        except UnreadableError as error:
            yield Rebuilt(report.name, failure=str(error))
            continue
        if keep:
            record.keep_account(report, account, desk.reader)
        yield Rebuilt(report.name, reading_changes(before, account))


def read_again(record: Record, desk: Desk, name: str) -> None:
    """The newest version of the report is read by this reader with the day that is accepted for it now, if any.

    UnreadableError where the reader fails on it; what was read before stands.
    """
    report = record.report(name)
    if report is not None:
        days = accepted_days(standing(log(record)))
        record.keep_account(report, desk.read(dated(report, days)), desk.reader)


def version_lines(record: Record, name: str) -> Iterator[str]:
    """Every version of the report with when it came, and what changed from the one before."""
    before = None
    for version in record.versions(name):
        taken = version.taken.isoformat() if version.taken else "before the ledger"
        yield f"version {version.number}: {version.report.id[:16]}, taken in {taken}"
        if before is not None:
            yield from (f"  {line}" for line in text_changes(before.text, version.report.text))
        before = version.report


def changed_names(record: Record) -> Iterator[str]:
    """The reports that have more than one version, with how many."""
    for name, count in record.version_counts().items():
        if count > 1:
            yield f"{name}: {count} versions"
