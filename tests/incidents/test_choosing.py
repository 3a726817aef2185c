"""Which value stands for an incident, by the rule that the user chose; how well it is attested."""

from __future__ import annotations

import pytest

from tests.incidents.build import SHELLING, account, by, event, gazetteer, killed, voice, when, where, words
from waqai.claims.model import ReportedEvent, Stance, Voice
from waqai.incidents.choosing import Choice
from waqai.incidents.join import join
from waqai.incidents.model import Incident

MINISTRY = Voice(words("وزارة الدفاع"), Stance.ASSERTS, "turkish_mod")


def one(choice: Choice, *events: ReportedEvent) -> Incident:
    accounts = [account(f"r{n}", told, published=f"2023-05-{17 + n}") for n, told in enumerate(events, start=1)]
    (found,) = join(accounts, gazetteer(), choice=choice).incidents
    return found


RIVALS = (
    event(casualties=(killed(3),), damage="material"),
    event(casualties=(killed(5, voice="وزارة الدفاع"),), voices=(MINISTRY,), when=when("2023-05-16", "2023-05-17")),
    event(casualties=(killed(9),), damage="none", initiators=(by("us_forces"),), outcome=("intercepted",)),
    event(casualties=(killed(3),)),
)


@pytest.mark.parametrize(
    ("choice", "best", "words_of"),
    [
        (Choice.COMMON, 3, "most common, then not nil, then latest: صحيفة r4"),
        (Choice.CAUTIOUS, 3, "lowest told: صحيفة r1"),
        (Choice.INFORMATIVE, 9, "of the report that says most: صحيفة r3"),
        (Choice.OFFICIAL, 5, "last official: صحيفة r2 ← وزارة الدفاع"),
    ],
)
def test_the_rule_changes_the_figure_and_names_whose_it_is(choice: Choice, best: int, words_of: str) -> None:
    found = one(choice, *RIVALS)
    assert found.killed == (3, best, 9)
    assert dict(found.chosen_by)["killed"] == words_of


def test_caution_takes_all_days_and_the_least_damage() -> None:
    cautious, common = one(Choice.CAUTIOUS, *RIVALS), one(Choice.COMMON, *RIVALS)
    assert (cautious.start, cautious.end, cautious.date_precision, cautious.damage) == (
        "2023-05-16", "2023-05-17", "days", "none",
    )  # fmt: skip
    assert (common.start, common.end, common.damage) == ("2023-05-17", "2023-05-17", "material")


def test_without_an_official_the_official_rule_says_so() -> None:
    found = one(Choice.OFFICIAL, RIVALS[0], RIVALS[3])
    assert dict(found.chosen_by)["killed"] == "no official figure; most common: صحيفة r2"


def test_what_the_voices_dispute_is_typed_and_what_matters_most_is_first() -> None:
    found = one(
        Choice.COMMON,
        event(casualties=(killed(4),), damage="none", initiators=(by("russia"),)),
        event(casualties=(killed(5),), damage="material", initiators=(by("us_forces"),)),
    )
    assert [(one.kind, one.weight) for one in found.disagreements] == [
        ("rival authors", 0.9),
        ("rival tolls", 0.58),
        ("damage denied", 0.4),
    ]


def test_tolls_far_apart_matter_more() -> None:
    near, far = (one(Choice.COMMON, event(casualties=(killed(9),)), event(casualties=(killed(n),))) for n in (8, 2))
    assert near.disagreements[0].weight < far.disagreements[0].weight


DENIAL = voice("مسؤول", Stance.DENIES)


@pytest.mark.parametrize(
    ("events", "label", "credibility"),
    [
        ((event(), event()), "fair", "1"),
        ((event(),), "weak", "6"),
        ((event(voices=(MINISTRY,)), event(voices=(MINISTRY,))), "weak", "6"),
        ((event(initiators=(by("russia"),)), event(initiators=(by("us_forces"),))), "contested", "6"),
        ((event(), event(voices=(DENIAL,))), "contested", "6"),
        ((event(voices=(DENIAL,)),), "disproven", "6"),
    ],
    ids=["two tell it", "one tells it", "two cite one", "rival authors", "told and denied", "only denied"],
)
def test_grades_follow_from_independent_agreement(
    events: tuple[ReportedEvent, ...], label: str, credibility: str
) -> None:
    found = one(Choice.COMMON, *events)
    assert (found.label, found.credibility) == (label, credibility)
    assert {origin.reliability for origin in found.origins} <= {"F"}


def test_a_place_that_one_report_gives_as_a_village_is_no_rival_of_its_district() -> None:
    found = one(Choice.COMMON, event(), event(places=(where("محافظة الشرق", "east", 4), where("حقل الورد", "rose"))))
    assert found.disagreements == ()


SPOKEN = (
    event(places=(where("حقل الورد", "rose"),), initiators=(by("us_forces", None, Stance.SUSPECTS),)),
    event(places=(where("قاعدة الورد", "rose-base"), where("محافظة الشرق", "east", 4))),
    event(kind=SHELLING, voices=(MINISTRY,), initiators=(by("us_forces"), by("coalition_oir"))),
    event(
        initiators=(by("us_forces", None, Stance.SUSPECTS), by("israel", None, Stance.SUSPECTS)), outcome=("failed",)
    ),
)


@pytest.mark.parametrize(
    ("choice", "kind", "place", "initiators"),
    [
        (Choice.COMMON, "Air/drone strike", "حقل الورد", ("us_forces", "coalition_oir", "israel")),
        (Choice.CAUTIOUS, "Air/drone strike", "محافظة الشرق", ("us_forces", "coalition_oir")),
        (Choice.INFORMATIVE, "Air/drone strike", "حقل الورد", ("us_forces", "coalition_oir", "israel")),
        (Choice.OFFICIAL, "Shelling/artillery/missile attack", "حقل الورد", ("us_forces", "coalition_oir")),
    ],
)
def test_kind_place_and_authors_follow_the_rule_too(
    choice: Choice, kind: str, place: str, initiators: tuple[str, ...]
) -> None:
    found = one(choice, *SPOKEN)
    assert (found.sub_event_type, found.places[0][0], found.initiators) == (kind, place, initiators)
    assert {"event_type", "place", "initiators", "date", "killed", "injured", "damage"} <= dict(found.chosen_by).keys()


def test_of_the_names_of_one_place_the_barest_stands() -> None:
    found = one(Choice.COMMON, event(places=(where("محيط حقل الورد", "rose"),)), event())
    assert [name for name, _, _ in found.places] == ["حقل الورد"]
