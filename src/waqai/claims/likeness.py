"""What speaks for and against an event mention telling the act of a draft: named features with visible weights.

The weights are numbers only: `scripts/joining/tune.py` moves them on the development gold and prints what each
move gains; no word of the gold is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from waqai.claims.announced import announced_before, are_alike, same_spoken
from waqai.claims.drafts import apart, holds
from waqai.claims.outline import FIELDS, Outline
from waqai.reading.grouping import STRONG, related
from waqai.reading.model import EventMention

JOIN = 1.5
NEVER = -9.0
LATE = 8
DISTRICT = 3
"""The precision of a district or a countryside (codebook, section 5); above it are governorates."""
NEWS = timedelta(days=5)
WEIGHTS: dict[str, float] = {
    "any": 0.5,
    "same sentence": -3.0,
    "next sentence": -0.25,
    "within three": -1.25,
    "further": -1.0,
    "same act": 0.5,
    "lead act": 0.0,
    "only act": 1.0,
    "last told": 0.5,
    "headline waits": 1.0,
    "definite": 1.25,
    "possessive": 2.5,
    "another": -2.5,
    "same place": 1.0,
    "place within": 0.75,
    "place around": 0.75,
    "same deed": 0.5,
    "same field": 0.75,
    "other name": -0.5,
    "other place": -1.5,
    "no place said": 0.75,
    "no place yet": 0.75,
    "same day": 0.25,
    "days overlap": 0.5,
    "day of the words": 0.0,
    "other day": -4.0,
    "no day said": 0.0,
    "no day yet": -0.25,
    "old day": -1.5,
    "same doer": 0.0,
    "other doer": -2.0,
    "sides reversed": -1.0,
    "same target": 0.0,
    "same sides and days": 2.25,
    "other target": 0.0,
    "same aim": 0.25,
    "same weapon": 0.5,
    "same toll": 1.5,
    "same tolls": 2.0,
    "same word": 0.5,
    "other word": 0.0,
    "other kind": -2.0,
    "unrelated act": 0.0,
    "what it answers": -2.0,
    "another's word": -1.0,
    "other number": -1.0,
    "counted from": -2.0,
    "counted alike": 2.5,
    "recalled apart": -0.5,
    "other toll": -0.5,
    "its projectile": 0.75,
    "turned away": -0.25,
    "place first": 0.0,
    "carried": 0.0,
    "taken up": 1.5,
    "other count": -1.0,
    "other weapon": -1.0,
    "second look": -2.0,
    "indefinite": 0.0,
    "verb": 0.0,
}
BEGIN: dict[str, float] = {
    "any": -1.0,
    "exact place": 1.0,
    "district": 1.0,
    "wide place": 0.75,
    "day": 1.0,
    "toll": 1.25,
    "target": 0.5,
    "doer": 0.0,
    "weapon": 0.25,
    "aimed verb": 0.0,
    "both sides": 0.0,
    "definite": -0.25,
    "possessive": 0.75,
    "indefinite": 0.0,
    "verb": 0.0,
    "another": 0.5,
    "opening": 0.0,
    "late": 0.0,
    "known only": -1.5,
    "carried": 0.5,
    "answer": 0.5,
    "told late": 0.25,
    "period": 0.5,
}
"""What a mention needs that no draft tells: it begins a new act at 0."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the mention stands to the draft in the report."""

    lag: int  # in sentences that tell acts: talk between does not count
    lead: bool
    only: bool
    last: bool
    headline: bool
    turned: bool
    wording: str
    projectile: bool
    place_first: bool
    carried: bool
    recalled: bool
    answered: bool
    others_word: bool
    number: bool
    counted: bool
    alike: bool


def score(features: list[str]) -> float:
    """The sum of the features' weights."""
    return sum(WEIGHTS[name] for name in features)


def features(mine: Outline, theirs: Outline, setting: Setting, published: date | None) -> list[str] | None:
    """The names of all features that hold; None where the two can't be one act."""
    found = compared(mine, theirs, published)
    if found is None:
        return None
    bare = setting.lag == 0 and setting.last and setting.wording == "definite" and not (mine.names or mine.days)
    return ["any", *_setting(setting), *(["taken up"] if bare and mine.acts & theirs.acts else []), *found]


def compared(mine: Outline, theirs: Outline, published: date | None) -> list[str] | None:
    """The features of what is said of the two; None where they can't be one act."""
    if not all(any(related(a, b) for b in theirs.acts) for a in mine.acts):
        return None
    return [
        *(["same act"] if mine.acts & theirs.acts else []),
        *(["same word" if mine.words & theirs.words else "other word"] if mine.words and theirs.words else []),
        *(["other kind"] if _strong(mine) and _strong(theirs) and not _strong(mine) & _strong(theirs) else []),
        *(["unrelated act"] if _are_unrelated(mine, theirs) else []),
        *_place(mine, theirs),
        *_day(mine, theirs, published),
        *_sides(mine, theirs),
        *(["same sides and days"] if are_alike(mine, theirs) else []),
        *_harm(mine, theirs),
    ]


def _are_unrelated(mine: Outline, theirs: Outline) -> bool:
    """A fight and a bombardment, which only the dead that each had could make one."""
    return any(not related(a, b) for a in mine.acts - {"killed"} for b in theirs.acts - {"killed"})


