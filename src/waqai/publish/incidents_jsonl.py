"""Incidents one a line: the export that other programs and the scorer read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from waqai.incidents.model import Incident, Link

Row = dict[str, Any]


def lines(incidents: Iterable[Incident], links: Iterable[Link]) -> Iterator[str]:
    """One JSON object for each incident, with the incidents that it answers."""
    answers: dict[str, list[Link]] = {}
    for link in links:
        answers.setdefault(link.answer, []).append(link)
    for incident in incidents:
        yield json.dumps(row(incident, answers.get(incident.id, [])), ensure_ascii=False)


def row(incident: Incident, answers: Iterable[Link]) -> Row:
    """The incident as one JSON object."""
    return {
        "incident": incident.id,
        "reports": list(incident.reports),
        "event_type": incident.event_type,
        "sub_event_type": incident.sub_event_type,
        "date": {"start": incident.start, "end": incident.end, "precision": incident.date_precision},
        "places": [{"name": name, "lat": lat, "lon": lon} for name, lat, lon in incident.places],
        "initiators": list(incident.initiators),
        "targets": list(incident.targets),
        "killed": _range(incident.killed),
        "injured": _range(incident.injured),
        "damage": incident.damage,
        "outcome": list(incident.outcome),
        "background": incident.background,
        "authors": [
            {
                "actor": author.actor,
                "text": author.words,
                "stance": author.stance,
                "according_to": author.according_to,
                "reports": list(author.reports),
            }
            for author in incident.authors
        ],
        "sources": [{"text": who, "stance": how, "report": report} for who, how, report in incident.voices],
        "disagreements": [
            {"field": one.field, "versions": [{"value": v, "who": list(who)} for v, who in one.versions]}
            for one in incident.disagreements
        ],
        "responds_to": [_link(link) for link in answers],
        "events": list(incident.events),
        "independent_sources": len(incident.origins),
        "origins": [{"name": one.name, "kind": one.kind, "reports": list(one.reports)} for one in incident.origins],
        "copies": [list(group) for group in incident.copies],
        "status": incident.status,
        "status_by": incident.status_by,
        "chosen_by": dict(incident.chosen_by),
    }


def _link(link: Link) -> Row:
    said = {"said_by": list(link.said_by)} if link.stated else {"rule": link.rule}
    return {"incident": link.cause, "stated": link.stated, "text": link.words, **said}


def _range(toll: tuple[int | None, int | None, int | None]) -> Row:
    return dict(zip(("low", "best", "high"), toll, strict=True))
