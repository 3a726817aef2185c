"""What a person says of an incident instead of the rules: a value, an answer to it, a label."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from waqai.claims.kinds import EVENT_TYPES, event_type
from waqai.incidents.anchors import Finder
from waqai.incidents.decisions import Act, Decision
from waqai.incidents.identity import follow
from waqai.incidents.model import Incident

Values = dict[str, Any]
LABELS = ("fair", "weak", "contested", "disproven")
_DAMAGE = ("none", "material", "destroyed", "unknown")
_STRATEGIC = (
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other",
)
_STATUS = {Act.ACCEPT: "accepted", Act.REJECT: "rejected"}


class EditError(ValueError):
    """A value that cannot stand in its field; the message says what can."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The decisions on today's incidents: id -> what was decided of it, oldest first."""

    of: Mapping[str, tuple[Decision, ...]]
    waiting: tuple[Decision, ...] = ()


def changes(
    decisions: Iterable[Decision], ids: Mapping[str, str], redirects: Mapping[str, str], finder: Finder
) -> Changes:
    """Which incident each edit, acceptance and rejection is about; `ids` are key -> incident of today.

    It is the incident of that id, or what that id redirects to; where the id is gone, the one that holds its events.
    """
    found: dict[str, list[Decision]] = {}
    waiting = []
    today = set(ids.values())
    for one in decisions:
        if one.act not in {Act.EDIT, Act.ACCEPT, Act.REJECT} or one.incident is None:
            continue
        name = follow(one.incident, redirects)
        if name not in today:
            keys = (finder.find(event) or "" for event in one.events)
            name = next((ids[key] for key in keys if key in ids), "")
        if not name:
            waiting.append(one)
        else:
            found.setdefault(name, []).append(one)
    return Changes({name: tuple(all_of) for name, all_of in found.items()}, tuple(waiting))


def apply(incident: Incident, decided: Sequence[Decision]) -> Incident:
    """The incident as decided: later decisions on one field outrank earlier ones; each is named in `chosen_by`."""
    for one in decided:
        if one.act is Act.EDIT and one.field is not None:
            values = parse(one.field, one.value or "")
            chosen = {**dict(incident.chosen_by), one.field: f"set by {one.by}: {one.reason}"}
            incident = replace(incident, **values, chosen_by=tuple(chosen.items()))
        elif one.act in _STATUS:
            incident = replace(incident, status=_STATUS[one.act], status_by=f"{one.by}: {one.reason}")
    return incident


def parse(field: str, value: str) -> Values:
    """The fields of Incident that the value sets; EditError where the field or the value is none."""
    if field not in FIELDS:
        raise EditError(f"there is no field {field!r}; there are {', '.join(FIELDS)}")
    return FIELDS[field](value.strip())


def _days(value: str) -> Values:
    """«2021-06-27», or «2021-06-27..2021-06-28»."""
    first, _, last = value.partition("..")
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        raise EditError(f"{value!r} is no date: 2021-06-27 is one, or 2021-06-27..2021-06-28") from None
    if end < start:
        raise EditError(f"{value!r} ends before it begins")
    apart = (end - start).days
    precision = next(name for limit, name in _FINENESS if apart <= limit)
    return {"start": str(start), "end": str(end), "date_precision": precision}


_FINENESS = ((0, "day"), (4, "days"), (7, "week"), (31, "month"), (10**6, "year"))


def _toll(field: str) -> Callable[[str], Values]:
    def parsed(value: str) -> Values:
        """«4», «4-7», «4+»."""
        low, dash, high = value.removesuffix("+").partition("-")
        numbers = [low, high] if dash else [low]
        if not all(number.isdecimal() for number in numbers):
            raise EditError(f"{value!r} is no toll: 4 is one, or 4-7, or 4+")
        first, last = int(low), int(high or low)
        if last < first:
            raise EditError(f"{value!r} ends below where it begins")
        return {field: (first, first, None if value.endswith("+") else last)}

    return parsed


def _one_of(field: str, values: Sequence[str]) -> Callable[[str], Values]:
    def parsed(value: str) -> Values:
        if value not in values:
            raise EditError(f"{value!r} is none of {', '.join(values)}")
        return {field: value}

    return parsed


def _kind(value: str) -> Values:
    """A sub-event type of the codebook, which brings its event type."""
    if value not in EVENT_TYPES and value not in _STRATEGIC:
        raise EditError(f"{value!r} is no sub-event type of the codebook, section 2")
    return {"event_type": event_type(value), "sub_event_type": value}


def _list(field: str) -> Callable[[str], Values]:
    def parsed(value: str) -> Values:
        return {field: tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))}

    return parsed


FIELDS: Mapping[str, Callable[[str], Values]] = {
    "date": _days,
    "killed": _toll("killed"),
    "injured": _toll("injured"),
    "type": _kind,
    "damage": _one_of("damage", _DAMAGE),
    "initiators": _list("initiators"),
    "targets": _list("targets"),
    "label": _one_of("label", LABELS),
}
