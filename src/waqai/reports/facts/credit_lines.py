"""What a text says of itself in lines of its own: its date, its writer, the agencies it is credited to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waqai.reports.facts.arabic_dates import day_of, time_of, without_date
from waqai.reports.furniture import MARKS, PARAGRAPH
from waqai.reports.model import Metadata

# Agencies as newsrooms credit them, the short forms with or without points («أ.ف.ب», «ا ف ب»).
_AGENCIES = (
    r"[أا][\s.]{0,2}ف[\s.]{0,2}ب",
    r"(?:وكالة )?(?:فرانس برس|الصحافة الفرنسية)",
    r"رويترز",
    r"[أا]سوشي{1,2}تد برس",
    r"[أا][\s.]{0,2}ب(?![\w])",
    r"د[\s.]{0,2}ب[\s.]{0,2}[أا]",
    r"(?:وكالة )?ال[أا]ناضول",
    r"سانا|واع|وفا|بترا|كونا|واس|وام|سب[أا]|لانا|سونا|وال",
    r"شينخوا|سبوتنيك|نوفوستي|تاس|[إا]رنا|تسنيم|فارس|مهر",
    r"[أا][\s.]{0,2}ش[\s.]{0,2}[أا]",
    r"(?:ال)?وكالات",
    r"(?:وكالة )?(?:الأنباء )?الألمانية",
)
_AGENCY = "|".join(_AGENCIES)
_END = r"(?![\w])"
_CREDIT = re.compile(
    rf"^\W{{0,4}}(?:المصدر|المصادر|مصدر الخبر|نقلا عن|وكالات|بالاتفاق مع)?\W{{0,4}}((?:{_AGENCY}){_END}"
    rf"(?:\s{{0,2}}[-–—،,/+|و]{{1,2}}\s{{0,2}}(?:{_AGENCY}){_END}){{0,4}})\W{{0,4}}$"
)
_SOURCE = re.compile(r"^\W{0,4}(?:المصدر|المصادر|مصدر الخبر|نقلا عن)(?:\s{0,2}:\s{0,3}|\s{1,3})(\S.{1,60})$")
_DATELINE = re.compile(
    rf"^[^\W\d]{{2,14}}(?:\s[^\W\d]{{2,14}})?\s{{0,2}}[-–—/(]\s{{0,2}}((?:{_AGENCY}){_END})\s{{0,2}}[)\-–—:]"
)
_APART = re.compile(r"\s{0,3}(?:[-–—،,/+|]|\bو(?=ال))\s{0,3}")
_BYLINE = re.compile(
    r"^\W{0,4}(?:كتب(?:ت)?|بقلم|[إا]عداد|تقرير|مراسلنا|المحرر|الكاتب)\s{0,2}[:\-–]\s{0,3}([^\W\d][^:]{2,60})$"
)
_STAMP = re.compile(
    r"^\W{0,4}(?:تاريخ (?:النشر|الخبر)|(?:تم ال)?نشر(?:ت)?(?: في| بتاريخ| يوم)?|[آا]خر تحديث|بتاريخ|التاريخ)\b"
)
_WEEKDAY = re.compile(r"(?:ال)?(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)")
_UPDATE = re.compile(r"^\W{0,4}[آا]خر تحديث")
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEAD = 12  # lines in which a page may print its date and writer before it begins to tell
_FOOT = 8


def of_lines(text: str) -> Metadata:
    """What the short lines at the head and the foot of the text say; nothing from told paragraphs."""
    lines = [MARKS.sub("", line).strip() for line in text[:20_000].split("\n") + text[-4_000:].split("\n")]
    lines = [line for line in lines if line]
    head: list[str] = []
    for line in lines[:_HEAD]:
        head.append(line)
        if len(line.split()) >= 2 * PARAGRAPH:
            break
    short = [line for line in [*head, *lines[-_FOOT:]] if len(line.split()) < PARAGRAPH]
    dated = _dated([line for line in head if len(line.split()) < PARAGRAPH])
    byline = next((found[1].strip() for line in short if (found := _BYLINE.match(line))), None)
    return Metadata(byline=byline, published=dated.published, time=dated.time, agencies=_agencies(head, short))


def _dated(lines: Sequence[str]) -> Metadata:
    """The date line: stamped as such, or hardly more than a date; an update's date only where there is no other."""
    stamped = [line for line in lines if _STAMP.match(line) and not _UPDATE.match(line)]
    bare = [line for line in lines if _is_bare(line) and not _UPDATE.match(line)]
    updated = [line for line in lines if _UPDATE.match(line)]
    for line in [*stamped, *bare, *updated]:
        day = day_of(line)
        if day is not None:
            return Metadata(published=day, time=time_of(line, day))
    return Metadata()


def _is_bare(line: str) -> bool:
    """Whether the line is a date, with the weekday and clock, and a place at most («دمشق - الخميس 8 تموز 2021»)."""
    rest = _WORD.findall(_WEEKDAY.sub("", without_date(line)))
    return len(rest) <= 2


def _agencies(head: Sequence[str], short: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for line in short:
        credit = _CREDIT.match(line)
        source = _SOURCE.match(line)
        if credit:
            found += _APART.split(credit[1])
        elif source and len(line.split()) <= 7:
            found += _APART.split(source[1])
    found += [dateline[1] for line in head if (dateline := _DATELINE.match(line))]
    return tuple(dict.fromkeys(name.strip(" .،,()") for name in found if name.strip(" .،,()")))
