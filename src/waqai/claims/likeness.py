"""What speaks for and against an event mention telling the act of a draft: features that `weights.py` weighs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from waqai.claims.announced import announced_before, are_alike, same_spoken
from waqai.claims.drafts import apart, holds
from waqai.claims.outline import FIELDS, Outline
from waqai.claims.setting import Setting
from waqai.reading.grouping import STRONG, related
from waqai.reading.model import EventMention

LATE = 8
DISTRICT = 3
"""The precision of a district or a countryside (codebook, section 5); above it are governorates."""
NEWS = timedelta(days=5)
PAST = timedelta(days=1)
NEAR = (
    {"suicide_bomb", "ied"},
    {"clash", "assault"},
    {"chemical", "air_strike"},
    {"chemical", "shelling"},
)
ARMS = (
    frozenset("car_bomb ied suicide_belt".split()),
    frozenset("drone aircraft helicopter bomb missile".split()),
    frozenset("rocket shell mortar artillery missile".split()),
    frozenset("small_arms tank artillery rocket".split()),
)
"""Weapons that may be one thing in two words, or parts of one attack."""
ANEW = frozenset(["verb", "indefinite"])
FEW = 2
"""Two dead here are often not the two dead there."""
MUCH = 2
UNLIKE = frozenset(["near kind", "other kind", "unrelated act"])
SHARED = frozenset(
    """same place|place within|same day|same doer|same target|same aim|same weapon|same toll|same tolls|same field|
    same sides and days""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)


def features(mine: Outline, theirs: Outline, setting: Setting, published: date | None) -> list[str] | None:
    """The names of all features that hold; None where the two can't be one act."""
    found = compared(mine, theirs, published)
    if found is None:
        return None
    if setting.wording in ANEW and "other toll" in found and not {"same deed", "same word"} <= set(found):
        found.append("other toll anew")  # but a toll that rose, told in the same words, is the same
    if setting.wording == "definite" and "same word" in found:
        found.append("same word known")
    if setting.so_called and "same act" in found and not (UNLIKE | {"other place and toll"}) & set(found):
        found.append("only so called")
    dated = setting.day_first and setting.tells_on
    if setting.headline and not dated and not (UNLIKE | {"other place"}) & set(found):
        found.append("told below it")
    known = setting.wording == "definite" or (setting.wording == "possessive" and setting.result)
    bare = setting.lag == 0 and setting.last and known and not mine.days
    bare = bare and ("same place" in found or not mine.names)
    return ["any", *_setting(setting), *(["taken up"] if bare and mine.acts & theirs.acts else []), *found]


def compared(mine: Outline, theirs: Outline, published: date | None) -> list[str] | None:
    """The features of what is said of the two; None where they can't be one act."""
    if not all(any(related(a, b) for b in theirs.acts) for a in mine.acts):
        return None
    found = [
        *(["same act"] if mine.acts & theirs.acts else []),
        *(["same word" if mine.words & theirs.words else "other word"] if mine.words and theirs.words else []),
        *_kind(_strong(mine), _strong(theirs)),
        *(["unrelated act"] if _are_unrelated(mine, theirs) else []),
        *_place(mine, theirs),
        *_day(mine, theirs, published),
        *_sides(mine, theirs),
        *(["same sides and days"] if are_alike(mine, theirs) else []),
        *_harm(mine, theirs),
        *(["both by bombers"] if mine.bomber and theirs.bomber else []),
        *(["told as an answer"] if _answers_it(mine, theirs) else []),
    ]
    far = ["other place and toll"] if {"other place", "other toll"} <= set(found) else []
    all_ = ["same in all"] if {"same place", "same doer", "same target"} <= set(found) else []
    return [*found, *far, *all_, *_shared(mine, found)]


def _answers_it(mine: Outline, theirs: Outline) -> bool:
    """«وردت المدفعية بقصف»: what nobody called an answer, and the same doer did not do, is what it answers."""
    return mine.answers and not theirs.answers and not mine.doers & theirs.doers


def _shared(mine: Outline, found: list[str]) -> list[str]:
    """Whether a mention that says much, of place, day, sides, arms or toll, says nothing that was said before."""
    told = sum(map(bool, (mine.names, mine.days, mine.doers, mine.hit or mine.aims, mine.weapons, mine.tolls)))
    return ["shares nothing"] if told >= MUCH and not SHARED & set(found) else []


