"""The map's data: dots by cell and zoom, areas for what is known no finer, lines from what was answered to answers."""

from __future__ import annotations

from typing import Any

from waqai.web import naming
from waqai.web.areas import area_at
from waqai.web.catalogue.card import Card
from waqai.web.catalogue.catalogue import KINDS
from waqai.web.catalogue.query import Box
from waqai.web.cells import Dot, arcs, areas, clusters, frame
from waqai.web.visit import Visit

_MOST = 500  # cards that are looked up for their titles


def mapped(visited: Visit, zoom: int, window: Box | None) -> dict[str, Any]:
    """Everything that the map draws of the address's question, as GeoJSON with what stands beside it."""
    catalogue = visited.catalogue
    bits = catalogue.select(visited.query()) & visited.visible
    dots, wide = clusters(catalogue, bits, zoom, window), areas(catalogue, bits)
    alone = [dot.at for dot in (*dots, *wide) if dot.at is not None][:_MOST]
    cards = dict(zip(alone, visited.shelf.cards(catalogue, alone), strict=True))
    lines = () if visited.is_public else arcs(catalogue, bits)
    return {
        "type": "FeatureCollection",
        "features": [_feature(visited, dot, cards) for dot in dots],
        "areas": [_feature(visited, dot, cards) | _shape(visited, dot) for dot in wide],
        "arcs": [{"from": one.cause, "to": one.answer, "stated": one.stated} for one in lines],
        "frame": frame(catalogue, bits),
    }


def _feature(visited: Visit, dot: Dot, cards: dict[int, Card]) -> dict[str, Any]:
    """A dot as a GeoJSON feature; where it is one incident, with its id, title and day."""
    about: dict[str, Any] = {
        "count": dot.count,
        "killed": dot.killed,
        "precision": dot.precision,
        "kind": KINDS[dot.kind],
    }
    if dot.at is not None:
        about["id"] = visited.catalogue.ids[dot.at]
        if dot.at in cards:
            about |= _tip(visited, cards[dot.at])
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [dot.lon, dot.lat]}, "properties": about}


def _shape(visited: Visit, dot: Dot) -> dict[str, Any]:
    """Which shape of the base map the area is, and its name; nothing where the map has none for it."""
    found = area_at(dot.lat, dot.lon)
    if found is None:
        return {}
    name = naming.place(visited.tongue, found.place)
    return {"area": {"layer": found.layer, "shape": found.number, "place": found.place, "name": name}}


def _tip(visited: Visit, card: Card) -> dict[str, Any]:
    origins = [[spot.lon, spot.lat] for spot in card.spots if spot.kind == "origin" and spot.lat is not None]
    return {
        "title": naming.heading(visited.tongue, card),
        "when": visited.tongue.days(card.start, card.end, card.date_precision),
        "origins": origins,
    }
