"""The nouns of the record across reports: judgement, incident, link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waqai.claims.model import ReportedEvent


@dataclass(frozen=True, slots=True)
class Telling:
    """One reported event and where it is told.

    `key` is "report-name/event-id"; `body` begins the hash of the report's bytes, `content` is a hash of these bytes
    and the trigger's place in them. Of an event at places far apart it is the part (number, of how many) at one of
    them (`parts.py`).
    """

    key: str
    report: str
    outlet: str | None
    title: str | None
    published: date | None
    event: ReportedEvent
    content: str
    part: tuple[int, int] = (1, 1)
    body: str = ""


class Verdict(StrEnum):
    """Whether two reported events are one act."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against, in words; `score` is 0..1 (or -1..1), `weight` how much it counts."""

    name: str
    score: float
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two reported events held against each other, by the rules or by a person."""

    left: str
    right: str
    verdict: Verdict
    features: tuple[Feature, ...]
    by: str = "rules"
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which the voices of an incident differ: each version with who says it.

    `kind` says in words how; `weight`, 0 to 1, how much it matters to what happened.
    """

    field: str
    versions: tuple[tuple[str, tuple[str, ...]], ...]
    kind: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Author:
    """Who is said to have done it: the codebook id if any, the words, how sure, who says so, and where."""

    actor: str | None
    words: str
    stance: str | None
    according_to: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source of an incident: its id or name, its kind, and the reports that rest on it.

    `reliability` is a letter of the Admiralty scale; F, cannot be judged, where neither the
    register nor a person says otherwise.
    """

    name: str
    kind: str
    reports: tuple[str, ...]
    reliability: str = "F"


@dataclass(frozen=True, slots=True)
class Incident:
    """An opinion about claims: the reported events held to be one act, nothing averaged, nothing hidden.

    `events` are "report-name/event-id" keys; `id` is permanent (WQ- and six letters or digits).
    `killed` and `injured` are low, best, high; `chosen_by` names, for a field, the rule that chose its value;
    `background` is true where no report tells it as its news; `status` is open, accepted or rejected, `status_by`
    who said so and why; `label` a word of Airwars for how well it is attested; `origins` are its independent
    sources; `copies` reports of one text, the earliest first; `credibility` a figure of the Admiralty scale,
    `graded_by` what it and the label were computed from.
    """

    id: str
    events: tuple[str, ...]
    reports: tuple[str, ...]
    event_type: str
    sub_event_type: str
    start: str | None
    end: str | None
    date_precision: str
    places: tuple[tuple[str, float | None, float | None], ...]
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    killed: tuple[int | None, int | None, int | None]
    injured: tuple[int | None, int | None, int | None]
    outcome: tuple[str, ...]
    voices: tuple[tuple[str, str, str], ...]
    disagreements: tuple[Disagreement, ...]
    authors: tuple[Author, ...] = ()
    damage: str = "unknown"
    background: bool = False
    chosen_by: tuple[tuple[str, str], ...] = ()
    status: str = "open"
    status_by: str = ""
    label: str = ""
    origins: tuple[Origin, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    credibility: str = "6"
    graded_by: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One incident answers another: stated with its quoted cue and who says so, or inferred with its rule.

    `words` are the cue, or of an inferred link its reason.
    """

    answer: str
    cause: str
    stated: bool
    words: str
    said_by: tuple[str, ...] = ()
    rule: str = ""
