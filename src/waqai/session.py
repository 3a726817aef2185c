"""One run of reading: every input comes to one of five endings, with a line that says which and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from waqai.claims.model import Account
from waqai.incidents.decisions import accepted_days, standing
from waqai.record.log import log
from waqai.record.store import Record
from waqai.reports.files import Source, read_source
from waqai.reports.index import Index
from waqai.reports.intake import Arrival, Ending, Outcome, Refusal, Wishes
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
    wishes: Wishes = field(default_factory=Wishes)


@dataclass(frozen=True, slots=True)
class Result:
    """How one input ended, and what was read from it (also where it was known already)."""

    outcome: Outcome
    account: Account | None = None


class Run:
    """The inputs of one run, read one after the other; what is read is in the record before its result is given."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._seen: set[tuple[str, str]] = set()
        self._days = accepted_days(standing(log(desk.record))) if desk.record is not None else {}

    def source(self, source: Source) -> Iterator[Result]:
        """One result for each input in the file, in order."""
        for found in read_source(source, self._desk.wishes):
            yield self.one(found)

    def one(self, found: Arrival | Refusal) -> Result:
        """How this input ends."""
        if isinstance(found, Refusal):
            return self._refused(found)
        name = found.report.name
        report = replace(found.report, metadata=self._metadata(name, found.report.metadata))
        found = replace(found, report=report)
        key = (name, report.id)
        if key in self._seen:
            return Result(Outcome(name, Ending.KNOWN, f"{found.where}: given twice"))
        self._seen.add(key)
        return self._arrived(found)

    def _metadata(self, name: str, found: Metadata) -> Metadata:
        """What the index says of the report, then what it says of itself, then the day given for all."""
        known = (self._desk.index.of(name) or Metadata()).filled(found)
        return known if known.published else replace(known, published=self._desk.published)

    def _refused(self, refusal: Refusal) -> Result:
        if self._desk.record is not None:
            self._desk.record.hold(refusal, self._desk.reader)
        line = f"{refusal.item.where}: {refusal.ending.value}: {refusal.reason}"
        return Result(Outcome(refusal.item.name, refusal.ending, line))

    def _arrived(self, arrival: Arrival) -> Result:
        """The report read and kept, known already, or quarantined: kept as it came in, for a later reader."""
        record, reader = self._desk.record, self._desk.reader
        if record is not None:
            placed = record.place(arrival)
            arrival = placed.arrival
            if placed.ending == Ending.KNOWN and record.knows(arrival.report, reader):
                return Result(Outcome(arrival.report.name, Ending.KNOWN), record.account(arrival.report, reader))
        try:
            account = self._desk.read(dated(arrival.report, self._days))
        except UnreadableError as error:
            line = f"{arrival.where}: quarantined: {error}; kept as it is for a later version"
            if record is not None:
                record.add(arrival, None, reader)
            return Result(Outcome(arrival.report.name, Ending.QUARANTINED, line))
        ending = record.add(arrival, account, reader) if record is not None else Ending.NEW
        return Result(Outcome(arrival.report.name, ending, _line(arrival, ending)), account)


def dated(report: Report, days: Mapping[str, date]) -> Report:
    """The report as it is to be read: where its own day is unknown, with the day that a person accepted for it."""
    if report.metadata.published is not None or report.name not in days:
        return report
    return replace(report, metadata=replace(report.metadata, published=days[report.name]))


def _line(arrival: Arrival, ending: Ending) -> str:
    """What is to be said of a report that was read: a new version, or a form that needs a word."""
    said = ["a new version of a known report"] if ending == Ending.NEW_VERSION else []
    said += [f"read; {arrival.note}"] if arrival.note else []
    return f"{arrival.where}: {'; '.join(said)}" if said else ""


def counts(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """The number of inputs and of each ending; they add up."""
    count = Counter(outcome.ending for outcome in outcomes)
    return {"inputs": sum(count.values()), **{ending.value: count[ending] for ending in Ending}}


def account_of_run(outcomes: Sequence[Outcome]) -> str:
    """The run as one JSON object: the counts, and each input with its ending and what was said of it."""
    inputs = [{"name": one.name, "ending": one.ending.value, "said": one.line or None} for one in outcomes]
    return json.dumps({**counts(outcomes), "each": inputs}, ensure_ascii=False)


def summary(outcomes: Iterable[Outcome]) -> str:
    """All endings with their numbers, which add up to the number of inputs."""
    count = counts(outcomes)
    total = count.pop("inputs")
    endings = ", ".join(f"{number} {ending}" for ending, number in count.items())
    return f"{total} input{'' if total == 1 else 's'}: {endings}"
