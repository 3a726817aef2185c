"""The nouns of reading. Offsets are half-open and in the *folded* text; tokens are counted over the report.

Nothing here knows Arabic: kinds are the strings that topics declare in their lexicons and rules.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple

Part = tuple[str, "Mention"]


# Mentions, and what else a report makes by the hundred, are never changed once made, but not frozen either: that
# would make them take twenty times as long to make.
@dataclass(slots=True)
class Mention:
    """A stretch of text read as something.

    `start:end` leave out the proclitics written onto the first word; those are in `lead` («و», «ب», «وب» …).
    `first:last` are the tokens. `form` says which inflected form a word has («verb», «noun.dual» …).
    """

    kind: str
    value: Hashable
    start: int
    end: int
    first: int
    last: int
    rule: str
    form: str = ""
    lead: str = ""
    tail: str = ""
    parts: tuple[Part, ...] = field(default=(), compare=False)

    def __hash__(self) -> int:
        """By where it stands and what read it: the value, which tells few apart, may be large."""
        return hash((self.start, self.end, self.kind, self.rule))

    def part(self, role: str) -> Mention | None:
        """The part that fills `role`, if any."""
        for name, mention in self.parts:
            if name == role:
                return mention
        return None


class Count(NamedTuple):
    """How many: exact where low = high, open above where high is None (codebook, section 8)."""

    low: int
    high: int | None
    vague: str = ""


class Casualty(NamedTuple):
    """A casualty figure: kind is killed, injured, captured or missing."""

    kind: str
    count: Count  # type: ignore[assignment]  # the field hides tuple.count, which nobody wants here
    total: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of one word of a lexicon: what it means and how it may be written."""

    kind: str
    value: Hashable
    form: str
    rule: str
    lead: str = "noun"
    tail: int = 0
    inner: str = ""


@dataclass(slots=True)
class EventMention:
    """An act as one clause tells it: trigger and arguments by role, with polarity and modality."""

    act: str
    trigger: Mention
    arguments: tuple[Part, ...]
    rule: str
    polarity: str = "affirmed"
    modality: str = "happened"
    roles: dict[str, tuple[Mention, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The arguments are at hand by role: they are asked for fifty times."""
        self.roles = {}
        for role, mention in self.arguments:
            self.roles[role] = (*self.roles.get(role, ()), mention)

    def __hash__(self) -> int:
        """By its trigger, which few others have."""
        return hash((self.act, self.trigger.start))

    def of(self, role: str) -> tuple[Mention, ...]:
        """All mentions that fill `role`, in the order of the text."""
        return self.roles.get(role, ())


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence as read: its mentions, its events, and what no frame used."""

    start: int
    end: int
    first: int
    last: int
    mentions: tuple[Mention, ...]
    events: tuple[EventMention, ...]
    remainder: tuple[Mention, ...]
