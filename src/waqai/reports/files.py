"""Files and folders given by the user: each becomes an item with a name of its own."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from waqai.reports.content import Content
from waqai.reports.intake import Arrival, Ending, Item, Refusal, SetAsideError, Wishes
from waqai.reports.unpacking import arrivals


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and the name its report will have."""

    path: Path
    name: str


def find(paths: Iterable[Path], leave_out: Iterable[Path] = ()) -> list[Source]:
    """Every file under the paths, in order, once each; names are stems, made distinct by their folders.

    Hidden files and those of `leave_out` (the index itself) are no reports; a path that is missing stays
    in the list, so that reading it says so.
    """
    seen = {_real(path) for path in leave_out}
    files: list[Path] = []
    for path in paths:
        for file in _files_of(path):
            if _real(file) not in seen:
                seen.add(_real(file))
                files.append(file)
    stems = Counter(file.stem for file in files)
    return _distinct([Source(file, _name(file, distinct=stems[file.stem] > 1)) for file in files])


def read_source(source: Source, wishes: Wishes | None = None) -> Iterator[Arrival | Refusal]:
    """Everything in the file: reports, and what is none, with its reason."""
    where = str(source.path).encode("utf-8", "replace").decode("utf-8")
    content = Content(path=source.path)
    item = Item(source.name, where, content, source.path.suffix.lower(), wishes=wishes or Wishes())
    reason = _unreadable(source.path)
    if reason:
        yield Refusal(item, Ending.SET_ASIDE, reason)
        return
    yield from arrivals(item)


def read_file(source: Source) -> Arrival:
    """The first report of the file; SetAsideError with the reason where there is none."""
    first = None
    for found in read_source(source):
        if isinstance(found, Arrival):
            return found
        first = first or found
    raise SetAsideError(first.reason if first else "there is nothing in it to read")


def _unreadable(path: Path) -> str:
    """Why the path cannot be read at all; empty where it can."""
    try:
        if path.exists() and not path.is_file():
            return "not a file: pipes and devices are not read"
        with path.open("rb"):
            return ""
    except (OSError, ValueError) as error:
        return f"cannot be opened: {getattr(error, 'strerror', None) or error}"


def _files_of(path: Path) -> list[Path]:
    """The path itself, or all files below the folder, sorted, without hidden ones."""
    if not path.is_dir():
        return [path]
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(folder) / name for name in sorted(names) if not name.startswith(".")]
    return found


def _real(path: Path) -> str:
    return os.path.realpath(path)


def _name(file: Path, *, distinct: bool) -> str:
    stem = file.stem.encode("utf-8", "replace").decode("utf-8")  # a file name may hold broken bytes
    return f"{Path(_real(file)).parent.name}/{stem}" if distinct else stem


def _distinct(sources: list[Source]) -> list[Source]:
    """The same sources, those that still share a name numbered (a.txt and a.text in one folder)."""
    used: dict[str, int] = {}
    out = []
    for source in sources:
        used[source.name] = used.get(source.name, 0) + 1
        count = used[source.name]
        out.append(source if count == 1 else replace(source, name=f"{source.name} ({count})"))
    return out
