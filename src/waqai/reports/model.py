"""What a report is: one published text, with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report apart from its text; what is unknown is None, never guessed.

    `published` is the day as it was printed; `time` the moment, with its zone where one was printed, else
    without. `agencies` are those credited for the text, as written («أ ف ب»).
    """

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None
    time: datetime | None = None
    agencies: tuple[str, ...] = ()

    def filled(self, other: Metadata) -> Metadata:
        """What this knows, and what it does not know taken from the other. A day comes with its own time only."""
        dated = self if self.published else other
        return Metadata(
            outlet=self.outlet or other.outlet,
            title=self.title or other.title,
            byline=self.byline or other.byline,
            url=self.url or other.url,
            published=dated.published,
            time=dated.time or (other.time if other.published == dated.published else None),
            agencies=self.agencies or other.agencies,
        )


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
