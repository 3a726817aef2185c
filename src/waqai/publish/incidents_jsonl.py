"""Incidents one a line: the export that other programs and the scorer read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from waqai.incidents.model import Incident, Link, Origin

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
        **_attested(incident),
        **_disputed(incident, answers),
        "chosen_by": dict(incident.chosen_by),
    }


def _attested(incident: Incident) -> Row:
    """Who tells it, on whom that rests, how it is graded, what people said of it."""
    return {
        "sources": [{"text": who, "stance": how, "report": report} for who, how, report in incident.voices],
        "independent_sources": len(incident.origins),
        "origins": [_origin(one) for one in incident.origins],
        "copies": [list(group) for group in incident.copies],
        "credibility": incident.credibility,
        "label": incident.label,
        "graded_by": incident.graded_by,
        "status": incident.status,
        "status_by": incident.status_by,
    }


def _disputed(incident: Incident, answers: Iterable[Link]) -> Row:
    return {
        "disagreements": [
            {
                "field": one.field,
                "kind": one.kind,
                "weight": one.weight,
                "versions": [{"value": v, "who": list(who)} for v, who in one.versions],
            }
            for one in incident.disagreements
        ],
        "responds_to": [_link(link) for link in answers],
        "events": list(incident.events),
    }


def _origin(origin: Origin) -> Row:
    reports = list(origin.reports)
    return {"name": origin.name, "kind": origin.kind, "reliability": origin.reliability, "reports": reports}


def _link(link: Link) -> Row:
    said = {"said_by": list(link.said_by)} if link.stated else {"rule": link.rule}
    return {"incident": link.cause, "stated": link.stated, "text": link.words, **said}


def _range(toll: tuple[int | None, int | None, int | None]) -> Row:
    return dict(zip(("low", "best", "high"), toll, strict=True))
