"""Feeds and lists watched: fetched when due, politely, one site after the other; a failing one stops no other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from waqai.record.store import Record
from waqai.record.watched import Watched, all_watched, keep
from waqai.reports.content import Content
from waqai.reports.decoding import decode
from waqai.reports.facts.addresses import canonical
from waqai.reports.forms import address_lists, feeds
from waqai.reports.forms.kinds import form_of
from waqai.reports.intake import Arrival, Ending, Item, Outcome, QuarantineError, SetAsideError
from waqai.reports.model import Metadata
from waqai.reports.unpacking import arrivals
from waqai.reports.web.fetch import Fetched, Fetcher, FetchError
from waqai.reports.web.robots import Robots
from waqai.session import Desk, Result, Run

_REVISITS = (timedelta(days=1), timedelta(days=7))  # corrections come within a day, or a week
_LONGEST = timedelta(days=1)
_GONE = frozenset({404, 410, 451})


@dataclass(frozen=True, slots=True)
class Manners:
    """How often feeds are asked, how long a site is left alone between two requests, and by which clock."""

    every: timedelta = timedelta(minutes=30)
    delay: float = 2.0
    now: Callable[[], datetime] = lambda: datetime.now(UTC).replace(microsecond=0)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Watch:
    """The watching of one record."""

    def __init__(self, record: Record, desk: Desk, fetcher: Fetcher, manners: Manners) -> None:
        self._record = record
        self._run = Run(desk)
        self._fetcher = fetcher
        self._manners = manners
        self._robots = Robots(fetcher, manners.clock)
        self._asked: dict[str, float] = {}
        self.watched = all_watched(record)

    def add(self, addresses: Iterable[str]) -> None:
        """The addresses are sources of this record from now on."""
        new = [Watched(one, source=True, due=self._manners.now()) for one in addresses if not self._is_source(one)]
        self._keep(*new)

    def _is_source(self, address: str) -> bool:
        known = self.watched.get(address)
        return known is not None and known.source

    def due(self) -> list[Watched]:
        """What is to be asked now: sources first, then articles, in turns between the sites."""
        now = self._manners.now()
        those = sorted((one for one in self.watched.values() if one.due and one.due <= now), key=_order)
        turns: dict[str, int] = {}
        keyed = []
        for one in those:
            host = urlsplit(one.address).netloc
            turns[host] = turns.get(host, 0) + 1
            keyed.append(((not one.source, turns[host]), one))
        return [one for _, one in sorted(keyed, key=lambda pair: pair[0])]

    def round(self) -> Iterator[Result]:
        """Everything due is asked, also what is found on the way; one result for each article and each failure."""
        done: set[str] = set()
        while waiting := [one for one in self.due() if one.address not in done]:
            for one in waiting:
                done.add(one.address)
                yield from self._visit(one)

    def _visit(self, one: Watched) -> Iterator[Result]:
        refused = self._robots.refusal(one.address)
        if refused is not None:
            self._keep(self._failed(one, refused, None))
            yield _failure(one, refused)
            return
        self._wait(one.address)
        asked = {"If-None-Match": one.etag, "If-Modified-Since": one.modified}
        try:
            answer = self._fetcher.fetch(one.address, {name: value for name, value in asked.items() if value})
        except FetchError as error:
            self._keep(self._failed(one, str(error), None))
            yield _failure(one, str(error))
            return
        if answer.status == 304:
            self._keep(self._had(one, answer))
        elif answer.status == 200:
            yield from self._answered(one, answer)
        else:
            said = f"the site answered {answer.status}"
            failed = self._failed(one, said, answer)
            gone = answer.status in _GONE and not one.source
            self._keep(replace(failed, due=None) if gone else failed)
            yield _failure(one, said + (": it is not asked again" if gone else ""))

    def _answered(self, one: Watched, answer: Fetched) -> Iterator[Result]:
        """What the answer holds: articles to be asked for, or one article, which is read and kept."""
        item = Item(
            name=_name(one.address), where=one.address, content=Content(answer.body), suffix=_suffix(answer),
            known=Metadata(url=canonical(answer.address)),
        )  # fmt: skip
        try:
            found = _articles(item) if one.source else None
        except (QuarantineError, SetAsideError) as error:
            self._keep(self._failed(one, f"not a readable feed: {error}", answer))
            yield _failure(one, f"not a readable feed: {error}")
            return
        if found is not None:
            now = self._manners.now()
            new = [Watched(address, due=now) for address in found if address not in self.watched]
            self._keep(self._had(one, answer), *new)
            return
        for part in arrivals(item):
            yield self._run.one(_retrieved(part, self._manners.now()) if isinstance(part, Arrival) else part)
        self._keep(self._had(one, answer))  # after the article: if we are stopped between, it is asked for again

    def _had(self, one: Watched, answer: Fetched) -> Watched:
        """Its state after a success: a source is due after the interval, an article when corrections have come."""
        now = self._manners.now()
        left = _REVISITS[one.visits :] if not one.source else ()
        due = now + self._manners.every if one.source else now + left[0] if left else None
        return replace(
            one, etag=answer.headers.get("etag", one.etag), modified=answer.headers.get("last-modified", one.modified),
            had=now, due=due, visits=one.visits + 1, failures=0, error=None,
        )  # fmt: skip

    def _failed(self, one: Watched, error: str, answer: Fetched | None) -> Watched:
        """Its state after a failure: asked again later and later, and never before the site wants it."""
        now, failures = self._manners.now(), one.failures + 1
        pause = min(_LONGEST, self._manners.every * 2 ** min(failures, 10))
        wanted = _retry_after(answer, now) if answer is not None else None
        return replace(one, failures=failures, error=error[:500], due=now + max(pause, wanted or pause))

    def _wait(self, address: str) -> None:
        """The site has been left alone for as long as it is owed."""
        host = urlsplit(address).netloc
        pause = max(self._manners.delay, self._robots.delay(address))
        left = self._asked.get(host, -pause) + pause - self._manners.clock()
        if left > 0 and host in self._asked:
            self._manners.sleep(left)
        self._asked[host] = self._manners.clock()

    def _keep(self, *those: Watched) -> None:
        keep(self._record, those)
        self.watched |= {one.address: one for one in those}

    def status(self) -> Iterator[str]:
        """One line for each source: when it was last had, or that it is stale and why."""
        now = self._manners.now()
        for one in sorted(self.watched.values(), key=lambda one: one.address):
            if not one.source:
                continue
            had = f"last had {one.had.isoformat()}" if one.had else "never had"
            is_stale = one.failures > 0 or one.had is None or now - one.had > 3 * self._manners.every
            why = f": {one.error}; next try {one.due.isoformat()}" if one.error and one.due else ""
            yield f"{'STALE' if is_stale else 'fresh'}  {one.address}  {had}{why}"
        waiting = sum(not one.source and one.failures > 0 and one.due is not None for one in self.watched.values())
        if waiting:
            yield f"{waiting} articles could not be had yet and are tried again"


def _order(one: Watched) -> tuple[datetime, str]:
    return one.due or datetime.max.replace(tzinfo=UTC), one.address


def _failure(one: Watched, reason: str) -> Result:
    return Result(Outcome(one.address, Ending.SET_ASIDE, f"{one.address}: set aside: not fetched: {reason}"))


def _articles(item: Item) -> list[str] | None:
    """The addresses that a feed or a list names; None where the item is neither."""
    form = form_of(item)
    if form is not feeds.read and form is not address_lists.read:
        return None
    found = decode(item.content.whole(feeds.MAX_FEED))
    text = found.text if found else ""
    return feeds.addresses(text, item.where) if form is feeds.read else address_lists.addresses(text)


def _retrieved(arrival: Arrival, at: datetime) -> Arrival:
    return replace(arrival, report=replace(arrival.report, retrieved=at))


def _name(address: str) -> str:
    """What people call the article: its host and the end of its path."""
    parts = urlsplit(address)
    last = parts.path.rstrip("/").rsplit("/", 1)[-1]
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.hostname}/{last}{query}"[:160]


def _suffix(answer: Fetched) -> str:
    kind = answer.headers.get("content-type", "").lower()
    path = urlsplit(answer.address).path.lower()
    if "html" in kind:
        return ".html"
    last = path.rsplit("/", 1)[-1]
    return f".{last.rsplit('.', 1)[-1]}" if "." in last else ""


def _retry_after(answer: Fetched, now: datetime) -> timedelta | None:
    """How long the site wants to be left alone, as seconds or as a date."""
    written = answer.headers.get("retry-after", "").strip()
    if written.isascii() and written.isdigit():
        return min(timedelta(seconds=min(int(written), 10**7)), timedelta(days=30))
    try:
        wanted = parsedate_to_datetime(written) - now
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(wanted, timedelta(0)), timedelta(days=30))
