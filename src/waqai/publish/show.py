"""One incident in full: every voice with its quoted words, their report, span and rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.text import Text

from waqai.claims.model import ReportedEvent, Where, Words
from waqai.incidents.join import Joined
from waqai.incidents.judge import points
from waqai.incidents.model import Incident, Telling, Verdict
from waqai.incidents.origins import sources_words
from waqai.publish.safe import safe
from waqai.publish.table import date_words, toll_words

_AROUND = 70  # characters of the report on either side of the trigger


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a report says of the act: the property, its value, the words, and who says so."""

    name: str
    value: str
    words: Words | None
    voice: Words | None = None


def lines(incident: Incident, joined: Joined, text_of: Callable[[str], str | None]) -> Iterator[Text]:
    """The incident, what its voices differ on, its links, then each report's own account of it."""
    yield Text(f"{incident.id}  {incident.event_type} / {incident.sub_event_type}", style="bold")
    rules = dict(incident.chosen_by)
    yield Text(f"date     {date_words(incident)} ({incident.date_precision}; {rules.get('date', 'as told')})")
    yield Text(f"toll     {toll_words(incident)} (best figure: {rules.get('killed', 'as told')})")
    yield from _sources(incident)
    for name, lat, lon in incident.places:
        yield Text(f"place    {'' if lat is None else f'{lat:.4f} {lon:.4f}  '}{safe(name)}")
    for one in incident.disagreements:
        yield Text(f"{one.kind or one.field} ({one.weight:.1f}):", style="yellow")
        for value, who in one.versions:
            yield Text(f"  {safe(value)}: {'، '.join(safe(name) for name in who)}")
    yield from _links(incident, joined)
    yield from _reasons(incident, joined)
    for key in incident.events:
        yield Text("")
        yield from _telling(joined.tellings[key], text_of)


def _sources(incident: Incident) -> Iterator[Text]:
    """How many independent sources there are, what each report rests on, which are copies."""
    reports = len(incident.reports)
    told = sources_words(len(incident.origins))
    yield Text(f"sources  {told} in {reports} report{'' if reports == 1 else 's'}")
    chosen = dict(incident.chosen_by).get("label", "computed")
    graded = f"{incident.graded_by}; sources and acts are graded apart"
    yield Text(f"graded   {incident.label} ({chosen}), credibility {incident.credibility}: {graded}")
    for origin in incident.origins:
        named = "، ".join(safe(name) for name in origin.reports)
        yield Text(f"  {safe(origin.name)} ({origin.kind}, reliability {origin.reliability}): {named}")
    for first, *others in incident.copies:
        yield Text(f"  {'، '.join(safe(name) for name in others)}: the text of {safe(first)}")


def _links(incident: Incident, joined: Joined) -> Iterator[Text]:
    for link in joined.links:
        how = "stated" if link.stated else "inferred"
        if link.answer == incident.id:
            yield Text(f"answers  {link.cause} ({how}): {safe(link.words)}", style="cyan")
        if link.cause == incident.id:
            yield Text(f"answered by  {link.answer} ({how}): {safe(link.words)}", style="cyan")


def _reasons(incident: Incident, joined: Joined) -> Iterator[Text]:
    """Why these tellings are held to be one act."""
    here = set(incident.events)
    for one in joined.judgements:
        if one.verdict is Verdict.SAME and one.left in here and one.right in here:
            yield Text(f"{one.left} = {one.right}: {points(one):.1f} points, by {one.by}", style="dim")
            for feature in one.features:
                gain = feature.score * feature.weight
                yield Text(f"    {gain:+.1f} {feature.name}: {safe(feature.words)}", style="dim")


def _telling(telling: Telling, text_of: Callable[[str], str | None]) -> Iterator[Text]:
    """One report's account: who published it, the sentence of the act, then fact after fact."""
    published = telling.published.isoformat() if telling.published else "no date"
    background = ", recalled as background" if telling.event.background else ""
    yield Text(f"{telling.key}  {published}{background}  {safe(telling.outlet or '')}", style="bold")
    if telling.title:
        yield Text(f"  {safe(telling.title)}")
    text = text_of(telling.report)
    if text is not None:
        yield Text(f"  … {_around(text, telling.event.trigger)} …", style="italic")
    for fact in facts(telling.event):
        yield _fact(fact)


def _around(text: str, words: Words) -> str:
    """The words with what stands around them, cut at blanks."""
    start = text.find(" ", max(0, words.start - _AROUND), words.start) + 1 or max(0, words.start - _AROUND)
    end = text.rfind(" ", words.end, words.end + _AROUND)
    return safe(text[start : end if end > 0 else words.end + _AROUND])


def _fact(fact: Fact) -> Text:
    span = f" [{fact.words.start}:{fact.words.end}]" if fact.words else ""
    rule = f" {fact.words.rule}" if fact.words and fact.words.rule else ""
    quote = f" «{safe(fact.words.text)}»" if fact.words else ""
    voice = f" ← {safe(fact.voice.text)}" if fact.voice else ""
    return Text(f"  {fact.name:10} {safe(fact.value)}{span}{rule}{quote}{voice}")


def _located(place: Where) -> str:
    """Which place it is, or why none was chosen and what holds all candidates; with the reasons."""
    why = f" ({', '.join(place.reasons)})" if place.reasons else ""
    return (place.chosen or f"not located, in {place.area or 'an unknown area'}") + why


def facts(event: ReportedEvent) -> Iterator[Fact]:
    """Everything the report says of the act, in the order of the codebook."""
    when = event.when
    days = f"{when.earliest or '?'}..{when.latest or '?'} {when.precision.value}"
    yield Fact("act", event.sub_event_type, event.trigger)
    yield Fact("date", f"{days} ({when.basis})" if when.basis else days, when.words)
    for place in event.places:
        yield Fact(place.role, _located(place), place.words)
    for party in event.initiators:
        stance = f" ({party.stance.value})" if party.stance else ""
        yield Fact("by", f"{party.actor or 'another'}{stance}", party.words, party.according_to)
    for party in event.targets:
        yield Fact("target", party.actor or "another", party.words)
    for weapon in event.weapons:
        count = "" if weapon.count is None else f" × {weapon.count}"
        yield Fact("weapon", weapon.weapon_class + count, weapon.words)
    for toll in event.casualties:
        high = "+" if toll.high is None else ("" if toll.high == toll.low else f"-{toll.high}")
        yield Fact(toll.kind, f"{toll.low}{high}", toll.words, toll.according_to)
    yield from _results(event)


def _results(event: ReportedEvent) -> Iterator[Fact]:
    if event.damage != "unknown":
        yield Fact("damage", event.damage, event.damage_words)
    for number, outcome in enumerate(event.outcome):
        words = event.outcome_words[number] if number < len(event.outcome_words) else None
        yield Fact("outcome", outcome, words)
    for voice in event.voices:
        yield Fact("source", voice.stance.value, voice.words)
    for flag in event.flags:
        yield Fact("flag", f"{flag.name}: {flag.detail}", flag.words[0] if flag.words else None)
