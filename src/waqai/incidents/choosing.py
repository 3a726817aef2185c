"""By which rule an incident's values are chosen from what its voices say; nothing is averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waqai.claims.model import Precision, Stance, When
from waqai.incidents.identity import earliest
from waqai.incidents.model import Telling
from waqai.incidents.scene import Scene, Site
from waqai.incidents.tolls import Figure
from waqai.incidents.voices import speaker
from waqai.reference import actors, sources
from waqai.reference.sources import Kind

_FINENESS = list(Precision)
_DAMAGE = ("unknown", "none", "material", "destroyed")
_OFFICIAL = frozenset({Kind.MINISTRY, Kind.OFFICIAL, Kind.ARMED_ACTOR})
Dated = tuple[str | None, str | None, str]


class Choice(StrEnum):
    """The rules among which whoever exports chooses."""

    COMMON = "common"
    CAUTIOUS = "cautious"
    INFORMATIVE = "informative"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a toll, and where and by whom it is told."""

    figure: Figure
    scene: Scene

    def who(self) -> str:
        """The chain of who says it."""
        return speaker(self.scene.telling, self.figure.voice)


def toll(scenes: Sequence[Scene], kind: str, choice: Choice) -> tuple[int | None, str]:
    """The best figure and the words for why it is chosen; None where nobody gives one of this place alone."""
    told = [Told(figure, scene) for scene in scenes for figure in scene.tolls[kind]]
    firm = [one for one in told if one.figure.low > 0 or one.figure.high == 0]
    if not firm:
        return None, "nobody gives a figure" if not told else "only a toll of several places is given"
    one, words = _TOLLS[choice](firm)
    return one.figure.best, f"{words}: {one.who()}"


def days(tellings: Sequence[Telling], choice: Choice) -> tuple[Dated, str]:
    """The date, and why: the finest told, or all days told where caution asks for it."""
    dated = [(telling.event.when, telling) for telling in tellings if telling.event.when.earliest is not None]
    if not dated:
        return (None, None, Precision.UNKNOWN.value), "nobody gives a date"
    if choice is Choice.CAUTIOUS:
        return _all_days([when for when, _ in dated]), "all days told"
    official = [(when, telling) for when, telling in dated if _official(telling)]
    if choice is Choice.OFFICIAL and official:
        when, telling = official[-1]
        return _dated(when), f"last official: {speaker(telling, None)}"
    finest = min(_FINENESS.index(when.precision) for when, _ in dated)
    fine = Counter(_dated(when) for when, _ in dated if _FINENESS.index(when.precision) == finest)
    return fine.most_common(1)[0][0], "most precise, then most common"


def damage(tellings: Sequence[Telling], choice: Choice) -> tuple[str, str]:
    """The damage, and why: the gravest told; under caution the least of those told."""
    told = [telling.event.damage for telling in tellings if telling.event.damage != "unknown"]
    if not told:
        return "unknown", "nobody speaks of it"
    if choice is Choice.CAUTIOUS:
        return min(told, key=_DAMAGE.index), "least told"
    return max(told, key=_DAMAGE.index), "gravest"


def kind(tellings: Sequence[Telling], choice: Choice) -> tuple[tuple[str, str], str]:
    """Event type and sub-event type, and why: what most tell; acts that are only recalled count where none is news."""
    news = [telling for telling in tellings if not telling.event.background] or list(tellings)
    if choice is Choice.INFORMATIVE:
        most = max(news, key=_facts)
        return _kind(most), f"of the report that says most: {speaker(most, None)}"
    official = [telling for telling in news if _official(telling)]
    if choice is Choice.OFFICIAL and official:
        last = max(official, key=_when_told)
        return _kind(last), f"last official: {speaker(last, None)}"
    return Counter(map(_kind, news)).most_common(1)[0][0], "most common"


def initiators(tellings: Sequence[Telling], choice: Choice) -> tuple[tuple[str, ...], str]:
    """The codebook ids of those named as authors, and by which rule; whom all who name him deny is none.

    Caution leaves out whom nobody more than suspects; the official rule keeps those whom officials name.
    """
    named = [
        (telling, party)
        for telling in tellings
        for party in telling.event.initiators
        if party.actor is not None and party.stance is not Stance.DENIES
    ]
    words = "most often named first"
    if choice is Choice.CAUTIOUS:
        named = [(telling, party) for telling, party in named if party.stance is not Stance.SUSPECTS]
        words = "none that is only suspected"
    elif choice is Choice.OFFICIAL:
        spoken = [(t, p) for t, p in named if _official(t, p.according_to.text if p.according_to else None)]
        named, words = (
            spoken or named,
            "named by officials" if spoken else "named by no official; most often named first",
        )
    return tuple(actor for actor, _ in Counter(str(party.actor) for _, party in named).most_common()), words


