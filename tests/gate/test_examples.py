"""The topics have as many examples as the issue asks for, a third of them negative."""

from __future__ import annotations

import pytest

from tests.gate.examples import GOAL, NEGATIVE, counted, main


def test_there_are_enough_examples_and_a_third_must_give_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    number, none = counted()["all"]
    assert number >= GOAL
    assert none >= NEGATIVE * number
    assert f"{number} texts" in capsys.readouterr().out


def test_the_topics_of_parties_have_their_third_too() -> None:
    rows = counted()
    assert all(rows[topic][1] >= NEGATIVE * rows[topic][0] for topic in ("actors", "people"))
