"""Serving the page: where it listens, and the link that opens it once."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from dataclasses import replace

import uvicorn

from waqai.web.app import make_app
from waqai.web.people.store import People
from waqai.web.settings import LOCAL, Settings


class UnsafeError(Exception):
    """An address that the page is not served at as things are; the message says what to do."""


def serve_page(settings: Settings, say: Callable[[str], None]) -> None:
    """The page is served until it is stopped; UnsafeError for another address than this machine's without accounts."""
    if settings.host not in LOCAL and not People(settings.people_file).accounts():
        raise UnsafeError(
            f"the page is not served at {settings.host} before there are accounts: serve it at 127.0.0.1 and add "
            "people there, or `waqai serve RECORD --add-person NAME`"
        )
    port = settings.port or free_port(settings.host)
    settings = replace(settings, port=port, token=settings.token or secrets.token_urlsafe(16))
    app = make_app(settings)
    say(f"Waqai: http://{settings.host}:{port}/?token={settings.token}")
    say("The link works once. Ctrl+C stops.")
    uvicorn.run(app, host=settings.host, port=port, log_level="warning", server_header=False)


def free_port(host: str) -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
