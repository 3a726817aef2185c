"""Bringing reports in: files and texts are read in the background, and every one of them is accounted for."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from waqai import asking, session
from waqai.reports.files import find
from waqai.reports.index import Index, read_index
from waqai.reports.intake import Ending, Outcome
from waqai.reports.model import Metadata
from waqai.session import Desk
from waqai.web.shelf import Shelf

HERE = Path(__file__).parent
_KEPT = 50  # runs that are remembered


@dataclass(slots=True)
class Run:
    """One run of reading: how many files it has and has read, and what became of each input in them."""

    key: str
    total: int
    outcomes: list[Outcome] = field(default_factory=list)
    files: int = 0
    done: bool = False

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

    def start(self, folder: Path, known: Index, published: date | None, *, remove: bool = True) -> Run:
        """A run over all files of the folder; it goes on when this returns."""
        sources = find([folder])
        made = Run(secrets.token_hex(6), len(sources))
        while len(self._runs) >= _KEPT:
            self._runs.pop(next(iter(self._runs)))
        self._runs[made.key] = made

        def go() -> None:
            try:
                with self._reading:
                    self.shelf.refresh(lambda record: self._read(made, folder, asking.desk(known, published, record)))
            finally:
                made.done = True
                if remove:
                    shutil.rmtree(folder, ignore_errors=True)

        threading.Thread(target=go, name=f"bring-{made.key}").start()
        return made

    @staticmethod
    def _read(made: Run, folder: Path, desk: Desk) -> None:
        run = session.Run(desk)
        for source in find([folder]):
            for result in run.source(source):
                outcome = result.outcome
                line = outcome.line.replace(f"{folder}/", "")
                made.outcomes.append(Outcome(outcome.name, outcome.ending, line))
            made.files += 1


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
