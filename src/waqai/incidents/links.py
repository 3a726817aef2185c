"""Which incident answers which, as reports state it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from waqai.incidents.model import Link, Telling


def stated_links(tellings: Iterable[Telling], incident_of: Mapping[str, str]) -> tuple[Link, ...]:
    """One link for each pair of incidents, with the cue of the first report that states it."""
    found: dict[tuple[str, str], Link] = {}
    for telling in tellings:
        cue = telling.event.response_words
        for cause_id in telling.event.responds_to:
            answer, cause = incident_of[telling.key], incident_of.get(f"{telling.report}/{cause_id}")
            if cause is not None and cause != answer:
                words = cue.text if cue else ""
                found.setdefault((answer, cause), Link(answer, cause, stated=True, words=words))
    return tuple(found.values())
