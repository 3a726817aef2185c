"""Claims: one row for each thing that a voice says of an event, with its words and its rule."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from waqai.claims.model import Claim, Party, ReportedEvent, Stance, Words
from waqai.reports.model import Report

READER = "waqai-0.1"


def claims_of(report: Report, events: Sequence[ReportedEvent]) -> tuple[Claim, ...]:
    """All claims of the report's events; ids are hashes of what they say, so reading twice gives the same."""
    return tuple(claim for event in events for claim in _event(report, event))


def _event(report: Report, event: ReportedEvent) -> Iterator[Claim]:
    outlet = report.metadata.outlet or report.name

    def claim(prop: str, value: str, words: Words | None, said: Words | None, stance: Stance) -> Claim:
        chain = (outlet, said.text) if said is not None else (outlet,)
        place = (words.start, words.end) if words is not None else (event.trigger.start, event.trigger.end)
        key = "\x1f".join((report.id, event.id, prop, value, *chain, stance, str(place)))
        digest = hashlib.sha256(key.encode()).hexdigest()[:16]
        rule = words.rule if words is not None else ""
        return Claim(digest, report.id, event.id, prop, value, words, chain, stance, rule, READER)

    yield claim("type", event.sub_event_type, event.trigger, None, Stance.ASSERTS)
    for voice in event.voices:
        yield claim("happened", "yes", event.trigger, voice.words, voice.stance)
    if event.when.words is not None:
        bounds = f"{event.when.earliest}/{event.when.latest}"
        yield claim("date", bounds, event.when.words, None, Stance.ASSERTS)
    for place in event.places:
        yield claim(place.role, place.chosen or place.words.text, place.words, None, Stance.ASSERTS)
    for party in event.initiators:
        stance = party.stance or Stance.ASSERTS
        yield claim("initiator", _name(party), party.words, party.according_to, stance)
    for party in event.targets:
        yield claim("target", _name(party), party.words, None, Stance.ASSERTS)
    for weapon in event.weapons:
        count = "" if weapon.count is None else str(weapon.count)
        yield claim("weapon", f"{weapon.weapon_class}:{count}", weapon.words, None, Stance.ASSERTS)
    for toll in event.casualties:
        high = "" if toll.high is None else str(toll.high)
        yield claim(toll.kind, f"{toll.low}-{high}", toll.words, toll.according_to, Stance.ASSERTS)
    if event.damage_words is not None:
        yield claim("damage", event.damage, event.damage_words, None, Stance.ASSERTS)
    for value, said in zip(event.outcome, event.outcome_words, strict=False):
        yield claim("outcome", value, said, None, Stance.ASSERTS)


def _name(party: Party) -> str:
    return party.actor or party.words.text
