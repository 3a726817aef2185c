"""From an incident and its tellings to its card, what it is found by, and the words that a search looks through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from waqai.claims.model import Stance, Where
from waqai.incidents.model import Incident, Telling
from waqai.language.fold import fold
from waqai.language.tokens import tokenize
from waqai.reference import actors
from waqai.reference.places import Gazetteer
from waqai.web.catalogue.card import Card, Side, Spot

TextOf = Callable[[str], str]
_CONTESTED = frozenset({"denial", "author"})
_STUCK = ("وال", "بال", "كال", "فال", "لل", "ال")


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident as the catalogue keeps it. Days are ordinals; `facets` are pairs of field and value."""

    card: Card
    facets: tuple[tuple[str, str], ...]
    words: str

    @property
    def days(self) -> tuple[int | None, int | None]:
        """First and last day on which it may have happened."""
        first, last = self.card.start, self.card.end or self.card.start
        if first is None or last is None:
            return None, None
        return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


def draw(incident: Incident, tellings: Sequence[Telling], text_of: TextOf, places: Gazetteer) -> Entry:
    """The entry of one incident; `text_of` gives the text of the report of a name."""
    card = _card(incident, tellings, places)
    found = list(facets(card, places))
    if any(one.event.flags for one in tellings):
        found.append(("flag", "any"))
    return Entry(card, tuple(found), " ".join(_words(card, tellings, text_of)))


def _card(incident: Incident, tellings: Sequence[Telling], places: Gazetteer) -> Card:
    weapons = dict.fromkeys(weapon.weapon_class for one in tellings for weapon in one.event.weapons)
    outlets = tuple(dict.fromkeys(one.outlet for one in tellings if one.outlet))
    differ = tuple(one.field for one in incident.disagreements)
    published = max((one.published for one in tellings if one.published), default=None)
    sources = len(incident.origins) or max(1, len(outlets))
    return Card(
        id=incident.id,
        event_type=incident.event_type,
        sub_event_type=incident.sub_event_type,
        start=incident.start,
        end=incident.end,
        date_precision=incident.date_precision,
        spots=_spots(tellings, places),
        by=_set(incident, "initiators") or _sides(tellings),
        on=_set(incident, "targets") or _targets(tellings),
        killed=incident.killed,
        injured=incident.injured,
        outcome=incident.outcome,
        weapons=tuple(weapons),
        outlets=outlets,
        reports=incident.reports,
        sources=sources,
        differ=differ,
        grade=incident.label or _grade(differ, sources),
        reviewed=incident.status != "open",
        background=incident.background,
        published=published.isoformat() if published else None,
    )


def _set(incident: Incident, field: str) -> tuple[Side, ...]:
    """The parties that a person gave it; none where nobody did."""
    if not dict(incident.chosen_by).get(field, "").startswith("set by "):
        return ()
    return tuple(Side(name if name in actors.load() else None, name) for name in getattr(incident, field))


def _grade(differ: Sequence[str], sources: int) -> str:
    """Airwars' words, as far as they can be computed: contested, fair (two sources or more), weak (one)."""
    if _CONTESTED.intersection(differ):
        return "contested"
    return "fair" if sources > 1 else "weak"


def _spots(tellings: Iterable[Telling], places: Gazetteer) -> tuple[Spot, ...]:
    """Every place once, with its finest naming; sites first."""
    found: dict[tuple[str, str], Spot] = {}
    for where in (where for one in tellings for where in one.event.places):
        same = (where.role, where.chosen or fold(where.words.text).text)
        if same not in found or where.precision < found[same].precision:
            found[same] = _spot(where, places)
    return tuple(sorted(found.values(), key=lambda spot: (spot.kind != "site", spot.precision)))


def _spot(where: Where, places: Gazetteer) -> Spot:
    place = places.by_id.get(where.chosen) if where.chosen else None
    spot = Spot(where.words.text, where.precision, where.role)
    if place is None:
        return spot
    above = places.ancestors(place.id)
    area = next((one for one in above if one.kind == "governorate"), above[-1] if above else place)
    return replace(
        spot,
        id=place.id,
        english=place.name_en,
        area=area.name,
        area_english=area.name_en,
        country=place.country or None,
        lat=place.lat,
        lon=place.lon,
    )


