"""What a report is: one published text, with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report apart from its text; what is unknown is None, never guessed."""

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `id` is the SHA-256 of its raw bytes, `name` what people call it (file stem)."""

    id: str
    name: str
    text: str
    metadata: Metadata
    language: str = "ar"
    encoding: str = "utf-8"
    retrieved: datetime | None = None

    @property
    def published(self) -> date | None:
        """The publication day, or None where it is not known."""
        return self.metadata.published
