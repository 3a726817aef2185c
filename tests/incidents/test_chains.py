"""Attack and answer: stated with its cue and who says so, inferred with its rule, as chains and episodes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.incidents.build import CLASH, SHELLING, STRIKE, account, by, event, gazetteer, voice, when, where, words
from waqai.claims.model import Party, ReportedEvent
from waqai.incidents.chains import chains, episodes
from waqai.incidents.join import Joined, join

TOWN = (where("بلدة النرجس", "town"),)


def hit(actor: str) -> Party:
    return Party(words("هدف"), actor)


def act(day: str, author: str, struck: str, number: int = 1, kind: tuple[str, str] = STRIKE) -> ReportedEvent:
    return event(number, kind, when=when(day), initiators=(by(author),), targets=(hit(struck),))


def joined(*events: ReportedEvent) -> Joined:
    return join([account(f"r{n}", one) for n, one in enumerate(events, start=1)], gazetteer())


def answer(day: str, to: str = "e1") -> ReportedEvent:
    return replace(
        event(2, SHELLING, when=when(day), places=TOWN, voices=(voice("ناطق"),)),
        responds_to=(to,),
        response_words=words("رداً على"),
    )


def test_a_stated_answer_has_its_cue_and_all_who_say_so() -> None:
    cause = event(1, when=when("2023-05-17"))
    found = join([account("a", cause, answer("2023-05-19")), account("b", cause, answer("2023-05-19"))], gazetteer())
    link = found.links[0]
    assert (link.stated, link.words) == (True, "رداً على")
    assert link.said_by == ("صحيفة a ← ناطق", "صحيفة b ← ناطق")
    chain = chains(found.incidents, found.links)[0]
    assert [step.days for step in chain.steps] == [2]
    assert [found.tellings[f"a/e{n}"].report for n in (1, 2)] == ["a", "a"]
    assert chain.incidents == tuple(one.id for one in found.incidents)


def test_who_was_struck_and_strikes_back_nearby_is_inferred_and_says_so() -> None:
    found = joined(
        act("2023-05-17", "us_forces", "iran_backed_militias"), act("2023-05-19", "irgc", "coalition_oir", 2, SHELLING)
    )
    link = found.links[0]
    assert (link.stated, link.rule) == (False, "sides-reversed")
    assert "2 days later, 0 km away" in link.words
    assert found.incidents[0].id == link.cause


@pytest.mark.parametrize(
    "second",
    [
        act("2023-05-22", "iran_backed_militias", "us_forces", 2),
        act("2023-05-17", "iran_backed_militias", "us_forces", 2, SHELLING),
        act("2023-05-18", "us_forces", "iran_backed_militias", 2, SHELLING),
        act("2023-05-18", "iran_backed_militias", "civilians", 2, SHELLING),
        replace(act("2023-05-18", "iran_backed_militias", "us_forces", 2, SHELLING), places=TOWN),
        replace(
            act("2023-05-18", "iran_backed_militias", "us_forces", 2, CLASH),
            initiators=(by("iran_backed_militias"), by("us_forces")),
        ),
        replace(act("2023-05-18", "iran_backed_militias", "us_forces", 2, SHELLING), background=True),
    ],
    ids=["too late", "the same day", "the same side", "civilians", "far away", "a clash of both", "recalled"],
)
def test_nothing_is_inferred_from(second: ReportedEvent) -> None:
    assert joined(act("2023-05-17", "us_forces", "iran_backed_militias"), second).links == ()


def test_what_is_stated_is_not_inferred_again() -> None:
    cause = act("2023-05-17", "us_forces", "iran_backed_militias")
    back = act("2023-05-18", "iran_backed_militias", "us_forces", 2, SHELLING)
    back = replace(back, responds_to=("e1",), response_words=words("انتقاماً"))
    found = join([account("a", cause, back)], gazetteer())
    assert [(link.stated, link.words) for link in found.links] == [(True, "انتقاماً")]


def test_an_answer_dated_before_its_cause_is_shown_so() -> None:
    found = join([account("a", event(1, when=when("2023-05-17")), answer("2023-05-10"))], gazetteer())
    assert [step.days for step in chains(found.incidents, found.links)[0].steps] == [-7]


def test_chains_of_the_same_sides_make_an_episode_until_a_quiet_week() -> None:
    strikes = [
        act(f"2023-05-{day:02}", *sides, n, kind)
        for n, (day, sides, kind) in enumerate(
            [
                (1, ("us_forces", "irgc"), STRIKE),
                (2, ("irgc", "us_forces"), SHELLING),
                (8, ("us_forces", "irgc"), STRIKE),
                (10, ("irgc", "us_forces"), SHELLING),
                (28, ("us_forces", "irgc"), STRIKE),
                (29, ("irgc", "us_forces"), SHELLING),
            ],
            start=1,
        )
    ]
    found = joined(*strikes)
    made = chains(found.incidents, found.links)
    assert [len(chain.incidents) for chain in made] == [2, 2, 2]
    assert [(len(one.chains), one.start, one.end) for one in episodes(made)] == [
        (2, "2023-05-01", "2023-05-10"),
        (1, "2023-05-28", "2023-05-29"),
    ]
