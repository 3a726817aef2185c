"""The bytes of an input, in memory or in a file, taken in bounded amounts only."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

KEPT_BYTES = 32_000_000  # what could not be read is kept up to this size


class TooLargeError(Exception):
    """More bytes than may be held at once; the message says how many were allowed."""


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes that are either here already or in a file that is opened when they are asked for."""

    held: bytes | None = None
    path: Path | None = None

    def open(self) -> BinaryIO:
        """The bytes as a stream."""
        if self.path is not None:
            return self.path.open("rb")
        return io.BytesIO(self.held or b"")

    def size(self) -> int:
        """How many bytes there are."""
        return len(self.held or b"") if self.path is None else self.path.stat().st_size

    def head(self, most: int = 4096) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(most)

    def whole(self, most: int) -> bytes:
        """All bytes; TooLargeError where there are more than `most`."""
        with self.open() as stream:
            raw = stream.read(most + 1)
        if len(raw) > most:
            raise TooLargeError(f"{max(self.size(), len(raw)):,} bytes; the limit is {most:,}")
        return raw

    def kept(self) -> bytes | None:
        """All bytes if they are few enough to be kept beside a refusal, else None."""
        try:
            return self.whole(KEPT_BYTES)
        except (TooLargeError, OSError):
            return None
