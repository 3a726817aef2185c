"""What a person follows: saved searches with what is new in each, saved reports, the digest."""

from __future__ import annotations

from functools import partial
from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from waqai.web import naming
from waqai.web.catalogue.query import MANY, Query, QueryError, parse
from waqai.web.following.post import preview, send_all
from waqai.web.following.searches import remove, save, told
from waqai.web.people.person import Role
from waqai.web.people.store import Search
from waqai.web.visit import Visit, form, visit

router = APIRouter()
_SAYINGS = ("following-saved", "following-stopped", "digest-sent", "digest-failed", "digest-nothing")


@router.get("/{lang}/following")
async def following(request: Request) -> Response:
    """The person's searches and reports."""
    visited = visit(request)
    visited.needs(Role.VIEWER)
    said = request.query_params.get("said", "")
    return visited.render(
        "following.html",
        chapters=preview(visited.shelf, visited.people, visited.catalogue, visited.person.name),
        reports=[str(row[0]) for row in visited.people.kept(visited.person.name)],
        said=said if said in _SAYINGS else "",
        can_send=bool(visited.settings.outbox or visited.settings.smtp),
    )


@router.post("/{lang}/following")
async def follow(request: Request) -> Response:
    """The search of that address is followed."""
    visited = visit(request)
    fields = await form(visited, Role.VIEWER)
    try:
        query = parse(parse_qsl(fields.get("address", "").lstrip("?")))
    except QueryError as error:
        raise HTTPException(400, error.field) from None
    title = fields.get("title", "").strip()[:120] or _title(visited, query)
    mail = fields.get("mail", "").strip() or None
    if mail and not _is_address(mail):
        raise HTTPException(400, mail[:80])
    wanted = Search(0, visited.person.name, title, query.address(), visited.tongue.code, mail, 0, "")
    save(visited.people, visited.catalogue, wanted)
    return RedirectResponse(visited.path("following", said="following-saved"), 303)


def _is_address(mail: str) -> bool:
    """Whether it can be written into a letter's head: one @, nothing that ends a line or adds another reader."""
    name, at, host = mail.partition("@")
    return bool(name and at and host) and mail.isascii() and not any(char in mail for char in " ,;<>\r\n\"'()[]\\")


def _title(visited: Visit, query: Query) -> str:
    """The conditions in words."""
    tongue = visited.tongue
    parts = [query.q] if query.q else []
    parts += [naming.value(tongue, field, value) for field in MANY for value in getattr(query, field)]
    if query.since or query.until:
        parts.append(f"{query.since or '…'} – {query.until or '…'}")
    return tongue.listed(parts) or tongue("nav-home")


@router.post("/{lang}/following/stop")
async def stop(request: Request) -> Response:
    """The search is followed no more."""
    visited = visit(request)
    fields = await form(visited, Role.VIEWER)
    number = fields.get("number", "")
    if not number.isdecimal():
        raise HTTPException(400)
    remove(visited.people, visited.person.name, int(number))
    return RedirectResponse(visited.path("following", said="following-stopped"), 303)


@router.post("/{lang}/following/read")
async def read(request: Request) -> Response:
    """All that is new was seen."""
    visited = visit(request)
    await form(visited, Role.VIEWER)
    chapters = preview(visited.shelf, visited.people, visited.catalogue, visited.person.name)
    told(visited.people, visited.catalogue, [one.news for one in chapters])
    return RedirectResponse(visited.path("following"), 303)


@router.post("/{lang}/following/send")
async def send(request: Request) -> Response:
    """The person's digest goes out now."""
    visited = visit(request)
    await form(visited, Role.VIEWER)
    done = await run_in_threadpool(partial(send_all, visited.shelf, visited.people, visited.person.name))
    said = "digest-failed" if done.failures else "digest-sent" if done.letters else "digest-nothing"
    return RedirectResponse(visited.path("following", said=said), 303)


@router.post("/{lang}/following/report")
async def keep_report(request: Request) -> Response:
    """The report is among the saved ones, or no longer."""
    visited = visit(request)
    fields = await form(visited, Role.VIEWER)
    name = fields.get("report", "")
    if visited.shelf.report(name) is None:
        raise HTTPException(404)
    visited.people.keep(visited.person.name, name, keep=fields.get("keep") == "yes")
    return RedirectResponse(visited.path("following"), 303)
