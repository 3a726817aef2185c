"""From a read text to the report's account: its events, tallies and claims, in the codebook's terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from waqai.claims import (
    antecedents,
    arms,
    attaching,
    authors,
    backreference,
    crowds,
    firsts,
    flights,
    likewise,
    links,
    naming,
    parties,
    placing,
    sites,
    tallies,
    targets,
    times,
    tolls,
    traits,
)
from waqai.claims.again import settle
from waqai.claims.anniversaries import marked_day
from waqai.claims.answerdays import not_before
from waqai.claims.background import is_background
from waqai.claims.drafts import Draft
from waqai.claims.eventhood import Hood, hood
from waqai.claims.flags import flags
from waqai.claims.joining import Joiner
from waqai.claims.kinds import event_type, sub_event_type
from waqai.claims.launched import launched
from waqai.claims.leading import fullest, of_one_kind
from waqai.claims.model import Account, ReportedEvent, When, Words
from waqai.claims.opening import body_of, titles_of
from waqai.claims.outcomes import outcomes
from waqai.claims.outline import Calendar
from waqai.claims.quoting import words
from waqai.claims.reckoning import reckoned_day
from waqai.claims.resuming import resumes
from waqai.claims.rows import claims_of
from waqai.claims.stepping import stepped
from waqai.claims.voices import UNKNOWN, Attribution, Outlet, Voices, voices
from waqai.claims.vouching import vouched
from waqai.reading.clauses import events_of
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text, read, sentence_tokens
from waqai.reference.sources import country_of, source_of
from waqai.reports.furniture import furniture, without
from waqai.reports.model import Report


class Teller:
    """One report while its account is drawn up."""

    def __init__(self, text: Text, published: date | None, home: str | None = None, outlet: Outlet = UNKNOWN) -> None:
        """The report is read; voices and dates are known. `home` is the outlet's country, as ISO code."""
        self.home = home
        self.text = text
        self.published = published
        self.voices: Voices = voices(text, outlet)
        self.written = times.day_of_writing(text, published)
        self.whens = times.resolved(text, self.written)
        self.day = reckoned_day(text, self.written)
        self.firsts = [when for when in self.whens if when.rule == firsts.RULE]
        self.reckoned = self.whens if self.written else times.resolved(text, self.day)
        self.series: list[EventMention] = []
        self.told: list[Draft] = []
        self.totals: list[Mention] = []
        self.vouched: dict[int, tuple[Attribution, ...]] = {}
        self.worded: list[tuple[int, EventMention]] = []
        self.coded: list[tuple[Draft, ReportedEvent]] = []
        calendar = Calendar(times.days(self.reckoned), times.spoken(text, self.reckoned))
        self.joiner = Joiner(text.chart, calendar, self.day, (titles_of(text), body_of(text)))

    def join(self) -> None:
        """Every event mention of the text is part of a draft, of a series, or of no act."""
        for number, (first, last) in enumerate(sentence_tokens(self.text)):
            for told in events_of(self.text.chart, first, last):
                event = flights.without_idle(self.text, firsts.dated(self.text, told, self.firsts))
                event = flights.without_interceptor(event)
                self.worded.append((number, event))
                kind = hood(self.text, event, self.reckoned)
                if kind is Hood.SERIES and resumes(self.text, event, self.joiner.drafts, number, self.reckoned):
                    kind = Hood.KNOWN
                if kind is Hood.SERIES:
                    self.series.append(event)
                if kind not in (Hood.NEW, Hood.KNOWN):
                    continue
                self.joiner.add(
                    backreference.sited(self.text, event, self.joiner.drafts), number, first, new=kind is Hood.NEW
                )
        settle(self.joiner.drafts, self.joiner.outlines, self.day)

    def drafts(self) -> list[Draft]:
        """The acts of the report, in the order in which it tells them."""
        self.join()
        drafts = [draft for draft in self.joiner.drafts if self._is_anchored(draft)]
        placing.placed(self.text, drafts)
        backreference.run_on(self.text, drafts)
        placing.inherited(self.text, drafts)
        launched(self.text, drafts)
        authors.name_authors(
            self.text, drafts, self.worded, {event.trigger.first for event in self.series}, self.voices
        )
        antecedents.fill(self.text, drafts, self.worded, self.voices)
        links.link(self.text, drafts)
        self.vouched = vouched(self.text, self.voices, drafts, self.worded)
        self.told = drafts
        self.totals = attaching.attach(self.text, drafts, self.reckoned, self.series)
        return drafts

    def summed(self) -> set[Mention]:
        """The figures that sum up several acts: those told of a series, and those that no one act has."""
        return {*self.totals, *(m for event in self.series for m in event.of("casualty"))}

    def _is_anchored(self, draft: Draft) -> bool:
        """A trigger and one of: place, date, target, figure (codebook, section 1)."""
        return bool(
            draft.of("site") or draft.of("target") or draft.of("casualty") or times.own(self.text, draft, self.whens)
        )

    def event(self, draft: Draft, number: int) -> ReportedEvent:
        """The draft in the codebook's terms."""
        text = self.text
        places = sites.sites(text, draft, self.home)
        when, background = self._when(draft)
        named = parties.initiators(text, draft, lambda m: naming.author_naming(text, self.voices, m))
        core = of_one_kind(text, draft)
        aims, used = targets.targets(text, draft), arms.weapons(text, core)
        sub = sub_event_type(traits.traits(text, draft, [w.weapon_class for w in used], aims))
        used, sub = likewise.likened(text, draft, (used, sub), self.coded)
        named, aims = crowds.sides(text, draft, sub, named, aims)
        damage = draft.damage
        outcome = draft.of("outcome")
        trigger = self._trigger(draft)
        coded = ReportedEvent(
            id=f"e{number}",
            event_type=event_type(sub),
            sub_event_type=sub,
            trigger=trigger,
            when=when,
            background=background,
            places=places,
            geo_precision=sites.geo_precision(places),
            initiators=named,
            targets=aims,
            weapons=used,
            casualties=tolls.tolls(text, core, self._figure_speaker),
            damage=max((str(m.value) for m in damage), key=_worst, default="unknown"),
            damage_words=words(text, damage[0]) if damage else None,
            outcome=outcomes(text, outcome, sub),
            outcome_words=tuple(words(text, m) for m in outcome),
            voices=naming.sources(text, self.voices, draft, self.vouched.get(id(draft), ())),
            response_words=words(text, draft.cue) if draft.cue is not None else None,
            mentions=tuple(words(text, event.trigger) for event in draft.mentions),
            flags=flags(text, draft, self.published, self._figure_speaker),
        )
        self.coded.append((draft, coded))
        return coded

    def _when(self, draft: Draft) -> tuple[When, bool]:
        """When the act was, and whether the report only recalls it."""
        text = self.text
        counted = stepped(text, self.told, draft, lambda one: times.when_of(text, one, self.whens, self.written))
        own = times.own(text, draft, self.whens) or counted
        reckoned = times.own(text, draft, self.reckoned) or counted
        marked = marked_day(text, draft.mentions[0].trigger, own, self.written)
        own, reckoned = marked or own, marked or reckoned
        background = is_background(text, draft, reckoned, self.day)
        news = own or times.when_of(text, draft, self.whens, self.written)
        return (own or times.UNKNOWN if background else news), background

    def _figure_speaker(self, figure: Mention) -> Words | None:
        return naming.figure_speaker(self.text, self.voices, figure)

    def _trigger(self, draft: Draft) -> Words:
        """Where the act is told most fully: the mention with most arguments."""
        return words(self.text, fullest(draft).trigger)


def _worst(value: str) -> int:
    return ("unknown", "none", "material", "destroyed").index(value)


def account(report: Report) -> Account:
    """Everything that the report tells, with the words it tells it in."""
    aside = furniture(report.text)
    text = read(without(report.text, aside))
    outlet, url = report.metadata.outlet, report.metadata.url
    teller = Teller(text, report.published, country_of(outlet, url), Outlet(outlet, source_of(outlet, url)))
    drafts = teller.drafts()
    events = [teller.event(draft, number) for number, draft in enumerate(drafts, 1)]
    told = [event for draft in drafts for event in draft.mentions]
    ids = {id(draft): event.id for draft, event in zip(drafts, events, strict=True)}
    events = [
        replace(event, responds_to=tuple(ids[id(other)] for other in draft.answers if id(other) in ids))
        for draft, event in zip(drafts, events, strict=True)
    ]
    events = [not_before(event, events) for event in events]
    metadata = report.metadata
    return Account(
        report.id,
        report.name,
        metadata.outlet,
        metadata.title,
        metadata.published,
        tuple(events),
        tallies.tallies(text, teller.whens, report.published, teller.summed(), told),
        claims_of(report, events),
        tuple(Words(report.text[start:end], start, end, reason) for start, end, reason in aside),
    )
