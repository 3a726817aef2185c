"""An incident as lists and maps show it: a card, with what it can be found by."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of an incident: as told, in English if known, the wider place, where it lies.

    `precision` is the codebook's 1 to 5; `kind` is site or origin; `id` is the gazetteer's, or None.
    """

    name: str
    precision: int
    kind: str = "site"
    id: str | None = None
    english: str | None = None
    area: str | None = None
    area_english: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A party: the codebook's id, or None, and the words of a report; `stance` where somebody does not just say it."""

    actor: str | None
    words: str
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One incident on one line: what a list, a dot and a tool tip need, and nothing that must be looked up."""

    id: str
    event_type: str
    sub_event_type: str
    start: str | None
    end: str | None
    date_precision: str
    spots: tuple[Spot, ...] = ()
    by: tuple[Side, ...] = ()
    on: tuple[Side, ...] = ()
    killed: Range = (None, None, None)
    injured: Range = (None, None, None)
    outcome: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    sources: int = 1
    differ: tuple[str, ...] = ()
    grade: str = "weak"
    background: bool = False
    reviewed: bool = False
    published: str | None = None

    @property
    def site(self) -> Spot | None:
        """The place to show first: the finest that lies somewhere, else the first named."""
        sites = [spot for spot in self.spots if spot.kind == "site"]
        placed = [spot for spot in sites if spot.lat is not None]
        return min(placed, key=lambda spot: spot.precision, default=sites[0] if sites else None)
