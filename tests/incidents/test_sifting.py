"""All tellings judged at once: the same as pair by pair, and in a hot block no more pairs than are like."""

from __future__ import annotations

import random
from collections.abc import Sequence

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
)
from waqai.claims.model import ReportedEvent
from waqai.incidents.judge import judge
from waqai.incidents.model import Verdict
from waqai.incidents.pairs import pairs, partners
from waqai.incidents.prints import Print
from waqai.incidents.scene import Scene, scenes
from waqai.incidents.sifting import sift
from waqai.incidents.tellings import tellings

KINDS = (STRIKE, SHELLING, CLASH, PROTEST)
SIDES = ("us_forces", "coalition_oir", "russia", "iran_backed_militias", None)
SITES = (
    where("حقل الورد", "rose"),
    where("قاعدة الورد", "rose-base"),
    where("قرية الياسمين", "village"),
    where("بلدة النرجس", "town"),
    where("محافظة الشرق", "east", 4),
    where("تلة الفل"),
)
DAYS = (when("2023-05-16"), when("2023-05-17"), when("2023-05-16", "2023-05-17"), when("2023-05-01", "2023-05-31"))
SEEDS = 12
HOT = 150
MOST = 32 + 32


def told(chance: random.Random) -> ReportedEvent:
    """Any act of the field and its neighbours in those days."""
    return event(
        kind=chance.choice(KINDS),
        places=tuple(chance.sample(SITES, chance.choice((0, 1, 1, 1, 2)))),
        when=chance.choice((*DAYS, when(None))),
        initiators=(by(chance.choice(SIDES)),),
        targets=(by(chance.choice(SIDES)),),
        casualties=(killed(chance.choice((0, 1, 4, 19))),) if chance.random() < 0.7 else (),
        weapons=(weapon("rocket", chance.choice((None, 3, 14))),) if chance.random() < 0.5 else (),
        background=chance.random() < 0.2,
    )


def seen(seed: int) -> Sequence[Scene]:
    """Scenes of forty such acts in order of their keys, some of them with their wording."""
    chance = random.Random(seed)  # noqa: S311 (made-up acts)
    names = [f"r{number:02}" for number in range(40)]
    prints = {name: Print((0, 1, 2, 3, 4, 5, 6), (*range(6), chance.randrange(3))) for name in names[::3]}
    return scenes(tellings([account(name, told(chance)) for name in names]), gazetteer(), prints)


def test_sifting_judges_every_pair_as_judging_it_alone_does() -> None:
    verdicts = set()
    for seed in range(SEEDS):
        scene = seen(seed)
        sifted = sift(scene, partners(scene), set())
        alone = [judge(left, right) for left, right in pairs(scene)]
        assert list(sifted.kept) == [one for one in alone if one.verdict is not Verdict.DIFFERENT]
        judged = {Verdict.SAME: sifted.same, Verdict.UNSURE: sifted.unsure, Verdict.DIFFERENT: sifted.different}
        number = {one.telling.key: place for place, one in enumerate(scene)}
        for one in alone:
            verdicts.add(one.verdict)
            assert number[one.right] in judged[one.verdict][number[one.left]]
            assert number[one.left] in judged[one.verdict][number[one.right]]
    assert verdicts == {Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT}


def test_of_an_act_that_is_only_recalled_every_judgement_is_whole() -> None:
    scene = seen(1)
    recalled = {number for number, one in enumerate(scene) if one.telling.event.background}
    key = {one.telling.key: number for number, one in enumerate(scene)}
    sifted = sift(scene, partners(scene), recalled)
    expected = [
        judge(left, right)
        for left, right in pairs(scene)
        if (key[left.telling.key] in recalled) != (key[right.telling.key] in recalled)
    ]
    assert sorted(sifted.recalling, key=str) == sorted(expected, key=str)
    assert any(one.verdict is Verdict.DIFFERENT for one in expected)


def test_partners_come_later_and_once_and_are_of_other_reports() -> None:
    twice = [account(f"r{number}", event(1), event(2)) for number in range(5)]
    scene = scenes(tellings(twice), gazetteer())
    for number, others in enumerate(partners(scene)):
        assert others == sorted(set(others))
        assert all(other > number and scene[other].telling.report != scene[number].telling.report for other in others)


def test_in_a_hot_block_each_meets_only_those_most_like_it() -> None:
    chance = random.Random(3)  # noqa: S311 (made-up acts)
    hot = [account(f"r{number:03}", event(casualties=(killed(chance.randrange(400)),))) for number in range(HOT)]
    scene = scenes(tellings(hot), gazetteer())
    found = partners(scene)
    assert sum(map(len, found)) <= HOT * MOST
    tolls = [one.tolls["killed"][0].best for one in scene]
    equal = [(left, right) for left in range(HOT) for right in range(left + 1, HOT) if tolls[left] == tolls[right]]
    assert equal
    assert all(right in found[left] for left, right in equal)
