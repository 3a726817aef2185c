"""Reads, merges, splits, edits, undos and re-readings by two people in any order: what the design promises holds.

`make test` runs a few short sequences. All of them, as the design asks:
    WAQAI_SEQUENCES=500 WAQAI_STEPS=50 python -m pytest -q tests/record/test_log_model.py
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.incidents.build import (
    CLASH,
    SHELLING,
    STRIKE,
    account,
    by,
    event,
    gazetteer,
    killed,
    when,
    where,
    words,
)
from waqai.claims.model import ReportedEvent
from waqai.deciding import DecisionError, Desk, Signature
from waqai.incidents.anchors import Finder
from waqai.incidents.decisions import Act, Decision, rulings, standing
from waqai.incidents.identity import follow
from waqai.incidents.join import Joined
from waqai.publish import export
from waqai.record.log import log
from waqai.record.store import Record
from waqai.reports.intake import Arrival
from waqai.reports.model import Metadata, Report

SEQUENCES = int(os.environ.get("WAQAI_SEQUENCES", "12"))
STEPS = int(os.environ.get("WAQAI_STEPS", "20"))
PLACES = (where("حقل الورد", "rose"), where("قاعدة الورد", "rose-base"), where("بلدة النرجس", "town"))
GAZETTEER = gazetteer()
# A file system in memory where there is one: every step writes through to the disk otherwise.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
TOGETHER = {Act.MERGE, Act.SPLIT, Act.DIFFERENT}

tellable = st.builds(
    lambda kind, day, place, dead, author: event(
        1,
        kind,
        when=when(f"2023-05-{day:02}"),
        places=(PLACES[place],),
        casualties=(killed(dead),),
        initiators=(by(author),) if author else (),
    ),
    st.sampled_from((STRIKE, SHELLING, CLASH)),
    st.integers(16, 18),
    st.integers(0, 2),
    st.integers(0, 4),
    st.sampled_from(("us_forces", "iran_backed_militias", None)),
)
stories = st.lists(tellable, min_size=1, max_size=3)
signatures = st.builds(Signature, st.sampled_from(("ندى", "سامي")), st.sampled_from(("فحص", "شاهدان", "خطأ")))
edits = st.sampled_from(
    (("killed", "4-7"), ("date", "2023-05-16"), ("damage", "none"), ("label", "weak"), ("killed", "9"))
)
picks = st.integers(0, 10**6)


class Log(RuleBasedStateMachine):
    """A record, the people who decide of it, and what both must be after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY))
        self.record = Record(self.folder / "war", create=True)
        self.desk = Desk(self.record, GAZETTEER)
        self.reports: dict[str, tuple[Report, tuple[ReportedEvent, ...]]] = {}
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
        if f"r{name}" in self.reports:
            return
        body = f"{name} نص"
        report = Report(
            hashlib.sha256(body.encode()).hexdigest(), f"r{name}", body, Metadata(published=date(2023, 5, 19))
        )
        # Each act of a report stands at its own place in the text.
        events = tuple(replace(one, trigger=words("هجوم", 40 * n)) for n, one in enumerate(story, start=1))
        self.reports[report.name] = (report, events)
        self._add(report.name)

    @rule(which=picks, shift=st.integers(-2, 2), turned=st.booleans(), lost=st.booleans())
    def read_anew(self, which: int, shift: int, *, turned: bool, lost: bool) -> None:
        """A newer reader cuts the words elsewhere, counts the events the other way round, misses one."""
        name = sorted(self.reports)[which % len(self.reports)]
        report, events = self.reports[name]
        self.reader += 1
        cut = [replace(one, trigger=words("هجوم", one.trigger.start + shift)) for one in events]
        if lost and len(cut) > 1:
            cut.pop()
        self.reports[name] = (report, tuple(reversed(cut) if turned else cut))
        self._add(name)

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

    @precondition(lambda self: self.entries)
    @rule(which=picks, signed=signatures)
    def undo(self, which: int, signed: Signature) -> None:
        number = self.entries[which % len(self.entries)].number
        self._decide(lambda: self.desk.undo(number, signed))

    @rule(first=picks, second=picks, said=edits, signed=signatures, kind=st.integers(0, 3))
    def decided_and_undone_is_as_if_never_decided(
        self, first: int, second: int, said: tuple[str, str], signed: Signature, kind: int
    ) -> None:
        one, other = self._id(first), self._id(second)
        acts = (
            lambda: self.desk.merge([one, other], signed),
            lambda: self.desk.different(one, other, signed),
            lambda: self.desk.edit(one, *said, signed),
            lambda: self.desk.reject(one, signed),
        )
        before = exported(self.now)
        try:
            made = acts[kind]()
        except DecisionError:
            return
        self.desk.joined()
        self.desk.undo(made.number, signed)
        self._settle()
        assert exported(self.now) == before

    @rule()
    def settling_again_changes_nothing(self) -> None:
        assert exported(self.desk.joined()) == exported(self.now)

    @invariant()
    def every_event_is_in_one_incident(self) -> None:
        held = [key for one in self.now.incidents for key in one.events]
        told = [f"{name}/e{n}" for name, (_, events) in self.reports.items() for n in range(1, len(events) + 1)]
        assert sorted(held) == sorted(told)

    @invariant()
    def what_was_said_last_of_who_belongs_together_holds(self) -> None:
        held = standing(self.entries)
        last = [one for one in held if one.act in TOGETHER][-1:]
        home = {key: one.id for one in self.now.incidents for key in one.events}
        for ruling in rulings(last, Finder(self.now.tellings.values())).rulings:
            assert len({home[key] for key in ruling.together}) <= 1
            sides = [{home[key] for key in side} for side in ruling.apart]
            assert not sides[0] & sides[1]

    @invariant()
    def the_rules_never_join_what_a_person_set_apart(self) -> None:
        held = standing(self.entries)
        if any(one.act in {Act.MERGE, Act.SPLIT} for one in held):
            return  # a later merge may join them; the last word is looked at above
        home = {key: one.id for one in self.now.incidents for key in one.events}
        for ruling in rulings(held, Finder(self.now.tellings.values())).rulings:
            assert not {home[key] for key in ruling.apart[0]} & {home[key] for key in ruling.apart[1]}

    @invariant()
    def what_a_person_set_stands(self) -> None:
        by_id = {one.id: one for one in self.now.incidents}
        last: dict[tuple[str, str], Decision] = {}
        for one in standing(self.entries):
            name = follow(one.incident or "", self.now.naming.redirects)
            if one.act is Act.EDIT and name in by_id and one not in self.now.waiting:
                last[name, str(one.field)] = one
        for (name, field), one in last.items():
            assert dict(by_id[name].chosen_by)[field] == f"set by {one.by}: {one.reason}"

    @invariant()
    def ids_are_never_lost(self) -> None:
        today = {one.id for one in self.now.incidents}
        retired = self.names - today - set(self.now.naming.redirects)
        told = Finder(self.now.tellings.values())
        for name in self.names - retired:
            assert follow(name, self.now.naming.redirects) in today | retired
        for name in retired:
            assert not any(told.find(one) for one in self.now.naming.founders[name])

    @invariant()
    def the_log_only_grows(self) -> None:
        kept = log(self.record)
        assert kept[: len(self.entries)] == self.entries

    def _add(self, name: str) -> None:
        report, events = self.reports[name]
        made = replace(account(name, *events), report=report.id)
        self.record.add(Arrival(report, report.text.encode()), made, f"v{self.reader}")
        self._settle()

    def _settle(self) -> None:
        self.now = self.desk.joined()
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


def exported(joined: Joined) -> str:
    return "\n".join(export.incident_lines("jsonl", joined.incidents, joined.links))


def test_any_sequence_of_readings_and_decisions() -> None:
    run_state_machine_as_test(
        Log,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=STEPS,
            deadline=None,
            phases=[phase for phase in Phase if phase is not Phase.shrink or SEQUENCES < 100],
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
