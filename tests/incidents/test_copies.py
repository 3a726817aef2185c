"""Copies count once however they are disguised; reports written apart count each."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.incidents.build import account, by, event, gazetteer, voice, words
from tests.incidents.network import AGENCY, DAILY, DISGUISES, RADIO, TOWNS, report, told
from waqai.claims.model import ReportedEvent, Stance, Voice
from waqai.incidents.join import Joined, Past, join
from waqai.incidents.origins import sources_words
from waqai.incidents.prints import COPY, print_of, shared
from waqai.pipeline import read_report
from waqai.reference import places
from waqai.reports.model import Report


def joined(reports: list[Report]) -> Joined:
    accounts = [read_report(one) for one in reports]
    prints = {one.name: print_of(one.text) for one in reports}
    return join(accounts, places.load(), Past(prints=prints))


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_disguised_copy_is_recognised(disguise: object) -> None:
    original = told(0, AGENCY)
    copy = disguise(original)  # type: ignore[operator]
    assert shared(print_of("\n".join(original)).shingles(), print_of("\n".join(copy)).shingles()) >= COPY


def test_every_network_of_copies_is_one_source_and_the_earliest_is_shown() -> None:
    reports = [
        report(f"n{number:02}-{place:02}", number, disguise(told(number, AGENCY)))
        for number in range(len(TOWNS))
        for place, disguise in enumerate(DISGUISES.values())
    ]
    found = joined(reports)
    for number in range(len(TOWNS)):
        names = tuple(f"n{number:02}-{place:02}" for place in range(len(DISGUISES)))
        telling = [one for one in found.incidents if set(one.reports) & set(names)]
        main = max(telling, key=lambda one: len(one.reports))
        assert set(main.reports) == set(names), TOWNS[number]
        assert [origin.name for origin in main.origins] == [f"صحيفة n{number:02}-00"]
        assert main.copies == (names,)
        assert all(len(one.origins) == 1 for one in telling)


def test_reports_written_apart_are_not_joined_as_copies() -> None:
    newsrooms = {"agency": AGENCY, "daily": DAILY, "radio": RADIO}
    prints = {
        (number, name): print_of("\n".join(told(number, paragraphs))).shingles()
        for number in range(len(TOWNS))
        for name, paragraphs in newsrooms.items()
    }
    apart = [
        shared(prints[number, one], prints[number, other])
        for number in range(len(TOWNS))
        for one, other in combinations(newsrooms, 2)
    ]
    assert sum(share >= COPY for share in apart) <= 0.02 * len(apart)


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
