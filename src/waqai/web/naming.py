"""What things are called on the page: actors, places, countries, sources, each in the language of the reader."""

from __future__ import annotations

from functools import cache

from waqai.reference import actors, places
from waqai.web.catalogue.card import Card, Side, Spot
from waqai.web.wording import Tongue


@cache
def _actors() -> dict[str, tuple[str, str]]:
    """Arabic and English name by id."""
    return {
        actor.id: (actor.names[0] if actor.names else actor.english, actor.english) for actor in actors.load().values()
    }


def actor(tongue: Tongue, name: str | None, words: str = "") -> str:
    """The actor's name; where it has no id, the report's own words."""
    if name is None:
        return words
    if name in tongue.terms:
        return tongue.term(name)
    known = _actors().get(name)
    return known[0 if tongue.code == "ar" else 1] if known else words or tongue.term(name)


def side(tongue: Tongue, one: Side) -> str:
    """A party of a card."""
    return actor(tongue, one.actor, one.words) if one.actor != "civilians" or not one.words else _civilians(tongue, one)


def _civilians(tongue: Tongue, one: Side) -> str:
    return one.words if tongue.code == "ar" else tongue.term("civilians")


def place(tongue: Tongue, name: str) -> str:
    """The gazetteer's place of that id."""
    found = places.load().by_id.get(name)
    if found is None:
        return name
    return found.name if tongue.code == "ar" else found.name_en or found.name


def country(tongue: Tongue, code: str) -> str:
    """A country by its two letters."""
    return place(tongue, code.lower()) if code.lower() in places.load().by_id else code


def spot(tongue: Tongue, one: Spot | None) -> str:
    """A place of a card: as told in Arabic; its English name where there is one."""
    if one is None:
        return ""
    return one.name if tongue.code == "ar" or not one.english else one.english


def area(tongue: Tongue, one: Spot | None) -> str:
    """The wider place of a spot, where it says something new."""
    if one is None or one.area is None:
        return ""
    wider = one.area if tongue.code == "ar" else one.area_english or one.area
    return "" if wider in spot(tongue, one) else wider


def heading(tongue: Tongue, card: Card) -> str:
    """What the card is called: the act and its place."""
    where = spot(tongue, card.site)
    what = tongue.term(card.sub_event_type)
    return tongue("say-act-place", what=what, where=where) if where else what


def value(tongue: Tongue, field: str, name: str) -> str:
    """A value of a filter, in words."""
    if field in {"by", "on", "actor"}:
        return actor(tongue, name, name)
    if field in {"place", "area"}:
        return place(tongue, name)
    if field == "country":
        return country(tongue, name)
    return name if field in {"source", "report"} else tongue.term(name)
