"""Which source an outlet is, and the country that it writes from, by its name or the address of its page."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from waqai.reference.sources.sources import load

SHORT = 3
"""Letters of an acronym that is no other's by chance, more than."""


def country_of(outlet: str | None, url: str | None = None) -> str | None:
    """The ISO code of the outlet's country; None for one that the register does not know."""
    source = load().get(source_of(outlet, url) or "")
    return source.country if source is not None else None


def source_of(outlet: str | None, url: str | None = None) -> str | None:
    """The id of the source that the outlet is; None for one that the register does not know."""
    known = _sources()
    host = (urlsplit(url).hostname or "") if url else ""
    while host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return known.get(_plain(outlet)) if outlet else None


@cache
def _sources() -> dict[str, str]:
    """Every name, acronym and domain of a source, with its id; of two with one name the later."""
    found: dict[str, str] = {}
    for source in load().values():
        acronym = "".join(word[0] for word in source.english.split() if word[0].isupper())
        short = (acronym,) if len(acronym) > SHORT else ()
        for name in (*short, source.english, *source.names, *source.domains):
            found[_plain(name)] = source.id
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
