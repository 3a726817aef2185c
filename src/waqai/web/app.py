"""The page put together: its door, its pages, its interface, and one boundary for whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse

from waqai.web.api import v1
from waqai.web.catalogue.catalogue import TooLongError
from waqai.web.guard import Guard
from waqai.web.pages import accounts, bring, doors, export, following, home, incident, report, review
from waqai.web.people.person import PUBLIC
from waqai.web.people.store import People
from waqai.web.settings import Settings
from waqai.web.shelf import Shelf
from waqai.web.static_files import static_file
from waqai.web.visit import visit
from waqai.web.wording import LANGUAGES

_LOG = logging.getLogger("waqai.web")
Next = Callable[[Request], Awaitable[Response]]


def make_app(settings: Settings) -> FastAPI:
    """The page of one record."""
    people = People(settings.people_file)
    app = FastAPI(
        title="Waqai",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        middleware=[
            Middleware(Guard, settings=settings, people=people),
            Middleware(GZipMiddleware, minimum_size=1500, compresslevel=4),
        ],
    )
    app.state.people = people
    app.state.shelf = Shelf(settings)
    app.add_api_route("/", _root, include_in_schema=False)
    app.add_api_route("/favicon.ico", _icon, include_in_schema=False)
    app.add_api_route("/static/{name:path}", static_file, include_in_schema=False)
    for pages in (home, incident, report, export, bring, review, following, doors, accounts):
        app.include_router(pages.router, include_in_schema=False)
    app.include_router(v1.router)
    app.add_exception_handler(HTTPException, _refused)  # type: ignore[arg-type]  # Starlette's handlers are not generic
    app.add_exception_handler(TooLongError, _too_long)
    app.add_exception_handler(Exception, _failed)
    return app


async def _root(request: Request) -> Response:
    """The reader's language: English only where the browser prefers it to Arabic."""
    asked = request.headers.get("accept-language", "ar")
    wanted = [part.split(";")[0].split("-")[0].strip() for part in asked.split(",")]
    code = next((one for one in wanted if one in LANGUAGES), "ar")
    return RedirectResponse(f"/{code}/", 303)


async def _icon(_: Request) -> Response:
    return RedirectResponse("/static/icon.svg", 301)


async def _refused(request: Request, error: HTTPException) -> Response:
    return _answer(request, error.status_code, str(error.detail or ""))


async def _too_long(request: Request, _: Exception) -> Response:
    return _answer(request, 503, "")


async def _failed(request: Request, error: Exception) -> Response:
    """The boundary of the page: what goes wrong with one request is logged, and touches no other."""
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, "")


def _answer(request: Request, status: int, detail: str) -> Response:
    path = request.url.path
    if path.startswith("/api/"):
        return JSONResponse({"error": detail or "error", "status": status}, status)
    if not hasattr(request.state, "person"):
        request.state.person = PUBLIC
    code = "en" if path.startswith("/en") else "ar"
    if path.startswith("/static/"):
        return PlainTextResponse(detail, status)
    known = status if status in {400, 403, 404, 409, 413, 429, 500, 503} else 400
    plain = "" if detail in {"Not Found", "Forbidden", "Method Not Allowed", "Bad Request"} else detail
    return visit(request, code).render("error.html", status, code=known, detail=plain)
