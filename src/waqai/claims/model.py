"""The nouns of one report as it was understood: when, where, how many, who says so, and the event itself.

Terms are the codebook's (`docs/codebook.md`); every `Words` quotes the report letter for letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stance(StrEnum):
    """How a voice stands to what it is quoted on (codebook, section 7)."""

    ASSERTS = "asserts"
    SUSPECTS = "suspects"
    DENIES = "denies"
    CLAIMS_RESPONSIBILITY = "claims_responsibility"


class Precision(StrEnum):
    """How fine a date is (codebook, section 6)."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(slots=True, unsafe_hash=True)
class Words:
    """A stretch of the report: `text` is `report.text[start:end]`, offsets in code points; `rule` read it."""

    text: str
    start: int
    end: int
    rule: str = ""


@dataclass(slots=True, unsafe_hash=True)
class When:
    """Earliest to latest day (both included), no finer than the words; `words` is None for an inherited date."""

    earliest: date | None
    latest: date | None
    precision: Precision
    words: Words | None = None
    basis: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Where:
    """A place as named: candidates by gazetteer id, the chosen one if any, its role and the wider place given.

    `area` is the smallest place that holds all candidates where none is chosen; `reasons` say why it is so.
    """

    words: Words
    role: str = "site"
    within: Words | None = None
    candidates: tuple[str, ...] = ()
    chosen: str | None = None
    precision: int = 1
    inherited: bool = False
    area: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class Party:
    """An initiator or a target; `actor` is a codebook id or None; stance and speaker only for initiators."""

    words: Words
    actor: str | None = None
    according_to: Words | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon by class, and how many of it were used, if the report says so (codebook, section 8)."""

    words: Words
    weapon_class: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """One casualty figure: low to high (None: open), of a group, by a voice (None: the outlet's own)."""

    kind: str
    low: int
    high: int | None
    words: Words
    group: Words | None = None
    according_to: Words | None = None


@dataclass(slots=True, unsafe_hash=True)
class Voice:
    """Who, inside the report, is given as saying that the event happened, and with what stance."""

    words: Words
    stance: Stance
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in the report that cannot be right, kept as it is and pointed at, never mended."""

    name: str
    detail: str
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """One act as one report tells it: its mentions joined, what is said of it, and in which words."""

    id: str
    event_type: str
    sub_event_type: str
    trigger: Words
    when: When
    background: bool = False
    places: tuple[Where, ...] = ()
    geo_precision: int | None = None
    initiators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    casualties: tuple[Toll, ...] = ()
    damage: str = "unknown"
    damage_words: Words | None = None
    outcome: tuple[str, ...] = ()
    outcome_words: tuple[Words, ...] = ()
    voices: tuple[Voice, ...] = ()
    responds_to: tuple[str, ...] = ()
    response_words: Words | None = None
    mentions: tuple[Words, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """A total or an ordinal that the report states over many acts (codebook, section 9).

    `by` and `against` are the codebook's ids of those whose acts are counted and of whom these hit; empty where the
    report does not say.
    """

    words: Words
    count: int
    approximate: bool
    what: str
    place: str | None = None
    since: date | None = None
    until: date | None = None
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class Claim:
    """A statement row: what one voice says of one property of one event, in which words, read by which rule."""

    id: str
    report: str
    event: str
    property: str
    value: str
    words: Words | None
    speaker: tuple[str, ...]
    stance: Stance
    rule: str
    reader: str


@dataclass(frozen=True, slots=True)
class Account:
    """Everything read from one report: its events, its tallies, its claims, and what was set aside."""

    report: str
    name: str
    outlet: str | None
    title: str | None
    published: date | None
    events: tuple[ReportedEvent, ...]
    tallies: tuple[Tally, ...] = ()
    claims: tuple[Claim, ...] = ()
    furniture: tuple[Words, ...] = ()
    flags: tuple[Flag, ...] = ()
