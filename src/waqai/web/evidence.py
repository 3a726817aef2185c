"""A report's text cut where marks begin and end, so that each stretch knows the values it is the words of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

_AROUND = 1  # paragraphs shown on either side of a marked one


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text (half-open, code points), what kind of words it is, and the value it leads to."""

    start: int
    end: int
    kind: str
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line under the same marks; `first` are the marks that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    first: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of its marks, as classes."""
        return " ".join(dict.fromkeys(f"k-{mark.kind}" for mark in self.marks))

    @property
    def inner(self) -> Mark:
        """The shortest of its marks: the one that a click means."""
        return min(self.marks, key=lambda mark: mark.end - mark.start)

    @property
    def title(self) -> str:
        """What its marks say, one after the other."""
        return " · ".join(dict.fromkeys(mark.title for mark in self.marks if mark.title))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text; `near` where it is marked or stands beside a marked one."""

    pieces: tuple[Piece, ...]
    marked: bool
    near: bool


def paragraphs(text: str, marks: Sequence[Mark]) -> list[Paragraph]:
    """The lines of the text that hold something, each cut at its marks."""
    lines = [(start, end) for start, end in _lines(text) if text[start:end].strip()]
    cut = [_pieces(text, start, end, marks) for start, end in lines]
    has = [any(piece.marks for piece in pieces) for pieces in cut]
    out = []
    for number, pieces in enumerate(cut):
        around = has[max(0, number - _AROUND) : number + _AROUND + 1]
        out.append(Paragraph(tuple(pieces), has[number], any(around)))
    return out


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in here:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    order = sorted(cuts)
    out = []
    for one, two in pairwise(order):
        over = tuple(mark for mark in here if mark.start <= one and mark.end >= two)
        first = tuple(mark for mark in over if mark.start == one)
        out.append(Piece(text[one:two], over, first))
    return out


def outside(text: object) -> Markup:
    """Text from outside, escaped and held apart; what is invisible in it is shown and cannot move its neighbours."""
    return Markup("<bdi>{}</bdi>").format(shown(text))


def shown(text: object) -> Markup:
    """The same without the element around it, for where one stands already."""
    if str(text or "").isprintable():
        return Markup.escape(text or "")
    out = []
    plain: list[str] = []
    for char in str(text or ""):
        if _is_invisible(char):
            out += [Markup.escape("".join(plain)), _badge(char)]
            plain = []
        else:
            plain.append(char)
    out.append(Markup.escape("".join(plain)))
    return Markup("").join(out)


def bare(text: object) -> str:
    """Text from outside for an attribute or a title: without what is invisible."""
    return "".join(char for char in str(text or "") if not _is_invisible(char))


def _is_invisible(char: str) -> bool:
    """Control and format characters, which can turn a line around or hide in it; a line break is none."""
    return char not in "\n\t" and unicodedata.category(char) in {"Cf", "Cc", "Cs", "Co", "Zl", "Zp"}


def _badge(char: str) -> Markup:
    code = f"U+{ord(char):04X}"
    return Markup('<span class="invisible" title="{}" aria-hidden="true">·</span>').format(code)
