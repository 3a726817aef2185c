"""The accounts: who may come in and what they may do; and one's own password and tokens."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from waqai.web.guard import COOKIE
from waqai.web.people import accounts
from waqai.web.people.person import Role
from waqai.web.people.store import People, PeopleError
from waqai.web.visit import Visit, form, visit

router = APIRouter()
ROLES = list(Role)[1:]


@router.get("/{lang}/people")
async def people(request: Request) -> Response:
    """Who has an account."""
    visited = visit(request)
    visited.needs(Role.ADMIN)
    return _people(visited, 200, request.query_params.get("said", ""))


def _people(visited: Visit, status: int, said: str) -> Response:
    return visited.render("people.html", status, accounts=visited.people.accounts(), roles=ROLES, said=said)


@router.post("/{lang}/people")
async def change(request: Request) -> Response:
    """A new account, or another role, another password or the end of one."""
    visited = visit(request)
    fields = await form(visited, Role.ADMIN)
    act = _ACTS.get(fields.get("act", "add"))
    if act is None:
        raise HTTPException(400)
    try:
        said = await run_in_threadpool(act, visited.people, fields)
    except PeopleError as error:
        return _people(visited, 400, error.reason)
    except ValueError:
        raise HTTPException(400) from None
    return RedirectResponse(visited.path("people", said=said), 303)


def _add(people: People, fields: dict[str, str]) -> str:
    people.add(fields.get("name", ""), fields.get("password", ""), _role(fields))
    return "people-added"


def _set_role(people: People, fields: dict[str, str]) -> str:
    accounts.set_role(people, fields.get("name", ""), _role(fields))
    return "people-changed"


def _set_password(people: People, fields: dict[str, str]) -> str:
    accounts.set_password(people, fields.get("name", ""), fields.get("password", ""))
    return "people-changed"


def _remove(people: People, fields: dict[str, str]) -> str:
    accounts.remove(people, fields.get("name", ""))
    return "people-removed"


def _role(fields: dict[str, str]) -> Role:
    """ValueError where it is none that an account can have."""
    role = Role(fields.get("role", ""))
    if role not in ROLES:
        raise ValueError(role)
    return role


_ACTS: dict[str, Callable[[People, dict[str, str]], str]] = {
    "add": _add,
    "role": _set_role,
    "password": _set_password,
    "remove": _remove,
}


@router.get("/{lang}/account")
async def account(request: Request) -> Response:
    """One's own password and tokens."""
    visited = visit(request)
    visited.needs(Role.VIEWER)
    return _account(visited, 200, request.query_params.get("said", ""))


def _account(visited: Visit, status: int, said: str, token: str = "") -> Response:
    name = visited.person.name
    has, held = accounts.has_account(visited.people, name), accounts.tokens(visited.people, name)
    return visited.render("account.html", status, has_account=has, tokens=held, said=said, token=token)


@router.post("/{lang}/account")
async def change_own(request: Request) -> Response:
    """Another password for who knows the old one; a token made, shown this once; a token dropped."""
    visited = visit(request)
    fields = await form(visited, Role.VIEWER)
    name, act = visited.person.name, fields.get("act", "")
    if not accounts.has_account(visited.people, name):
        raise HTTPException(403)
    if act == "token":
        return _account(visited, 200, "", visited.people.make_token(name))
    if act == "drop":
        accounts.drop_token(visited.people, name, fields.get("mark", ""))
        return RedirectResponse(visited.path("account", said="token-dropped"), 303)
    if act != "password":
        raise HTTPException(400)
    if not await run_in_threadpool(visited.people.knows, name, fields.get("old", "")):
        return _account(visited, 403, "account-wrong")
    session = request.cookies.get(COOKIE, "")
    try:
        new = fields.get("password", "")
        await run_in_threadpool(accounts.set_password, visited.people, name, new, session)
    except PeopleError as error:
        return _account(visited, 400, error.reason)
    return RedirectResponse(visited.path("account", said="account-changed"), 303)
