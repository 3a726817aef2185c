"""Compressed bytes made plain under bounds: no bomb fills the memory, and a cut stream says where it ends."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

MEMBER_BYTES = 64_000_000  # the most that one member may hold
RATIO = 200  # times its packed size, beyond the first megabyte: text packs to a fifth or a twentieth
_FREE = 1_000_000
_CHUNK = 65_536
_MOST_FAULTS = 100  # in one file: then it is given up, as each fault is searched behind again
GZIP = 16 + zlib.MAX_WBITS
DEFLATE = zlib.MAX_WBITS
RAW_DEFLATE = -zlib.MAX_WBITS


class BombError(Exception):
    """Packed bytes that expand beyond the bounds."""


class CutError(Exception):
    """Packed bytes that end too early or are damaged; `got` is what could be had of them."""

    def __init__(self, message: str, got: bytes = b"") -> None:
        super().__init__(message)
        self.got = got


def inflated(raw: bytes, wbits: int, most: int = MEMBER_BYTES) -> bytes:
    """The plain bytes of one packed stream; BombError or CutError where they cannot be had whole."""
    machine = zlib.decompressobj(wbits)
    plain = bytearray()
    waiting = raw
    try:
        while waiting and not machine.eof:
            plain += machine.decompress(waiting, _CHUNK)
            waiting = machine.unconsumed_tail
            check(len(plain), len(raw) - len(waiting), most)
    except zlib.error as error:
        raise CutError(f"damaged packed data after {len(plain):,} bytes ({error})", bytes(plain)) from None
    if not machine.eof:
        raise CutError(f"packed data cut short after {len(plain):,} bytes", bytes(plain))
    return bytes(plain)


def check(plain: int, packed: int, most: int = MEMBER_BYTES) -> None:
    """Nothing; BombError where so many plain bytes came from so few packed ones, or are too many."""
    if plain > most:
        raise BombError(f"expands to more than {most:,} bytes")
    if plain > _FREE and plain > RATIO * packed:
        raise BombError(f"expands more than {RATIO} times: a bomb")


class Member:
    """One member of a gzip file: its first byte, its plain bytes, and what is wrong with it if anything."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.plain = bytearray()
        self.fault = ""


def members(stream: BinaryIO, most: int = MEMBER_BYTES) -> Iterator[Member]:
    """The members of a gzip file one by one; a damaged one is given with its fault, then the next is sought."""
    source = _Source(stream)
    faults = 0
    while not source.is_empty():
        member = Member(source.offset)
        packed = _fill(member, source, most)
        yield member
        if member.fault:
            faults += 1
            if faults > _MOST_FAULTS:
                return
            source.back(packed)
            source.seek(b"\x1f\x8b\x08")


class _Source:
    """The packed bytes still to be read, with their place in the file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.offset = 0
        self.waiting = b""

    def is_empty(self) -> bool:
        """Whether there is nothing left; else some bytes are waiting."""
        self.waiting = self.waiting or self._stream.read(_CHUNK)
        return not self.waiting

    def take(self, left: bytes) -> bytes:
        """The bytes that were used of those waiting, as `left` stays."""
        used = self.waiting[: len(self.waiting) - len(left)]
        self.offset += len(used)
        self.waiting = left
        return used

    def back(self, packed: bytes) -> None:
        """All but the first of the bytes used are waiting again; where none was used, all but the first."""
        if not packed:
            self.take(self.waiting[1:])
        self.waiting = packed[1:] + self.waiting
        self.offset -= max(0, len(packed) - 1)

    def seek(self, mark: bytes) -> None:
        """The next mark is the first that waits, or nothing does."""
        while not self.is_empty():
            at = self.waiting.find(mark)
            if at >= 0:
                self.take(self.waiting[at:])
                return
            tail = self.waiting[-len(mark) + 1 :]
            more = self._stream.read(_CHUNK)
            self.take(b"" if not more else tail)
            self.waiting += more


def _fill(member: Member, source: _Source, most: int) -> bytes:
    """The member filled with its plain bytes; the packed bytes that it took."""
    machine = zlib.decompressobj(GZIP)
    packed = bytearray()
    try:
        while not machine.eof:
            if source.is_empty():
                member.fault = f"cut short after {len(member.plain):,} plain bytes"
                return bytes(packed)
            member.plain += machine.decompress(source.waiting, _CHUNK)
            packed += source.take(machine.unused_data if machine.eof else machine.unconsumed_tail)
            check(len(member.plain), len(packed), most)
    except zlib.error as error:
        member.fault = f"damaged ({error})"
    except BombError as error:
        member.fault = str(error)
    return bytes(packed)
