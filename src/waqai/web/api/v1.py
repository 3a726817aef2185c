"""The interface for programs: `/api/v1`, described by `/api/v1/openapi.json`. Lists page by key, never by number."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from waqai.record.serial import plain as as_json
from waqai.web.api import forms
from waqai.web.api.mapping import mapped
from waqai.web.api.timeline import timeline
from waqai.web.pages.export import FORMS, written
from waqai.web.people.person import Role
from waqai.web.visit import Visit, visit

router = APIRouter(prefix="/api/v1", tags=["v1"])
_MOST = 500


class Asked(BaseModel):
    """What every list can be asked for. A field given several times means any of its values."""

    q: str = Field("", description="Words of the texts, places, actors, in any spelling")
    type: list[str] = Field([], description="ACLED's event type or sub-event type")
    by: list[str] = Field([], description="An actor named as author (codebook id)")
    on: list[str] = Field([], description="An actor named as target")
    actor: list[str] = Field([], description="An actor on either side")
    place: list[str] = Field([], description="A gazetteer id; what lies in it counts")
    country: list[str] = Field([], description="Two letters")
    source: list[str] = Field([], description="An outlet")
    grade: list[str] = Field([], description="fair, weak, contested, disproven")
    differ: list[str] = Field([], description="A field on which voices disagree, or `any`")
    weapon: list[str] = Field([], description="A class of the codebook")
    report: list[str] = Field([], description="A report that tells it")
    box: str | None = Field(None, description="west,south,east,north in degrees")
    since: str | None = Field(None, description="Not before this day (ISO)")
    until: str | None = Field(None, description="Not after this day (ISO)")
    undated: str | None = Field(None, description="yes: only those without a date")
    reviewed: str | None = Field(None, description="yes or no")
    sort: str = Field("newest", description="newest, oldest, deadliest, sources")


class Page(Asked):
    """A list's page."""

    after: str | None = Field(None, description="The id of the last incident of the page before")
    limit: int = Field(100, ge=1, le=_MOST, description="How many at most")


class Changes(BaseModel):
    """Where somebody left off."""

    since: str = Field("", description="The cursor of the answer before; empty for everything")
    limit: int = Field(100, ge=1, le=_MOST)


class Look(Asked):
    """A window of the map."""

    zoom: int = Field(5, ge=0, le=13)
    window: str | None = Field(None, description="west,south,east,north of the screen")


def _language(request: Request) -> str:
    return "en" if request.query_params.get("lang", "en") != "ar" else "ar"


def _visit(request: Request) -> Visit:
    return visit(request, _language(request))


@router.get("/incidents")
async def incidents(request: Request, page: Annotated[Page, Query()]) -> dict[str, Any]:
    """Incidents that are all of what is asked, a page of them; `next` is the address of the next page."""
    visited = _visit(request)
    query, catalogue = visited.query(), visited.catalogue
    bits = catalogue.select(query) & visited.visible
    positions = catalogue.page(query, bits, page.after, page.limit + 1)
    cards = visited.shelf.cards(catalogue, positions[: page.limit])
    more = len(positions) > page.limit
    following = f"/api/v1/incidents{query.address()}&limit={page.limit}&after={cards[-1].id}" if more else None
    return {"count": bits.bit_count(), "incidents": [forms.plain(card) for card in cards], "next": following}


@router.get("/incidents.{form}", response_class=Response)
async def incidents_as(request: Request, form: str, _: Annotated[Asked, Query()]) -> Response:
    """The same list as csv, jsonl, geojson or atom, all of it."""
    if form not in FORMS:
        raise HTTPException(404)
    return written(_visit(request), form)


@router.get("/changes")
async def changes(request: Request, asked: Annotated[Changes, Query()]) -> dict[str, Any]:
    """Incidents that are new or not as they were, since a cursor, in the order of change; and the next cursor."""
    visited = _visit(request)
    catalogue = visited.catalogue
    epoch, number = _cursor(asked.since, catalogue.meta["epoch"])
    query = "SELECT position, changed FROM incidents WHERE changed > ? ORDER BY changed LIMIT ?"
    rows = catalogue.rows(query, (number, asked.limit))
    places = [int(str(at)) for at, _ in rows]
    shown = [at for at in places if visited.visible >> at & 1]
    last = int(str(rows[-1][1])) if rows else number
    cards = visited.shelf.cards(catalogue, shown)
    more = len(rows) == asked.limit
    return {"incidents": [forms.plain(card) for card in cards], "since": f"{epoch}.{last}", "more": more}


def _cursor(since: str, epoch: str) -> tuple[str, int]:
    """The epoch and number of a cursor; 410 for one of a catalogue that was made from nothing since."""
    if not since:
        return epoch, 0
    known, _, number = since.partition(".")
    if known != epoch or not number.isdigit():
        raise HTTPException(410, "this cursor is of an older catalogue: begin again without one")
    return epoch, int(number)


@router.get("/incidents/{name}")
async def incident(request: Request, name: str) -> JSONResponse:
    """One incident in full: the card, every telling with its words and spans, links, reasons."""
    visited = _visit(request)
    catalogue, shelf = visited.catalogue, visited.shelf
    now = name.upper() if visited.is_public else shelf.current(catalogue, name)
    at = catalogue.position.get(now or "")
    if now is None or at is None or not visited.visible >> at & 1:
        raise HTTPException(404, "no such incident")
    answer: dict[str, Any] = {"incident": forms.plain(shelf.card(catalogue, at))}
    if not visited.is_public:
        found = shelf.incident(catalogue, now)
        answer["tellings"] = [as_json(shelf.telling(catalogue, key)) for key in found.events]
        answer["disagreements"] = as_json(found.disagreements)
        answer["links"] = [as_json(link) for link in shelf.links(catalogue, now)]
        answer["judgements"] = [as_json(one) for one in shelf.reasons(catalogue, now)]
    return JSONResponse(answer)


@router.get("/facets")
async def facets(request: Request, _: Annotated[Asked, Query()]) -> dict[str, Any]:
    """How the answer divides by each field."""
    visited = _visit(request)
    query, catalogue = visited.query(), visited.catalogue
    names = ("type", "by", "on", "area", "country", "source", "grade", "differ", "weapon")
    return {name: dict(catalogue.counts(query, name, visited.visible)[:200]) for name in names}


@router.get("/map")
def map_dots(request: Request, look: Annotated[Look, Query()]) -> dict[str, Any]:
    """The answer gathered into dots for that zoom; what is known no finer than its governorate as areas; answers."""
    return mapped(_visit(request), look.zoom, _window(look.window))


def _window(value: str | None) -> tuple[float, float, float, float] | None:
    if value is None:
        return None
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError:
        raise HTTPException(400, "window: west,south,east,north") from None
    return west, south, east, north


@router.get("/timeline")
def time_line(request: Request, _: Annotated[Asked, Query()]) -> dict[str, Any]:
    """Lanes by actor, their incidents (at most 1,500, the gravest), answers between them, totals, counts by day."""
    return timeline(_visit(request))


@router.get("/reports/{name:path}")
async def report(request: Request, name: str) -> JSONResponse:
    """One report with its text and everything read from it."""
    visited = _visit(request)
    visited.needs(Role.VIEWER)
    found = visited.shelf.report(name)
    if found is None:
        raise HTTPException(404, "no such report")
    account = visited.shelf.account(name)
    return JSONResponse({"report": as_json(found), "account": as_json(account) if account else None})
