"""Copies count once however they are disguised; reports written apart count each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from tests.incidents.build import account, by, event, gazetteer, voice, words
from tests.incidents.network import AGENCY, DAILY, DISGUISES, NEWSROOMS, RADIO, TOWNS, report, told
from waqai.claims.model import Account, ReportedEvent, Stance, Voice
from waqai.incidents.join import Joined, Past, join
from waqai.incidents.model import Incident
from waqai.incidents.origins import sources_words
from waqai.incidents.prints import COPY, print_of, shared
from waqai.language.fold import fold
from waqai.pipeline import read_report
from waqai.reference import places
from waqai.reports.model import Report


@cache
def read(one: Report) -> Account:
    return read_report(one)


def joined(reports: Iterable[Report]) -> Joined:
    told = list(reports)
    return join([read(one) for one in told], places.load(), Past(prints={one.name: print_of(one.text) for one in told}))


def networks() -> list[tuple[tuple[str, ...], list[Incident]]]:
    """Each event's ten copies, exact and disguised, by name: with the incidents that rest on them."""
    names = {
        number: tuple(f"n{number:02}-{place:02}" for place in range(len(DISGUISES))) for number in range(len(TOWNS))
    }
    found = joined(
        report(name, number, disguise(told(number, AGENCY)))
        for number, copies in names.items()
        for name, disguise in zip(copies, DISGUISES.values(), strict=True)
    )
    return [(copies, [one for one in found.incidents if set(one.reports) & set(copies)]) for copies in names.values()]


def one_source(copies: tuple[str, ...], incidents: list[Incident]) -> bool:
    """Whether all ten are one source of one incident, with the earliest shown as the text that the others copy."""
    main = max(incidents, key=lambda one: len(one.reports))
    first = [f"صحيفة {copies[0]}"]
    return (
        set(main.reports) == set(copies)
        and main.copies == (copies,)
        and all([origin.name for origin in one.origins] == first for one in incidents)
    )


def falsely_joined() -> tuple[float, float]:
    """The share of pairs written apart held to be copies; of the pairs held to be one act, those of two events."""
    event_of = {f"{name}-{number:02}": number for number in range(len(TOWNS)) for name in NEWSROOMS}
    found = joined(
        report(f"{name}-{number:02}", number, told(number, paragraphs))
        for number in range(len(TOWNS))
        for name, paragraphs in NEWSROOMS.items()
    ).incidents
    copied = {pair for one in found for group in one.copies for pair in combinations(sorted(group), 2)}
    together = {pair for one in found for pair in combinations(sorted(one.reports), 2)}
    wrong = sum(event_of[one] != event_of[other] for one, other in together)
    within = len(TOWNS) * len(list(combinations(NEWSROOMS, 2)))
    return len(copied) / within, wrong / max(1, len(together))


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_disguised_copy_is_recognised(disguise: object) -> None:
    original = told(0, AGENCY)
    copy = disguise(original)  # type: ignore[operator]
    assert shared(print_of("\n".join(original)).shingles(), print_of("\n".join(copy)).shingles()) >= COPY


def test_each_of_twenty_networks_of_ten_copies_is_one_source_and_the_earliest_is_shown() -> None:
    found = networks()
    assert (len(found), {len(copies) for copies, _ in found}) == (20, {10})
    assert [copies for copies, incidents in found if not one_source(copies, incidents)] == []


def test_reports_written_apart_are_not_joined_as_copies_nor_those_of_two_events_as_one_act() -> None:
    assert max(falsely_joined()) <= 0.02


BROKEN = {
    "characters are not folded": ("waqai.incidents.prints.fold", lambda text: replace(fold(""), text=text)),
    "only equal texts are copies": ("waqai.incidents.origins.shared", lambda one, other: float(one == other)),
    "every outlet is a source": ("waqai.incidents.assemble.copies", lambda *_: ()),
    "reports that share a turn of phrase are copies": ("waqai.incidents.origins.COPY", 0.02),
    "all of an incident are copies": ("waqai.incidents.origins.shared", lambda *_: 1.0),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_build_is_caught(broken: tuple[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*broken)
    caught = any(not one_source(*network) for network in networks())
    assert caught or max(falsely_joined()) > 0.02


def test_three_newsrooms_are_three_sources_though_one_is_copied() -> None:
    copied = [report(f"copy{n}", 1, disguise(told(1, AGENCY))) for n, disguise in enumerate(DISGUISES.values())]
    apart = [report("daily", 1, told(1, DAILY)), report("radio", 1, told(1, RADIO))]
    main = max(joined([*copied, *apart]).incidents, key=lambda one: len(one.reports))
    assert len(main.reports) == 12
    assert [len(origin.reports) for origin in main.origins] == [10, 1, 1]
    assert sources_words(len(main.origins)) == "reported by 3 independent sources"
    assert sources_words(1) == "reported by 1 independent source"


def sources(*events: ReportedEvent) -> list[tuple[str, int]]:
    accounts = [account(f"r{n}", told) for n, told in enumerate(events, start=1)]
    (one,) = join(accounts, gazetteer()).incidents
    return [(origin.name, len(origin.reports)) for origin in one.origins]


def test_all_who_cite_one_voice_are_one_source() -> None:
    monitor = Voice(words("المرصد السوري لحقوق الإنسان"), Stance.ASSERTS, "sohr")
    activists = Voice(words("نشطاء المرصد السوري لحقوق الإنسان"), Stance.ASSERTS, "activist")
    assert sources(event(voices=(monitor,)), event(voices=(activists,))) == [("sohr", 2)]
    assert sources(event(voices=(monitor,)), event(voices=(voice("مصادر"),))) == [("sohr", 1), ("صحيفة r2", 1)]


def test_who_denies_is_no_source_of_the_act() -> None:
    denial = Voice(words("البنتاغون"), Stance.DENIES, "us_dod")
    assert sources(event(), event(voices=(denial,), initiators=(by("us_forces"),))) == [("صحيفة r1", 1)]
