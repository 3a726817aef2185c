"""Nouns to JSON and back, without loss."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.incidents.build import account, by, event, killed, voice, weapon, when, where, words
from waqai.claims import model
from waqai.incidents.model import Feature, Judgement, Verdict
from waqai.record.serial import dump, load
from waqai.reports.model import Metadata, Report


@given(st.from_type(model.ReportedEvent))
def test_every_event_comes_back_as_it_was(told: model.ReportedEvent) -> None:
    assert load(model.ReportedEvent, dump(told)) == told
    assert dump(load(model.ReportedEvent, dump(told))) == dump(told)


@pytest.mark.parametrize(
    "noun",
    [
        Report("ab", "a", "نص\nآخر", Metadata(published=date(2022, 1, 6)), retrieved=datetime.now(UTC)),
        Judgement(
            "a/e1",
            "b/e1",
            Verdict.UNSURE,
            (Feature("place", 0.9, 4.0, "قريب"), Feature("x", 1, 1, "")),
            "ندى",
        ),
        model.Tally(words("نحو خمسين هجوماً"), 50, approximate=True, what="هجمات", since=date(2022, 1, 1)),
        account(
            "a",
            event(
                initiators=(by("sdf", "شاهد", model.Stance.DENIES),),
                casualties=(killed(2, 5, voice="وزارة"),),
                weapons=(weapon("drone", 2),),
                voices=(voice("شاهد"),),
                flags=(model.Flag("sum", "2 + 2 = 5", (words("خمسة"),)),),
            ),
            event(2, when=when(None), places=(where("قرية", None, 3),), background=True),
        ),
    ],
    ids=lambda noun: type(noun).__name__,
)
def test_nouns_come_back_as_they_were(noun: object) -> None:
    assert load(type(noun), dump(noun)) == noun


@pytest.mark.parametrize("line", ["[]", "3", '{"text": 3, "start": 0, "end": 1}', '{"wrong": 1}', "{}"])
def test_what_is_no_such_noun_is_refused(line: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        load(model.Words, line)
