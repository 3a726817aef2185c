"""A few kills in every run of the tests; `make torture` makes a thousand."""

from __future__ import annotations

from pathlib import Path

from tests.torture.kills import Careless, torment


def test_killed_ingests_lose_and_double_nothing(tmp_path: Path) -> None:
    done = torment(tmp_path, 15)
    assert done.kills == 15
    assert not done.damage, str(done)


def test_a_build_that_acknowledges_too_early_is_found_out(tmp_path: Path) -> None:
    assert torment(tmp_path, 10, Careless).damage.lost
