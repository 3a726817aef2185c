"""One run of reading: every input comes to one of four endings, with a line that says which and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from waqai.claims.model import Account
from waqai.record.store import Record
from waqai.reports.files import Source, read_file
from waqai.reports.index import Index
from waqai.reports.intake import Arrival, Ending, Outcome, SetAsideError
from waqai.reports.model import Metadata, Report


class UnreadableError(Exception):
    """The reader failed on one report; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a run reads with: the reader and its version, what is known of reports, and the record if any."""

    read: Callable[[Report], Account]
    reader: str
    index: Index = field(default_factory=lambda: Index({}))
    published: date | None = None
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How one input ended, and what was read from it (also where it was known already)."""

    outcome: Outcome
    account: Account | None = None


def run(sources: Iterable[Source], desk: Desk) -> Iterator[Result]:
    """One result for each source, in order; what is read is in the record before its result is given."""
    seen: set[tuple[str, str]] = set()
    for source in sources:
        try:
            arrival = read_file(source, _metadata(source.name, desk))
        except SetAsideError as reason:
            yield Result(Outcome(source.name, Ending.SET_ASIDE, f"{source.path}: set aside: {reason}"))
            continue
        key = (arrival.report.name, arrival.report.id)
        if key in seen:
            yield Result(Outcome(source.name, Ending.KNOWN, f"{source.path}: given twice"))
            continue
        seen.add(key)
        yield _one(source, arrival, desk)


def summary(outcomes: Iterable[Outcome]) -> str:
    """All endings with their numbers, which add up to the number of inputs."""
    count = Counter(outcome.ending for outcome in outcomes)
    total = sum(count.values())
    endings = ", ".join(f"{count[ending]} {ending.value}" for ending in Ending)
    return f"{total} input{'' if total == 1 else 's'}: {endings}"


def _metadata(name: str, desk: Desk) -> Metadata:
    """What the index says of the report; the day given for all where it gives none."""
    known = desk.index.of(name) or Metadata()
    return known if known.published else replace(known, published=desk.published)


def _one(source: Source, arrival: Arrival, desk: Desk) -> Result:
    """The report read and kept, known already, or quarantined: kept as it came in, for a later reader."""
    name, note = arrival.report.name, f"; {arrival.note}" if arrival.note else ""
    if desk.record is not None:
        if desk.record.knows(arrival.report, desk.reader):
            account = desk.record.account(arrival.report, desk.reader)
            return Result(Outcome(name, Ending.KNOWN), account)
        arrival = replace(arrival, report=desk.record.completed(arrival.report))
    try:
        account = desk.read(arrival.report)
    except UnreadableError as error:
        line = f"{source.path}: quarantined: {error}; kept as it is for a later version"
        if desk.record is not None:
            desk.record.add(arrival, None, desk.reader)
        return Result(Outcome(name, Ending.QUARANTINED, line))
    if desk.record is not None:
        desk.record.add(arrival, account, desk.reader)
    line = f"{source.path}: read{note}" if note else ""
    return Result(Outcome(name, Ending.READ, line), account)
