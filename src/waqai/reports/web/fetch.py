"""One page fetched: every hop checked, nothing followed to a private place, size, time and expansion bounded."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from waqai.reports.forms.http_answers import AnswerError, unpacked
from waqai.reports.web.public import ForbiddenError, Place, Resolver, checked, system_resolver

MOST_BYTES = 16_000_000
MOST_SECONDS = 60.0
MOST_HOPS = 5
_QUIET_SECONDS = 15.0  # without a byte
_CHUNK = 65_536
_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._?"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class FetchError(Exception):
    """A page that could not be had; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: its status, headers by lower-case name, plain body, and the address that gave it at last."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Who asks, how names are resolved, and which addresses and ports are let pass though they are not public."""

    agent: str
    resolve: Resolver = system_resolver
    allowed: frozenset[str] = frozenset()
    ports: frozenset[int] = frozenset({80, 443})
    most_seconds: float = MOST_SECONDS
    most_bytes: int = MOST_BYTES
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def fetch(self, address: str, asked: Mapping[str, str] | None = None) -> Fetched:
        """The answer of the address, after redirects; FetchError where there is none that may be had."""
        deadline = time.monotonic() + self.most_seconds
        for _ in range(MOST_HOPS + 1):
            try:
                answer = self._hop(address, asked or {}, deadline)
                target = _target(answer)
            except ForbiddenError as error:
                raise FetchError(f"{address}: refused: {error}") from None
            except (OSError, http.client.HTTPException, AnswerError, ValueError, UnicodeError) as error:
                raise FetchError(f"{address}: {error or type(error).__name__}") from None
            if target is None:
                return answer
            address = target
        raise FetchError(f"{address}: redirected more than {MOST_HOPS} times")

    def _hop(self, address: str, asked: Mapping[str, str], deadline: float) -> Fetched:
        parts = urlsplit(address)
        port = self._port(parts)
        place = checked(parts.hostname or "", port, self.resolve, self.allowed)
        connection = _Connection(place, self.tls if parts.scheme == "https" else None, deadline)
        path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        headers = {"User-Agent": self.agent, "Accept-Encoding": "gzip", "Accept": "*/*", "Connection": "close", **asked}
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            body = _body(response, connection, (deadline, self.most_bytes))
        finally:
            connection.close()
        return Fetched(response.status, found, unpacked(body, found.get("content-encoding", "")), address)

    def _port(self, parts: SplitResult) -> int:
        """The port to connect to; ForbiddenError where the address is none of the web."""
        if parts.scheme not in _PORTS or not parts.hostname:
            raise ForbiddenError("only http and https are fetched")
        if parts.username or parts.password:
            raise ForbiddenError("addresses with a user name in them are not fetched")
        port = parts.port or _PORTS[parts.scheme]
        if port not in self.ports:
            raise ForbiddenError(f"port {port} is none of the web's")
        return port


def _target(answer: Fetched) -> str | None:
    """Where the answer leads on; None where it is the last. Headers are bytes, which some sites send as UTF-8."""
    if answer.status not in _REDIRECTS or "location" not in answer.headers:
        return None
    return urljoin(answer.address, answer.headers["location"].encode("latin-1").decode("utf-8", "replace"))


class _Connection(http.client.HTTPConnection):
    """A connection to a checked place: the name is not asked again, and the other end is looked at."""

    def __init__(self, place: Place, tls: ssl.SSLContext | None, deadline: float) -> None:
        super().__init__(place.host, place.port, timeout=_QUIET_SECONDS)
        self._place = place
        self._tls = tls
        self._deadline = deadline
        self.default_port = 443 if tls is not None else 80  # the Host header names other ports only

    def connect(self) -> None:
        """The connection stands, and its other end is the place that was checked."""
        self.sock = socket.create_connection((self._place.address, self._place.port), timeout=self.left())
        if self.sock.getpeername()[0] != self._place.address:
            self.sock.close()
            raise ForbiddenError(f"{self._place.host} answers from another address")
        if self._tls is not None:
            self.sock = self._tls.wrap_socket(self.sock, server_hostname=self._place.host)

    def left(self) -> float:
        """The seconds until the next byte must be here."""
        left = min(_QUIET_SECONDS, self._deadline - time.monotonic())
        if left <= 0:
            raise TimeoutError("it took too long")
        return left


def _body(response: http.client.HTTPResponse, connection: _Connection, bounds: tuple[float, int]) -> bytes:
    """The body as sent; an error where it is too long or comes too slowly."""
    deadline, most = bounds
    body = bytearray()
    while True:
        if time.monotonic() > deadline:
            raise TimeoutError("it took too long")
        if connection.sock is not None:
            connection.sock.settimeout(connection.left())
        chunk = response.read1(_CHUNK)
        if not chunk:
            break
        body += chunk
        if len(body) > most:
            raise ValueError(f"more than {most:,} bytes")
    length = response.getheader("Content-Length", "") or ""
    if length.isdigit() and len(body) < int(length) and response.status == 200:
        raise ValueError(f"cut short: {len(body):,} of {int(length):,} bytes came")
    return bytes(body)
