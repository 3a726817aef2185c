"""How the page is served."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from waqai.reports.web.fetch import Fetcher

LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})


@dataclass(frozen=True, slots=True)
class Settings:
    """The record and the door to it. `token` opens it once; `public` lets everybody see delayed, coarse places."""

    record: Path
    host: str = "127.0.0.1"
    port: int = 8765
    token: str = ""
    name: str = "analyst"
    public: bool = False
    delay_hours: int = 72
    hosts: frozenset[str] = frozenset()
    outbox: Path | None = None
    smtp: str | None = None
    sender: str = "waqai@localhost"
    today: date | None = None
    secure: bool = False
    fetcher: Fetcher = field(default_factory=lambda: Fetcher("waqai/0.1"))

    @property
    def page_file(self) -> Path:
        """Where the catalogue is kept: beside the record, made anew from it at any time."""
        return self.record.with_name(f"{self.record.name}.page")

    @property
    def people_file(self) -> Path:
        """Where accounts and saved searches are kept: apart from the record, which can then be handed on."""
        return self.record.with_name(f"{self.record.name}.people")

    @property
    def known_hosts(self) -> frozenset[str]:
        """The names under which the page answers; a request for another one is refused."""
        own = {f"{host}:{self.port}" for host in (*LOCAL, self.host) if host != "::1"}
        return frozenset(own | self.hosts)
