"""Web archives (WARC, packed or not): every page that answered; a cut or damaged record is named, the next is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from waqai.reports.content import Content
from waqai.reports.forms.http_answers import AnswerError, answered
from waqai.reports.inflate import MEMBER_BYTES, Member, members
from waqai.reports.intake import Ending, Item, Refusal, SetAsideError

_MOST_HEAD = 65_536
_WANTED = frozenset({"response", "resource", "conversion"})
_READABLE = ("text/", "application/xhtml", "application/xml", "application/json", "application/rss", "application/atom")


class Record(NamedTuple):
    """One record of the archive: where it begins, its headers (lower case), its block, and what is wrong with it."""

    offset: int
    headers: dict[str, str]
    block: bytes
    fault: str = ""


def read(item: Item) -> Iterator[Item | Refusal]:
    """The pages of the archive, each under its address."""
    number = pages = 0
    with item.content.open() as stream:
        for record in records(stream, packed=item.content.head(2) == b"\x1f\x8b"):
            number += 1
            part = _part(item, number, record)
            if record.fault:
                yield Refusal(part, Ending.QUARANTINED, record.fault, record.block or None)
                pages += 1
            elif record.headers.get("warc-type", "") in _WANTED:
                found = _page(part, record)
                if found is not None:
                    pages += 1
                    yield found
    if not pages:
        raise SetAsideError(f"a web archive without pages ({number} records)")


def _part(item: Item, number: int, record: Record) -> Item:
    address = record.headers.get("warc-target-uri", "").strip("<> ") or None
    return replace(
        item, name=f"{item.name}/{number}", where=f"{item.where}, record {number} at byte {record.offset:,}",
        known=replace(item.known, url=item.known.url or address), depth=item.depth + 1,
    )  # fmt: skip


def _page(part: Item, record: Record) -> Item | Refusal | None:
    """The page of the record; None where it is no page (a picture, a redirect, an error)."""
    kind, body = record.headers.get("content-type", ""), record.block
    if record.headers["warc-type"] == "response":
        try:
            answer = answered(record.block)
        except AnswerError as error:
            return Refusal(part, Ending.QUARANTINED, f"a damaged answer: {error}", record.block)
        if answer.status != 200:
            return None
        kind, body = answer.headers.get("content-type", ""), answer.body
    if not kind.lower().startswith(_READABLE):
        return None
    if kind.lower().startswith(("text/css", "text/javascript")) or not body.strip():
        return None
    return replace(part, content=Content(body), suffix=".html" if "html" in kind.lower() else "")


def records(stream: BinaryIO, *, packed: bool) -> Iterator[Record]:
    """The archive's records in order. Of a packed one each member holds one record, as the standard asks."""
    if not packed:
        yield from _plain_records(stream, 0)
        return
    for member in members(stream):
        yield from _of_member(member)


def _of_member(member: Member) -> Iterator[Record]:
    plain = bytes(member.plain)
    if member.fault:
        headers, _ = _headers(plain)
        yield Record(member.offset, headers, plain, f"the record is {member.fault}")
        return
    yield from _plain_records(Content(plain).open(), member.offset)


def _plain_records(stream: BinaryIO, base: int) -> Iterator[Record]:
    while True:
        offset = base + stream.tell()
        line = stream.readline(_MOST_HEAD)
        if not line:
            return
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            if not _seek_next(stream, line):
                yield Record(offset, {}, line, "no record begins here: what follows is damaged to the end")
                return
            yield Record(offset, {}, b"", "damaged: no record begins here")
            continue
        yield _record(stream, offset, line)


def _record(stream: BinaryIO, offset: int, line: bytes) -> Record:
    lines = [line]
    while (more := stream.readline(_MOST_HEAD)).strip():
        lines.append(more)
        if len(lines) > 500:
            return Record(offset, {}, b"", "its head does not end")
    headers, _ = _headers(b"".join(lines))
    length = headers.get("content-length", "").strip()
    if not (length.isascii() and length.isdigit()) or int(length) > MEMBER_BYTES:
        return Record(offset, headers, b"", f"its length is {length or 'not given'}")
    block = stream.read(int(length))
    if len(block) < int(length):
        return Record(offset, headers, block, f"cut short: {len(block):,} of {int(length):,} bytes are there")
    return Record(offset, headers, block)


def _headers(plain: bytes) -> tuple[dict[str, str], bytes]:
    """The headers of a record by lower-case name, and what follows them."""
    head, _, rest = plain.partition(b"\r\n\r\n")
    found: dict[str, str] = {}
    for line in head[:_MOST_HEAD].split(b"\n")[1:]:
        name, mark, value = line.partition(b":")
        if mark:
            found.setdefault(name.decode("utf-8", "replace").strip().lower(), value.decode("utf-8", "replace").strip())
    return found, rest


def _seek_next(stream: BinaryIO, line: bytes) -> bool:
    """The stream stands before the next record; False where there is none."""
    del line
    while True:
        at = stream.tell()
        line = stream.readline(_MOST_HEAD)
        if not line:
            return False
        if line.startswith(b"WARC/"):
            stream.seek(at)
            return True
