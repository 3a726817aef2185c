"""Where sentences end: at full stops that are full stops, and at line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waqai.language.quotations import quotations

# A run of stops with the marks that close after it; a blank before » or ) is sloppy typing, not a sentence.
_STOP = re.compile(r"(?P<stop>[.!?؟؛…]++)(?P<close>(?:[”“\"'’\]]| ?[»›)])*+)|\n")
_ARABIC_WORD = re.compile(r"[\u0620-\u064a\u0671-\u06d3]{3}")
_BEFORE_GLUED = re.compile(r"(?:[\u0620-\u064a\u0671-\u06d3]{3}|[»”“\"])$")
_BRACKETS = re.compile(r"\([^()\n]{1,100}\)")
_WORD = re.compile(r"\w")

# «د. سالم», «أ.ف.ب», «ص. 5», «ود. خالد»: one letter with nothing but a blank, a dot or a bracket before it.
_INITIAL = re.compile(r"(?:^|[\s.(«“”\"/-])(?:[^\W\d_]|[وفبل]د|وم)$")
# «أ ف ب»: letters set apart by blanks, whose stop is a stop.
_SPACED = re.compile(r"(?:^|\s)[^\W\d_]\s[^\W\d_]$")
# «عام 2011 م. وقال»: after a year the era's letter may end a sentence, and does if the next one joins on.
_ERA = re.compile(r"[0-9] ?[مه]$")
_JOINS_ON = re.compile(r"\s{1,40}[وف]\w{2}")
# «قتيلان بغارة في عيترون... و«الحزب» يقصف ثكنة»: dots before «و» part what a headline tells.
_AND = re.compile(r"\s{1,40}و[«\w]")
_ITEM = re.compile(r"\s{0,12}(?:[0-9]{1,2}|[^\W\d_])$")

_SHORT_QUOTATION = 80
_LOOK_BACK = 12


def _protected(text: str) -> Iterator[tuple[int, int]]:
    """Short quotations, and short brackets with their marks, in order: they stay whole."""
    short = [span for span in quotations(text) if span[1] - span[0] <= _SHORT_QUOTATION]
    brackets = [(match.start(), match.end() + 1) for match in _BRACKETS.finditer(text)]
    yield from sorted(short + brackets)


def _abbreviates(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the letters before it, in a sentence begun at `start`."""
    before = text[max(start, stop - _LOOK_BACK) : stop]
    if stop - start <= _LOOK_BACK and _ITEM.match(before):
        return True
    if _ERA.search(before):
        return before[-2] == " " and not _JOINS_ON.match(text, stop + 1)
    return bool(_INITIAL.search(before)) and not _SPACED.search(before)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence begun at `start` ends with these stops, seen by what stands around them."""
    stops, closed, end = match["stop"], bool(match["close"]), match.end()
    if end == len(text) or text[end] == "\n":
        return True
    if stops == "…" or (len(stops) > 1 and not stops.strip(".…")):
        # «كنا ننتظر... ثم سقطت القذيفة»: dots are a pause, unless they end a quotation or «و» follows.
        return text[end].isspace() and (closed or bool(_AND.match(text, end)))
    if not text[end].isspace():
        # «انتهى الهجوم.وقال»: a blank was forgotten; «3.5», «أ.ف.ب» and «t.me» are something else.
        glued = _BEFORE_GLUED.search(text, max(start, match.start() - 3), match.start())
        return not closed and bool(glued and _ARABIC_WORD.match(text, end))
    return stops != "." or not _abbreviates(text, start, match.start())


def _stays_whole(text: str, match: re.Match[str], ended: int) -> bool:
    """Whether the stops leave a quotation or bracket, open up to `ended`, in the middle of its sentence.

    «سأل «متى ينتهي الحصار؟» ثم غادر» goes on after the question; a full stop ends the sentence around it.
    """
    end = match.end()
    return end < ended or (match["stop"] != "." and not _JOINS_ON.match(text, end))


def _boundaries(text: str) -> Iterator[int]:
    """Offsets after which a new sentence begins."""
    nowhere = (len(text), len(text))
    protected = _protected(text)
    begun, ended = next(protected, nowhere)
    start = 0
    for match in _STOP.finditer(text):
        at = match.start()
        while ended <= at and begun < len(text):
            begun, ended = next(protected, nowhere)
        if match["stop"]:
            if begun <= at < ended and _stays_whole(text, match, ended):
                continue
            if not _ends(text, start, match):
                continue
        start = match.end()
        yield start


def sentences(folded_text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences, in order and without the blanks around them.

    Every letter and digit is in one of them; lines without any (rulers, bullets) are in none.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (*_boundaries(folded_text), len(folded_text)):
        piece = folded_text[start:end]
        if _WORD.search(piece):
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, start + len(piece.rstrip())))
        start = end
    return spans
