"""One incident from its tellings: each field has a value, the rule that chose it, and everyone's version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from waqai.claims.model import Precision, Stance
from waqai.incidents.disagreements import disagreements
from waqai.incidents.identity import earliest
from waqai.incidents.model import Incident, Telling
from waqai.incidents.origins import Prints, copies, origins
from waqai.incidents.scene import Scene, Site
from waqai.incidents.tolls import Figure
from waqai.incidents.voices import authors, voices

_FINENESS = list(Precision)
_DAMAGE = ("unknown", "none", "material", "destroyed")
_RULES = (
    ("event_type", "most common"),
    ("date", "most precise, then most common"),
    ("killed", "most common, then not nil, then latest"),
    ("injured", "most common, then not nil, then latest"),
    ("damage", "gravest"),
)
Range = tuple[int | None, int | None, int | None]


def assemble(name: str, members: Sequence[Scene], prints: Prints | None = None) -> Incident:
    """The incident of that id; its tellings in order of publication, nothing averaged."""
    scenes = sorted(members, key=lambda scene: earliest(scene.telling))
    tellings = [scene.telling for scene in scenes]
    news = [telling for telling in tellings if not telling.event.background] or tellings
    kind = _most_common((one.event.event_type, one.event.sub_event_type) for one in news)
    start, end, precision = _date(tellings)
    copied = copies(tellings, prints or {})
    return Incident(
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
        killed=_toll(scenes, "killed"),
        injured=_toll(scenes, "injured"),
        outcome=_outcome(tellings),
        voices=voices(tellings),
        disagreements=disagreements(scenes),
        authors=authors(tellings),
        damage=max((t.event.damage for t in tellings), key=_DAMAGE.index),
        background=all(telling.event.background for telling in tellings),
        chosen_by=_RULES,
        origins=origins(tellings, copied),
        copies=tuple(one.reports for one in copied),
    )


def _most_common(values: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The one told most often; of equals the first."""
    return Counter(values).most_common(1)[0][0]


def _date(tellings: Sequence[Telling]) -> tuple[str | None, str | None, str]:
    """The finest date; of equally fine ones the most common, then the first told."""
    dated = [t.event.when for t in tellings if t.event.when.earliest is not None]
    if not dated:
        return None, None, Precision.UNKNOWN.value
    finest = min(_FINENESS.index(when.precision) for when in dated)
    best = Counter(
        (when.earliest, when.latest, when.precision) for when in dated if _FINENESS.index(when.precision) == finest
    )
    start, end, precision = best.most_common(1)[0][0]
    return str(start), str(end or start), precision.value


def _places(scenes: Iterable[Scene]) -> tuple[tuple[str, float | None, float | None], ...]:
    """Each site once, the most precise and most often named first; coordinates where one place is chosen."""
    count: Counter[frozenset[str]] = Counter()
    first: dict[frozenset[str], Site] = {}
    for scene in scenes:
        for site in scene.sites:
            same = site.ids if len(site.ids) == 1 else site.words
            count[same] += 1
            first.setdefault(same, site)
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


def _toll(scenes: Iterable[Scene], kind: str) -> Range:
    """Lowest, best and highest figure, exact before vague; the highest is None where nobody bounds it."""
    told = [figure for scene in scenes for figure in scene.tolls[kind]]
    if not told:
        return None, None, None
    low, best = min(figure.low for figure in told), _best(told)
    tops = [figure.high for figure in told if figure.high is not None]
    top = max(tops) if tops and max(tops) >= max(figure.low for figure in told) else None
    return low, best, top


def _best(told: Sequence[Figure]) -> int | None:
    """The most common figure; of equals one that is not nil (nil is what denials say), then the last told.

    None where all say only how many they were at most: a toll of several places holds for none of them.
    """
    firm = [figure for figure in told if figure.low > 0 or figure.high == 0]
    exact = [figure.best for figure in firm if figure.high is not None] or [figure.best for figure in firm]
    if not exact:
        return None
    counted = Counter(exact)
    return max(counted, key=lambda best: (counted[best], best > 0, -exact[::-1].index(best)))


def _outcome(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """What at least half of the tellings say came of it."""
    counted = Counter(word for telling in tellings for word in telling.event.outcome)
    return tuple(word for word, count in counted.items() if 2 * count >= len(tellings))
