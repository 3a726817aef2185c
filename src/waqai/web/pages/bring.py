"""Bringing reports in: files, or a pasted text; the run's accounting while it goes on and when it is done."""

from __future__ import annotations

from datetime import date
from functools import partial

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from waqai.reports.model import Metadata
from waqai.web.bringing import Brought, Runs, samples, unpacked
from waqai.web.links import MOST, links
from waqai.web.people.person import Role
from waqai.web.visit import Visit, form, visit

router = APIRouter()
MOST_BYTES = 64_000_000
MOST_FILES = 2000


@router.get("/{lang}/bring")
async def bring(request: Request) -> Response:
    """The form."""
    visited = visit(request)
    visited.needs(Role.ANALYST)
    return visited.render("bring.html", empty=visited.catalogue.size == 0, run=None, wrong=None)


@router.post("/{lang}/bring")
async def take(request: Request) -> Response:
    """What came is read in the background; the answer is the page of the run."""
    visited = visit(request)
    if int(request.headers.get("content-length", "0") or 0) > MOST_BYTES:
        raise HTTPException(413)
    fields = await form(visited, Role.ANALYST, files=MOST_FILES)
    if fields.get("samples"):
        folder, known = samples()
        run = await run_in_threadpool(partial(_runs(visited).start, Brought(folder, known), remove=False))
        return RedirectResponse(visited.path(f"bring/{run.key}"), 303)
    files: dict[str, bytes] = {}
    for number, upload in enumerate((await request.form()).getlist("files")):
        if isinstance(upload, UploadFile) and upload.filename:
            name = upload.filename if upload.filename not in files else f"{number}-{upload.filename}"
            files[name] = await upload.read()
            await upload.close()
    day = _day(fields.get("published", ""))
    text = fields.get("text", "")
    addresses = links(text)
    if len(addresses) > MOST:
        raise HTTPException(413)
    if not files and not text.strip():
        return visited.render("bring.html", 400, empty=False, run=None, wrong=visited.tongue("bring-nothing"))
    known_of = Metadata(fields.get("outlet") or None, fields.get("title") or None, published=day)
    folder, index = unpacked(files, "" if addresses else text, known_of)
    run = await run_in_threadpool(_runs(visited).start, Brought(folder, index, day, addresses))
    return RedirectResponse(visited.path(f"bring/{run.key}"), 303)


@router.get("/{lang}/bring/{key}")
async def running(request: Request, key: str) -> Response:
    """How far the run is, and what became of each input."""
    visited = visit(request)
    visited.needs(Role.ANALYST)
    run = _runs(visited).get(key)
    if run is None:
        raise HTTPException(404)
    return visited.render("bring.html", empty=False, run=run, wrong=None)


def _runs(visited: Visit) -> Runs:
    state = visited.request.app.state
    if not hasattr(state, "runs"):
        state.runs = Runs(visited.shelf)
    runs: Runs = state.runs
    return runs


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip()) if value.strip() else None
    except ValueError:
        raise HTTPException(400, value[:40]) from None
