"""What of a page is not the report: menus, «read also», pleas to subscribe, repeated titles, teasers.

Nothing is deleted: furniture is a list of spans of the text, with the reason, and stays in the report.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# A line that opens a list of other articles: what follows it is furniture to the end, or to a full paragraph.
LISTS = re.compile(
    r"^\W*(?:[إا]?قر[أا](?:وا)? [أا]يضا|شاهد(?:وا)? [أا]يضا|طالع [أا]يضا|اقر[أا] المزيد|"
    r"(?:مقالات|مواضيع|[أا]خبار|موضوعات|مواد|تقارير) (?:ذات صل[ةه]|مشابه[ةه]|متعلق[ةه]|مرتبط[ةه]|[أا]خرى)|"
    r"قد يهمك|ربما يعجبك|ال[أا]كثر (?:قراء[ةه]|مشاهد[ةه]|تداولا)|[آا]خر ال[أا]خبار|related (?:posts|articles)|"
    r"اترك (?:تعليق|رد)|التعليقات|leave a (?:reply|comment)|comments?\b|المزيد من|مختارات)",
    re.IGNORECASE,
)
SINGLE = re.compile(
    r"^\W*(?:مشارك[ةه]|شارك|انشر|تابعونا|تابعنا|اشترك|لم تشترك|[أا]نش[ئي] حساب|سجل|تسجيل الدخول|جميع الحقوق|حقوق النشر|"
    r"all rights|copyright|share|tweet|facebook|twitter|whatsapp|telegram|email|print|طباع[ةه]|نسخ الرابط|رابط|"
    r"previous post|next post|المقال (?:السابق|التالي)|السابق|التالي|الرئيسي[ةه]$|ال[أا]قسام|الصفح[ةه] الرئيسي[ةه]|"
    r"تحرير\s*:|كتب\s*:|المصدر\s*:|الكلمات (?:المفتاحي[ةه]|الدلالي[ةه])|كلمات مفتاحي[ةه]|وسوم|تصنيف|tags?\b|"
    r"هاشتاغ|انضم|حمّ?ل (?:ال)?تطبيق|اضغط هنا|صور[ةه] [أا]رشيفي[ةه]|[أا]رشيف|\d+ (?:views|comments|تعليق|مشاهد[ةه]))",
    re.IGNORECASE,
)
# «رابط الخبر بصحيفة …: العنوان» behind the last sentence of a paragraph: the headline once more.
LINK = re.compile(r"(?<=[.!؟?»”\"\s])رابط (?:الخبر|المقال|التقرير|الموضوع)\s*(?:ب|في|على|من|:)[^\n]*")
LETTERS = re.compile(r"[^\W\d_]")
ENDED = re.compile(r"[.!؟?:»”\"]\s*$")
STOPS = '.،؛؟!:«»”“"'
PARAGRAPH = 14  # words: a line as long as this is told text, not a headline
HEADLINES = 3
RUN = 8  # words in a row that a pulled quotation shares with the sentence it was pulled from
HEADING = 5  # words: «مقالات ذات صلة» and the like


class Furniture(NamedTuple):
    """A stretch of the report's text (half-open, code points) that is set aside, and why."""

    start: int
    end: int
    reason: str


class Line(NamedTuple):
    """One line of the text with its offsets."""

    start: int
    end: int
    text: str
    words: int


def furniture(text: str) -> tuple[Furniture, ...]:
    """The lines that are no part of the report, in the order of the text."""
    lines = list(_judged(list(_lines(text))))
    links = [Furniture(*m.span(), "link to the report") for m in LINK.finditer(text)]
    inside = [one for one in links if not any(line.start <= one.start < line.end for line in lines)]
    return tuple(sorted((*lines, *inside)))


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        plain = MARKS.sub("", raw).strip()
        if plain:
            yield Line(start, start + len(raw), plain, len(plain.split()))
        start += len(raw) + 1


def _judged(lines: list[Line]) -> Iterator[Furniture]:
    seen: set[str] = set()
    listing = False
    told = False
    tail = _tail(lines)
    for line in lines:
        reason = _reason(line, seen, told=told) or ("pulled quotation" if told and _is_pulled(line, lines) else None)
        if LISTS.match(line.text):
            # «قد يهمك: …» with a headline on the same line is one link; alone it opens a list of them
            listing, reason = listing or line.words <= HEADING, "other articles"
        elif (listing and (line.words < PARAGRAPH or not _is_ended(line))) or line.start >= tail:
            reason = reason or "other articles"
        elif listing:
            listing = line.words < 2 * PARAGRAPH and _heads(lines)
            reason = "other articles" if listing else reason
        told = told or (reason is None and line.words >= PARAGRAPH)
        seen.add(line.text)
        if reason is not None:
            yield Furniture(line.start, line.end, reason)


def _is_ended(line: Line) -> bool:
    return bool(ENDED.search(line.text)) and not line.text.endswith(("…", "..."))


def _tail(lines: list[Line]) -> int:
    """Where the headlines under the report begin: three lines or more after its last full sentence, none ended."""
    ended = [line for line in lines if line.words > HEADING and _is_ended(line)]
    after = [line for line in lines if ended and line.start > ended[-1].start]
    long = [line for line in lines if line.words >= PARAGRAPH and line not in after]
    usual = len(ended) >= 2 and len([line for line in long if not _is_ended(line)]) <= len(ended) // 2
    if not usual or len(after) < HEADLINES or any(line.words > 2 * PARAGRAPH for line in after):
        return sys.maxsize
    return after[0].start


def _is_pulled(line: Line, lines: list[Line]) -> bool:
    """Whether a line without a full stop says in large letters what a longer one says in the text."""
    if ENDED.search(line.text) or not RUN <= line.words <= 2 * PARAGRAPH:
        return False
    words = line.text.split()
    for other in lines:
        if other.words <= line.words or other.start == line.start or not _is_ended(other):
            continue
        theirs = [word.strip(STOPS) for word in other.text.split()]
        known = set(theirs)
        if sum(word in known for word in words) >= 0.75 * len(words) and _run(words, theirs) >= max(
            RUN, len(words) // 2
        ):
            return True
    return False


def _run(words: list[str], others: list[str]) -> int:
    """How many words in a row stand in both."""
    best = 0
    row = [0] * (len(others) + 1)
    for word in words:
        row = [0, *(row[i] + 1 if word == other else 0 for i, other in enumerate(others))]
        best = max(best, *row)
    return best


def _heads(lines: list[Line]) -> bool:
    """Whether the page has told paragraphs enough, so that a list at its foot may hold longer lines."""
    return sum(line.words >= PARAGRAPH for line in lines) >= 3


def _reason(line: Line, seen: set[str], *, told: bool) -> str | None:
    if line.text in seen:
        return "repeated"
    if SINGLE.match(line.text) and line.words < 3 * PARAGRAPH:
        return "page furniture"
    if not LETTERS.search(line.text):
        return "no words"
    if line.text.endswith(("…", "[…]")) and told and line.words < 3 * PARAGRAPH:
        return "teaser"
    if line.words <= 3 and not ENDED.search(line.text):
        return "menu"
    return None


def without(text: str, spans: tuple[Furniture, ...]) -> str:
    """The text with furniture blanked, so that all offsets stay."""
    for start, end, _ in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
