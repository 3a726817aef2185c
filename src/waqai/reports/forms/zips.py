"""ZIP and gzip files: their members are read in turn, under bounds, whatever their names claim."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from waqai.reports.content import Content
from waqai.reports.inflate import MEMBER_BYTES, RATIO, BombError, CutError, check, members
from waqai.reports.intake import Ending, Item, QuarantineError, Refusal, SetAsideError

MOST_MEMBERS = 100_000
MOST_PLAIN = 20_000_000_000
_SKIPPED = ("__MACOSX/", ".DS_Store", "Thumbs.db")


def read_zip(item: Item) -> Iterator[Item | Refusal]:
    """The members of the archive; one that is damaged, locked or a bomb is quarantined, the others are read."""
    with item.content.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise QuarantineError(f"a damaged or cut ZIP file: {error}") from None
        infos = [info for info in archive.infolist() if not _is_skipped(info)]
        if not infos:
            raise SetAsideError("an archive without files")
        if len(infos) > MOST_MEMBERS:
            raise QuarantineError(f"more than {MOST_MEMBERS:,} files in it")
        total = 0
        for info in infos:
            part = _part(item, info.filename)
            try:
                plain = _plain(archive, info)
            except (BombError, CutError, QuarantineError) as error:
                yield Refusal(part, Ending.QUARANTINED, str(error))
                continue
            total += len(plain)
            if total > MOST_PLAIN:
                yield Refusal(part, Ending.QUARANTINED, f"more than {MOST_PLAIN:,} bytes in one archive: split it")
                return
            yield replace(part, content=Content(plain))


def read_gzip(item: Item) -> Iterator[Item | Refusal]:
    """The one file inside, as if it had come plain."""
    name = item.name.removesuffix(".gz")
    part = replace(item, name=PurePosixPath(name).stem or name, suffix=_inner_suffix(item), depth=item.depth + 1)
    plain = bytearray()
    fault = ""
    with item.content.open() as stream:
        for member in members(stream):
            plain += member.plain
            fault = fault or member.fault
            if fault or len(plain) > MEMBER_BYTES:
                break
    if fault or len(plain) > MEMBER_BYTES:
        raise QuarantineError(f"a gzip file {fault or 'that is too large: ' + f'{len(plain):,} bytes'}")
    yield replace(part, content=Content(bytes(plain)))


def checked(stream: BinaryIO) -> list[str]:
    """The names of the ZIP's members; BombError, BadZipFile or QuarantineError where it may not be opened."""
    with zipfile.ZipFile(stream) as archive:
        infos = archive.infolist()
        if len(infos) > 2_000 or sum(info.file_size for info in infos) > 4 * MEMBER_BYTES:
            raise QuarantineError("it expands too far")
        for info in infos:
            if info.file_size > 1_000_000 and info.file_size > RATIO * max(1, info.compress_size):
                raise QuarantineError(f"it expands more than {RATIO} times: a bomb")
        return [info.filename for info in infos]


def _plain(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & 0x1:
        raise QuarantineError("it is locked with a password")
    plain = bytearray()
    try:
        with archive.open(info) as member:
            while chunk := member.read(65_536):
                plain += chunk
                check(len(plain), max(1, info.compress_size))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise CutError(f"damaged in the archive: {error}") from None
    return bytes(plain)


def _part(item: Item, name: str) -> Item:
    """The member as an item. Its name is words for people: no file of that name is ever made."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part not in {"/", "..", "."}]
    shown = "/".join([*parts[:-1], PurePosixPath(parts[-1]).stem]) if parts else "?"
    return replace(
        item, name=f"{item.name}/{shown}", where=f"{item.where}, {name}", suffix=path.suffix.lower(),
        content=Content(b""), depth=item.depth + 1,
    )  # fmt: skip


def _inner_suffix(item: Item) -> str:
    path = PurePosixPath(item.where.replace("\\", "/"))
    return PurePosixPath(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else ""


def _is_skipped(info: zipfile.ZipInfo) -> bool:
    last = info.filename.rsplit("/", 1)[-1]
    return info.is_dir() or info.filename.startswith(_SKIPPED[0]) or last in _SKIPPED[1:] or last.startswith("._")
