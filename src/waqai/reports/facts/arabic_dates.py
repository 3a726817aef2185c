"""Dates with their year as Arabic pages print them: «الخميس 8 يوليو/تموز 2021 - 13:38», «٢٠٢١/٠٧/٠٨»."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from waqai.reports.facts.years import plausible

_MONTHS = (
    "يناير كانون_الثاني جانفي",
    "فبراير شباط فيفري",
    "مارس آذار اذار",
    "أبريل ابريل إبريل نيسان أفريل افريل",
    "مايو أيار ايار ماي",
    "يونيو حزيران جوان يونية",
    "يوليو تموز جويلية يوليوز يولية",
    "أغسطس اغسطس آب اب أوت اوت غشت",
    "سبتمبر أيلول ايلول شتنبر",
    "أكتوبر اكتوبر تشرين_الأول تشرين_الاول",
    "نوفمبر تشرين_الثاني نونبر",
    "ديسمبر كانون_الأول كانون_الاول دجنبر",
)
_NUMBER = {word.replace("_", " "): n for n, words in enumerate(_MONTHS, 1) for word in words.split()}
_MONTH = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s{1,3}") for word in _NUMBER), key=len, reverse=True))
_SECOND = rf"(?:\s{{0,2}}[/(\-]\s{{0,2}}(?:{_MONTH})\s{{0,2}}\)?)?"
_NAMED = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s{{0,3}}(?:من\s{{1,3}})?({_MONTH}){_SECOND}\s{{0,3}}[،,]?\s{{0,3}}(\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"({_MONTH}){_SECOND}\s{{0,3}}(\d{{1,2}})\s{{0,2}}[،,]?\s{{0,3}}(\d{{4}})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[/\-.]\s?(\d{1,2})\s?[/\-.]\s?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s?[/\-.]\s?(\d{1,2})\s?[/\-.]\s?(\d{4})(?!\d)")
_TIME = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])\s{0,2}(ص\b|م\b|صباحا|مساء|am\b|pm\b)?", re.IGNORECASE
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_MARKS = re.compile("[\u064b-\u065f\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_EVENING = frozenset({"م", "مساء", "pm"})


def day_of(written: str) -> date | None:
    """The first full date in the words; None where there is none or it cannot be."""
    found = _found(_plain(written))
    return found[0] if found else None


def without_date(written: str) -> str:
    """The words without their first full date and without clock times."""
    plain = _plain(written)
    found = _found(plain)
    if found:
        plain = plain[: found[1].start()] + " " + plain[found[1].end() :]
    return _TIME.sub(" ", plain)


def _found(plain: str) -> tuple[date | None, re.Match[str]] | None:
    for pattern, year, month, day in (
        (_NAMED, 3, 2, 1),
        (_MONTH_FIRST, 3, 1, 2),
        (_YEAR_FIRST, 1, 2, 3),
        (_DAY_FIRST, 3, 2, 1),
    ):
        found = pattern.search(plain)
        if found:
            return _day(found[year], found[month], found[day]), found
    return None


def _plain(written: str) -> str:
    return _MARKS.sub("", written).translate(_DIGITS)


def time_of(written: str, day: date) -> datetime | None:
    """The moment of that day by the clock in the words, without a zone; None where none is printed."""
    found = _TIME.search(_plain(written))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half in _EVENING else 0)
    return datetime.combine(day, time(hour, minute)) if hour < 24 and minute < 60 else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        number = int(month) if month.isdigit() else _NUMBER[" ".join(month.split())]
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if plausible(found) else None
