"""What everybody may see of an incident: its governorate, never a finer place; nobody's own words or name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from waqai.reference.places import Gazetteer, Place
from waqai.web.catalogue.card import Card, Side, Spot
from waqai.web.catalogue.draw import Entry, card_words, facets
from waqai.web.catalogue.file import Kept, add_row, describe, replacing

_GOVERNORATE, _COUNTRY = 4, 5


def write_coarse(path: Path, cards: Iterable[Card], places: Gazetteer, epoch: str) -> None:
    """A catalogue of the coarsened cards: what is found, counted and exported from it knows nothing finer."""
    with replacing(path) as connection:
        number = 0
        for number, card in enumerate(cards):
            shown = coarse(card, places)
            entry = Entry(shown, tuple(facets(shown, places)), " ".join(card_words(shown)))
            add_row(connection, number, entry, Kept(number + 1))
        describe(connection, epoch, number + 1)


def coarse(card: Card, places: Gazetteer) -> Card:
    """The card with governorates for places, and parties only where they are actors of the codebook.

    The names of reports are left out: people name files after places.
    """
    spots = dict.fromkeys(_spot(spot, places) for spot in card.spots if spot.id and spot.kind == "site")
    return replace(
        card,
        spots=tuple(spots),
        reports=(),
        by=tuple(Side(one.actor, "", one.stance) for one in card.by if one.actor),
        on=tuple(Side(one.actor, "", one.stance) for one in card.on if one.actor),
    )


def _spot(spot: Spot, places: Gazetteer) -> Spot:
    """The governorate that holds the place, else its country."""
    own = places.by_id[str(spot.id)]
    line = (own, *places.ancestors(own.id))
    area = next((one for one in line if one.kind == "governorate"), line[-1])
    return _of(area, _GOVERNORATE if area.kind == "governorate" else _COUNTRY)


def _of(area: Place, precision: int) -> Spot:
    named = Spot(area.name, precision, "site", area.id, area.name_en, area.name, area.name_en, area.country or None)
    return replace(named, lat=round(area.lat, 1), lon=round(area.lon, 1))
