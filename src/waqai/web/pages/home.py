"""Home: one filter bar, the map, the timeline and the list of the incidents that it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from waqai.web import naming
from waqai.web.areas import area_at
from waqai.web.basemap import Shown, picture
from waqai.web.catalogue.catalogue import KINDS
from waqai.web.catalogue.query import SORTS, Query
from waqai.web.cells import arcs, areas, clusters
from waqai.web.visit import Visit, visit

router = APIRouter()
PAGE = 40
FACETS = (("type", "type"), ("actor", "actor"), ("place", "area"), ("source", "source"), ("differ", "differ"))
_MOST = {"type": 40, "actor": 60, "place": 80, "source": 60, "differ": 20}


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter: its words, how many it leaves, whether it is asked for now; of a preset its address."""

    value: str
    label: str
    count: int
    chosen: bool
    address: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition that is asked for, and the address without it."""

    label: str
    address: str


@router.get("/{lang}/")
async def home(request: Request) -> Response:
    """The incidents that the address asks for."""
    visited = visit(request)
    catalogue, query = visited.catalogue, visited.query()
    if catalogue.size == 0 and not visited.is_public:
        return RedirectResponse(visited.path("bring"), 303)
    bits = catalogue.select(query) & visited.visible
    positions = catalogue.page(query, bits, request.query_params.get("after"), PAGE + 1)
    cards = visited.shelf.cards(catalogue, positions[:PAGE])
    return visited.render(
        "home.html",
        query=query,
        count=bits.bit_count(),
        cards=cards,
        more=cards[-1].id if len(positions) > PAGE else None,
        is_first="after" not in request.query_params,
        facets={name: list(_options(visited, query, name, field)) for name, field in FACETS},
        grades=[(one, visited.tongue.term(one)) for one in ("fair", "weak", "contested")],
        presets=list(_presets(visited, query)),
        chips=list(_chips(visited, query)),
        sorts=SORTS,
        kinds=[kind for kind in KINDS if kind and catalogue.holding("type", kind) & bits],
        unplaced=_unplaced(visited, bits),
    )


def _unplaced(visited: Visit, bits: int) -> int:
    """How many of the answer lie nowhere on the map."""
    return bits.bit_count() - (bits & visited.catalogue.placed).bit_count()


def _options(visited: Visit, query: Query, name: str, field: str) -> Iterator[Option]:
    """The values of a filter with what each would leave of what the other filters leave."""
    others = query.changed(**{name: ()})
    chosen = getattr(query, name)
    counts = visited.catalogue.counts(others, field, visited.visible)[: _MOST[name]]
    for value, count in (*counts, *((one, 0) for one in chosen if one not in dict(counts))):
        label = naming.value(visited.tongue, field, value)
        yield Option(value, label, count, value in chosen)


def _presets(visited: Visit, query: Query) -> Iterator[Option]:
    """Spans that end with the newest day of the record, and its years."""
    catalogue, tongue = visited.catalogue, visited.tongue
    newest = catalogue.newest
    if not newest:
        return
    last = date.fromordinal(newest)
    spans = [("last-week", 7), ("last-month", 30), ("last-year", 365)]
    for key, days in spans:
        since = last - timedelta(days=days - 1)
        yield _preset(query, tongue(key), since, None)
    for year in catalogue.years[:12]:
        yield _preset(query, str(year), date(year, 1, 1), date(year, 12, 31))


def _preset(query: Query, label: str, since: date, until: date | None) -> Option:
    chosen = (query.since, query.until) == (since, until)
    span = (None, None) if chosen else (since, until)
    return Option("", label, 0, chosen, query.address(since=span[0], until=span[1]))


def _chips(visited: Visit, query: Query) -> Iterator[Chip]:
    """What is asked for, each with the address that asks it no more."""
    tongue = visited.tongue
    if query.q:
        yield Chip(f"«{query.q}»", query.address(q=""))
    for field in ("type", "by", "on", "actor", "place", "country", "source", "grade", "differ", "weapon", "report"):
        for value in getattr(query, field):
            label = naming.value(tongue, field, value)
            if field in {"by", "on"}:
                label = tongue("by-whom" if field == "by" else "on-whom", who=label)
            yield Chip(label, query.with_value(field, value).address())
    if query.since or query.until:
        first, last = (day.isoformat() if day else None for day in (query.since, query.until))
        label = tongue("range", first=tongue.day(first), last=tongue.day(last)) if first and last else ""
        label = label or (
            f"{tongue('since')} {tongue.day(first)}" if first else f"{tongue('until')} {tongue.day(last)}"
        )
        yield Chip(label, query.address(since=None, until=None))
    if query.box:
        yield Chip(tongue("box-set"), query.address(box=None))
    if query.undated:
        yield Chip(tongue("undated"), query.address(undated=False))
    if query.reviewed is not None:
        yield Chip(tongue("reviewed" if query.reviewed else "not-reviewed"), query.address(reviewed=None))


@router.get("/{lang}/map.svg")
async def still_map(request: Request) -> Response:
    """The map as a picture: for browsers without scripts or WebGL, for print and for mail."""
    visited = visit(request)
    bits = visited.catalogue.select(visited.query()) & visited.visible
    catalogue = visited.catalogue
    wide = [(dot, area_at(dot.lat, dot.lon)) for dot in areas(catalogue, bits)]
    shapes = [(dot, (found.layer, found.number) if found else None) for dot, found in wide]
    lines = () if visited.is_public else arcs(catalogue, bits)
    dark = request.query_params.get("dark") == "yes"
    drawn = picture(visited.tongue.code, Shown(clusters(catalogue, bits, 5), shapes, lines), dark=dark)
    return Response(drawn, media_type="image/svg+xml", headers={"cache-control": "private, max-age=60"})
