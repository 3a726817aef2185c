"""An account in the codebook's own format (section 10): the view that coders and scorers read."""

from __future__ import annotations

from datetime import date
from typing import Any

from waqai.claims.model import Account, Flag, Party, ReportedEvent, Tally, Toll, Voice, Weapon, When, Where, Words

Coded = dict[str, Any]


def coded(account: Account) -> Coded:
    """The coded file of one report; every text in it is quoted letter for letter."""
    return {
        "report": account.name,
        "outlet": account.outlet,
        "published": _day(account.published),
        "title": account.title,
        "events": [_event(event) for event in account.events],
        "tallies": [_tally(tally) for tally in account.tallies],
    }


def _event(event: ReportedEvent) -> Coded:
    return {
        "id": event.id,
        "background": event.background,
        "trigger": event.trigger.text,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "date": _date(event.when),
        "places": [_place(place) for place in event.places],
        "geo_precision": event.geo_precision,
        "initiators": [_initiator(party) for party in event.initiators],
        "targets": [{"text": party.words.text, "actor": party.actor} for party in event.targets],
        "weapons": [_weapon(weapon) for weapon in event.weapons],
        "casualties": [_toll(toll) for toll in event.casualties],
        "damage": event.damage,
        "outcome": list(event.outcome),
        "sources": [_source(voice) for voice in event.voices],
        "responds_to": list(event.responds_to),
        **({"flags": [_flag(flag) for flag in event.flags]} if event.flags else {}),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _text(words: Words | None) -> str | None:
    return words.text if words else None


def _date(when: When) -> Coded:
    return {"start": _day(when.earliest), "end": _day(when.latest), "precision": when.precision.value}


def _place(place: Where) -> Coded:
    return {"text": place.words.text, "role": place.role, "within": _text(place.within)}


def _initiator(party: Party) -> Coded:
    return {
        "text": party.words.text,
        "actor": party.actor,
        "according_to": _text(party.according_to),
        "stance": party.stance.value if party.stance else None,
    }


def _weapon(weapon: Weapon) -> Coded:
    return {"text": weapon.words.text, "class": weapon.weapon_class, "count": weapon.count}


def _toll(toll: Toll) -> Coded:
    return {
        "kind": toll.kind,
        "low": toll.low,
        "high": toll.high,
        "group": _text(toll.group),
        "text": toll.words.text,
        "according_to": _text(toll.according_to),
    }


def _source(voice: Voice) -> Coded:
    return {"text": voice.words.text, "stance": voice.stance.value}


def _flag(flag: Flag) -> Coded:
    return {"name": flag.name, "detail": flag.detail, "text": [words.text for words in flag.words]}


def _tally(tally: Tally) -> Coded:
    return {
        "text": tally.words.text,
        "count": tally.count,
        "approximate": tally.approximate,
        "what": tally.what,
        "place": tally.place,
        "since": _day(tally.since),
        "until": _day(tally.until),
    }