def _sides(tellings: Iterable[Telling]) -> tuple[Side, ...]:
    """Who is said to have done it, once each; a bare assertion outranks a suspicion of the same one."""
    found: dict[str, Side] = {}
    for party in (party for one in tellings for party in one.event.initiators):
        stance = None if party.stance in {None, Stance.ASSERTS} else str(party.stance)
        same = party.actor if party.actor not in {None, "unidentified"} else party.words.text
        if str(same) not in found or stance is None:
            found[str(same)] = Side(party.actor, party.words.text, stance)
    return tuple(found.values())


def _targets(tellings: Iterable[Telling]) -> tuple[Side, ...]:
    found: dict[str, Side] = {}
    for party in (party for one in tellings for party in one.event.targets):
        found.setdefault(party.actor or party.words.text, Side(party.actor, party.words.text))
    return tuple(found.values())


def facets(card: Card, places: Gazetteer) -> Iterator[tuple[str, str]]:
    """All that the incident is found by, each pair once."""
    yield "type", card.sub_event_type
    yield "type", card.event_type
    by = {side.actor for side in card.by if side.actor and side.stance != Stance.DENIES.value}
    on = {side.actor for side in card.on if side.actor}
    yield from (("by", actor) for actor in sorted(by))
    yield from (("on", actor) for actor in sorted(on))
    yield from (("actor", actor) for actor in sorted(by | on))
    yield from (("place", name) for name in sorted(_placed(card, places)))
    yield from (("area", name) for name in sorted({n for n in _placed(card, places) if _is_area(n, places)}))
    yield from (("country", name) for name in sorted({s.country for s in card.spots if s.country}))
    yield from (("source", name) for name in card.outlets)
    yield from (("report", name) for name in card.reports)
    yield from (("weapon", name) for name in card.weapons)
    yield "grade", card.grade
    yield from (("differ", name) for name in dict.fromkeys(card.differ))
    if card.differ:
        yield "differ", "any"
    yield "reviewed", "yes" if card.reviewed else "no"
    if card.start is None:
        yield "undated", "yes"


def _placed(card: Card, places: Gazetteer) -> set[str]:
    """The ids of its sites and of everything that holds them."""
    own = {spot.id for spot in card.spots if spot.id and spot.kind == "site"}
    return own | {above.id for name in own for above in places.ancestors(name)}


def _is_area(name: str, places: Gazetteer) -> bool:
    return name in places.by_id and places.by_id[name].kind == "governorate"


def _words(card: Card, tellings: Sequence[Telling], text_of: TextOf) -> Iterator[str]:
    yield from card_words(card)
    for telling in tellings:
        yield from searchable(telling.title or "")
        yield from searchable(_paragraph(text_of(telling.report), telling.event.trigger.start))


def card_words(card: Card) -> Iterator[str]:
    """What a card itself is found by: its id, places, sides, act and outlets."""
    yield card.id.lower()
    for spot in card.spots:
        yield from searchable(" ".join(filter(None, (spot.name, spot.english, spot.area, spot.area_english))))
    for side in (*card.by, *card.on):
        yield from searchable(f"{side.words} {(side.actor or '').replace('_', ' ')}")
    yield from searchable(f"{card.sub_event_type} {' '.join(card.outlets)}")


def _paragraph(text: str, at: int) -> str:
    """The line of the text that holds the offset."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def searchable(text: str) -> Iterator[str]:
    """The words as they are looked for: folded, in small letters, and also without what is written onto them."""
    for token in tokenize(fold(text).text):
        if token.kind not in {"word", "number"}:
            continue
        word = token.text.casefold()
        yield word
        bare = next(
            (word[len(stuck) :] for stuck in _STUCK if word.startswith(stuck) and len(word) > len(stuck) + 2), ""
        )
        if bare:
            yield bare
