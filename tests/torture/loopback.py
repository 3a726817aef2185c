"""A web on this machine: a server that redirects, floods and dawdles, names that lie, sinks that none may reach."""

from __future__ import annotations

import gzip
import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from waqai.reports.web.fetch import Fetcher

Answer = tuple[int, dict[str, str], bytes]


class Server(http.server.ThreadingHTTPServer):
    """Serves what `pages` hold: a path leads to an answer or to what makes one of the request's headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Answer | Callable[[dict[str, str]], Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def url(self, path: str, host: str = "news.example") -> str:
        """The address of a page under a name that leads here."""
        return f"http://{host}:{self.port}{path}"


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers))
        if self.path == "/slow":
            self._dawdle()
            return
        found = self.server.pages.get(self.path, (404, {}, b"no"))
        status, more, body = found(headers) if callable(found) else found
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        if "Content-Length" not in more:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 304:
            self.wfile.write(body)

    def _dawdle(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(400):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


class Sink:
    """An address that is not public; it counts who connects to it."""

    def __init__(self, address: str, port: int) -> None:
        self._socket = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((address, port))
        self._socket.listen()
        self.hits = 0
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        while True:
            try:
                other, _ = self._socket.accept()
            except OSError:
                return
            self.hits += 1
            other.close()

    def close(self) -> None:
        """Nobody is awaited any more."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class Names:
    """Names as a hostile server of names gives them: each question takes the next answer, the last one stays."""

    def __init__(self, answers: dict[str, list[list[str]]]) -> None:
        self._answers = answers
        self.asked = 0

    def __call__(self, host: str, port: int) -> list[str]:
        del port
        self.asked += 1
        if host not in self._answers:
            try:
                return list(
                    dict.fromkeys(
                        str(found[4][0]) for found in socket.getaddrinfo(host, 80, flags=socket.AI_NUMERICHOST)
                    )
                )
            except OSError:
                return _loose(host)
        answers = self._answers[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


def _loose(host: str) -> list[str]:
    """What old libraries make of 0x7f.1 and 2130706433."""
    return [socket.inet_ntoa(socket.inet_aton(host))]


@contextmanager
def web(sinks: tuple[str, ...] = ("127.0.0.2", "127.0.0.3", "::1")) -> Iterator[tuple[Server, list[Sink]]]:
    """The server, which stands for the public web, and the sinks on its port at other addresses of this machine."""
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    there = [Sink(address, server.port) for address in sinks]
    try:
        yield server, there
    finally:
        server.shutdown()
        server.server_close()
        for sink in there:
            sink.close()


def fetcher(server: Server, names: Names, *, seconds: float = 3.0) -> Fetcher:
    """A fetcher for which 127.0.0.1 alone stands for the public web."""
    return Fetcher(
        "waqai-test/1", names, frozenset({"127.0.0.1"}), frozenset({80, 443, server.port}), seconds, 1_000_000
    )


def bomb() -> bytes:
    """What expands without end."""
    return gzip.compress(b"\0" * 80_000_000, mtime=0)
