"""A server's answer as bytes: its status, its headers, and its body unchunked and unpacked under bounds."""

from __future__ import annotations

from typing import NamedTuple

from waqai.reports.inflate import DEFLATE, GZIP, RAW_DEFLATE, BombError, CutError, inflated


class AnswerError(Exception):
    """An answer that is cut short, damaged or a bomb."""


class Answer(NamedTuple):
    """Status, headers by lower-case name, plain body."""

    status: int
    headers: dict[str, str]
    body: bytes


def answered(raw: bytes) -> Answer:
    """The answer; AnswerError where its body cannot be had whole."""
    end = raw.find(b"\r\n\r\n")
    mark = 4
    if end < 0:
        end, mark = raw.find(b"\n\n"), 2
    if end < 0 or not raw.startswith(b"HTTP/"):
        raise AnswerError("it has no head")
    lines = raw[:end].decode("utf-8", "replace").split("\n")
    status = lines[0].split(maxsplit=2)
    if len(status) < 2 or not status[1].isdigit():
        raise AnswerError("it has no status")
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    body = raw[end + mark :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    else:
        length = headers.get("content-length", "")
        if length.isascii() and length.isdigit() and len(body) < int(length):
            raise AnswerError(f"{len(body):,} of {int(length):,} bytes are there")
    return Answer(int(status[1]), headers, unpacked(body, headers.get("content-encoding", "")))


def unpacked(body: bytes, encoding: str) -> bytes:
    """The body plain; archives that keep it plain and leave the header are believed by the body's first bytes."""
    names = [name.strip() for name in encoding.lower().split(",") if name.strip() not in {"", "identity"}]
    try:
        for name in reversed(names):
            body = _unpacked(body, name)
    except (BombError, CutError) as error:
        raise AnswerError(str(error)) from None
    return body


def _unpacked(body: bytes, name: str) -> bytes:
    if name in {"gzip", "x-gzip"}:
        return inflated(body, GZIP) if body.startswith(b"\x1f\x8b") else body
    if name == "deflate":
        try:
            return inflated(body, DEFLATE)
        except CutError as error:
            if error.got:
                raise
            return inflated(body, RAW_DEFLATE)
    if body.lstrip()[:1] in {b"<", b"{", b"["}:
        return body
    raise AnswerError(f"packed as {name}, which Waqai cannot unpack")


def _unchunked(body: bytes) -> bytes:
    """The chunks joined; a body that an archive unchunked already is left alone."""
    plain, at = bytearray(), 0
    while True:
        end = body.find(b"\r\n", at, at + 1_000)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16) if size else -1
        except ValueError:
            length = -1
        if length < 0 or (length and end + 2 + length > len(body)):
            if at == 0:
                return body
            raise AnswerError(f"cut short after {len(plain):,} bytes of its chunks")
        if length == 0:
            return bytes(plain)
        plain += body[end + 2 : end + 2 + length]
        at = end + 4 + length
