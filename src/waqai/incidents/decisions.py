"""What people decide: an append-only log, each entry signed and reasoned; what holds today is what nobody undid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waqai.incidents.anchors import Anchor, Finder
from waqai.incidents.clusters import Ruling


class Act(StrEnum):
    """What somebody decided."""

    MERGE = "merge"
    SPLIT = "split"
    DIFFERENT = "different"
    EDIT = "edit"
    ACCEPT = "accept"
    REJECT = "reject"
    RATE = "rate"
    DATE = "date"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log. `number` is its place in it, from 1; `at` an ISO time in UTC.

    `events` are what it is about: of a merge all of them, of a split those taken out, of a difference one side.
    `others` is the other side: what they were taken from. `incident` is the id it was said of; an edit has a
    `field` and a `value`, a rating a source as `field` and its letter as `value`, a date a report as `field` and its
    day as `value`; an undo has the `number` that it `undoes`.
    """

    act: Act
    by: str
    reason: str
    at: str
    events: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    incident: str | None = None
    field: str | None = None
    value: str | None = None
    undoes: int | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the log says of who belongs together, oldest first, and the decisions of which no event is told today."""

    rulings: tuple[Ruling, ...]
    waiting: tuple[Decision, ...]


def standing(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in order: undone ones are out, those whose undoing was undone are in again."""
    undone: set[int] = set()
    kept = []
    for one in reversed(log):
        if one.number in undone:
            continue
        if one.act is Act.UNDO and one.undoes is not None:
            undone.add(one.undoes)
        elif one.act is not Act.UNDO:
            kept.append(one)
    return tuple(reversed(kept))


def accepted_days(decisions: Iterable[Decision]) -> Mapping[str, date]:
    """The day of publication that a person accepted for each report; the last word counts."""
    said = (one for one in decisions if one.act is Act.DATE)
    return {str(one.field): date.fromisoformat(str(one.value)) for one in said}


def rulings(decisions: Iterable[Decision], finder: Finder) -> Rulings:
    """The merges, splits and differences as rulings on today's keys."""
    made, waiting = [], []
    for one in decisions:
        if one.act not in {Act.MERGE, Act.SPLIT, Act.DIFFERENT}:
            continue
        events, others = _keys(one.events, finder), _keys(one.others, finder)
        if len(events) < len(set(one.events)) or len(others) < len(set(one.others)):
            waiting.append(one)
        made.append(_ruling(one.act, events, others))
    return Rulings(tuple(made), tuple(waiting))


def _keys(anchors: Iterable[Anchor], finder: Finder) -> tuple[str, ...]:
    keys = (finder.find(one) for one in anchors)
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def _ruling(act: Act, events: tuple[str, ...], others: tuple[str, ...]) -> Ruling:
    if act is Act.MERGE:
        return Ruling(together=(*events, *others))
    # What two readings tell as one event cannot be on both sides.
    apart = (tuple(key for key in events if key not in others), tuple(key for key in others if key not in events))
    return Ruling(together=apart[0] if act is Act.SPLIT else (), apart=apart)
