"""Reads, merges, splits, edits, undos and re-readings by two people in any order: what the design promises holds.

What must hold is told from what the machine itself did, by where each act stands in its text, not by the code that
is tried.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.incidents.build import account, gazetteer, words
from tests.record.log_spots import APART, Spot, exported, spot_of
from tests.record.log_stories import edits, picks, signatures, stories
from waqai.claims.model import ReportedEvent
from waqai.deciding import DecisionError, Desk, Signature
from waqai.incidents import edits as edited
from waqai.incidents.anchors import Anchor
from waqai.incidents.decisions import Act, Decision, standing
from waqai.incidents.identity import follow
from waqai.incidents.join import Joined, Past, join
from waqai.record.log import log
from waqai.record.opinions import past
from waqai.record.store import Record
from waqai.reports.intake import Arrival
from waqai.reports.model import Metadata, Report

GAZETTEER = gazetteer()
# A file system in memory where there is one: every step writes through to the disk otherwise.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
TOGETHER = {Act.MERGE, Act.SPLIT, Act.DIFFERENT}


class Once(Desk):
    """A desk that settles once after each change: that settling again changes nothing is a step of its own."""

    settled: Joined | None = None

    def joined(self) -> Joined:
        """The incidents as they stood last."""
        return self.settled or super().joined()


class Log(RuleBasedStateMachine):
    """A record, the people who decide of it, and what both must be after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY))
        self.record = Record(self.folder / "war", create=True)
        self.desk = Once(self.record, GAZETTEER)
        self.stories: dict[str, tuple[Report, tuple[ReportedEvent, ...]]] = {}
        self.told: dict[str, tuple[ReportedEvent, ...]] = {}
        self.reader = 1
        self.names: set[str] = set()
        self.entries: tuple[Decision, ...] = ()
        self.now = self.desk.joined()

    def teardown(self) -> None:
        self.record.engine.dispose()
        shutil.rmtree(self.folder)

    @initialize(story=stories)
    def begin(self, story: list[ReportedEvent]) -> None:
        self.read(story, 0)
        self.read(story, 1)

    @rule(story=stories, name=st.integers(0, 6))
    def read(self, story: list[ReportedEvent], name: int) -> None:
        if f"r{name}" in self.stories:
            return
        body = f"{name} نص"
        report = Report(
            hashlib.sha256(body.encode()).hexdigest(), f"r{name}", body, Metadata(published=date(2023, 5, 19))
        )
        # Each act of a report stands at its own place in the text.
        events = tuple(replace(one, trigger=words("هجوم", APART * n)) for n, one in enumerate(story, start=1))
        self.stories[report.name] = (report, events)
        self._add(report.name, events)

    @rule(which=picks, shift=st.integers(-1, 2), turned=st.booleans(), lost=st.integers(0, 5))
    def read_anew(self, which: int, shift: int, lost: int, *, turned: bool) -> None:
        """A newer reader cuts the words elsewhere, counts the other way round, misses one or finds it again."""
        name = sorted(self.stories)[which % len(self.stories)]
        events = self.stories[name][1]
        self.reader += 1
        cut = [replace(one, trigger=words("هجوم", one.trigger.start + shift)) for one in events]
        if lost < len(cut) > 1:
            cut.pop(lost)
        self._add(name, tuple(reversed(cut) if turned else cut))

    @rule(first=picks, second=picks, signed=signatures)
    def merge(self, first: int, second: int, signed: Signature) -> None:
        self._decide(lambda: self.desk.merge([self._id(first), self._id(second)], signed))

    @rule(first=picks, second=picks, signed=signatures)
    def different(self, first: int, second: int, signed: Signature) -> None:
        self._decide(lambda: self.desk.different(self._id(first), self._id(second), signed))

    @rule(which=picks, cut=picks, signed=signatures)
    def split(self, which: int, cut: int, signed: Signature) -> None:
        long = [one for one in self.now.incidents if len(one.events) > 1]
        if long:
            one = long[which % len(long)]
            out = one.events[: 1 + cut % (len(one.events) - 1)]
            self._decide(lambda: self.desk.split(one.id, out, signed))

    @rule(which=picks, said=edits, signed=signatures)
    def edit(self, which: int, said: tuple[str, str], signed: Signature) -> None:
        self._decide(lambda: self.desk.edit(self._id(which), *said, signed))

    @rule(which=picks, accept=st.booleans(), signed=signatures)
    def answer(self, which: int, signed: Signature, *, accept: bool) -> None:
        said = self.desk.accept if accept else self.desk.reject
        self._decide(lambda: said(self._id(which), signed))

    @rule(which=picks, letter=st.sampled_from("ABCF"), signed=signatures)
    def rate(self, which: int, letter: str, signed: Signature) -> None:
        names = sorted({origin.name for one in self.now.incidents for origin in one.origins})
        self._decide(lambda: self.desk.rate(names[which % len(names)], letter, signed))

    @precondition(lambda self: self.entries)
    @rule(which=picks, signed=signatures)
    def undo(self, which: int, signed: Signature) -> None:
        number = self.entries[which % len(self.entries)].number
        self._decide(lambda: self.desk.undo(number, signed))

    @rule(first=picks, second=picks, said=edits, signed=signatures, kind=st.integers(0, 4))
    def decided_and_undone_is_as_if_never_decided(
        self, first: int, second: int, said: tuple[str, str], signed: Signature, kind: int
    ) -> None:
        one, other = self._id(first), self._id(second)
        acts = (
            lambda: self.desk.merge([one, other], signed),
            lambda: self.desk.different(one, other, signed),
            lambda: self.desk.edit(one, *said, signed),
            lambda: self.desk.reject(one, signed),
            lambda: self.desk.rate(self.now.incidents[0].origins[0].name, "E", signed),
        )
        before = exported(self.now)
        try:
            made = acts[kind]()
        except DecisionError:
            return
        self._settle()
        self.desk.undo(made.number, signed)
        self._settle()
        assert exported(self.now) == before

    @rule(which=picks, cut=picks, signed=signatures, turned=st.booleans())
    def set_apart_by_two_and_taken_back(self, which: int, cut: int, signed: Signature, *, turned: bool) -> None:
        """One splits an incident, another says that the halves differ: they are apart until both take it back."""
        long = [one for one in self.now.incidents if len(one.events) > 1]
        if not long:
            return
        one, before = long[which % len(long)], exported(self.now)
        out = one.events[: 1 + cut % (len(one.events) - 1)]
        split = self.desk.split(one.id, out, signed)
        self._settle()
        left, right = (
            min(now.id for now in self.now.incidents if set(keys) & set(now.events))
            for keys in (out, one.events[len(out) :])
        )
        said = self.desk.different(left, right, signed)
        self._settle()
        for taken in (said, split) if turned else (split, said):
            self.desk.undo(taken.number, signed)
            self._settle()
        assert exported(self.now) == before

    @rule()
    def what_was_undone_leaves_no_trace(self) -> None:
        """They follow from what is told, and from what holds of the log and speaks of what is told."""
        naming, home = self.now.naming, self._homes()

        def told(anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
            return tuple(one for one in anchors if spot_of(one) in home)

        held = (replace(one, events=told(one.events), others=told(one.others)) for one in standing(self.entries))
        known = Past(naming.founders, naming.redirects, tuple(held), past(self.record).prints)
        assert exported(join(self.record.accounts(), GAZETTEER, known)) == exported(self.now)

    @rule()
    def settling_again_changes_nothing(self) -> None:
        assert exported(Desk(self.record, GAZETTEER).joined()) == exported(self.now)

    @invariant()
    def every_event_is_in_one_incident(self) -> None:
        held = [key for one in self.now.incidents for key in one.events]
        told = [f"{name}/e{n}" for name, events in self.told.items() for n in range(1, len(events) + 1)]
        assert sorted(held) == sorted(told)

    @invariant()
    def what_was_said_last_of_who_belongs_together_holds(self) -> None:
        home = self._homes()
        for last in [one for one in standing(self.entries) if one.act in TOGETHER][-1:]:
            sides = [
                {home[spot] for one in side if (spot := spot_of(one)) in home} for side in (last.events, last.others)
            ]
            if last.act is Act.MERGE:
                assert len(sides[0] | sides[1]) <= 1
            else:
                assert not sides[0] & sides[1]
                assert last.act is not Act.SPLIT or len(sides[0]) <= 1

    @invariant()
    def the_rules_never_join_what_a_person_set_apart(self) -> None:
        held = standing(self.entries)
        if any(one.act in {Act.MERGE, Act.SPLIT} for one in held):
            return  # a later merge may join them; the last word is looked at above
        home = self._homes()
        for one in held:
            if one.act is Act.DIFFERENT:
                sides = [
                    {home[spot] for a in side if (spot := spot_of(a)) in home} for side in (one.events, one.others)
                ]
                assert not sides[0] & sides[1]

    @invariant()
    def what_a_person_set_stands(self) -> None:
        by_id = {one.id: one for one in self.now.incidents}
        last: dict[tuple[str, str], Decision] = {}
        for one in standing(self.entries):
            name = follow(one.incident or "", self.now.naming.redirects)
            if one.act is Act.EDIT and name in by_id:
                last[name, str(one.field)] = one
        for (name, field), one in last.items():
            assert dict(by_id[name].chosen_by)[field] == f"set by {one.by}: {one.reason}"
            set_to = edited.parse(field, str(one.value))
            assert {key: getattr(by_id[name], key) for key in set_to} == set_to

    @invariant()
    def the_last_letter_of_a_source_stands(self) -> None:
        last = {one.field: one.value for one in standing(self.entries) if one.act is Act.RATE}
        for origin in (origin for one in self.now.incidents for origin in one.origins):
            assert origin.reliability == last.get(origin.name, "F")

    @invariant()
    def only_what_nobody_tells_any_more_waits(self) -> None:
        home = self._homes()
        for one in self.now.waiting:
            assert not all(spot_of(event) in home for event in (*one.events, *one.others))

    @invariant()
    def ids_are_never_lost(self) -> None:
        today, redirects = {one.id for one in self.now.incidents}, self.now.naming.redirects
        assert not today & redirects.keys()
        retired = self.names - today - redirects.keys()
        for name in self.names - retired:
            assert follow(name, redirects) in today | retired
        home = self._homes()
        for name in retired:
            assert not any(spot_of(one) in home for one in self.now.naming.founders[name])
        for name in today:
            assert name in {home.get(spot_of(one)) for one in self.now.naming.founders[name]}

    @invariant()
    def the_log_only_grows(self) -> None:
        kept = log(self.record)
        assert kept[: len(self.entries)] == self.entries
        assert [one.number for one in kept] == list(range(1, len(kept) + 1))

    def _homes(self) -> dict[Spot, str]:
        """Where each act that is told today stands -> its incident."""
        home = {key: one.id for one in self.now.incidents for key in one.events}
        return {spot_of(one): home[one.key] for one in self.now.tellings.values()}

    def _add(self, name: str, events: tuple[ReportedEvent, ...]) -> None:
        report = self.stories[name][0]
        made = replace(account(name, *events), report=report.id)
        self.record.add(Arrival(report, report.text.encode()), made, f"v{self.reader}")
        self.told[name] = events
        self._settle()

    def _settle(self) -> None:
        self.desk.settled = None
        self.now = self.desk.settled = self.desk.joined()
        self.entries = log(self.record)
        self.names |= {one.id for one in self.now.incidents}

    def _decide(self, decide: Callable[[], Decision]) -> None:
        try:
            decide()
        except DecisionError:
            assert log(self.record) == self.entries
        self._settle()

    def _id(self, which: int) -> str:
        return self.now.incidents[which % len(self.now.incidents)].id