def beginnings(mine: Outline, event: EventMention, wording: str, sentence: int) -> list[str]:
    """What the mention has of its own that an act can begin with."""
    verb = event.trigger.form.startswith("verb")
    exact = bool(mine.exact) or bool(mine.names and not mine.places)
    found = {
        "exact place": exact,
        "district": bool(mine.names) and not exact and mine.finest <= DISTRICT,
        "wide place": bool(mine.names) and not exact and mine.finest > DISTRICT,
        "day": bool(mine.days),
        "period": bool(mine.periods) and not mine.days,
        "toll": bool(event.of("casualty")),
        "target": bool(event.of("target")),
        "doer": bool(event.of("initiator")),
        "weapon": bool(event.of("weapon")),
        "aimed verb": verb and bool(event.of("target")),
        "both sides": bool(event.of("target") and event.of("initiator")),
        "opening": sentence <= 1,
        "late": sentence >= LATE,
    }
    return ["any", wording, *(name for name, holds_ in found.items() if holds_)]


def _strong(told: Outline) -> set[str]:
    return told.acts & STRONG


def _setting(setting: Setting) -> Iterator[str]:
    lag = setting.lag
    yield "same sentence" if lag == 0 else "next sentence" if lag == 1 else "within three" if lag <= 3 else "further"
    holding = {
        "lead act": setting.lead,
        "only act": setting.only,
        "last told": setting.last,
        "headline waits": setting.headline,
        "turned away": setting.turned,
        "place first": setting.place_first,
        "carried": setting.carried,
        "what it answers": setting.answered,
        "another's word": setting.others_word,
        "other number": setting.number,
        "counted from": setting.counted,
        "counted alike": setting.alike,
        "recalled apart": setting.recalled,
        "its projectile": setting.projectile,
    }
    yield from (name for name, holds_ in holding.items() if holds_)
    if setting.wording:
        yield setting.wording


def _place(mine: Outline, theirs: Outline) -> Iterator[str]:
    if _are_abroad(mine, theirs) or _are_abroad(theirs, mine):
        yield "other place"
    elif not mine.places and not mine.names:
        yield "no place said"
    elif not theirs.places and not theirs.names:
        yield "no place yet"
    elif mine.names & theirs.names or mine.fine & theirs.fine:
        yield "same place"
        if mine.exact & theirs.exact and mine.acts & theirs.acts:
            yield "same deed"
    elif apart(mine.exact, theirs.exact):
        yield "other place"
    elif holds(mine.places, theirs.places) or holds(theirs.places, mine.places):
        yield "place within" if mine.fine and theirs.fine else "place around"
    elif mine.places and theirs.places:
        yield "other place"
    else:
        yield "same field" if mine.kinds & theirs.kinds & FIELDS else "other name"


def _are_abroad(mine: Outline, theirs: Outline) -> bool:
    """«ثماني غارات في سوريا», «22 غارة في العراق»: the country of the one holds no place of the other."""
    if mine.places or not mine.countries or not (theirs.places or theirs.countries):
        return False
    return not holds(mine.countries, theirs.places | theirs.countries)


def _day(mine: Outline, theirs: Outline, published: date | None) -> Iterator[str]:
    if (not mine.days or not theirs.days) and same_spoken(mine, theirs):
        yield "day of the words"
    elif announced_before(mine, theirs) or announced_before(theirs, mine):
        yield "other day"
    elif not mine.days:
        yield "no day said"
    elif not theirs.days:
        latest = max(days[1] for days in mine.days)
        yield "old day" if published is not None and published - latest > NEWS else "no day yet"
    else:
        pairs = [(a, b) for a in mine.days for b in theirs.days if a[0] <= b[1] and b[0] <= a[1]]
        near = any((a[1] - a[0]).days <= 2 and (b[1] - b[0]).days <= 2 for a, b in pairs)
        yield "same day" if near else "days overlap" if pairs else "other day"


def _sides(mine: Outline, theirs: Outline) -> Iterator[str]:
    if mine.doers and theirs.doers:
        yield "same doer" if mine.doers & theirs.doers else "other doer"
    if (mine.doers & theirs.hit or mine.hit & theirs.doers) and not mine.doers & theirs.doers:
        yield "sides reversed"
    if mine.hit and theirs.hit:
        yield "same target" if mine.hit & theirs.hit else "other target"
    if mine.aims & theirs.aims:
        yield "same aim"


def _harm(mine: Outline, theirs: Outline) -> Iterator[str]:
    used, known = ({name for name, _ in told.weapons} - {"acts"} for told in (mine, theirs))
    if used and known:
        yield "same weapon" if used & known else "other weapon"
    mine_counts, their_counts = _counts(mine), _counts(theirs)
    if any(their_counts.get(name, counts) != counts for name, counts in mine_counts.items()):
        yield "other count"
    if mine.tolls and theirs.tolls:
        if mine.tolls & theirs.tolls:
            yield "same toll" if len(mine.tolls & theirs.tolls) == 1 else "same tolls"
        elif {kind for kind, _ in mine.tolls} & {kind for kind, _ in theirs.tolls}:
            yield "other toll"


def _counts(told: Outline) -> dict[str, set[int]]:
    """How many of each weapon are counted."""
    found: dict[str, set[int]] = {}
    for name, count in told.weapons:
        if count is not None:
            found.setdefault(name, set()).add(count)
    return found
