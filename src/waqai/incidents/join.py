"""From accounts to incidents, on one screen: tellings, pairs, judgements, groups, names, incidents, links."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from waqai.claims.model import Account
from waqai.incidents.anchors import Finder
from waqai.incidents.assemble import assemble
from waqai.incidents.choosing import Choice
from waqai.incidents.clusters import Limits, Ruling, clusters
from waqai.incidents.decisions import Decision, rulings, standing
from waqai.incidents.edits import apply, changes
from waqai.incidents.identity import Founders, Naming, name_all
from waqai.incidents.links import inferred_links, stated_links
from waqai.incidents.model import Incident, Judgement, Link, Telling
from waqai.incidents.origins import Prints
from waqai.incidents.pairs import partners
from waqai.incidents.parts import Parted, parts
from waqai.incidents.ratings import rate, ratings
from waqai.incidents.scene import Scene, scenes
from waqai.incidents.sifting import Sifted, sift
from waqai.incidents.tellings import tellings
from waqai.reference.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Past:
    """What is known besides the accounts: founders of ids, redirects, the log of decisions, the reports' wording."""

    founders: Founders = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    log: tuple[Decision, ...] = ()
    prints: Prints = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """All incidents of some accounts, by day, those that most reports tell first, and what led to them.

    `waiting` are decisions on events that no report tells any more, as far as the reader sees.
    """

    incidents: tuple[Incident, ...]
    links: tuple[Link, ...]
    tellings: Mapping[str, Telling]
    judgements: tuple[Judgement, ...]
    naming: Naming
    waiting: tuple[Decision, ...] = ()


@contextmanager
def _uncollected() -> Iterator[None]:
    """No collection of garbage meanwhile: a join keeps what it makes, and looking through it is a fifth of its work."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_uncollected()
def join(
    accounts: Iterable[Account], gazetteer: Gazetteer, past: Past | None = None, choice: Choice = Choice.COMMON
) -> Joined:
    """The incidents that the accounts tell of; the order of the accounts does not matter."""
    past = past or Past()
    whole = tellings(accounts)
    told = sorted(parts(whole, gazetteer), key=lambda telling: telling.key)
    finder, decided = Finder(told), standing(past.log)
    seen = scenes(told, gazetteer, past.prints)
    by_rules = sift(seen, partners(seen), _recalled(seen))
    by_people = rulings(decided, finder)
    parted = Parted(whole, told)
    groups = parted.reunited(_groups(seen, by_rules, by_people.rulings), by_people.rulings)
    by_key = {scene.telling.key: scene for scene in seen}
    naming = name_all([[by_key[key].telling for key in group] for group in groups], past.founders, past.redirects)
    incident_of = {key: name for name, group in zip(naming.ids, groups, strict=True) for key in group}
    changed = changes(decided, incident_of, naming.redirects, finder)
    by_key |= {scene.telling.key: scene for scene in scenes(parted.wholes, gazetteer, past.prints)}
    rated, incidents = ratings(decided), []
    for name, group in zip(naming.ids, groups, strict=True):
        made = assemble(name, [by_key[key] for key in parted.whole(group)], past.prints, choice)
        made = rate(replace(made, events=parted.keys(made.events)), rated)
        incidents.append(apply(made, changed.of.get(name, ())))
    incidents.sort(key=lambda one: (one.start or "9999", one.background, -len(one.reports), one.id))
    stated = stated_links(told, incident_of)
    return Joined(
        incidents=tuple(incidents),
        links=(*stated, *inferred_links(incidents, stated)),
        tellings={telling.key: telling for telling in told},
        judgements=by_rules.kept,
        naming=naming,
        waiting=(*by_people.waiting, *changed.waiting),
    )


def _groups(seen: Sequence[Scene], by_rules: Sifted, by_people: Sequence[Ruling]) -> list[tuple[str, ...]]:
    """The keys of the scenes in groups."""
    told = Limits(
        keys=[scene.telling.key for scene in seen],
        reports=[scene.telling.report for scene in seen],
        days=[scene.days if scene.fine else None for scene in seen],
        recalled=_recalled(seen),
    )
    return clusters(told, by_rules, by_people)


def _recalled(seen: Sequence[Scene]) -> set[int]:
    """The numbers of those that a report only recalls, and to no day."""
    return {number for number, scene in enumerate(seen) if scene.telling.event.background and not scene.fine}
