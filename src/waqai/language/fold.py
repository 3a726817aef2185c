"""One spelling for all newsrooms, with the way back to the characters as published.

Folding looks at one character at a time: it is kept, becomes another one, becomes several (a ligature)
or disappears (a mark). So folding twice is folding once, and no input can make it fail.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points of the original text."""

    start: int
    end: int


def _between(*ranges: tuple[int, int]) -> frozenset[str]:
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


# Written onto the letter before them: harakat, Quranic signs, dagger alef, tatweel, variation selectors.
_MARKS = _between(
    (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED),
    (0x0898, 0x089F), (0x08CA, 0x08FF), (0xFE00, 0xFE0F),
)  # fmt: skip
# Not part of any letter: soft hyphen, bidi controls, zero-width characters, byte order mark.
_INVISIBLE = _between(
    (0x00AD, 0x00AD), (0x061C, 0x061C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x206F), (0xFEFF, 0xFEFF),
)  # fmt: skip
_BLANKS = frozenset("\t\v\f\r\x1c\x1d\x1e\x1f\u1680\u202f\u205f\u3000\u00a0") | _between((0x2000, 0x200A))
_PRESENTATION = _between((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))

_LETTERS = {
    "ا": "أإآٱٲٳٵ",
    "ي": "ىئیےۓېۍٸ",
    "و": "ؤٶ",
    "ه": "ةہھەۀۂۃ",
    "ك": "کڪ",
}
_OTHERS = {"٪": "%", "٫": ".", "٬": ",", "۔": ".", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}


def _presentation(letter: str, table: dict[int, str]) -> str:
    """The letters a printer's shape stands for: «ﻼ» is «لا», a mark drawn on a blank nothing."""
    plain = unicodedata.normalize("NFKC", letter)
    folded = plain.translate(table)
    return "" if folded.isspace() and len(plain) > 1 else folded


def _table() -> dict[int, str]:
    table = {ord(char): "" for char in _MARKS | _INVISIBLE}
    table |= {ord(char): " " for char in _BLANKS}
    table |= {ord(variant): letter for letter, variants in _LETTERS.items() for variant in variants}
    table |= {ord(char): plain for char, plain in _OTHERS.items()}
    for digit in range(10):
        table[0x0660 + digit] = table[0x06F0 + digit] = str(digit)
    base = dict(table)
    for char in _PRESENTATION:
        plain = _presentation(char, base)
        if plain != char:
            table[ord(char)] = plain
    return table


_TABLE = _table()
_EXPANDED = {chr(code): len(plain) for code, plain in _TABLE.items() if len(plain) > 1}
_DELETED = frozenset(chr(code) for code, plain in _TABLE.items() if not plain)

# What ordinary newspaper text holds is replaced letter by letter, which is several times faster than a
# translation table; the table is used when anything rarer is seen.
_NEWSPAPER = (
    "أإآىةئؤ٠١٢٣٤٥٦٧٨٩"
    + "".join(map(chr, range(0x064B, 0x0653)))
    + "\u0640\u0670\u200b\u200c\u200d\u200e\u200f\ufeff\r\t\u00a0"
)
_FREQUENT = tuple((char, _TABLE[ord(char)]) for char in _NEWSPAPER)


def _class(chars: frozenset[str]) -> str:
    """A regular-expression class of the characters, as ranges: few ranges are tested faster than many."""
    codes = sorted(map(ord, chars))
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges) + "]"


_RARE = re.compile(_class(frozenset(map(chr, _TABLE)) - {char for char, _ in _FREQUENT}))
_UNEVEN = re.compile(_class(_DELETED | frozenset(_EXPANDED)))
_FOLDED = re.compile(_class(frozenset(map(chr, _TABLE))))
_WORD = 64
_UNMOVED = array("q", [-1])


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as published and as it is read, and the way between them.

    The two arrays are the corners of a line: from corner to corner, the folded and the original offset
    grow together. Texts without marks have no corner at all.
    """

    original: str
    text: str
    _folded_at: array[int] = field(repr=False, compare=False)
    _original_at: array[int] = field(repr=False, compare=False)

    def _start(self, offset: int) -> int:
        """The original offset of the folded character at `offset`; past the end, the original's length."""
        corner = bisect_right(self._folded_at, offset) - 1
        return self._original_at[corner] + offset - self._folded_at[corner]

    def span(self, start: int, end: int) -> Span:
        """The published characters of folded `start:end`, with the marks on the last letter.

        Offsets outside the text are taken as its ends. A part of a ligature gives the whole ligature.
        """
        start = min(max(start, 0), len(self.text))
        end = min(end, len(self.text))
        if len(self._folded_at) == 1:
            return Span(start, max(start, end))
        first = self._start(start)
        if end <= start:
            return Span(first, first)
        letter = self._start(end - 1) + 1
        last = max(letter, self._start(end))
        while last > letter and self.original[last - 1] in _INVISIBLE:
            last -= 1
        return Span(first, last)

    def quote(self, start: int, end: int) -> str:
        """The published words of folded `start:end`."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def index(self, original_offset: int) -> int:
        """The folded offset of the first folded character at or after an original offset."""
        offset = min(max(original_offset, 0), len(self.original))
        corner = bisect_left(self._original_at, offset) - 1
        folded = self._folded_at[corner] + offset - self._original_at[corner]
        if corner + 1 < len(self._folded_at):
            folded = min(folded, self._folded_at[corner + 1])
        return folded


def _corners(text: str) -> tuple[array[int], array[int]]:
    """Where the folded text falls behind the original (marks) or runs ahead of it (ligatures)."""
    folded_at, original_at = array("q", _UNMOVED), array("q", _UNMOVED)
    behind = 0
    for match in _UNEVEN.finditer(text):
        at = match.start()
        width = _EXPANDED.get(match[0], 0)
        if width:
            for step in range(1, width):
                folded_at.append(at - behind + step)
                original_at.append(at)
            behind -= width - 1
            continue
        if folded_at[-1] == at - behind:
            original_at[-1] = at + 1
        else:
            folded_at.append(at - behind)
            original_at.append(at + 1)
        behind += 1
    return folded_at, original_at


def fold(text: str) -> Folded:
    """The text in standard spelling, with its offsets; «الطّائراتُ المُسيَّرة» is read as «الطائرات المسيره»."""
    folded = fold_word(text)
    if len(folded) == len(text) and not _UNEVEN.search(text):
        return Folded(text, folded, _UNMOVED, _UNMOVED)
    return Folded(text, folded, *_corners(text))


def fold_word(word: str) -> str:
    """The folded text alone: for lexicon entries and names, which need no way back."""
    if len(word) < _WORD:
        return word.translate(_TABLE) if _FOLDED.search(word) else word
    if _RARE.search(word):
        return word.translate(_TABLE)
    for char, plain in _FREQUENT:
        if char in word:
            word = word.replace(char, plain)
    return word
