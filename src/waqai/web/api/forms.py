"""Cards in the forms that other programs read: JSON, GeoJSON, CSV, Atom."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from waqai.publish.spreadsheet import line
from waqai.web import naming, sentence
from waqai.web.catalogue.card import Card, Range
from waqai.web.evidence import bare
from waqai.web.wording import Tongue

COLUMNS = (
    *("incident", "start", "end", "date_precision", "event_type", "sub_event_type", "place", "area", "country"),
    *("lat", "lon", "geo_precision", "by", "on", "killed_low", "killed_best", "killed_high", "injured_low"),
    *("injured_best", "injured_high", "outcome", "sources", "grade", "disagreements"),
)


def plain(card: Card) -> dict[str, Any]:
    """The card in JSON's own types, with every key always there."""
    return {
        "id": card.id,
        "event_type": card.event_type,
        "sub_event_type": card.sub_event_type,
        "date": {"start": card.start, "end": card.end, "precision": card.date_precision},
        "places": [
            {
                "name": spot.name,
                "role": spot.kind,
                "id": spot.id,
                "name_en": spot.english,
                "area": spot.area,
                "country": spot.country,
                "lat": spot.lat,
                "lon": spot.lon,
                "geo_precision": spot.precision,
            }
            for spot in card.spots
        ],
        "initiators": [{"actor": one.actor, "text": one.words, "stance": one.stance} for one in card.by],
        "targets": [{"actor": one.actor, "text": one.words} for one in card.on],
        "killed": _range(card.killed),
        "injured": _range(card.injured),
        "outcome": list(card.outcome),
        "weapons": list(card.weapons),
        "outlets": list(card.outlets),
        "reports": list(card.reports),
        "sources": card.sources,
        "disagreements": list(card.differ),
        "grade": card.grade,
        "background": card.background,
        "reviewed": card.reviewed,
        "published": card.published,
    }


def _range(toll: Range) -> dict[str, int | None]:
    return dict(zip(("low", "best", "high"), toll, strict=True))


def jsonl(cards: Iterable[Card]) -> Iterator[str]:
    """A card a line."""
    for card in cards:
        yield json.dumps(plain(card), ensure_ascii=False) + "\n"


def feature(tongue: Tongue, card: Card, base: str) -> dict[str, Any]:
    """The card as a GeoJSON feature (RFC 7946); without a known place its geometry is null."""
    site = card.site
    placed = site is not None and site.lat is not None
    geometry = {"type": "Point", "coordinates": [site.lon, site.lat]} if site is not None and placed else None
    about = plain(card) | {
        "sentence": sentence.sentence(tongue, card),
        "url": f"{base}/{tongue.code}/incident/{card.id}",
        "geo_precision": site.precision if site else None,
    }
    return {"type": "Feature", "id": card.id, "geometry": geometry, "properties": about}


def geojson(tongue: Tongue, cards: Iterable[Card], base: str) -> Iterator[str]:
    """One feature collection, a feature a line."""
    yield '{"type":"FeatureCollection","features":[\n'
    for number, card in enumerate(cards):
        yield (",\n" if number else "") + json.dumps(feature(tongue, card, base), ensure_ascii=False)
    yield "\n]}\n"


def card_csv(tongue: Tongue, cards: Iterable[Card]) -> Iterator[str]:
    """A card a row, for spreadsheets; no cell can run as a formula."""
    yield "\ufeff" + line(COLUMNS) + "\n"
    for card in cards:
        site = card.site
        where = (naming.spot(tongue, site), naming.area(tongue, site), site.country if site else None)
        point = (site.lat, site.lon, site.precision) if site else (None, None, None)
        sides = ("; ".join(naming.side(tongue, one) for one in party) for party in (card.by, card.on))
        told = ("; ".join(card.outcome), card.sources, card.grade, "; ".join(card.differ))
        first = (card.id, card.start, card.end, card.date_precision, card.event_type, card.sub_event_type)
        yield line((*first, *where, *point, *sides, *card.killed, *card.injured, *told)) + "\n"


def atom(tongue: Tongue, cards: Sequence[Card], here: str, base: str) -> Iterator[str]:
    """The cards as an Atom feed with GeoRSS points; what no XML may hold is left out."""
    newest = max((card.published or card.end or "" for card in cards), default="") or "1970-01-01"
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
        f'xmlns:georss="http://www.georss.org/georss" xml:lang="{tongue.code}">\n'
        f"<title>{_text(tongue('name'))}</title><id>{_text(here)}</id>"
        f'<link rel="self" href={quoteattr(here)}/><updated>{newest}T00:00:00Z</updated>\n'
    )
    for card in cards:
        url = f"{base}/{tongue.code}/incident/{card.id}"
        when = card.published or card.end or "1970-01-01"
        site = card.site
        point = f"<georss:point>{site.lat} {site.lon}</georss:point>" if site and site.lat is not None else ""
        yield (
            f"<entry><title>{_text(naming.heading(tongue, card))}</title><id>urn:waqai:{card.id}</id>"
            f"<link href={quoteattr(url)}/><updated>{when}T00:00:00Z</updated><author><name>Waqai</name></author>"
            f"<summary>{_text(sentence.sentence(tongue, card))}</summary>{point}</entry>\n"
        )
    yield "</feed>\n"


def _text(words: str) -> str:
    return escape(bare(words))
