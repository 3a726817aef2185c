"""What became of each input: one of four endings and one clear line, so that a run's numbers add up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from waqai.reports.model import Report


class Ending(StrEnum):
    """The four things that can happen to an input; nothing else can."""

    READ = "read"
    KNOWN = "known"
    SET_ASIDE = "set aside"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one input ended, with the line that says so (empty when there is nothing to say)."""

    name: str
    ending: Ending
    line: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report as it came in: its raw bytes, never altered, and a note if its form needs one."""

    report: Report
    raw: bytes
    note: str = ""


class SetAsideError(Exception):
    """An input that is no Arabic report; the message says why, and what to do about it."""
