"""Words of nearness and direction before a place: شمال شرقي سوريا، قرب مدينة الميادين."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reading.places.refs import WIDE, PlaceRef

SIDES = frozenset(["near", "part", "direction"])


def directed(chart: Chart) -> Iterator[Mention]:
    """شمال شرقي سوريا، قرب مدينة الميادين: the words before a place belong to it."""
    for place in tuple(chart.kinds.get("place", ())):
        first, start, precision, lead = place.first, place.start, 0, place.lead
        while lead == "" and first > 0:
            before = _ending(chart, first)
            if before is None:
                break
            precision = max(precision, 2 if before.value == "near" else 1 if before.value == "part" else 3)
            first, start, lead = before.first, before.start, before.lead
        if precision:
            value = place.value
            if not isinstance(value, PlaceRef):
                continue
            exact = value.precision if place.rule == "places.land" else _directed_precision(value, precision)
            yield Mention(
                "place",
                PlaceRef(value.ids, value.kind, exact),
                start,
                place.end,
                first,
                place.last,
                "places.directed",
                "",
                lead,
                "",
                (("place", place),),
            )


def _directed_precision(value: PlaceRef, found: int) -> int:
    """شمال حلب is near or a district of it; شمال سوريا is a region; وسط المدينة stays exact."""
    if value.precision >= 4:
        return 4
    return max(value.precision, min(found, 3) if value.kind in WIDE else min(found, 2))


def _ending(chart: Chart, first: int) -> Mention | None:
    """A word of nearness or direction that ends just before the token."""
    for kind in ("near", "direction"):
        for mention in chart.kinds.get(kind, ()):
            if mention.last == first and mention.value in SIDES:
                return mention
    return None
