"""The door: the names the page answers to, who comes in, and what every answer forbids the browser to do."""

from __future__ import annotations

import hmac
import secrets
import time
from collections import defaultdict, deque
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waqai.web.people.person import PUBLIC, Person, Role
from waqai.web.people.store import People
from waqai.web.settings import Settings

COOKIE = "waqai"
_OPEN = ("/static/", "/ar/login", "/en/login", "/favicon.ico")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "manifest-src 'self'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
    "x-robots-tag": "noindex",
}
_PER_MINUTE = 1200  # requests of one token to the API
Clock = Callable[[], float]


class Guard:
    """Lets in who may come in; the person is in the request's state from here on."""

    def __init__(self, app: ASGIApp, settings: Settings, people: People, clock: Clock = time.monotonic) -> None:
        """The one-time token of the settings still opens the door."""
        self.app = app
        self.settings = settings
        self.people = people
        self.clock = clock
        self._token = settings.token
        self._local: dict[str, Person] = {}
        self._asked: defaultdict[str, deque[float]] = defaultdict(deque)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Every request passes here first."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        start = time.perf_counter()

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["server-timing"] = f"page;dur={(time.perf_counter() - start) * 1000:.1f}"
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._admit(scope)
        await (refusal or self.app)(scope, receive, guarded)

    def _admit(self, scope: Scope) -> Response | None:
        """None where the request goes on; else the answer that turns it away."""
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self.settings.known_hosts:
            return PlainTextResponse("This page does not answer to that name.\n", 421)
        state = scope.setdefault("state", {})
        state["person"] = PUBLIC
        path = str(scope["path"])
        if path.startswith(("/static/", "/favicon")):
            return None
        asked = QueryParams(scope["query_string"])
        if asked.get("token") and not path.startswith("/api/"):
            return self._by_token(path, asked)
        person = self._known(headers)
        if person is not None:
            state["person"] = person
            return self._too_many(path, headers)
        if self.settings.public or path.startswith(_OPEN):
            return None
        return self._turned_away(path)

    def _by_token(self, path: str, asked: QueryParams) -> Response | None:
        """The printed link: once, it makes a session and leads to the same page without the token."""
        given = asked["token"]
        if not self._token or not hmac.compare_digest(given.encode(), self._token.encode()):
            return self._turned_away(path)
        self._token = ""
        session = secrets.token_urlsafe(32)
        self._local[session] = Person(self.settings.name, Role.ADMIN, secrets.token_urlsafe(24))
        rest = urlencode([(name, value) for name, value in asked.multi_items() if name != "token"])
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        keep(answer, session, self.settings)
        return answer

    def _known(self, headers: Headers) -> Person | None:
        """The person of the session, or of the token of the API."""
        bearer = headers.get("authorization", "")
        if bearer.lower().startswith("bearer "):
            return self.people.by_token(bearer[7:].strip())
        session = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        return self._local.get(session) or (self.people.by_session(session) if session else None)

    def _too_many(self, path: str, headers: Headers) -> Response | None:
        """The limit of each token, a minute at a time."""
        bearer = headers.get("authorization", "")
        if not bearer or not path.startswith("/api/"):
            return None
        now, times = self.clock(), self._asked[bearer]
        while times and times[0] < now - 60:
            times.popleft()
        if len(times) >= _PER_MINUTE:
            return JSONResponse({"error": "too many requests"}, 429, {"retry-after": "60"})
        times.append(now)
        return None

    def _turned_away(self, path: str) -> Response:
        if path.startswith("/api/"):
            return JSONResponse({"error": "not signed in"}, 401)
        code = "en" if path.startswith("/en") else "ar"
        return RedirectResponse(f"/{code}/login", 303)


def keep(answer: Response, session: str, settings: Settings) -> None:
    """The session's cookie on this answer: out of reach of scripts and of other sites."""
    answer.set_cookie(COOKIE, session, httponly=True, samesite="lax", secure=settings.secure, path="/")
