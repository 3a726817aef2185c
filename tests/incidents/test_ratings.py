"""How reliable a source is, a person says, for good and until it is undone; it never touches how credible an act is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.incidents.build import account, event, gazetteer, words
from waqai.claims.model import Stance, Voice
from waqai.incidents import ratings
from waqai.incidents.decisions import Act, Decision
from waqai.incidents.join import Past, join
from waqai.incidents.model import Incident
from waqai.reference import sources

MONITOR = Voice(words("المرصد السوري لحقوق الإنسان"), Stance.ASSERTS, "sohr")


def rating(number: int, letter: str, source: str = "sohr") -> Decision:
    return Decision(Act.RATE, "ندى", "فحص", "2024-01-01", field=source, value=letter, number=number)


def rated(*log: Decision) -> Incident:
    accounts = account("a", event(voices=(MONITOR,))), account("b", event())
    (found,) = join(accounts, gazetteer(), Past(log=log)).incidents
    return found


def letters(found: Incident) -> dict[str, str]:
    return {origin.name: origin.reliability for origin in found.origins}


def test_without_a_word_no_source_can_be_judged() -> None:
    assert letters(rated()) == {"sohr": "F", "صحيفة b": "F"}


def test_the_last_word_of_a_person_holds_for_that_source_alone() -> None:
    log = rating(1, "B"), rating(2, "C"), rating(3, "A", "صحيفة b")
    assert letters(rated(*log)) == {"sohr": "C", "صحيفة b": "A"}


def test_undone_it_is_as_if_it_had_never_been_said() -> None:
    undone = Decision(Act.UNDO, "سامي", "خطأ", "2024-01-02", undoes=1, number=2)
    assert rated(rating(1, "B"), undone) == rated()


def test_reliability_and_credibility_are_two_axes() -> None:
    plain, bad = rated(), rated(rating(1, "E"), rating(2, "E", "صحيفة b"))
    assert (bad.credibility, bad.label, bad.graded_by) == (plain.credibility, plain.label, plain.graded_by)


def test_the_register_may_give_a_letter_and_a_person_outranks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {**sources.load(), "sohr": replace(sources.load()["sohr"], reliability="C")}
    monkeypatch.setattr(sources, "load", lambda: known)
    assert letters(rated())["sohr"] == "C"
    assert letters(rated(rating(1, "D")))["sohr"] == "D"
    (first, *_) = [one for one in ratings.rated_sources([rated()], {}) if one.name == "sohr"]
    assert (first.reliability, first.rated_by, first.incidents, first.reports) == ("C", "the register", 1, 1)


def test_sources_are_listed_with_who_judged_them() -> None:
    said = ratings.ratings([rating(1, "B")])
    listed = {one.name: (one.reliability, one.rated_by) for one in ratings.rated_sources([rated(rating(1, "B"))], said)}
    assert listed == {"sohr": ("B", "ندى: فحص"), "صحيفة b": ("F", "nobody")}
