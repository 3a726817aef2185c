"""A second look when the whole report is read: drafts that turned out to tell one act become one.

A headline names the act before anything is known of it, and a background paragraph tells it anew; only when both are
told in full can they be held against each other.
"""

from __future__ import annotations

from datetime import date

from waqai.claims.drafts import Draft
from waqai.claims.likeness import compared
from waqai.claims.outline import Outline
from waqai.claims.weights import JOIN, score


def settle(drafts: list[Draft], outlines: list[Outline], published: date | None) -> None:
    """Every later draft that is as like an earlier one as a mention must be to join it, is part of it."""
    for number in range(len(drafts) - 1, 0, -1):
        scored = [(_likeness(outlines[number], outlines[i], published), -i) for i in range(number)]
        best = max(scored)
        if best[0] >= JOIN:
            _merge(drafts[-best[1]], drafts[number])
            outlines[-best[1]].add(outlines[number])
            del drafts[number], outlines[number]


def _likeness(mine: Outline, theirs: Outline, published: date | None) -> float:
    found = compared(mine, theirs, published)
    return JOIN - 1 if found is None else score(["any", "second look", *found])


def _merge(draft: Draft, other: Draft) -> None:
    """The mentions of both, in the order of the text."""
    rows = [
        *zip(draft.mentions, draft.sentences, draft.openings, strict=True),
        *zip(other.mentions, other.sentences, other.openings, strict=True),
    ]
    rows.sort(key=lambda row: row[0].trigger.start)
    draft.mentions = [row[0] for row in rows]
    draft.sentences = [row[1] for row in rows]
    draft.openings = [row[2] for row in rows]
