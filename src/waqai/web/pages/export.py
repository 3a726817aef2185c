"""Taking away what a list holds, in every form that Waqai writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from waqai.incidents.model import Incident, Link
from waqai.publish import export as publishing
from waqai.web.api.forms import atom, card_csv, geojson, jsonl
from waqai.web.catalogue.card import Card
from waqai.web.people.person import Role
from waqai.web.visit import Visit, visit

router = APIRouter()
FORMS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "geojson": "application/geo+json",
    "atom": "application/atom+xml",
}
REPORT_FORMS = {
    "coded": ("application/json", "json"),
    "jsonl": ("application/x-ndjson", "jsonl"),
    "csv": ("text/csv; charset=utf-8", "csv"),
}


@router.get("/{lang}/export.{form}")
async def export(request: Request, form: str) -> Response:
    """The incidents of the address's question, all of them."""
    visited = visit(request)
    if form not in FORMS:
        raise HTTPException(404)
    return written(visited, form)


@router.get("/{lang}/incident/{name}/export.{form}")
async def export_one(request: Request, name: str, form: str) -> Response:
    """One incident in that form."""
    visited = visit(request)
    now = name.upper() if visited.is_public else visited.shelf.current(visited.catalogue, name)
    at = visited.catalogue.position.get(now or "")
    if form not in FORMS or form == "atom" or at is None or not visited.visible >> at & 1:
        raise HTTPException(404)
    headers = {"content-disposition": f'attachment; filename="{now}.{form}"'}
    return StreamingResponse(lines(visited, form, [at]), media_type=FORMS[form], headers=headers)


@router.get("/{lang}/report-export/{form}/{name:path}")
async def export_report(request: Request, form: str, name: str) -> Response:
    """What was read from one report: in the codebook's form, as lines, or as a table."""
    visited = visit(request)
    visited.needs(Role.VIEWER)
    account = visited.shelf.account(name)
    if form not in REPORT_FORMS or account is None:
        raise HTTPException(404)
    kind, ending = REPORT_FORMS[form]
    told = publishing.account_lines(form, [account])
    headers = {"content-disposition": f'attachment; filename="report.{ending}"'}
    return StreamingResponse(_marked(form, told), media_type=kind, headers=headers)


def written(visited: Visit, form: str) -> Response:
    """The answer in that form, as a file."""
    query = visited.query()
    bits = visited.catalogue.select(query) & visited.visible
    positions = list(visited.catalogue.listed(query, bits))
    headers = {"content-disposition": f'attachment; filename="waqai-{len(positions)}.{form}"'}
    if form == "atom":
        headers = {}
        positions = positions[:100]
    return StreamingResponse(lines(visited, form, positions), media_type=FORMS[form], headers=headers)


def lines(visited: Visit, form: str, positions: list[int]) -> Iterator[str]:
    """The file's lines; for everybody only what cards hold, for those signed in all that the exports of a record do."""
    base = str(visited.request.base_url).rstrip("/")
    cards = _cards(visited, positions)
    if form == "geojson":
        yield from geojson(visited.tongue, cards, base)
    elif form == "atom":
        yield from atom(visited.tongue, list(cards), str(visited.request.url), base)
    elif visited.is_public:
        yield from card_csv(visited.tongue, cards) if form == "csv" else jsonl(cards)
    else:
        incidents = [visited.shelf.incident(visited.catalogue, visited.catalogue.ids[at]) for at in positions]
        near = (visited.shelf.links(visited.catalogue, one.id) for one in incidents)
        here = {one.id for one in incidents}
        links = dict.fromkeys(link for some in near for link in some if link.answer in here)
        yield from _published(form, incidents, list(links))


def _cards(visited: Visit, positions: list[int]) -> Iterator[Card]:
    """The cards, some hundreds at a time."""
    for at in range(0, len(positions), 400):
        yield from visited.shelf.cards(visited.catalogue, positions[at : at + 400])


def _published(form: str, incidents: list[Incident], links: list[Link]) -> Iterator[str]:
    yield from _marked(form, publishing.incident_lines(form, incidents, links))


def _marked(form: str, told: Iterable[str]) -> Iterator[str]:
    """The lines, before a table's first the mark by which spreadsheets know the encoding."""
    mark = "\ufeff" if form == "csv" else ""
    for number, line in enumerate(told):
        yield (mark if number == 0 else "") + line + "\n"
