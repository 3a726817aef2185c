"""What sites allow: robots.txt, asked once a day; a site whose robots.txt fails is left alone until it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from waqai.reports.web.fetch import Fetcher, FetchError

_DAY = 86_400.0
_MOST = 500_000
_SLOWEST = 60.0  # seconds between two requests that a site may ask for and be heeded


@dataclass(frozen=True, slots=True)
class Rules:
    """A site's rules, since when, and whether the site could not be asked for them."""

    parser: RobotFileParser
    at: float
    failed: bool = False


class Robots:
    """The rules of the sites that were asked."""

    def __init__(self, fetcher: Fetcher, clock: Callable[[], float]) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._known: dict[str, Rules] = {}

    def refusal(self, address: str) -> str | None:
        """Why the address may not be fetched; None where it may."""
        rules = self._rules(address)
        if rules.failed:
            return "its site's robots.txt cannot be had: nothing is fetched there until it can"
        if not rules.parser.can_fetch(self._fetcher.agent, address):
            return "its site's robots.txt forbids it"
        return None

    def delay(self, address: str) -> float:
        """The seconds between two requests that the site asks for."""
        asked = self._rules(address).parser.crawl_delay(self._fetcher.agent)
        return min(_SLOWEST, float(asked)) if asked else 0.0

    def _rules(self, address: str) -> Rules:
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._known.get(site)
        if known is None or self._clock() - known.at > (_DAY if not known.failed else 600):
            known = self._known[site] = self._asked(site)
        return known

    def _asked(self, site: str) -> Rules:
        parser = RobotFileParser()
        try:
            answer = self._fetcher.fetch(f"{site}/robots.txt")
        except FetchError:
            return Rules(parser, self._clock(), failed=True)
        if answer.status >= 500 or answer.status == 429:
            return Rules(parser, self._clock(), failed=True)
        text = answer.body[:_MOST].decode("utf-8", "replace") if answer.status == 200 else ""
        parser.parse(text.splitlines())
        return Rules(parser, self._clock())
