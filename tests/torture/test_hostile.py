"""More than three hundred hostile inputs: all accounted for, none ends the program, no quote is false."""

from __future__ import annotations

from pathlib import Path

from tests.torture.torment import tormented
from waqai.claims.model import Account
from waqai.reports.files import Source
from waqai.reports.intake import Ending
from waqai.session import Run


def test_hostile_inputs_are_accounted_for_and_good_ones_read(tmp_path: Path) -> None:
    found = tormented(tmp_path)
    assert found.files >= 300
    assert found.quotes > 1_000
    assert {"new", "set aside", "quarantined"} <= found.endings.keys()
    assert [found.unaccounted, found.crashes, found.false_quotes, found.unread] == [[], [], [], []], str(found)


def test_a_build_that_drops_shifts_or_falls_is_found_out(tmp_path: Path) -> None:
    def broken(run: Run, source: Source) -> list[tuple[Ending, Account | None]]:
        results = [(result.outcome.ending, result.account) for result in run.source(source)]
        if source.path.suffix == ".gz":
            raise ValueError("not foreseen")
        return [(ending, told) for ending, told in results if ending != Ending.QUARANTINED]

    found = tormented(tmp_path, broken, ("cuts", "bombs"))
    assert found.unaccounted
    assert found.crashes
    assert found.unread == []
