"""Any sequence of readings and decisions by two people keeps what the design promises; a broken build does not.

`make test` runs a few short sequences. All of them, as the design asks:
    WAQAI_SEQUENCES=500 WAQAI_STEPS=50 python -m pytest -q tests/record/test_log_model.py -k any_sequence
`make test` tries three broken builds, `make check` (or WAQAI_BROKEN=all) all of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.record.log_machine import Log
from waqai.incidents import anchors, clusters, decisions, edits, groups, identity, ratings
from waqai.incidents.anchors import Anchor, Finder
from waqai.incidents.decisions import Act, Decision
from waqai.incidents.model import Telling
from waqai.record import log as kept

SEQUENCES = int(os.environ.get("WAQAI_SEQUENCES", "12"))
STEPS = int(os.environ.get("WAQAI_STEPS", "20"))


def run(sequences: int, steps: int, **more: Any) -> None:  # noqa: ANN401
    run_state_machine_as_test(
        Log,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
            **more,
        ),
    )


def test_any_sequence_of_readings_and_decisions() -> None:
    run(SEQUENCES, STEPS, phases=[phase for phase in Phase if phase is not Phase.shrink or SEQUENCES < 100])


Broken = Callable[[pytest.MonkeyPatch], None]


def undo_forgets(act: Act) -> Broken:
    """Whoever undoes a decision of that kind finds it holding still."""
    whole = decisions.standing

    def standing(log: Sequence[Decision]) -> tuple[Decision, ...]:
        held = whole(log)
        return tuple(one for one in log if one in held or one.act is act)

    return lambda patch: patch.setattr("waqai.incidents.join.standing", standing)


def id_not_redirected(patch: pytest.MonkeyPatch) -> None:
    whole = identity.name_all
    patch.setattr("waqai.incidents.join.name_all", lambda *given: replace(whole(*given), redirects={}))


def redirect_left_behind(patch: pytest.MonkeyPatch) -> None:
    """An id that stands alone again still leads to the one that it was merged into."""
    whole = identity.name_all

    def name_all(groups: Sequence[Sequence[Telling]], founders: Any, redirects: Mapping[str, str]) -> Any:  # noqa: ANN401
        made = whole(groups, founders, redirects)
        return replace(made, redirects={**redirects, **made.redirects})

    patch.setattr("waqai.incidents.join.name_all", name_all)


def lost_by_reading_anew(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Finder, "find", lambda self, one: self._by_content.get(one.content))


def found_by_its_words_alone(patch: pytest.MonkeyPatch) -> None:
    """A decision on an act that nobody reads any more is taken for one on the next act of those words."""
    whole = anchors._likeness
    patch.setattr(anchors, "_likeness", lambda told, one: whole(told, one) or int(told.event.trigger.text == one.words))


def numbers_instead_of_words(patch: pytest.MonkeyPatch) -> None:
    """What is decided of e1 holds for whatever is e1 today."""

    def find(self: Finder, one: Anchor) -> str | None:
        here = sorted(self._by_report.get(one.report, ()), key=lambda telling: telling.key)
        return here[one.start // 40 - 1].key if 0 <= one.start // 40 - 1 < len(here) else None

    patch.setattr(Finder, "find", find)


def rules_outrank_people(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(groups.Groups, "keep_apart", lambda *_: None)


def first_word_counts(patch: pytest.MonkeyPatch) -> None:
    whole = clusters.clusters
    patch.setattr(
        "waqai.incidents.join.clusters",
        lambda reports, judged, said=(), *given: whole(reports, judged, said[::-1], *given),
    )


def first_edit_counts(patch: pytest.MonkeyPatch) -> None:
    whole = edits.changes

    def changes(decided: Iterable[Decision], *given: Any) -> edits.Changes:  # noqa: ANN401
        return whole(tuple(decided)[::-1], *given)

    patch.setattr("waqai.incidents.join.changes", changes)


def rating_of_all(patch: pytest.MonkeyPatch) -> None:
    """A letter given to one source is given to all of them."""
    whole = ratings.ratings

    class All(dict[str, Decision]):
        def get(self, _: str, __: Any = None) -> Any:  # noqa: ANN401
            return next(iter(self.values()), None)

    patch.setattr("waqai.incidents.join.ratings", lambda decided: All(whole(decided)))


def entry_lost(patch: pytest.MonkeyPatch) -> None:
    whole = kept.entries
    patch.setattr(kept, "entries", lambda connection: whole(connection)[-3:])


def event_lost(patch: pytest.MonkeyPatch) -> None:
    whole = clusters.clusters

    def fewer(*given: Any) -> list[tuple[str, ...]]:  # noqa: ANN401
        return [tuple(key for key in group if key != "r1/e2") for group in whole(*given) if group != ("r1/e2",)]

    patch.setattr("waqai.incidents.join.clusters", fewer)


def names_made_anew(patch: pytest.MonkeyPatch) -> None:
    number = count(100000)
    patch.setattr(identity, "_new", lambda *_: f"WQ-{next(number)}")
    patch.setattr(identity, "_founded", lambda *_: {})


BROKEN: dict[str, Broken] = {
    "an undo that forgets a merge": undo_forgets(Act.MERGE),
    "an undo that forgets a split": undo_forgets(Act.SPLIT),
    "an undo that forgets a difference": undo_forgets(Act.DIFFERENT),
    "an undo that forgets an edit": undo_forgets(Act.EDIT),
    "an undo that forgets a rejection": undo_forgets(Act.REJECT),
    "an undo that forgets a rating": undo_forgets(Act.RATE),
    "a merged id that is not redirected": id_not_redirected,
    "a redirect that outlives its merge": redirect_left_behind,
    "a decision lost by reading anew": lost_by_reading_anew,
    "a decision that finds another act of the same words": found_by_its_words_alone,
    "a decision that follows numbers": numbers_instead_of_words,
    "rules that outrank people": rules_outrank_people,
    "an earlier word that outranks a later one": first_word_counts,
    "an earlier edit that outranks a later one": first_edit_counts,
    "a rating that spreads": rating_of_all,
    "a log that loses its beginning": entry_lost,
    "an event that is in no incident": event_lost,
    "ids that do not last": names_made_anew,
}


ALWAYS = ("an undo that forgets an edit", "a merged id that is not redirected", "a decision lost by reading anew")
TRIED = BROKEN if os.environ.get("WAQAI_BROKEN") == "all" else {name: BROKEN[name] for name in ALWAYS}


@pytest.mark.parametrize("broken", TRIED.values(), ids=TRIED)
def test_a_broken_build_is_caught(broken: Broken, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch)
    with pytest.raises((AssertionError, KeyError)):
        run(240, 40, phases=[Phase.generate], derandomize=True, database=None, report_multiple_bugs=False)
