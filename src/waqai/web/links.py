"""Links that somebody pasted: each page fetched once, from public addresses and as its site allows; or why not."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from waqai.reports.content import Content
from waqai.reports.facts.addresses import canonical
from waqai.reports.intake import Ending, Item, Outcome
from waqai.reports.model import Metadata
from waqai.reports.web.fetch import Fetched, Fetcher, FetchError
from waqai.reports.web.robots import Robots

MOST = 50
_PAUSE = 1.0  # seconds that a site is left alone between two of its pages


class NotFetchedError(Exception):
    """A link of which no page came; the message says why."""


def links(text: str) -> tuple[str, ...]:
    """The links of a text that holds nothing else, one a line; none where it is a text."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or any(not line.startswith(("http://", "https://")) or len(line.split()) > 1 for line in lines):
        return ()
    return tuple(dict.fromkeys(lines))


def fetched(addresses: Iterable[str], fetcher: Fetcher) -> Iterator[Item | Outcome]:
    """A page to be read for each address, or the ending that says why there is none."""
    robots, asked = Robots(fetcher, time.monotonic), dict[str, float]()
    for address in addresses:
        try:
            yield _item(address, fetcher, robots, asked)
        except NotFetchedError as error:
            yield Outcome(address, Ending.SET_ASIDE, f"{address}: set aside: not fetched: {error}")


def _item(address: str, fetcher: Fetcher, robots: Robots, asked: dict[str, float]) -> Item:
    refused = robots.refusal(address)
    if refused is not None:
        raise NotFetchedError(refused)
    host = urlsplit(address).netloc
    if host in asked:
        time.sleep(max(0.0, asked[host] + max(_PAUSE, robots.delay(address)) - time.monotonic()))
    asked[host] = time.monotonic()
    try:
        answer = fetcher.fetch(address)
    except FetchError as error:
        raise NotFetchedError(str(error)) from None
    if answer.status != 200:
        raise NotFetchedError(f"the site answered {answer.status}")
    known = Metadata(url=canonical(answer.address))
    return Item(_name(address), address, Content(answer.body), _suffix(answer), known)


def _name(address: str) -> str:
    """What people call the page: its host and the end of its path."""
    parts = urlsplit(address)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.hostname}/{parts.path.rstrip('/').rsplit('/', 1)[-1]}{query}"[:160]


def _suffix(answer: Fetched) -> str:
    if "html" in answer.headers.get("content-type", "").lower():
        return ".html"
    last = urlsplit(answer.address).path.lower().rsplit("/", 1)[-1]
    return f".{last.rsplit('.', 1)[-1]}" if "." in last else ""


def now() -> datetime:
    """When a page that is read now was retrieved."""
    return datetime.now(UTC).replace(microsecond=0)