def _kind(mine: set[str], theirs: set[str]) -> list[str]:
    """A car bomb and a suicide attack may be two words for one act, a raid and a clash are none."""
    if not mine or not theirs or mine & theirs:
        return []
    return ["near kind"] if any({a, b} in NEAR for a in mine for b in theirs) else ["other kind"]


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
    lag, anew = setting.lag, setting.tells_on and setting.wording in ANEW
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
        "result": setting.result,
        "goes on": setting.goes_on,
        "own": setting.own,
        "beside it in the title": setting.beside,
        "recalled again": setting.recalls,
        "repels it": setting.repels,
        "followed by it": setting.followed,
        "turned anew": setting.turned and anew,
        "day first": setting.day_first and anew,
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
    elif (mine.names & theirs.names or mine.fine & theirs.fine) and _are_sisters(mine, theirs):
        yield "sister place"
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


def _are_sisters(mine: Outline, theirs: Outline) -> bool:
    """«حي الزيتون في غزة», «حي التفاح في غزة»: what the two share only holds both."""
    if not mine.leaves or not theirs.leaves or mine.leaves & theirs.leaves:
        return False
    known = mine.leaves & mine.places, theirs.leaves & theirs.places
    return not holds(*known) and not holds(known[1], known[0])


def _are_abroad(mine: Outline, theirs: Outline) -> bool:
    """«ثماني غارات في سوريا», «22 غارة في العراق»: the country of the one holds no place of the other."""
    if mine.places or not mine.countries or not (theirs.places or theirs.countries):
        return False
    return not holds(mine.countries, theirs.places | theirs.countries)


def _day(mine: Outline, theirs: Outline, published: date | None) -> Iterator[str]:
    if (not mine.days or not theirs.days) and same_spoken(mine, theirs):
        yield "day of the words"
    elif (
        (mine.until is not None and theirs.days and min(days[0] for days in theirs.days) > mine.until)
        or announced_before(mine, theirs)
        or announced_before(theirs, mine)
    ):
        yield "other day"
    elif mine.periods and not mine.days:
        yield "in a period"
    elif not mine.days:
        yield _answered_long_ago(mine, theirs, published) or "no day said"
    elif not theirs.days:
        latest = max(days[1] for days in mine.days)
        ago = published - latest if published is not None else timedelta(0)
        yield "old day" if ago > NEWS else "past day" if ago > PAST else "no day yet"
    else:
        pairs = [(a, b) for a in mine.days for b in theirs.days if a[0] <= b[1] and b[0] <= a[1]]
        near = any((a[1] - a[0]).days <= 2 and (b[1] - b[0]).days <= 2 for a, b in pairs)
        yield "same day" if near else "days overlap" if pairs else "other day"


def _answered_long_ago(mine: Outline, theirs: Outline, published: date | None) -> str:
    """«قصفت الأسبوع الماضي … ردا على هجوم»: what was answered then is no news that bears no day."""
    if mine.until is None or theirs.days or published is None:
        return ""
    return "old day" if published - mine.until > PAST else ""


def _sides(mine: Outline, theirs: Outline) -> Iterator[str]:
    if mine.doers and theirs.doers:
        yield "same doer" if mine.doers & theirs.doers else "other doer"
    if (mine.doers & theirs.hit or mine.hit & theirs.doers) and not mine.doers & theirs.doers:
        yield "sides reversed"
    if mine.hit and theirs.hit:
        yield "same target" if mine.hit & theirs.hit else "other target"
    if mine.aims and theirs.aims:
        yield "same aim" if mine.aims & theirs.aims else "other aim"


def _harm(mine: Outline, theirs: Outline) -> Iterator[str]:
    used, known = ({name for name, _ in told.weapons} - {"acts"} for told in (mine, theirs))
    if used and known:
        near = any(used & arms and known & arms for arms in ARMS)
        yield "same weapon" if used & known else "near weapon" if near else "other weapon"
    mine_counts, their_counts = _counts(mine), _counts(theirs)
    if any(their_counts.get(name, counts) != counts for name, counts in mine_counts.items()):
        yield "other count"
    if mine.tolls and theirs.tolls:
        same = mine.tolls & theirs.tolls
        if same and max(count for _, count in same) <= FEW:
            yield "same few"
        elif same:
            yield "same toll" if len(same) == 1 else "same tolls"
        elif {kind for kind, _ in mine.tolls} & {kind for kind, _ in theirs.tolls}:
            yield "other toll"


def _counts(told: Outline) -> dict[str, set[int]]:
    """How many of each weapon are counted."""
    found: dict[str, set[int]] = {}
    for name, count in told.weapons:
        if count is not None:
            found.setdefault(name, set()).add(count)
    return found
