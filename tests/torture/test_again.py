"""A few reports in every run of the tests; `make torture` reads two thousand."""

from __future__ import annotations

from pathlib import Path

from tests.torture.again import read_again


def test_exports_are_equal_after_reading_again(tmp_path: Path) -> None:
    done = read_again(tmp_path, 40)
    assert done.are_equal, str(done)


def test_a_build_that_reads_twice_is_found_out(tmp_path: Path) -> None:
    done = read_again(tmp_path, 10, 2, forget_names=True)
    assert len(set(done.hashes)) == 2
