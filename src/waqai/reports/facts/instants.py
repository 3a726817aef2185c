"""Moments of publication as machines and newsrooms write them; what does not parse is unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from waqai.reports.facts.arabic_dates import day_of, time_of
from waqai.reports.facts.years import plausible

_ISO = re.compile(r"\s{0,3}(\d{4})-(\d{1,2})-(\d{1,2})")
_ISO_TIME = re.compile(
    r"\s{0,3}(\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s{0,3}$",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"\s{0,3}(\d{4})(\d{2})(\d{2})(?:\D|$|\d{4,6}$)")
_RFC_822 = re.compile(r"\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d{1,2}:\d{2}")


@dataclass(frozen=True, slots=True)
class Instant:
    """A day as printed, and the moment (aware only where a zone was printed) if a time was."""

    day: date
    time: datetime | None = None


def instant(written: str) -> Instant | None:
    """The moment that was written; None where it is none, or in a year that no web page is from."""
    written = written.strip()[:120]
    found = _iso(written) or _mail(written) or _arabic(written)
    return found if found is not None and plausible(found.day) else None


def from_unix(seconds: float | str) -> Instant | None:
    """The moment of a Unix time, in UTC."""
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(float(seconds)))
    except (ValueError, OverflowError):
        return None
    return Instant(moment.date(), moment) if plausible(moment.date()) else None


def _iso(written: str) -> Instant | None:
    timed = _ISO_TIME.match(written)
    if timed:
        zone = (timed[3] or "").upper()
        zone = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone
        try:
            moment = datetime.fromisoformat(f"{timed[1]}T{timed[2]}{zone}")
        except ValueError:
            return None
        return Instant(moment.date(), moment)
    found = _ISO.match(written) or _COMPACT.match(written)
    return _instant(*map(int, found.groups()[:3])) if found else None


def _instant(year: int, month: int, day: int) -> Instant | None:
    try:
        return Instant(date(year, month, day))
    except ValueError:
        return None


def _mail(written: str) -> Instant | None:
    """A date as mail and RSS have it: Thu, 06 Jan 2022 10:30:00 +0300."""
    if not _RFC_822.search(written):
        return None
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Instant(moment.date(), moment)


def _arabic(written: str) -> Instant | None:
    day = day_of(written)
    return None if day is None else Instant(day, time_of(written, day))
