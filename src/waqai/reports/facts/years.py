"""Which days a report of the web can be from."""

from __future__ import annotations

from datetime import date

FIRST, LAST = 1990, 2100  # before the first Arabic news sites; after any file of ours


def plausible(day: date) -> bool:
    """Whether a report can be of that day."""
    return FIRST <= day.year <= LAST
