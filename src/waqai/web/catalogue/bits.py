"""Sets of positions as one long integer: a bit for each incident, so that filters are ANDs and counts popcounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def pack(positions: Iterable[int], size: int) -> int:
    """The set of these positions, each below `size`."""
    marks = bytearray(size // 8 + 1)
    for position in positions:
        marks[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(marks, "little")


def span(first: int, end: int) -> int:
    """All positions from `first` up to, not with, `end`."""
    return (1 << end) - (1 << first) if end > first else 0


def ascending(bits: int) -> Iterator[int]:
    """The positions, lowest first."""
    for place, byte in enumerate(bits.to_bytes((bits.bit_length() + 7) // 8, "little")):
        if byte:
            for offset in _OFFSETS[byte]:
                yield (place << 3) + offset


def descending(bits: int) -> Iterator[int]:
    """The positions, highest first."""
    marks = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for place in range(len(marks) - 1, -1, -1):
        if marks[place]:
            for offset in reversed(_OFFSETS[marks[place]]):
                yield (place << 3) + offset


_OFFSETS = tuple(tuple(offset for offset in range(8) if byte >> offset & 1) for byte in range(256))
