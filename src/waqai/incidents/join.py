"""From accounts to incidents, on one screen: tellings, pairs, judgements, groups, names, incidents, links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from waqai.claims.model import Account
from waqai.incidents.assemble import assemble
from waqai.incidents.clusters import clusters
from waqai.incidents.identity import Naming, name_all
from waqai.incidents.judge import judge
from waqai.incidents.links import stated_links
from waqai.incidents.model import Incident, Judgement, Link, Telling, Verdict
from waqai.incidents.pairs import pairs
from waqai.incidents.parts import parts
from waqai.incidents.scene import scenes
from waqai.incidents.tellings import tellings
from waqai.reference.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier runs and people decided: founders of ids, redirects, judgements by people."""

    founders: Mapping[str, str] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """All incidents of some accounts, by day, those that most reports tell first, and what led to them."""

    incidents: tuple[Incident, ...]
    links: tuple[Link, ...]
    tellings: Mapping[str, Telling]
    judgements: tuple[Judgement, ...]
    naming: Naming


def join(accounts: Iterable[Account], gazetteer: Gazetteer, past: Past | None = None) -> Joined:
    """The incidents that the accounts tell of; the order of the accounts does not matter."""
    past = past or Past()
    told = sorted(parts(tellings(accounts), gazetteer), key=lambda telling: telling.key)
    seen = scenes(told, gazetteer)
    by_rules = tuple(judge(left, right) for left, right in pairs(seen))
    reports = {telling.key: telling.report for telling in told}
    groups = clusters(reports, (*by_rules, *past.decisions))
    by_key = {scene.telling.key: scene for scene in seen}
    naming = name_all([[by_key[key].telling for key in group] for group in groups], past.founders, past.redirects)
    incidents = [assemble(name, [by_key[key] for key in group]) for name, group in zip(naming.ids, groups, strict=True)]
    incidents.sort(key=lambda one: (one.start or "9999", one.background, -len(one.reports), one.id))
    incident_of = {key: one.id for one in incidents for key in one.events}
    return Joined(
        incidents=tuple(incidents),
        links=stated_links(told, incident_of),
        tellings={telling.key: telling for telling in told},
        judgements=tuple(one for one in by_rules if one.verdict is not Verdict.DIFFERENT),
        naming=naming,
    )
