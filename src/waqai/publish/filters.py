"""Which incidents somebody asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waqai.incidents.model import Incident
from waqai.language.fold import fold


@dataclass(frozen=True, slots=True)
class Filter:
    """What an incident must be; what is None asks nothing."""

    since: date | None = None
    until: date | None = None
    place: str | None = None
    kind: str | None = None
    actor: str | None = None
    disagreeing: bool = False

    def keeps(self, incident: Incident) -> bool:
        """Whether the incident is all that is asked for."""
        return (
            self._in_time(incident)
            and (self.place is None or any(_holds(name, self.place) for name, _, _ in incident.places))
            and (self.kind is None or self._of_kind(incident))
            and (self.actor is None or self._by_or_on(incident))
            and (not self.disagreeing or bool(incident.disagreements))
        )

    def _in_time(self, incident: Incident) -> bool:
        """Whether it can lie between the days; an undated one cannot be said to."""
        if self.since is None and self.until is None:
            return True
        if incident.start is None or incident.end is None:
            return False
        late_enough = self.since is None or date.fromisoformat(incident.end) >= self.since
        return late_enough and (self.until is None or date.fromisoformat(incident.start) <= self.until)

    def _of_kind(self, incident: Incident) -> bool:
        return any(_holds(kind, self.kind or "") for kind in (incident.event_type, incident.sub_event_type))

    def _by_or_on(self, incident: Incident) -> bool:
        names = (*incident.initiators, *incident.targets, *(author.words for author in incident.authors))
        return any(_holds(name, self.actor or "") for name in names)


def _holds(text: str, wanted: str) -> bool:
    """Whether the words occur, in whatever spelling and case."""
    return fold(wanted).text.casefold().strip() in fold(text).text.casefold()