def sites(scenes: Sequence[Scene], choice: Choice) -> tuple[tuple[Site, ...], str]:
    """Each site once, the best first, and why it is; of its names the barest: «قرية تويس», not «محيط قرية تويس»."""
    count: Counter[frozenset[str]] = Counter()
    first: dict[frozenset[str], Site] = {}
    official: set[frozenset[str]] = set()
    for scene in scenes:
        for site in scene.sites:
            same = site.ids if len(site.ids) == 1 else site.words
            count[same] += 1
            first[same] = min(first.get(same, site), site, key=_bareness)
            if choice is Choice.OFFICIAL and _official(scene.telling):
                official.add(same)
    wide_first, words = 1, "most precise, then most common"
    if choice is Choice.CAUTIOUS:
        wide_first, words = -1, "widest, then most common"
    elif official:
        words = "named by an official, then most precise"
    order = sorted(first, key=lambda same: (same not in official, wide_first * first[same].precision, -count[same]))
    return tuple(first[same] for same in order), words


def _bareness(site: Site) -> tuple[bool, int, int]:
    """Sort key: a place that the reader chose, the most precise, the shortest name."""
    return not site.chosen, site.precision, len(site.name)


def _kind(telling: Telling) -> tuple[str, str]:
    return telling.event.event_type, telling.event.sub_event_type


def _common(told: Sequence[Told]) -> tuple[Told, str]:
    """Exact before vague; of equally common ones one that is not nil (denials say nil), then the last told."""
    exact = [one for one in told if one.figure.high is not None] or list(told)
    counted = Counter(one.figure.best for one in exact)
    place = {id(one): number for number, one in enumerate(exact)}
    best = max(exact, key=lambda one: (counted[one.figure.best], one.figure.best > 0, place[id(one)]))
    return best, "most common, then not nil, then latest"


def _cautious(told: Sequence[Told]) -> tuple[Told, str]:
    return min(told, key=lambda one: one.figure.best), "lowest told"


def _informative(told: Sequence[Told]) -> tuple[Told, str]:
    """The figure of the report that says most: exact figures, groups, places, sides, weapons."""
    best = max(told, key=lambda one: (one.figure.high is not None, _facts(one.scene.telling), one.figure.best))
    return best, "of the report that says most"


def _last_official(told: Sequence[Told]) -> tuple[Told, str]:
    spoken = [one for one in told if _official(one.scene.telling, one.figure.voice)]
    if not spoken:
        return _common(told)[0], "no official figure; most common"
    return max(spoken, key=lambda one: _when_told(one.scene.telling)), "last official"


_TOLLS: Mapping[Choice, Callable[[Sequence[Told]], tuple[Told, str]]] = {
    Choice.COMMON: _common,
    Choice.CAUTIOUS: _cautious,
    Choice.INFORMATIVE: _informative,
    Choice.OFFICIAL: _last_official,
}


def _when_told(telling: Telling) -> tuple[bool, tuple[date, str, str]]:
    """Sort key: the later published, the later; the undated before all."""
    return telling.published is not None, earliest(telling)


def _facts(telling: Telling) -> int:
    event = telling.event
    parts = (event.places, event.initiators, event.targets, event.weapons, event.casualties, event.outcome)
    return sum(len(part) for part in parts) + (event.damage != "unknown")


def _official(telling: Telling, words: str | None = None) -> bool:
    """Whether a ministry, an official or an armed force speaks: in those words, or at all."""
    voices = [voice for voice in telling.event.voices if words is None or voice.words.text == words]
    registry = sources.load()
    for voice in voices:
        known = registry.get(voice.source or "")
        if (known is not None and known.kind in _OFFICIAL) or voice.source in actors.load():
            return True
    return False


def _all_days(told: Sequence[When]) -> Dated:
    first = min(when.earliest for when in told if when.earliest)
    last = max(when.latest or when.earliest for when in told if when.earliest)
    coarsest = max((when.precision for when in told), key=_FINENESS.index)
    wide = Precision.DAYS if first != last and coarsest is Precision.DAY else coarsest
    return str(first), str(last), wide.value


def _dated(when: When) -> Dated:
    return str(when.earliest), str(when.latest or when.earliest), when.precision.value
