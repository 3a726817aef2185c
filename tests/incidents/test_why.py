"""Why two incidents are one, or not: what no pair of reports shows is said as well."""

from __future__ import annotations

from tests.incidents.build import account, by, event, gazetteer, when, where
from waqai.claims.model import Account
from waqai.incidents.join import join
from waqai.incidents.why import why
from waqai.publish.why import lines

NEWS = event(initiators=(by("us_forces"),))
RECALLED = event(
    background=True,
    when=when("2023-05-01", "2023-05-31"),
    places=(where("محافظة الشرق", "east", 4),),
    initiators=(by("us_forces"),),
)
BOTH = event(places=(where("حقل الورد", "rose"), where("بلدة النرجس", "town")))


def said(left: str, right: str, *accounts: Account) -> str:
    """All that is said of the incidents that hold these events."""
    joined = join(accounts, gazetteer())
    of = {key: one for one in joined.incidents for key in one.events}
    return "\n".join(line.plain for line in lines(why((of[left], of[right]), joined, gazetteer())))


def test_an_act_that_is_only_recalled_says_how_it_joined() -> None:
    told = said("a/e1", "b/e1", account("a", NEWS), account("b", RECALLED))
    assert "is one incident" in told
    assert "b/e1 only recalls it: it joined the only act that it may be, told by a/e1" in told


def test_an_act_that_is_only_recalled_says_why_it_stands_alone() -> None:
    other = event(initiators=(by("us_forces"),), when=when("2023-05-11"))
    told = said("a/e1", "b/e1", account("a", NEWS), account("b", RECALLED), account("c", other))
    assert "are two incidents" in told
    assert "b/e1 only recalls an act: it may be a/e1, but another one too, and joins none" in told


def test_parts_of_one_act_told_at_places_far_apart_are_named() -> None:
    told = said("a/e1", "b/e1", account("a", BOTH), account("b", event()))
    assert "a/e1 is part 1 of 2 of a/e1, which is told of places far apart: at حقل الورد" in told
    alone = said("a/e1", "a/e1", account("a", BOTH))
    assert "a/e1.2 is part 2 of 2 of a/e1, at بلدة النرجس; all of its parts are here" in alone


def test_a_pair_that_the_rules_judge_has_no_such_note() -> None:
    told = said("a/e1", "b/e1", account("a", NEWS), account("b", NEWS))
    assert "recalls" not in told
    assert "part" not in told


def test_what_keeps_a_vague_telling_from_joining_a_second_day_is_named() -> None:
    late, vague = event(when=when("2023-05-28")), event(when=when("2023-05-01", "2023-05-31"), initiators=(by("sdf"),))
    told = said("a/e1", "b/e1", account("a", event(initiators=(by("sdf"),))), account("b", late), account("c", vague))
    assert "told to days far apart: 2023-05-17 and 2023-05-28" in told
