"""How an event mention stands to a draft in the report: how far off, how worded, what is told between."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Setting:
    """How the mention stands to the draft in the report."""

    lag: int  # in sentences that tell acts: talk between does not count
    lead: bool
    only: bool
    last: bool
    headline: bool
    turned: bool
    wording: str
    projectile: bool
    place_first: bool
    carried: bool
    recalled: bool
    answered: bool
    others_word: bool
    number: bool
    counted: bool
    alike: bool
    result: bool
    goes_on: bool
    own: bool
    day_first: bool
    followed: bool
    tells_on: bool
    so_called: bool
    beside: bool = False
    recalls: bool = False
    repels: bool = False
