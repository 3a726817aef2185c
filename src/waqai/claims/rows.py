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


class _Rows:
    """The rows of one event: each call gives a claim with its chain of voices."""

    def __init__(self, report: Report, event: ReportedEvent) -> None:
        self.report, self.event = report, event
        self.outlet = report.metadata.outlet or report.name

    def __call__(
        self, prop: str, value: str, words: Words | None, said: Words | None = None, stance: Stance = Stance.ASSERTS
    ) -> Claim:
        chain = (self.outlet, said.text) if said is not None else (self.outlet,)
        place = (words.start, words.end) if words is not None else (self.event.trigger.start, self.event.trigger.end)
        key = "\x1f".join((self.report.id, self.event.id, prop, value, *chain, stance, str(place)))
        digest = hashlib.sha256(key.encode()).hexdigest()[:16]
        rule = words.rule if words is not None else ""
        return Claim(digest, self.report.id, self.event.id, prop, value, words, chain, stance, rule, READER)


def _event(report: Report, event: ReportedEvent) -> Iterator[Claim]:
    row = _Rows(report, event)
    yield from _act(row, event)
    yield from _sides(row, event)
    yield from _harm(row, event)


def _act(row: _Rows, event: ReportedEvent) -> Iterator[Claim]:
    yield row("type", event.sub_event_type, event.trigger)
    for voice in event.voices:
        yield row("happened", "yes", event.trigger, voice.words, voice.stance)
    if event.when.words is not None:
        yield row("date", f"{event.when.earliest}/{event.when.latest}", event.when.words)
    for place in event.places:
        yield row(place.role, place.chosen or place.words.text, place.words)


def _sides(row: _Rows, event: ReportedEvent) -> Iterator[Claim]:
    for party in event.initiators:
        yield row("initiator", _name(party), party.words, party.according_to, party.stance or Stance.ASSERTS)
    for party in event.targets:
        yield row("target", _name(party), party.words)
    for weapon in event.weapons:
        count = "" if weapon.count is None else str(weapon.count)
        yield row("weapon", f"{weapon.weapon_class}:{count}", weapon.words)


def _harm(row: _Rows, event: ReportedEvent) -> Iterator[Claim]:
    for toll in event.casualties:
        high = "" if toll.high is None else str(toll.high)
        yield row(toll.kind, f"{toll.low}-{high}", toll.words, toll.according_to)
    if event.damage_words is not None:
        yield row("damage", event.damage, event.damage_words)
    for value, said in zip(event.outcome, event.outcome_words, strict=False):
        yield row("outcome", value, said)


def _name(party: Party) -> str:
    return party.actor or party.words.text
