"""The timeline's data: lanes by actor, what happened in them, which incident answers which, counts by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from waqai.web import naming
from waqai.web.catalogue.beside import all_totals
from waqai.web.catalogue.bits import ascending
from waqai.web.catalogue.card import Card
from waqai.web.catalogue.catalogue import Catalogue
from waqai.web.shelf import Shelf
from waqai.web.visit import Visit
from waqai.web.wording import Tongue, tongue

MOST = 1500
LANES = 7
BINS = 240
MOST_TOTALS = 6


def timeline(visited: Visit) -> dict[str, Any]:
    """What the timeline draws for the address's question."""
    catalogue, query = visited.catalogue, visited.query()
    bits = catalogue.select(query) & visited.visible & ~catalogue.select_undated()
    drawn = _drawn(visited.shelf, catalogue, bits, visited.tongue.code)
    return drawn | {"totals": [] if visited.is_public else _totals(catalogue, bits)}


@lru_cache(maxsize=64)
def _drawn(shelf: Shelf, catalogue: Catalogue, bits: int, code: str) -> dict[str, Any]:
    """The timeline of these incidents; a public catalogue has no links, and so no arcs."""
    words = tongue(code)
    cards = shelf.cards(catalogue, _gravest(catalogue, bits))
    lanes = _lanes(cards)
    return {
        "count": bits.bit_count(),
        "lanes": [naming.actor(words, lane, lane) for lane in lanes] + [words("timeline-other")],
        "events": [_event(words, card, _lane(card, lanes)) for card in cards],
        "arcs": _arcs(catalogue, {card.id for card in cards}),
        "overview": _overview(catalogue, bits),
    }


def _gravest(catalogue: Catalogue, bits: int) -> list[int]:
    """All where they are few enough to draw; else those with the highest tolls, in order of time."""
    if bits.bit_count() <= MOST:
        return list(ascending(bits))
    marks = bits.to_bytes(catalogue.size // 8 + 1, "little")
    picked = islice((at for at in catalogue.by_toll if marks[at >> 3] >> (at & 7) & 1), MOST)
    return sorted(picked)


def _lanes(cards: Iterable[Card]) -> list[str]:
    """The actors named most often as authors, at most seven."""
    named = Counter(side.actor for card in cards for side in card.by[:1] if side.actor and side.actor != "unidentified")
    return [actor for actor, _ in named.most_common(LANES)]


def _lane(card: Card, lanes: Sequence[str]) -> int:
    first = next((side.actor for side in card.by if side.actor in lanes), None)
    return lanes.index(first) if first in lanes else len(lanes)


def _event(words: Tongue, card: Card, lane: int) -> list[Any]:
    """Id, lane, first and last day, toll, kind, title: a row, as there are many."""
    title = naming.heading(words, card)
    when = words.days(card.start, card.end, card.date_precision)
    return [card.id, lane, card.start, card.end, max(card.killed[1] or 0, 0), card.event_type, title, when]


def _arcs(catalogue: Catalogue, shown: set[str]) -> list[list[Any]]:
    """From the cause to the answer, and whether it is stated."""
    rows = catalogue.rows("SELECT cause, answer, stated FROM links LIMIT 20000")
    return [[str(cause), str(answer), bool(stated)] for cause, answer, stated in rows if {cause, answer} <= shown]


def _totals(catalogue: Catalogue, bits: int) -> list[list[Any]]:
    """Report, first and last day, stated, counted in the record, words: of totals that the shown incidents are of."""
    found = []
    for one in all_totals(catalogue):
        said, until = one.tally, one.tally.until
        shown = any(bits >> catalogue.position[name] & 1 for name in one.incidents if name in catalogue.position)
        if one.recorded is not None and shown and (said.since or until):
            days = [day.isoformat() if day else None for day in (said.since, until)]
            found.append([one.report, *days, said.count, one.recorded, said.words.text])
    return sorted(found, key=lambda row: (row[1] or "", row[2] or "9999"))[-MOST_TOTALS:]


def _overview(catalogue: Catalogue, bits: int) -> dict[str, Any]:
    """How many began in each of at most 240 equal spans."""
    first = catalogue.columns.first
    days = [first[at] for at in ascending(bits)]
    if not days:
        return {"start": None, "step": 1, "counts": []}
    low, high = days[0], max(days)
    step = max(1, -(-(high - low + 1) // BINS))
    counts = [0] * ((high - low) // step + 1)
    for day in days:
        counts[(day - low) // step] += 1
    return {"start": low, "step": step, "counts": counts}
