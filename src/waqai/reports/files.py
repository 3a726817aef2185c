"""Reports from files and folders: each file becomes one Arrival, or is set aside with its reason."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from waqai.reports.decoding import Decoded, decode
from waqai.reports.intake import Arrival, SetAsideError
from waqai.reports.languages import not_arabic
from waqai.reports.model import Metadata, Report

# Ten times the longest article of the gold sets: what is longer is a dump of many, to be split first.
MAX_CHARACTERS = 200_000
MAX_BYTES = 4 * MAX_CHARACTERS + 4
_TEXT_SUFFIXES = frozenset({".txt", ".text", ""})
_LATER = frozenset({".html", ".htm", ".json", ".jsonl", ".csv", ".xml", ".rss", ".warc", ".gz", ".zip"})


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


def read_file(source: Source, metadata: Metadata) -> Arrival:
    """The report in the file; SetAsideError with the reason where it holds none."""
    suffix = source.path.suffix.lower()
    if suffix not in _TEXT_SUFFIXES:
        later = "is not read yet" if suffix in _LATER else "is no kind of file that Waqai knows"
        raise SetAsideError(f"{suffix} {later}; save its text as .txt")
    return from_bytes(_bytes(source.path), source.name, metadata)


def from_bytes(raw: bytes, name: str, metadata: Metadata) -> Arrival:
    """The report that the bytes hold; SetAsideError with the reason where they hold none."""
    if not raw.strip():
        raise SetAsideError("empty: there is nothing in it to read")
    if len(raw) > MAX_BYTES:
        raise SetAsideError(_too_long(f"{len(raw):,} bytes"))
    decoded = decode(raw)
    if decoded is None:
        raise SetAsideError("binary: this is no text in any encoding that Waqai knows")
    text = decoded.text.removeprefix("\ufeff")
    if not text.strip():
        raise SetAsideError("empty: there are only blanks in it")
    if len(text) > MAX_CHARACTERS:
        raise SetAsideError(_too_long(f"{len(text):,} characters"))
    reason = not_arabic(text)
    if reason is not None:
        raise SetAsideError(reason)
    report = Report(hashlib.sha256(raw).hexdigest(), name, text, metadata, encoding=decoded.encoding)
    return Arrival(report, raw, _note(decoded))


def _too_long(size: str) -> str:
    return f"too long ({size}; the limit is {MAX_CHARACTERS:,} characters): split it, one report a file"


def _note(decoded: Decoded) -> str:
    """What the user should know of how the text was got; empty for plain UTF-8."""
    notes = []
    if decoded.encoding not in {"utf-8", "utf-8-sig"}:
        notes.append(f"decoded from {decoded.encoding}")
    if decoded.broken:
        notes.append(f"{decoded.broken} characters could not be decoded")
    return ", ".join(notes)


def _bytes(path: Path) -> bytes:
    """The file's bytes, at most a few more than the limit; SetAsideError where it cannot be opened."""
    try:
        if path.exists() and not path.is_file():
            raise SetAsideError("not a file: pipes and devices are not read")
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                raise SetAsideError(_too_long(f"{size:,} bytes"))
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SetAsideError(f"cannot be opened: {error.strerror or error}") from None


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
