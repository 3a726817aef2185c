"""One incident from its tellings: each field has a value, the rule that chose it, and everyone's version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from waqai.claims.model import Stance
from waqai.incidents import choosing
from waqai.incidents.choosing import Choice
from waqai.incidents.disagreements import disagreements
from waqai.incidents.grading import grade
from waqai.incidents.identity import earliest
from waqai.incidents.model import Incident, Telling
from waqai.incidents.origins import Prints, copies, origins
from waqai.incidents.scene import Scene, Site
from waqai.incidents.voices import authors, voices

Range = tuple[int | None, int | None, int | None]


def assemble(name: str, members: Sequence[Scene], prints: Prints, choice: Choice = Choice.COMMON) -> Incident:
    """The incident of that id; its tellings in order of publication, nothing averaged."""
    scenes = sorted(members, key=lambda scene: earliest(scene.telling))
    tellings = [scene.telling for scene in scenes]
    news = [telling for telling in tellings if not telling.event.background] or tellings
    kind = _most_common((one.event.event_type, one.event.sub_event_type) for one in news)
    (start, end, precision), dated_by = choosing.days(tellings, choice)
    killed, killed_by = _toll(scenes, "killed", choice)
    injured, injured_by = _toll(scenes, "injured", choice)
    damage, damaged_by = choosing.damage(tellings, choice)
    why = {"date": dated_by, "killed": killed_by, "injured": injured_by, "damage": damaged_by}
    incident = Incident(
        id=name,
        events=tuple(telling.key for telling in tellings),
        reports=tuple(dict.fromkeys(telling.report for telling in tellings)),
        event_type=kind[0],
        sub_event_type=kind[1],
        start=start,
        end=end,
        date_precision=precision,
        places=_places(scenes),
        initiators=_actors(tellings),
        targets=tuple(dict.fromkeys(p.actor or p.words.text for t in tellings for p in t.event.targets)),
        killed=killed,
        injured=injured,
        outcome=_outcome(tellings),
        voices=voices(tellings),
        disagreements=disagreements(scenes),
        authors=authors(tellings),
        damage=damage,
        background=all(telling.event.background for telling in tellings),
        chosen_by=(("event_type", "most common"), *why.items(), ("label", "computed")),
    )
    return _attested(incident, tellings, prints)


def _attested(incident: Incident, tellings: Sequence[Telling], prints: Prints) -> Incident:
    """The incident with its independent sources, and how well they attest it."""
    copied = copies(tellings, prints)
    roots = origins(tellings, copied)
    graded = grade(roots, incident.disagreements)
    return replace(
        incident,
        origins=roots,
        copies=tuple(one.reports for one in copied),
        label=graded.label,
        credibility=graded.credibility,
        graded_by=graded.words,
    )


def _most_common(values: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The one told most often; of equals the first."""
    return Counter(values).most_common(1)[0][0]


def _places(scenes: Iterable[Scene]) -> tuple[tuple[str, float | None, float | None], ...]:
    """Each site once, the most precise and most often named first; coordinates where one place is chosen.

    Of its names the barest stands: «قرية تويس», not «محيط قرية تويس».
    """
    count: Counter[frozenset[str]] = Counter()
    first: dict[frozenset[str], Site] = {}
    for scene in scenes:
        for site in scene.sites:
            same = site.ids if len(site.ids) == 1 else site.words
            count[same] += 1
            first[same] = min(first.get(same, site), site, key=lambda one: (one.precision, len(one.name)))
    order = sorted(first, key=lambda same: (first[same].precision, -count[same]))
    return tuple(_placed(first[same]) for same in order)


def _placed(site: Site) -> tuple[str, float | None, float | None]:
    if len(site.ids) != 1:
        return site.name, None, None
    return site.name, *site.points[0]


def _actors(tellings: Iterable[Telling]) -> tuple[str, ...]:
    """The codebook ids of all that somebody names as author, denials left out, the most often named first."""
    named = Counter(
        party.actor
        for telling in tellings
        for party in telling.event.initiators
        if party.actor is not None and party.stance is not Stance.DENIES
    )
    return tuple(actor for actor, _ in named.most_common())


def _toll(scenes: Sequence[Scene], kind: str, choice: Choice) -> tuple[Range, str]:
    """Lowest, best and highest figure, and why the best; the highest is None where nobody bounds it."""
    told = [figure for scene in scenes for figure in scene.tolls[kind]]
    best, words = choosing.toll(scenes, kind, choice)
    if not told:
        return (None, None, None), words
    low = min(figure.low for figure in told)
    tops = [figure.high for figure in told if figure.high is not None]
    top = max(tops) if tops and max(tops) >= max(figure.low for figure in told) else None
    return (low, best, top), words


def _outcome(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """What at least half of the tellings say came of it."""
    counted = Counter(word for telling in tellings for word in telling.event.outcome)
    return tuple(word for word, count in counted.items() if 2 * count >= len(tellings))
