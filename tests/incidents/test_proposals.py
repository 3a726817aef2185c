"""A day is proposed for an undated report, with its reason; it dates nothing by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.incidents.build import PROTEST, account, by, event, gazetteer, killed, weapon, when, where
from waqai.claims.model import Account, ReportedEvent
from waqai.incidents.join import join
from waqai.incidents.proposals import Proposal, proposals

TWIN = event(casualties=(killed(7),), initiators=(by("us_forces"),), weapons=(weapon("drone", 3),))


def proposed(undated: ReportedEvent, *dated: Account) -> tuple[Proposal, ...]:
    lost = replace(account("lost", replace(undated, when=when(None))), published=None)
    accounts = [lost, *dated]
    return proposals(accounts, join(accounts, gazetteer()), gazetteer())


def test_a_report_of_the_same_act_gives_its_day_with_the_reason() -> None:
    (one,) = proposed(TWIN, account("a", TWIN, published="2023-05-18"))
    assert (one.report, one.published) == ("lost", date(2023, 5, 18))
    assert "it tells what a/e1 tells of 2023-05-17: the same place" in one.words
    assert "killed 7 / 7" in one.words


def test_the_surest_counts_and_of_equals_the_earliest() -> None:
    early = account("a", TWIN, published="2023-05-18")
    late = account("b", TWIN, published="2023-05-20")
    other = account("c", replace(TWIN, casualties=(killed(6),), when=when("2023-05-10")), published="2023-05-11")
    assert [one.published for one in proposed(TWIN, late, early, other)] == [date(2023, 5, 18)]


def test_what_is_told_elsewhere_or_is_another_kind_gives_none() -> None:
    away = replace(TWIN, places=(where("بلدة النرجس", "town"),))
    march = event(1, PROTEST)
    assert proposed(TWIN, account("a", away), account("b", march)) == ()


def test_nothing_is_dated_by_it_and_dated_reports_get_none() -> None:
    accounts = [account("a", TWIN), account("b", replace(TWIN, when=when(None)))]
    assert proposals(accounts, join(accounts, gazetteer()), gazetteer()) == ()
    lost = replace(account("lost", replace(TWIN, when=when(None))), published=None)
    found = join([lost, account("a", TWIN)], gazetteer())
    assert len(proposals([lost], found, gazetteer())) == 1
    assert found.tellings["lost/e1"].published is None
    assert found.tellings["lost/e1"].event.when.earliest is None
