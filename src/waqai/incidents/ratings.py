"""How reliable a source is: the register's letter, or a person's; never computed, and kept apart from credibility.

The letters are those of the Admiralty scale: A reliable, B usually, C fairly, D not usually, E unreliable, F cannot be
judged. The register judges nobody unless whoever keeps it writes a letter there: without one a source is F.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from waqai.incidents.decisions import Act, Decision
from waqai.incidents.model import Incident, Origin
from waqai.reference import sources

LETTERS = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
UNJUDGED = "F"
Ratings = Mapping[str, Decision]


@dataclass(frozen=True, slots=True)
class Rated:
    """A source of a record: its id or name, kind and letter, who gave it, and what rests on it."""

    name: str
    kind: str
    reliability: str
    rated_by: str
    incidents: int
    reports: int


def ratings(decisions: Iterable[Decision]) -> Ratings:
    """The last word on each source that people rated."""
    return {str(one.field): one for one in decisions if one.act is Act.RATE}


def rate(incident: Incident, rated: Ratings) -> Incident:
    """The incident with the letters of its sources; a person's word outranks the register's."""
    if not rated:
        return incident
    return replace(incident, origins=tuple(_rated(one, rated) for one in incident.origins))


def registered(name: str) -> str:
    """The register's letter for the source of that id; F where it gives none or does not know it."""
    known = sources.load().get(name)
    return known.reliability if known is not None else UNJUDGED


def rated_sources(incidents: Sequence[Incident], rated: Ratings) -> tuple[Rated, ...]:
    """Every independent source of these incidents, those on which most rest first."""
    resting: dict[tuple[str, str], list[Origin]] = {}
    for one in incidents:
        for origin in one.origins:
            resting.setdefault((origin.name, origin.kind), []).append(origin)
    found = []
    for (name, kind), origins in resting.items():
        said = rated.get(name)
        by = f"{said.by}: {said.reason}" if said else "nobody" if registered(name) == UNJUDGED else "the register"
        reports = {report for origin in origins for report in origin.reports}
        found.append(Rated(name, kind, origins[0].reliability, by, len(origins), len(reports)))
    return tuple(sorted(found, key=lambda one: (-one.incidents, one.name)))


def _rated(origin: Origin, rated: Ratings) -> Origin:
    said = rated.get(origin.name)
    return replace(origin, reliability=str(said.value)) if said else origin
