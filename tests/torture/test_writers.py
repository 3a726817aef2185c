"""Two writers in every run of the tests; `make torture` starts four."""

from __future__ import annotations

from pathlib import Path

from tests.torture.writers import HASTY, together


def test_two_writers_share_the_work_and_nobody_sees_a_lock(tmp_path: Path) -> None:
    done = together(tmp_path, 2, 12)
    assert done.codes == (0, 0), done.said
    assert (done.new, done.known) == (12, 12)
    assert "lock" not in done.said
    assert not done.damage, str(done)


def test_a_build_whose_writers_do_not_wait_is_found_out(tmp_path: Path) -> None:
    done = together(tmp_path, 4, 12, HASTY)
    assert "locked" in done.said
