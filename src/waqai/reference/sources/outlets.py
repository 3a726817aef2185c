"""The country that an outlet writes from, by its name or the address of its page."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from waqai.reference.sources.sources import load


def country_of(outlet: str | None, url: str | None = None) -> str | None:
    """The ISO code of the outlet's country; None for one that the register does not know."""
    known = _countries()
    host = (urlsplit(url).hostname or "") if url else ""
    while host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return known.get(_plain(outlet)) if outlet else None


@cache
def _countries() -> dict[str, str]:
    """Every name and domain of a source whose country is known."""
    found: dict[str, str] = {}
    for source in load().values():
        if source.country is not None:
            for name in (source.english, *source.names, *source.domains):
                found[_plain(name)] = source.country
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
