"""What commands ask of the reader: a desk to read at, explanations, the backlog, scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from waqai import evaluate
from waqai.claims.model import Account
from waqai.claims.rows import READER
from waqai.publish.coded import coded
from waqai.publish.safe import safe
from waqai.record.store import Record
from waqai.reports.files import Source, find, read_file
from waqai.reports.index import Index, read_index
from waqai.reports.intake import Outcome, SetAsideError, Wishes
from waqai.reports.model import Report
from waqai.session import Desk, Run, UnreadableError
from waqai.terminal import errors, tracked

# The reader is imported where it is used: its lexicons take a while to load, and `--help` needs none.


def desk(
    known: Index, published: date | None = None, record: Record | None = None, wishes: Wishes | None = None
) -> Desk:
    """A desk with the reader of this version."""
    from waqai import pipeline  # noqa: PLC0415

    def read(report: Report) -> Account:
        try:
            return pipeline.read_report(report)
        except pipeline.ReadingError as error:
            raise UnreadableError(str(error)) from error

    return Desk(read, READER, known, published, record, wishes or Wishes())


def index(path: Path | None) -> Index:
    """The index, what is wrong with it said on stderr; an empty one where there is none."""
    found = read_index(path) if path else Index({})
    for complaint in found.complaints:
        errors(complaint)
    return found


class Reading:
    """A run of reading whose accounts are taken one by one; its outcomes fill up meanwhile."""

    def __init__(self, sources: Sequence[Source], desk: Desk) -> None:
        self.outcomes: list[Outcome] = []
        self._sources = sources
        self._desk = desk

    def accounts(self) -> Iterator[Account]:
        """What was read or known; what is to be said of an input is said on stderr."""
        run = Run(self._desk)
        for source in tracked(self._sources, len(self._sources)):
            for result in run.source(source):
                self.outcomes.append(result.outcome)
                if result.outcome.line:
                    errors(result.outcome.line)
                if result.account is not None:
                    yield result.account


def explain(text: str) -> str:
    """How the text is read."""
    from waqai.reading import explain as reading  # noqa: PLC0415

    return reading.explain(text)


def why_not(rule: str, text: str) -> str:
    """What the rule missed in the text."""
    from waqai.reading import explain as reading  # noqa: PLC0415

    try:
        return reading.why_not(rule, text)
    except reading.UnknownRuleError as error:
        raise click.UsageError(str(error)) from None


def unread(sources: Iterable[Source], most: int) -> Iterator[str]:
    """The commonest mentions that no frame used: count, kind, words."""
    from waqai.reading import explain as reading  # noqa: PLC0415

    texts = []
    for source in sources:
        try:
            texts.append(read_file(source).report.text)
        except SetAsideError as reason:
            errors(f"{source.path}: set aside: {reason}")
    if not texts:
        raise click.exceptions.Exit(1)
    for kind, word, count in reading.unread(texts)[:most]:
        yield f"{count:6} {kind:16} {safe(word)}"


def text_of(path: Path) -> str:
    """The text of a file that need not be a report; UsageError where it holds none."""
    try:
        return read_file(Source(path, path.stem)).report.text
    except SetAsideError as reason:
        raise click.UsageError(f"{path}: {reason}") from None


def evaluation(gold: Path, predicted: tuple[Path, ...]) -> Iterator[str]:
    """The scores of the predicted (or of what is read now) against gold, one a line."""
    coded_gold = gold / "coded" if (gold / "coded").is_dir() else gold
    try:
        wanted = evaluate.load(coded_gold)
        found = _predicted(gold, predicted)
    except (ValueError, KeyError, TypeError) as error:
        raise click.UsageError(f"not coded events as the codebook has them: {error!r}") from None
    if not wanted:
        raise click.UsageError(f"no coded reports in {coded_gold}")
    yield f"{len(wanted)} reports"
    for name, score in evaluate.score(wanted, found).items():
        yield score.line(name.removeprefix("slot:") if ":" not in name else f"  {name[5:]}")


def _predicted(gold: Path, predicted: tuple[Path, ...]) -> dict[str, evaluate.Coded]:
    """Coded files where such are given; else the reports, or gold's own, read now with gold's index."""
    if len(predicted) == 1 and _is_coded(predicted[0]):
        return evaluate.load(predicted[0])
    reports = predicted or (gold / "reports",)
    if not all(path.exists() for path in reports):
        raise click.UsageError(f"{gold} has no reports/ to read: give PREDICTED")
    index_path = gold / "index.jsonl"
    known = index(index_path if index_path.is_file() else None)
    reading = Reading(find(reports, [index_path]), desk(known))
    return {account.name: coded(account) for account in reading.accounts()}


def _is_coded(path: Path) -> bool:
    return path.suffix == ".jsonl" or (path.is_dir() and any(path.glob("*.json")))
