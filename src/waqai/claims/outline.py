"""What an event mention, or a whole draft, says of its act, as sets that can be held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from waqai.claims.drafts import acts_of, codebook_id, holds
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Count, EventMention, Mention
from waqai.reading.places.refs import PlaceRef, is_nameless
from waqai.reference.places.places import load as load_places

AREAS = frozenset("country governorate district region desert border river".split())
FIELDS = frozenset("base airport oil_field gas_field camp crossing facility".split())
MONTH = 31
FEARED = frozenset("احتمال احتماليه احتمالات امكانيه مخاوف خشيه انباء تكهنات".split())
REACH = 3
MAKING = frozenset("شن شنها شنه تنفيذ تنفيذها تنفيذه توجيه توجيهها اطلاق".split())
ANNOUNCED = 12
"""Words from who announces to the act, over the day of the words."""
COUNTRY = 5
SIDES = {"coalition_oir": "us_forces"}
SETS = tuple("acts words names leaves places countries fine exact kinds doers hit aims weapons tolls".split())
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What each time expression of a report means, and which of them only say when someone spoke."""

    days: Mapping[Mention, Days]
    spoken: frozenset[Mention] = frozenset()


@dataclass(slots=True)
class Outline:
    """Sets of what is said; `days` are those within a month, each as first and last day.

    `periods` are longer; `spoken` are the days of the words, which may be the act's own. `leaves` are the places that
    hold none of the others, by id, else by name. What answered the act was done on the day `until` at the latest.
    `answers` says that it is told as the answer to another act.
    """

    acts: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    leaves: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    fine: set[str] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    days: list[Days] = field(default_factory=list)
    periods: list[Days] = field(default_factory=list)
    spoken: list[Days] = field(default_factory=list)
    doers: set[str] = field(default_factory=set)
    hit: set[str] = field(default_factory=set)
    aims: set[str] = field(default_factory=set)
    weapons: set[tuple[str, int | None]] = field(default_factory=set)
    tolls: set[tuple[str, int]] = field(default_factory=set)
    finest: int = COUNTRY
    bomber: bool = False
    until: date | None = None
    answers: bool = False

    def add(self, other: Outline) -> None:
        """All that the other says is said here too."""
        for name in SETS:
            getattr(self, name).update(getattr(other, name))
        self.leaves = _leaves(self.leaves)
        self.answers |= other.answers
        self.bomber |= other.bomber
        self.days += [days for days in other.days if days not in self.days]
        self.spoken += [days for days in other.spoken if days not in self.spoken]


def outline(chart: Chart, event: EventMention, calendar: Calendar) -> Outline:
    """What the event mention says."""
    told = Outline(acts=acts_of(event), words=_nouns(chart, event))
    _places(chart, event.of("site"), told)
    told_days = [calendar.days[m] for m in event.of("when") if m in calendar.days and m not in calendar.spoken]
    told.spoken = [calendar.days[m] for m in event.of("when") if m in calendar.days and m in calendar.spoken]
    told.days = [(low, high) for low, high in told_days if (high - low).days <= MONTH]
    told.periods = [(low, high) for low, high in told_days if (high - low).days > MONTH]
    told.doers = _known([*event.of("initiator"), *_announcer(chart, event)]) | _accused(chart, event)
    told.hit = _known(event.of("target")) | _owners(chart, event)
    told.aims = {word for m in event.of("target") if m.kind == "facility" for word in _words(chart, m) if len(word) > 2}
    for mention in event.of("weapon"):
        name = getattr(mention.value, "weapon_class", None) or str(mention.value)
        told.weapons.add(
            (name, getattr(mention.value, "count", None) if hasattr(mention.value, "weapon_class") else None)
        )
    told.weapons |= _counted(chart, event)
    told.bomber = "suicide_bomb" in told.acts or any(_is_bomber(chart, m) for m in event.of("initiator"))
    told.tolls = {
        (m.value.kind, m.value.count.low)
        for m in event.of("casualty")
        if isinstance(m.value, Casualty) and m.value.count.low and not m.value.count.vague and not _is_feared(chart, m)
    }
    return told


def _is_bomber(chart: Chart, party: Mention) -> bool:
    """«انتحاري», «مهاجم انتحاري», «الانتحاريين»"""
    return any("انتحاري" in token.text for token in chart.tokens[party.first : party.last])


def _accused(chart: Chart, event: EventMention) -> set[str]:
    """«وهو هجوم اتهمت دمشق إسرائيل به»: who is blamed for it in the clause."""
    last = max((act.last for act in (event.trigger, *event.of("act"))), default=0)
    blamed = [
        part
        for said in chart.kinds.get("attribution", ())
        if event.trigger.last <= said.first <= last + REACH and (part := said.part("accused")) is not None
    ]
    parties = [
        m
        for part in blamed
        for kind in ("actor", "metonym")
        for m in chart.kinds.get(kind, ())
        if m.start < part.end and part.start < m.end
    ]
    return _known(parties)


