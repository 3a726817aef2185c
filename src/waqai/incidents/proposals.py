"""A day for a report whose own day is unknown, from the incident that it seems to tell of: to be accepted by a person.

Nothing is dated by a proposal. It says which dated reports tell of the same act, what speaks for that, and how sure it
is; a person accepts it by reading the report again with that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from waqai.claims.model import Account
from waqai.incidents.join import Joined
from waqai.incidents.judge import Judging
from waqai.incidents.model import Feature, Incident, Judgement
from waqai.incidents.origins import Prints
from waqai.incidents.pairs import pairs
from waqai.incidents.scene import Scene, scenes
from waqai.reference.places import Gazetteer

# What place, kind, sides, toll, weapons and wording must come to without the day (which is worth 4 to a judgement).
# On 58 reports whose day was hidden, 28 get a day at 8 points, 18 of them within two days of theirs.
ENOUGH = 8.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A day of publication for a report: why, and the incident that it rests on.

    `judged` is what speaks for and against two of their acts being one, the day left out.
    """

    report: str
    published: date
    incident: str
    points: float
    words: str
    judged: Judgement


def proposals(
    accounts: Iterable[Account], joined: Joined, gazetteer: Gazetteer, prints: Prints | None = None
) -> tuple[Proposal, ...]:
    """The best proposal for each undated report, if there is one; in order of report."""
    undated = {account.name for account in accounts if account.published is None}
    if not undated:
        return ()
    home = {key: one for one in joined.incidents for key in one.events}
    best: dict[str, Proposal] = {}
    judging = Judging()
    for left, right in pairs(scenes(joined.tellings.values(), gazetteer, prints)):
        for told, other in ((left, right), (right, left)):
            report = told.telling.report
            if report not in undated or told.days is not None or other.telling.published is None:
                continue
            made = _proposal(told, other, home, judging)
            if made is not None and (report not in best or _rank(made) > _rank(best[report])):
                best[report] = made
    return tuple(best[report] for report in sorted(best))


def _proposal(told: Scene, other: Scene, home: Mapping[str, Incident], judging: Judging) -> Proposal | None:
    incident = home[other.telling.key]
    if incident.start is None or other.telling.event.background or other.telling.published is None:
        return None
    whole = judging.judge(told, other)
    judged = replace(whole, features=tuple(one for one in whole.features if one.name != "time"))
    features = judged.features
    points = sum(one.score * one.weight for one in features)
    if points < ENOUGH or not _shared(features):
        return None
    for_it = "; ".join(one.words for one in features if one.score > 0)
    words = f"it tells what {other.telling.key} tells of {incident.start}: {for_it}"
    return Proposal(told.telling.report, other.telling.published, incident.id, round(points, 1), words, judged)


def _shared(features: Iterable[Feature]) -> bool:
    """Whether they share the place, and no feature speaks strongly against it."""
    scores = {one.name: one.score for one in features}
    return scores.get("place", 0) > 0 and min(scores.values()) > -0.6


def _rank(one: Proposal) -> tuple[float, int]:
    """The surest; of equally sure ones the earliest day."""
    return one.points, -one.published.toordinal()
