"""Acts and their answers as chains in time, and chains of the same sides close in time as episodes of escalation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.incidents.compare.actors import allied
from waqai.incidents.groups import Groups
from waqai.incidents.links import lag, sides
from waqai.incidents.model import Incident, Link

_QUIET = 7  # days without an act of both sides end an episode


@dataclass(frozen=True, slots=True)
class Step:
    """One answer of a chain, and the days since what it answers; None where one of the two has no day."""

    link: Link
    days: int | None


@dataclass(frozen=True, slots=True)
class Chain:
    """Incidents that answer one another, by day; `sides` are the ids of all that struck or were struck."""

    incidents: tuple[str, ...]
    steps: tuple[Step, ...]
    sides: tuple[str, ...]
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Episode:
    """Chains of the same two sides with no quiet week between them, in order of time."""

    chains: tuple[Chain, ...]
    sides: tuple[str, ...]
    start: str | None
    end: str | None


def chains(incidents: Sequence[Incident], links: Iterable[Link]) -> tuple[Chain, ...]:
    """Every set of incidents that links hold together, in order of time; an incident stands in one chain at most."""
    by_id = {one.id: one for one in incidents}
    known = [link for link in links if link.answer in by_id and link.cause in by_id]
    tied = dict.fromkeys(name for link in known for name in (link.cause, link.answer))
    groups = Groups({name: name for name in tied})
    for link in known:
        groups.join(link.cause, link.answer)
    steps: dict[str, list[Link]] = {}
    for link in known:
        steps.setdefault(min(groups.of(link.cause)), []).append(link)
    made = [_chain([by_id[name] for name in group], steps[group[0]], by_id) for group in groups.sorted()]
    return tuple(sorted(made, key=lambda chain: (chain.start or "9999", chain.incidents)))


def episodes(found: Sequence[Chain]) -> tuple[Episode, ...]:
    """The chains grouped; a chain that nothing is near to is an episode of its own."""
    open_now: list[list[Chain]] = []
    for chain in found:
        home = next((group for group in open_now if any(_one_episode(other, chain) for other in group)), None)
        if home is None:
            open_now.append([chain])
        else:
            home.append(chain)
    return tuple(_episode(group) for group in open_now)


def _chain(members: Sequence[Incident], links: Sequence[Link], by_id: Mapping[str, Incident]) -> Chain:
    ordered = sorted(members, key=lambda one: (one.start or "9999", one.end or "9999", one.id))
    order = {one.id: number for number, one in enumerate(ordered)}
    steps = [Step(link, lag(by_id[link.cause], by_id[link.answer])) for link in links]
    steps.sort(key=lambda step: (order[step.link.answer], order[step.link.cause]))
    starts = [one.start for one in ordered if one.start]
    ends = [one.end or one.start for one in ordered if one.start]
    return Chain(
        incidents=tuple(order),
        steps=tuple(steps),
        sides=tuple(dict.fromkeys(actor for one in ordered for actor in sides((*one.initiators, *one.targets)))),
        start=min(starts, default=None),
        end=max((end for end in ends if end), default=None),
    )


def _one_episode(one: Chain, other: Chain) -> bool:
    """Whether the chains share two sides and no quiet week lies between them."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    gap = (date.fromisoformat(max(one.start, other.start)) - date.fromisoformat(min(one.end, other.end))).days
    shared = [side for side in one.sides if any(allied(side, actor) for actor in other.sides)]
    rivals = any(not allied(side, actor) for side in shared for actor in shared)
    return gap <= _QUIET and rivals


def _episode(group: Sequence[Chain]) -> Episode:
    both = tuple(dict.fromkeys(side for chain in group for side in chain.sides))
    start = min((chain.start for chain in group if chain.start), default=None)
    end = max((chain.end for chain in group if chain.end), default=None)
    return Episode(tuple(group), both, start, end)
