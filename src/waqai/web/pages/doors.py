"""Coming in and going out."""

from __future__ import annotations

import time
from collections import deque
from functools import cache

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from waqai.web.guard import COOKIE, keep
from waqai.web.people.person import Role
from waqai.web.visit import form, visit

router = APIRouter()
_TRIES = 10  # a minute, for all together: a page of a team, not of the world


@cache
def _tries() -> deque[float]:
    return deque()


@router.get("/{lang}/login")
async def login(request: Request) -> Response:
    """The form, or where there are no accounts the word about the printed link."""
    visited = visit(request)
    return visited.render("login.html", 200, accounts=bool(visited.people.accounts()), wrong=None)


@router.post("/{lang}/login")
async def enter(request: Request) -> Response:
    """A session for the right name and password."""
    visited = visit(request)
    if request.headers.get("sec-fetch-site") not in {None, "same-origin", "none"}:
        raise HTTPException(403)
    if _too_often(time.monotonic()):
        return visited.render("login.html", 429, accounts=True, wrong=visited.tongue("login-wait"))
    fields = await request.form()
    name, password = str(fields.get("name", "")), str(fields.get("password", ""))
    key = await run_in_threadpool(visited.people.enter, name, password)
    if key is None:
        return visited.render("login.html", 401, accounts=True, wrong=visited.tongue("login-wrong"))
    answer = RedirectResponse(visited.path(), 303)
    keep(answer, key, visited.settings)
    return answer


def _too_often(now: float) -> bool:
    times = _tries()
    while times and times[0] < now - 60:
        times.popleft()
    times.append(now)
    return len(times) > _TRIES


@router.post("/{lang}/logout")
async def leave(request: Request) -> Response:
    """The session ends."""
    visited = visit(request)
    await form(visited, Role.VIEWER)
    visited.people.leave(request.cookies.get(COOKIE, ""))
    answer = RedirectResponse(visited.path("login"), 303)
    answer.delete_cookie(COOKIE)
    return answer
