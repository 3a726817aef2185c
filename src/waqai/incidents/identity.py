"""Permanent ids: an incident keeps its name while it grows; of two that become one, the younger redirects."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.incidents.anchors import Anchor, Finder, anchor
from waqai.incidents.model import Telling

# Crockford's base 32: no I, L, O, U, so that an id survives being read aloud and typed.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# So many events of an incident are remembered: its name stays though a newer reader no longer tells the first of them.
_REMEMBERED = 4
Founders = Mapping[str, tuple[Anchor, ...]]


@dataclass(frozen=True, slots=True)
class Naming:
    """`ids` as the groups stand; `founders` (id -> the first events of the incident) and redirects to keep."""

    ids: tuple[str, ...]
    founders: Founders
    redirects: Mapping[str, str]


def name_all(groups: Sequence[Sequence[Telling]], founders: Founders, redirects: Mapping[str, str]) -> Naming:
    """Each group has the oldest id founded by one of its events, or else a new one, founded by its earliest.

    `founders` is in order of age. An id never names two groups; one whose founder went to another group
    redirects there, for ever.
    """
    founded = _founded(groups, founders)
    age = {name: number for number, name in enumerate(founders)}
    kept, moved, ids = dict(founders), dict(redirects), []
    for group in groups:
        own = {name for telling in group for name in founded.get(telling.key, ())}
        names = sorted(own, key=lambda name: age[name])
        ordered = sorted(group, key=earliest)
        if not names:
            names = [_new(ordered[0].content, kept)]
        kept[names[0]] = _remembered(kept.get(names[0], ()), ordered)
        ids.append(names[0])
        moved |= dict.fromkeys(names[1:], names[0])
        moved.pop(names[0], None)
    return Naming(tuple(ids), kept, moved)


def follow(name: str, redirects: Mapping[str, str]) -> str:
    """The id that stands for `name` today."""
    seen = set()
    while name in redirects and name not in seen:
        seen.add(name)
        name = redirects[name]
    return name


def earliest(telling: Telling) -> tuple[date, str, str]:
    """Sort key: published first, then by key; the undated come last."""
    return telling.published or date.max, telling.report, telling.key


def _founded(groups: Sequence[Sequence[Telling]], founders: Founders) -> dict[str, list[str]]:
    """For each key the ids that it founded; the first event that is still told speaks for an id."""
    finder = Finder(telling for group in groups for telling in group)
    founded: dict[str, list[str]] = {}
    for name, first in founders.items():
        key = next((key for one in first if (key := finder.find(one)) is not None), None)
        if key is not None:
            founded.setdefault(key, []).append(name)
    return founded


def _remembered(before: tuple[Anchor, ...], group: Sequence[Telling]) -> tuple[Anchor, ...]:
    """The founders, and of a small incident the others that joined it."""
    if len(before) >= _REMEMBERED:
        return before
    more = (one for one in map(anchor, group) if one not in before)
    return (*before, *more)[:_REMEMBERED]


def _new(content: str, taken: Container[str]) -> str:
    """An id made of the event's content; a second hash where that one is taken."""
    seed = content
    while True:
        number = int(hashlib.sha256(seed.encode()).hexdigest(), 16)
        name = "WQ-" + "".join(_LETTERS[(number >> (5 * place)) & 31] for place in range(6))
        if name not in taken:
            return name
        seed += "+"
