"""One incident from its tellings: each field has a value, the rule that chose it, and everyone's version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

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
    kind, kind_by = choosing.kind(tellings, choice)
    places, placed_by = choosing.sites(scenes, choice)
    initiators, named_by = choosing.initiators(tellings, choice)
    (start, end, precision), dated_by = choosing.days(tellings, choice)
    killed, killed_by = _toll(scenes, "killed", choice)
    injured, injured_by = _toll(scenes, "injured", choice)
    damage, damaged_by = choosing.damage(tellings, choice)
    why = {"event_type": kind_by, "date": dated_by, "killed": killed_by, "injured": injured_by, "damage": damaged_by}
    why |= {"place": placed_by, "initiators": named_by}
    incident = Incident(
        id=name,
        events=tuple(telling.key for telling in tellings),
        reports=tuple(dict.fromkeys(telling.report for telling in tellings)),
        event_type=kind[0],
        sub_event_type=kind[1],
        start=start,
        end=end,
        date_precision=precision,
        places=tuple(_placed(site) for site in places),
        initiators=initiators,
        targets=tuple(dict.fromkeys(p.actor or p.words.text for t in tellings for p in t.event.targets)),
        killed=killed,
        injured=injured,
        outcome=_outcome(tellings),
        voices=voices(tellings),
        disagreements=disagreements(scenes),
        authors=authors(tellings),
        damage=damage,
        background=all(telling.event.background for telling in tellings),
        chosen_by=(*why.items(), ("label", "computed")),
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


def _placed(site: Site) -> tuple[str, float | None, float | None]:
    """The name as told, and where it lies: of a quarter that no gazetteer has, its town's middle."""
    if site.chosen and site.points:
        return site.name, *site.points[0]
    return (site.name, *site.around) if site.around is not None else (site.name, None, None)


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
