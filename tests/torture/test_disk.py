"""A few failing writes in every run of the tests; `make torture` lets every single one fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.disk import can_compile, fail_writes

pytestmark = pytest.mark.skipif(not can_compile(), reason="no C compiler for the shim, or not Linux")


def test_failing_writes_are_told_and_the_next_run_completes(tmp_path: Path) -> None:
    done = fail_writes(tmp_path, 60)
    assert done.tried > 4
    assert done.struck == done.tried
    assert done.wrong == (), str(done)


def test_a_build_that_hides_failures_is_found_out(tmp_path: Path) -> None:
    done = fail_writes(tmp_path, 50, broken=True)
    assert any("the exit code is 0" in line for line in done.wrong), str(done)
