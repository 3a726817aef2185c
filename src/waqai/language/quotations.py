"""Which words of a text are somebody's own words, or a name set in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_OPENERS = {"«": "»", "‹": "›"}
_CLOSERS = {closer: opener for opener, closer in _OPENERS.items()}
_STRAIGHT = '"＂'
_MARK = re.compile('[«»‹›“”„‟〝〞"＂\n]')
_LEANS_LEFT = " \n.,،؛:!؟)]»›"
"""What stands after a mark that closes."""
_LEANS_RIGHT = " \n([«‹"
"""What stands before a mark that opens; a proclitic may, too: «بـ”قسد”»."""


class _Paragraph:
    """The marks of one paragraph, walked once from left to right: long lines cost no more than short ones."""

    def __init__(self, text: str, start: int, end: int, marks: Sequence[int]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.marks = marks
        self.last = {self._family(mark): mark for mark in marks}
        doubles = sum(text[mark] not in _OPENERS and text[mark] not in _CLOSERS for mark in marks)
        self.balanced = doubles % 2 == 0

    def _family(self, mark: int) -> str:
        glyph = self.text[mark]
        if glyph in _OPENERS or glyph in _CLOSERS:
            return glyph
        return '"' if glyph in _STRAIGHT else "”"

    def _closes(self, mark: int) -> bool:
        """By its neighbours alone: no blank before the mark, a blank or a stop after it."""
        after = self.text[mark + 1] if mark + 1 < self.end else "\n"
        before = self.text[mark - 1] if mark > self.start else "\n"
        return after in _LEANS_LEFT and before not in _LEANS_RIGHT

    def quoted(self) -> list[tuple[int, int]]:
        """The outermost quotations, without their marks."""
        spans: list[tuple[int, int]] = []
        at, free = 0, self.start
        while at < len(self.marks):
            mark = self.marks[at]
            if self._stray(mark):
                # The end of a quotation that began in an earlier paragraph.
                start, end, at = free, mark, at + 1
            else:
                closer = self._closer(at)
                start, end = mark + 1, self.marks[closer] if closer < len(self.marks) else self.end
                at = closer + 1
            free = end + 1
            if self.text[start:end].strip():
                spans.append((start, end))
        return spans

    def _stray(self, mark: int) -> bool:
        """Whether a mark met outside any quotation closes one all the same."""
        glyph = self.text[mark]
        if glyph in _OPENERS:
            return False
        if glyph in _CLOSERS:
            # »قسد« is a pair, too, where a page was turned around.
            return self._closes(mark) or self.last.get(_CLOSERS[glyph], -1) < mark
        return not self.balanced and self._closes(mark)

    def _closer(self, at: int) -> int:
        """The place in `marks` of the one that closes the quotation opened there, or their number if none."""
        opened = self._family(self.marks[at])
        if opened in _OPENERS:
            return self._nested(at, _OPENERS[opened])
        wanted = _CLOSERS.get(opened, opened)
        if self.last.get(wanted, -1) <= self.marks[at] and opened not in _CLOSERS:
            # “... opened one way and closed another: any double mark will do.
            wanted = "”" if opened == '"' else '"'
        for place in range(at + 1, len(self.marks)):
            if self._family(self.marks[place]) == wanted:
                return place
        return len(self.marks)

    def _nested(self, at: int, closer: str) -> int:
        """As `_closer`, for «», which may stand inside each other: «قال «نعم» ومضى»."""
        opener, depth = _CLOSERS[closer], 0
        for place in range(at, len(self.marks)):
            glyph = self.text[self.marks[place]]
            depth += (glyph == opener) - (glyph == closer)
            if depth == 0:
                return place
        return len(self.marks)


@lru_cache(maxsize=2)
def quotations(folded_text: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of the quoted words, without the marks; in order, disjoint, the outermost ones only.

    A quotation ends with its paragraph, whether its closing mark was printed or not; one whose opening mark
    is missing begins with the paragraph or after the quotation before it.
    """
    spans: list[tuple[int, int]] = []
    start, marks = 0, list[int]()
    for match in _MARK.finditer(folded_text):
        if match[0] != "\n":
            marks.append(match.start())
            continue
        if marks:
            spans += _Paragraph(folded_text, start, match.start(), marks).quoted()
            marks = []
        start = match.end()
    if marks:
        spans += _Paragraph(folded_text, start, len(folded_text), marks).quoted()
    return tuple(spans)
