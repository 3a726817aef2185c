"""Which act is meant, by where its words stand, and the record as others get it: what the log's machine compares."""

from __future__ import annotations

from waqai.incidents.anchors import Anchor
from waqai.incidents.join import Joined
from waqai.incidents.model import Telling
from waqai.publish import export

APART = 40  # characters between the acts of a report; two readers cut the four of «هجوم» at most three apart
Spot = tuple[str, int]


def spot_of(one: Telling | Anchor) -> Spot:
    """The act that is meant: its report, and which of it, by where its words stand."""
    start = one.start if isinstance(one, Anchor) else one.event.trigger.start
    return one.report, round(start / APART)


def exported(joined: Joined) -> str:
    """The incidents as others get them."""
    return "\n".join(export.incident_lines("jsonl", joined.incidents, joined.links))
