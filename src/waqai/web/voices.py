"""The table of voices: a row for each report, in each cell what it says, with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waqai.claims.model import Party, ReportedEvent, Stance, Words
from waqai.incidents.model import Incident, Telling
from waqai.web import naming
from waqai.web.wording import Tongue

COLUMNS = ("what", "where", "when", "by", "toll", "outcome")


@dataclass(frozen=True, slots=True)
class Said:
    """One value in a cell: in words, how it is said, by whom inside the report, and where it stands there.

    `start` and `end` are offsets into the report's text; None where no words of the report say it.
    """

    kind: str
    value: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    voice: str = ""
    stance: str = ""
    note: str = ""
    differs: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What one report says of the act; `number` counts the rows from 1."""

    number: int
    telling: Telling
    cells: tuple[tuple[str, tuple[Said, ...]], ...]

    def all(self) -> Iterator[tuple[str, Said]]:
        """Every value with a name for it that is its own on the page."""
        count = 0
        for _, cell in self.cells:
            for said in cell:
                yield f"{self.number}-{count}", said
                count += 1


def rows(tongue: Tongue, incident: Incident, tellings: Sequence[Telling]) -> list[Row]:
    """A row for each telling, in order."""
    differ = frozenset(one.field for one in incident.disagreements)
    return [
        Row(number, telling, tuple((name, tuple(_CELLS[name](tongue, telling.event, differ))) for name in COLUMNS))
        for number, telling in enumerate(tellings, start=1)
    ]


def _said(kind: str, value: str, words: Words | None, voice: Words | None = None, *, differs: bool = False) -> Said:
    if words is None:
        return Said(kind, value, differs=differs)
    said_by = voice.text if voice else ""
    return Said(kind, value, words.start, words.end, words.text, said_by, differs=differs, rule=words.rule)


def _what(tongue: Tongue, event: ReportedEvent, differ: frozenset[str]) -> Iterator[Said]:
    yield _said("act", tongue.term(event.sub_event_type), event.trigger)
    for weapon in event.weapons:
        count = f" × {weapon.count}" if weapon.count else ""
        yield _said("weapon", tongue.term(weapon.weapon_class) + count, weapon.words)
    for voice in event.voices:
        stance = tongue.term(voice.stance.value)
        said = voice.stance is Stance.DENIES and "denial" in differ
        words = voice.words
        yield Said(
            "voice", words.text, words.start, words.end, words.text, stance=stance, differs=said, rule=words.rule
        )


def _where(tongue: Tongue, event: ReportedEvent, differ: frozenset[str]) -> Iterator[Said]:
    for where in event.places:
        name = where.words.text
        if tongue.code == "en" and where.chosen:
            name = naming.place(tongue, where.chosen)
        note = tongue("origin") if where.role == "origin" else tongue.term(f"precision-{where.precision}")
        words = where.words
        differs = "place" in differ and where.role == "site"
        yield Said("place", name, words.start, words.end, words.text, note=note, differs=differs, rule=words.rule)


def _when(tongue: Tongue, event: ReportedEvent, differ: frozenset[str]) -> Iterator[Said]:
    when = event.when
    if when.earliest is None:
        return
    days = tongue.days(str(when.earliest), str(when.latest or when.earliest), when.precision.value)
    differs = "date" in differ
    if when.words is None:
        yield Said("date", days, note=tongue("from-publication"), differs=differs)
    else:
        yield _said("date", days, when.words, differs=differs)


def _by(tongue: Tongue, event: ReportedEvent, differ: frozenset[str]) -> Iterator[Said]:
    for party in event.initiators:
        yield _party(tongue, "author", party, differs="author" in differ)
    for party in event.targets:
        yield _party(tongue, "target", party)


def _party(tongue: Tongue, kind: str, party: Party, *, differs: bool = False) -> Said:
    name = naming.actor(tongue, None if party.actor == "civilians" else party.actor, party.words.text)
    stance = tongue.term(party.stance.value) if party.stance and party.stance is not Stance.ASSERTS else ""
    voice = party.according_to.text if party.according_to else ""
    note = tongue("target") if kind == "target" else ""
    words = party.words
    return Said(kind, name, words.start, words.end, words.text, voice, stance, note, differs, words.rule)


def _toll(tongue: Tongue, event: ReportedEvent, differ: frozenset[str]) -> Iterator[Said]:
    for toll in event.casualties:
        figure = tongue.figure(toll.low, toll.high)
        note = toll.group.text if toll.group else ""
        voice = toll.according_to.text if toll.according_to else ""
        words, value = toll.words, f"{tongue.term(toll.kind)}: {figure}"
        differs = toll.kind in differ
        yield Said("toll", value, words.start, words.end, words.text, voice, "", note, differs, words.rule)


def _outcome(tongue: Tongue, event: ReportedEvent, differ: frozenset[str]) -> Iterator[Said]:
    for number, value in enumerate(event.outcome):
        words = event.outcome_words[number] if number < len(event.outcome_words) else None
        yield _said("outcome", tongue.term(value), words, differs="outcome" in differ)
    if event.damage != "unknown":
        yield _said("damage", tongue.term(event.damage), event.damage_words, differs="damage" in differ)


_CELLS = {"what": _what, "where": _where, "when": _when, "by": _by, "toll": _toll, "outcome": _outcome}
