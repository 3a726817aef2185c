"""Pairs of tellings: what is one act, what is not, and that it is said why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.incidents.build import (
    CLASH,
    PROTEST,
    SHELLING,
    STRIKE,
    account,
    by,
    event,
    gazetteer,
    killed,
    weapon,
    when,
    where,
    words,
)
from waqai.claims.model import ReportedEvent, Stance, Voice
from waqai.incidents.join import join
from waqai.incidents.judge import judge
from waqai.incidents.model import Judgement, Verdict
from waqai.incidents.pairs import pairs
from waqai.incidents.scene import scenes
from waqai.incidents.tellings import tellings


def judged(left: ReportedEvent, right: ReportedEvent) -> Judgement:
    return judge(*scenes(tellings([account("a", left), account("b", right)]), gazetteer()))


BASE = event(initiators=(by("us_forces"),))
SAME = {
    "itself": BASE,
    "ally as author": event(initiators=(by("coalition_oir"),)),
    "night of two days": event(when=when("2023-05-16", "2023-05-17")),
    "another word for the act": event(kind=SHELLING),
    "base of the same name nearby": event(places=(where("قاعدة الورد", "rose-base"),)),
    "place not resolved": event(places=(where("الورد"),)),
    "rival author": event(initiators=(by("russia"),)),
    "only the month": event(when=when("2023-05-01", "2023-05-31"), initiators=(by("us_forces"),)),
}
NOT_SAME = {
    "three days later": event(when=when("2023-05-20"), initiators=(by("us_forces"),)),
    "the next day": event(when=when("2023-05-18"), initiators=(by("us_forces"),)),
    "far town": event(places=(where("بلدة النرجس", "town"),), initiators=(by("us_forces"),)),
    "next village": event(places=(where("قرية الياسمين", "village"),), initiators=(by("us_forces"),)),
    "another kind": event(kind=PROTEST, initiators=(by("us_forces"),)),
    "no date": event(when=when(None), initiators=(by("us_forces"),)),
    "no place": event(places=(), initiators=(by("us_forces"),)),
    "only the governorate": event(places=(where("محافظة الشرق", "east", 4),)),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_one_act(other: ReportedEvent) -> None:
    assert judged(BASE, other).verdict is Verdict.SAME


@pytest.mark.parametrize("other", NOT_SAME.values(), ids=NOT_SAME)
def test_not_one_act(other: ReportedEvent) -> None:
    assert judged(BASE, other).verdict is not Verdict.SAME


def test_far_apart_in_space_or_time_is_decided_whatever_else_agrees() -> None:
    twin: dict[str, Any] = {
        "initiators": (by("us_forces"),),
        "casualties": (killed(40),),
        "weapons": (weapon("drone", 4),),
    }
    late = event(when=when("2023-05-20"), **twin)
    far = event(places=(where("بلدة النرجس", "town"),), **twin)
    assert {judged(event(**twin), other).verdict for other in (late, far)} == {Verdict.DIFFERENT}


def test_a_rising_toll_does_not_part_and_an_equal_one_joins() -> None:
    first = event(casualties=(killed(4),))
    assert judged(first, event(casualties=(killed(9),))).verdict is Verdict.SAME
    village = event(places=(where("قرية الياسمين", "village"),), casualties=(killed(19),))
    assert judged(event(casualties=(killed(19),)), village).verdict is Verdict.SAME


def test_it_says_why_and_does_not_care_who_is_first() -> None:
    one = judged(BASE, SAME["rival author"])
    assert [feature.name for feature in one.features] == ["place", "time", "kind", "initiators"]
    assert "us_forces / russia" in one.features[3].words
    left, right = scenes(tellings([account("a", BASE), account("b", SAME["rival author"])]), gazetteer())
    assert judge(right, left) == judge(left, right)


def test_pairs_are_of_two_reports_and_of_near_days_and_places() -> None:
    told = [
        account("a", BASE, event(2)),
        account("b", BASE),
        account("far", event(places=(where("بلدة", "town"),), kind=CLASH)),
        account("late", event(when=when("2023-08-01"))),
        account("month", event(when=when("2023-05-01", "2023-05-31"))),
        account("undated", event(when=when(None), kind=STRIKE)),
    ]
    met = {(left.telling.key, right.telling.key) for left, right in pairs(scenes(tellings(told), gazetteer()))}
    assert ("a/e1", "b/e1") in met
    assert ("a/e1", "month/e1") in met
    assert ("a/e1", "a/e2") not in met
    assert not any("late/e1" in pair and "b/e1" in pair for pair in met)
    assert not any("far/e1" in pair for pair in met)


def test_two_lists_that_share_one_village_share_less_than_two_equal_lists() -> None:
    rose, village = where("حقل الورد", "rose"), where("قرية الياسمين", "village")
    both = event(places=(rose, village))
    one_shared = judged(both, event(places=(rose, where("تلة الفل"))))
    assert judged(both, both).features[0].score > one_shared.features[0].score > 0
    assert one_shared.features[0].words.endswith("1 of 2 places")


def test_a_day_a_kind_and_an_author_do_not_make_up_for_the_place() -> None:
    shelling = event(kind=SHELLING, initiators=(by("syrian_government"),), weapons=(weapon("artillery"),))
    next_village = replace(shelling, places=(where("قرية الياسمين", "village"),))
    assert judged(shelling, next_village).verdict is Verdict.UNSURE
    toll = (killed(19),)
    with_toll = judged(replace(shelling, casualties=toll), replace(next_village, casualties=toll))
    assert with_toll.verdict is Verdict.SAME


def test_an_equal_toll_of_three_and_more_outweighs_the_kind_that_a_reader_took_it_for() -> None:
    shelling = event(kind=SHELLING, initiators=(by("syrian_government"),))
    advance = event(kind=("Battles", "Government regains territory"), initiators=(by("syrian_government"),))
    assert judged(shelling, advance).verdict is Verdict.UNSURE
    assert judged(shelling, event(kind=PROTEST)).verdict is Verdict.DIFFERENT
    six, one_dead = (killed(6),), (killed(1),)
    assert judged(replace(shelling, casualties=six), replace(advance, casualties=six)).verdict is Verdict.SAME
    assert (
        judged(replace(shelling, casualties=one_dead), replace(advance, casualties=one_dead)).verdict is Verdict.UNSURE
    )


def test_pairs_of_one_kind_join_before_pairs_of_two() -> None:
    dead = (killed(6),)
    shelling = event(1, SHELLING, casualties=dead, initiators=(by("russia"),), weapons=(weapon("artillery"),))
    clash = event(2, ("Battles", "Government regains territory"), casualties=dead, initiators=(by("russia"),))
    plain = event(1, SHELLING, casualties=dead)
    found = join([account("a", shelling, clash), account("b", plain)], gazetteer()).incidents
    assert sorted(one.events for one in found) == [("a/e1", "b/e1"), ("a/e2",)]


def test_a_list_far_apart_holds_the_only_place_that_another_report_names() -> None:
    rose, town, hill = where("حقل الورد", "rose"), where("بلدة النرجس", "town"), where("تلة الفل")
    wave = event(kind=SHELLING, places=(rose, town, hill), initiators=(by("russia"),))
    alone = event(kind=SHELLING, places=(rose,), initiators=(by("russia"),))
    other = event(
        kind=SHELLING, places=(rose, where("قرية الزنبق"), where("مزرعة الريحان")), initiators=(by("russia"),)
    )
    assert "the only one" in judged(wave, alone).features[0].words
    assert judged(wave, alone).features[0].score > 0 > judged(wave, other).features[0].score


def test_what_situates_an_act_is_no_part_of_a_name() -> None:
    def place(one: str, other: str) -> float:
        return judged(event(places=(where(one),)), event(places=(where(other),))).features[0].score

    assert place("على أطراف قرية الياسمين", "وسط الياسمين") > 0.5
    assert place("أطراف قرية الفل", "أطراف قرية الريحان") < 0
    assert place("محيط قرية الفل", "محيط قرية الريحان") < 0


def test_morning_and_evening_and_counts_far_apart_speak_for_two_salvos() -> None:
    def at(part: str, count: int) -> ReportedEvent:
        day = replace(when("2023-05-17"), words=words(f"{part} الأربعاء"))
        return event(kind=SHELLING, when=day, weapons=(weapon("rocket", count),))

    assert judged(at("صباح", 3), at("مساء", 14)).verdict is Verdict.UNSURE
    assert judged(at("صباح", 3), at("فجر", 4)).verdict is Verdict.SAME
    times = [judged(at(one, 3), at(other, 3)).features[1].score for one, other in (("مساء", "ليل"), ("ليلة", "فجر"))]
    assert times == [1.0, 1.0]
    counts = [judged(at("صباح", 3), at("صباح", n)).features[-1].score for n in (3, 4, 14)]
    assert counts == [1.0, -1.0, -2.0]


def test_what_came_of_it_and_whom_both_cite_speak_for_one_act_and_never_against() -> None:
    monitor, ministry, witness = (
        Voice(words(name), Stance.ASSERTS, source)
        for name, source in (("المرصد", "sohr"), ("الوزارة", "turkish_mod"), ("شهود", "eyewitness"))
    )
    foiled = event(outcome=("intercepted",), voices=(monitor, witness))

    def features(other: ReportedEvent) -> dict[str, float]:
        found = judged(foiled, other).features
        return {one.name: one.score * one.weight for one in found if one.name in {"outcome", "source"}}

    assert features(event(outcome=("intercepted", "failed"), voices=(ministry, monitor))) == {
        "outcome": 0.5,
        "source": 0.5,
    }
    assert features(event(outcome=("territory_gained",), voices=(ministry, witness))) == {}
    assert features(event(voices=(replace(monitor, stance=Stance.DENIES),))) == {}


def test_days_that_only_meet_weigh_less_than_equal_ones() -> None:
    early, late = event(when=when("2023-05-16", "2023-05-17")), event(when=when("2023-05-17", "2023-05-18"))
    assert judged(early, late).features[1].score < judged(early, event()).features[1].score == 1.0


def test_tolls_of_another_order_speak_against_one_act() -> None:
    few, many = event(casualties=(killed(1),)), event(casualties=(killed(76, 115),))
    toll = next(one for one in judged(few, many).features if one.name == "toll")
    assert toll.score == -1.0


def test_a_follow_up_with_a_higher_toll_joins_a_day_later() -> None:
    first = account("a", event(casualties=(killed(4),)), published="2023-05-17")
    later = account("b", event(casualties=(killed(11),), when=when("2023-05-16", "2023-05-17")), published="2023-05-19")
    assert len(join([first, later], gazetteer()).incidents) == 1


def test_a_background_mention_joins_the_old_incident_a_year_later() -> None:
    news = account("a", event(casualties=(killed(4),), initiators=(by("us_forces"),)))
    recalled = event(background=True, when=when("2023-05-01", "2023-05-31"), casualties=(killed(4),))
    after = account("b", event(1, CLASH, when=when("2024-05-20")), recalled, published="2024-05-21")
    found = join([news, after], gazetteer()).incidents
    assert [one.reports for one in found] == [("a", "b"), ("b",)]
    assert not found[0].background


def test_the_items_of_a_round_up_join_each_its_own() -> None:
    rose, town = event(1), event(2, places=(where("بلدة النرجس", "town"),))
    found = join([account("bulletin", rose, town), account("a", rose), account("b", town)], gazetteer()).incidents
    assert sorted(one.events for one in found) == [("a/e1", "bulletin/e1"), ("b/e1", "bulletin/e2")]


def test_a_vague_telling_does_not_make_two_acts_one() -> None:
    rose = [account(f"rose{n}", event()) for n in range(4)]
    village = [account(f"village{n}", event(places=(where("قرية الياسمين", "village"),))) for n in range(4)]
    both = event(places=(where("حقل الورد", "rose"), where("قرية الياسمين", "village")))
    found = join([*rose, *village, account("both", both)], gazetteer()).incidents
    assert len(found) == 2


def test_a_vague_telling_does_not_make_acts_of_two_days_one() -> None:
    """The two are never compared: days apart, they share no block."""
    early, late = event(casualties=(killed(3),)), event(casualties=(killed(3),), when=when("2023-05-28"))
    vague = event(casualties=(killed(3),), when=when("2023-05-01", "2023-05-31"), background=True)
    for names in ("abc", "cab", "bca"):
        told = {names[0]: early, names[1]: late, names[2]: vague}
        found = join([account(name, one) for name, one in told.items()], gazetteer()).incidents
        assert len(found) == 2
        assert not any({f"{names[0]}/e1", f"{names[1]}/e1"} <= set(one.events) for one in found)


RECALLED = event(
    background=True,
    when=when("2023-05-01", "2023-05-31"),
    places=(where("محافظة الشرق", "east", 4),),
    initiators=(by("us_forces"),),
)


def test_a_recalled_act_joins_the_only_one_that_it_may_be() -> None:
    news = account("a", event(initiators=(by("us_forces"),)))
    assert judged(BASE, RECALLED).verdict is not Verdict.SAME
    found = join([news, account("b", RECALLED)], gazetteer()).incidents
    assert [one.reports for one in found] == [("a", "b")]
    assert (found[0].start, found[0].end) == ("2023-05-17", "2023-05-17")


def test_a_recalled_act_that_may_be_several_joins_none() -> None:
    acts = [account(f"a{day}", replace(BASE, when=when(f"2023-05-{day}"))) for day in (11, 17)]
    found = join([*acts, account("b", RECALLED)], gazetteer()).incidents
    assert sorted(one.reports for one in found) == [("a11",), ("a17",), ("b",)]


def test_acts_of_two_sides_in_one_place_and_day_are_one_only_if_toll_or_kind_agree() -> None:
    raid = event(kind=STRIKE, initiators=(by("us_forces"),))
    rockets = event(kind=SHELLING, initiators=(by("islamic_resistance_iraq"),))
    assert judged(raid, rockets).verdict is Verdict.UNSURE
    assert judged(raid, event(kind=STRIKE, initiators=(by("islamic_resistance_iraq"),))).verdict is Verdict.SAME
    dead = (killed(14),)
    assert judged(replace(raid, casualties=dead), replace(rockets, casualties=dead)).verdict is Verdict.SAME
