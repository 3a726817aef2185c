"""Who speaks in reports: outlets, agencies, monitors, ministries, and the generic nouns for speakers.

Names are in standard spelling; the reader folds them. `affiliation` is an actor's id, so that a party's own
account is told from a third's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from waqai.reference.actors.rows import Row, read_rows

FOLDER = Path(__file__).parent / "registry"


class Kind(Enum):
    """What a source is (design, section 2)."""

    OUTLET = "outlet"
    AGENCY = "agency"
    MINISTRY = "ministry"
    MONITOR = "monitor"
    ARMED_ACTOR = "armed actor"
    OFFICIAL = "official"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Source:
    """One source by name."""

    id: str
    english: str
    kind: Kind
    country: str | None
    affiliation: str | None
    """Id of the actor it belongs to or speaks for; None for the independent and the unknown."""
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    contextual: tuple[str, ...]
    """Short names that are also words (المرصد, الحدث): they hold only beside a verb of speech, or after
    the full name."""
    people: tuple[str, ...]
    """Public heads and spokespersons, who speak for it."""
    domains: tuple[str, ...]
    wikidata: str | None
    reliability: str = "F"
    """A letter of the Admiralty scale, A to F; F, cannot be judged, where the register gives none."""

    def wordings(self) -> Iterator[str]:
        """Every wording that is this source, contextual ones and people included."""
        yield from self.names
        yield from self.abbreviations
        yield from self.contextual
        yield from self.people


KEYS = frozenset(
    [
        "id",
        "english",
        "kind",
        "country",
        "affiliation",
        "names",
        "abbreviations",
        "contextual",
        "people",
        "domains",
        "wikidata",
        "reliability",
    ]
)


@cache
def load(folder: Path = FOLDER) -> Mapping[str, Source]:
    """All sources by id, checked: ids, names and domains stand once."""
    sources: dict[str, Source] = {}
    owners: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        for row in read_rows(path, KEYS):
            source = _source(row)
            if source.id in sources:
                raise row.error(f"id {source.id!r} stands twice", "id")
            sources[source.id] = source
            for wording in (*source.wordings(), *source.domains):
                if wording in owners:
                    raise row.error(f"{wording!r} is a name of {owners[wording]} already")
                owners[wording] = source.id
    return MappingProxyType(sources)


def _source(row: Row) -> Source:
    kind = row.text("kind")
    if kind not in Kind._value2member_map_:
        raise row.error(f"kind {kind!r} is none of {', '.join(one.value for one in Kind)}", "kind")
    letter = row.optional("reliability") or "F"
    if letter not in set("ABCDEF"):
        raise row.error(f"reliability {letter!r} is none of A, B, C, D, E, F", "reliability")
    return Source(
        id=row.text("id"),
        english=row.text("english"),
        kind=Kind(kind),
        country=row.optional("country"),
        affiliation=row.optional("affiliation"),
        names=row.texts("names"),
        abbreviations=row.texts("abbreviations"),
        contextual=row.texts("contextual"),
        people=row.texts("people"),
        domains=row.texts("domains"),
        wikidata=row.optional("wikidata"),
        reliability=letter,
    )
