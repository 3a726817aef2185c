"""Bringing reports in: files and texts are read in the background, and every one of them is accounted for."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from waqai import asking, session
from waqai.record.store import Record
from waqai.reports.files import find
from waqai.reports.index import Index, read_index
from waqai.reports.intake import Arrival, Ending, Item, Outcome, Refusal
from waqai.reports.model import Metadata
from waqai.reports.unpacking import arrivals
from waqai.web.links import fetched, now
from waqai.web.shelf import Shelf

HERE = Path(__file__).parent
_KEPT = 50  # runs that are remembered


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody brought: a folder of files, links, what is known of the files, the day given for all."""

    folder: Path
    known: Index
    published: date | None = None
    links: tuple[str, ...] = ()


@dataclass(slots=True)
class Run:
    """One run of reading: how many files it has and has read, and what became of each input in them."""

    key: str
    total: int
    outcomes: list[Outcome] = field(default_factory=list)
    files: int = 0
    done: bool = False

    def take(self, outcomes: Iterable[Outcome], folder: str = "") -> None:
        """One more input has ended so, in each of its parts; the folder that it lay in is nobody's concern."""
        for one in outcomes:
            self.outcomes.append(Outcome(one.name, one.ending, one.line.replace(folder, "") if folder else one.line))
        self.files += 1

    @property
    def endings(self) -> dict[str, int]:
        """How many came to each ending; they add up to what is done."""
        count = Counter(outcome.ending for outcome in self.outcomes)
        return {ending.name.lower().replace("_", "-"): count[ending] for ending in Ending}


class Runs:
    """The runs of this process."""

    def __init__(self, shelf: Shelf) -> None:
        """No run yet."""
        self.shelf = shelf
        self._runs: dict[str, Run] = {}
        self._reading = threading.Lock()

    def get(self, key: str) -> Run | None:
        """The run of that key."""
        return self._runs.get(key)

    def start(self, brought: Brought, *, remove: bool = True) -> Run:
        """A run over all that was brought; it goes on when this returns."""
        made = Run(secrets.token_hex(6), len(find([brought.folder])) + len(brought.links))
        while len(self._runs) >= _KEPT:
            self._runs.pop(next(iter(self._runs)))
        self._runs[made.key] = made

        def go() -> None:
            try:
                with self._reading:
                    pages = list(self._fetched(made, brought.links))
                    self.shelf.refresh(lambda record: self._read(made, brought, pages, record))
            finally:
                made.done = True
                if remove:
                    shutil.rmtree(brought.folder, ignore_errors=True)

        threading.Thread(target=go, name=f"bring-{made.key}").start()
        return made

    def _fetched(self, made: Run, addresses: Sequence[str]) -> Iterator[Item]:
        """The pages of the links; those that could not be had are accounted for at once."""
        for one in fetched(addresses, self.shelf.settings.fetcher):
            if isinstance(one, Item):
                yield one
            else:
                made.outcomes.append(one)
                made.files += 1

    @staticmethod
    def _read(made: Run, brought: Brought, pages: Iterable[Item], record: Record) -> None:
        run = session.Run(asking.desk(brought.known, brought.published, record))
        for source in find([brought.folder]):
            made.take((result.outcome for result in run.source(source)), f"{brought.folder}/")
        for page in pages:
            at = now()
            parts = (_retrieved(part, at) for part in arrivals(page))
            made.take(run.one(part).outcome for part in parts)


def _retrieved(part: Arrival | Refusal, at: datetime) -> Arrival | Refusal:
    return replace(part, report=replace(part.report, retrieved=at)) if isinstance(part, Arrival) else part


def samples() -> tuple[Path, Index]:
    """The reports written for this project, and what is known of them."""
    inside = HERE / "samples"
    folder = inside if inside.is_dir() else HERE.parents[2] / "examples"
    return folder / "reports", read_index(folder / "index.jsonl")


def unpacked(files: dict[str, bytes], text: str, known: Metadata) -> tuple[Path, Index]:
    """The files in a folder of their own, a pasted text as one more, under the title that was given."""
    folder = Path(tempfile.mkdtemp(prefix="waqai-bring-"))
    index: dict[str, Metadata] = {}
    for name, body in files.items():
        (folder / _plain(name)).write_bytes(body)
    if text.strip():
        name = f"pasted-{secrets.token_hex(3)}"
        (folder / f"{name}.txt").write_text(text, "utf-8")
        index[name] = known
    return folder, Index(index)


def _plain(name: str) -> str:
    """The file's own name, without folders, and not hidden."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", "").lstrip(".")[-120:] or "file"
