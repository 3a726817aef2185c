"""What comes in and what becomes of it: each input has one of five endings, so that a run's numbers add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from waqai.reports.content import Content
from waqai.reports.model import Metadata, Report


class Ending(StrEnum):
    """The five things that can happen to an input; nothing else can."""

    NEW = "new"
    KNOWN = "known"
    NEW_VERSION = "new version"
    SET_ASIDE = "set aside"
    QUARANTINED = "quarantined"


READ = frozenset({Ending.NEW, Ending.NEW_VERSION})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one input ended, with the line that says so (empty when there is nothing to say)."""

    name: str
    ending: Ending
    line: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said of the files: the columns of tables by field, the encoding of all texts."""

    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Something to read: a file, or one thing in a file, with what its holder says of it.

    `where` tells people the place (`feed.xml, item 3`), `suffix` is what its name claims to be, `series`
    names the article through all its versions, `depth` counts the holders around it.
    """

    name: str
    where: str
    content: Content
    suffix: str = ""
    known: Metadata = field(default_factory=Metadata)
    series: str | None = None
    wishes: Wishes = field(default_factory=Wishes)
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report as it came in: its raw bytes, never altered, and a note if its form needs one."""

    report: Report
    raw: bytes
    note: str = ""
    where: str = ""
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that gave no report: why, and its bytes (None where they are too many to be kept)."""

    item: Item
    ending: Ending
    reason: str
    raw: bytes | None = None


class SetAsideError(Exception):
    """An input that is no Arabic report; the message says why, and what to do about it."""


class QuarantineError(Exception):
    """An input that may be a report and could not be read; the message says why."""