def _is_feared(chart: Chart, figure: Mention) -> bool:
    """«مع احتمال وقوع قتلى»: a toll that nobody has told."""
    before = chart.tokens[max(0, figure.first - REACH) : figure.first]
    return any(token.text.lstrip("و") in FEARED for token in before)


def _owners(chart: Chart, event: EventMention) -> set[str]:
    """«قاعدة للتحالف», «قاعدة خراب الجير الأميركية»: whose the thing is that was hit."""
    sites = [m for m in event.of("site") if isinstance(m.value, PlaceRef) and m.value.kind in FIELDS]
    hit = [*(m for m in event.of("target") if m.kind == "facility"), *sites]
    owners = [
        actor
        for thing in hit
        for kind in ("actor", "nisba")
        for actor in chart.kinds.get(kind, ())
        if thing.start <= actor.start < thing.end
    ]
    return _known([*owners, *(user for thing in hit for user in _users(chart, thing))])


def _users(chart: Chart, thing: Mention) -> list[Mention]:
    """«منشآت تستخدمها ميليشيات»: whose it is, in the relative clause behind it."""
    behind = chart.tokens[thing.last].text if thing.last < len(chart.tokens) else ""
    if not behind.startswith(("ت", "ي")) or not behind.endswith(("ها", "ه")):
        return []
    return [actor for actor in chart.starts.get(thing.last + 1, ()) if actor.kind == "actor"]


def _announcer(chart: Chart, event: EventMention) -> list[Mention]:
    """«أعلنت الولايات المتحدة عن شن غارات»: who announces that they were made made them."""
    first = event.trigger.first
    if event.of("initiator") or chart.tokens[first - 1].text not in MAKING or chart.tokens[first - 2].text != "عن":
        return []
    said = [m for m in chart.kinds.get("attribution", ()) if 0 < first - m.last <= ANNOUNCED]
    speakers = [part for m in said if (part := m.part("speaker")) is not None]
    return [
        m
        for part in speakers
        for kind in ("actor", "metonym")
        for m in chart.kinds.get(kind, ())
        if m.start < part.end and part.start < m.end
    ]


def _only_locates(before: Mention, site: Mention) -> bool:
    """«قرية العيوج شمال الرقة»: the second only says where the first one lies."""
    return site.rule == "places.directed" and 0 <= site.first - before.last <= 1 and not site.lead


def _places(chart: Chart, sites: Iterable[Mention], told: Outline) -> None:
    by_id = load_places().by_id
    last = None
    for site in sites:
        value, before, last = site.value, last, site
        if isinstance(value, PlaceRef) and value.precision >= COUNTRY:
            told.countries.update(value.ids)
        if not isinstance(value, PlaceRef) or is_nameless(site) or value.precision >= COUNTRY:
            continue
        if before is not None and _only_locates(before, site):
            continue
        told.finest = min(told.finest, value.precision)
        told.places.update(value.ids)
        told.kinds.add(value.kind)
        name = " ".join(_words(chart, site.part("name") or site))
        told.names.add(name)
        told.leaves.update(value.ids or [name])
        if value.precision < COUNTRY - 1:
            told.fine.update(value.ids)
            told.exact.update(i for i in value.ids if by_id[i].kind not in AREAS)
    told.leaves = _leaves(told.leaves)


def _leaves(places: set[str]) -> set[str]:
    """Without those that hold another: of «حي الزيتون في مدينة غزة» the quarter alone; names that no one knows stay."""
    known = {place for place in places if place in load_places().by_id}
    return {place for place in places if place not in known or not holds({place}, known - {place})}


def _nouns(chart: Chart, event: EventMention) -> set[str]:
    """The nouns that name the act, without the article: «الضربات» and «ضربات» are one word."""
    acts = [event.trigger, *event.of("act")]
    nouns = [chart.tokens[act.first].text for act in acts if not act.form.startswith("verb") and act.value != "killed"]
    return {word.removeprefix("و").removeprefix("ب").removeprefix("لل").removeprefix("ال") for word in nouns}


def _counted(chart: Chart, event: EventMention) -> set[tuple[str, int | None]]:
    """«خمس غارات»: how many acts are told as one."""
    acts = [event.trigger, *event.of("act")]
    counts = (m for m in chart.kinds.get("count", ()) if any(m.last == act.first for act in acts))
    return {("acts", m.value.low) for m in counts if isinstance(m.value, Count) and not m.value.vague}


def _known(parties: Iterable[Mention]) -> set[str]:
    """Codebook ids; the coalition and the Americans who lead it are one side."""
    return {SIDES.get(i, i) for m in parties if (i := codebook_id(m)) and i != "unidentified"}


def _words(chart: Chart, mention: Mention) -> list[str]:
    return [token.text for token in chart.tokens[mention.first : mention.last]]
