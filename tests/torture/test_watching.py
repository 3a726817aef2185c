"""Watching on a web of this machine, by a clock of its own: polite, patient, and nothing asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.reports import made
from tests.reports.made import FIRST, SECOND
from tests.torture.loopback import Answer, Names, Server, fetcher, web
from waqai import asking
from waqai.record.store import Record
from waqai.reports.index import Index
from waqai.watching import Manners, Watch

PAGE = f"<p>{FIRST}</p><p>{SECOND}</p>"


@dataclass
class Clock:
    """A clock that only moves when somebody sleeps."""

    seconds: float = 0.0

    def now(self) -> datetime:
        return datetime(2024, 5, 20, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass
class Town:
    """The server, the record and the clock of one test."""

    server: Server
    record: Record
    clock: Clock

    def watch(self) -> Watch:
        hosts = ("news.example", "other.example", "down.example")
        names = Names({host: [["127.0.0.1"]] for host in hosts} | {"down.example": [["127.0.0.3"]]})
        manners = Manners(timedelta(minutes=30), 2.0, self.clock.now, lambda: self.clock.seconds, self.clock.sleep)
        return Watch(self.record, asking.desk(Index({}), record=self.record), fetcher(self.server, names), manners)

    def round(self, *sources: str) -> list[str]:
        watch = self.watch()
        watch.add(sources)
        return [result.outcome.ending.value for result in watch.round()]

    def feed(self, *numbers: int) -> Answer:
        entries = [
            {"link": self.server.url(f"/{number}"), "title": f"خبر رقم {number} من القرية"} for number in numbers
        ]
        return 200, {"ETag": '"f1"', "Content-Type": "application/rss+xml"}, made.rss(entries)

    def asked(self, path: str) -> int:
        return sum(one == path for one, _ in self.server.asked)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with web(()) as (server, _):
        found = Town(server, Record(tmp_path / "war.waqai", create=True), Clock())
        for number in range(1, 5):
            page = made.page(
                PAGE + f"<p>كان ذلك الخبر رقم {number} من أخبار القرية.</p>", title=f"خبر رقم {number} من القرية"
            )
            server.pages[f"/{number}"] = (200, {"Content-Type": "text/html"}, page.encode())
        yield found


def test_a_feed_brings_its_articles_once(town: Town) -> None:
    town.server.pages["/feed"] = town.feed(1, 2)
    assert town.round(town.server.url("/feed")) == ["new", "new"]
    assert town.round() == []
    town.clock.sleep(1801)

    def unchanged(headers: dict[str, str]) -> Answer:
        return (304, {}, b"") if headers.get("if-none-match") == '"f1"' else (500, {}, b"")

    town.server.pages["/feed"] = unchanged
    assert town.round() == []
    town.clock.sleep(1801)
    town.server.pages["/feed"] = town.feed(1, 2, 3)
    assert town.round() == ["new"]
    assert [town.asked(f"/{number}") for number in (1, 2, 3)] == [1, 1, 1]
    (report, *_) = town.record.reports()
    assert report.metadata.url == town.server.url("/1")
    assert report.retrieved == datetime(2024, 5, 20, tzinfo=UTC) + timedelta(seconds=2)


def test_a_corrected_article_is_a_new_version(town: Town) -> None:
    town.server.pages["/feed"] = town.feed(1)
    town.round(town.server.url("/feed"))
    status, headers, page = town.server.pages["/1"]  # type: ignore[misc]
    town.server.pages["/1"] = (status, headers, page.replace("ثلاثة".encode(), "أربعة".encode()))
    town.clock.sleep(86_401)
    assert town.round() == ["new version"]
    town.clock.sleep(8 * 86_400)
    assert town.round() == ["known"]
    town.clock.sleep(80 * 86_400)
    assert town.round() == []


def test_a_failing_feed_is_stale_and_stops_no_other(town: Town) -> None:
    town.server.pages |= {
        "/good": town.feed(1),
        "/html": (200, {}, made.page(PAGE)[:300].encode()),
        "/bad": (503, {}, b""),
    }
    sources = [town.server.url(path) for path in ("/bad", "/good")] + [town.server.url("/x", "down.example")]
    assert sorted(town.round(*sources)) == ["new", "set aside", "set aside"]
    lines = list(town.watch().status())
    assert sorted(line[:5] for line in lines) == ["STALE", "STALE", "fresh"]
    assert any("answered 503" in line for line in lines)
    assert any("no public address" in line or "robots.txt cannot be had" in line for line in lines)


def test_a_failing_site_is_asked_later_and_later_and_not_before_it_wants(town: Town) -> None:
    bad = town.server.url("/bad")
    town.server.pages["/bad"] = (500, {}, b"")
    town.round(bad)
    pauses = []
    for number in range(1, 9):
        due = town.watch().watched[bad].due
        assert due is not None
        pauses.append((due - town.clock.now()).total_seconds())
        town.clock.sleep(pauses[-1] - 1)
        assert town.round() == []
        if number == 8:
            town.server.pages["/bad"] = (429, {"Retry-After": "900000"}, b"")
        town.clock.sleep(2)
        assert town.round() == ["set aside"]
    assert pauses == sorted(pauses)
    assert pauses[0] == 3_600
    assert pauses[-1] == 86_400
    asked = town.asked("/bad")
    town.clock.sleep(899_900)
    assert town.round() == []
    town.clock.sleep(200)
    assert town.round() == ["set aside"]
    assert town.asked("/bad") == asked + 1


def test_a_site_is_left_alone_between_requests_and_its_wishes_heeded(town: Town) -> None:
    rules = b"User-agent: *\nDisallow: /2\nCrawl-delay: 7\n"
    town.server.pages |= {"/feed": town.feed(1, 2, 3), "/robots.txt": (200, {}, rules)}
    assert town.round(town.server.url("/feed")) == ["new", "set aside", "new"]
    assert town.asked("/2") == 0
    assert town.clock.seconds == 14
    assert all(headers["user-agent"] == "waqai-test/1" for _, headers in town.server.asked)


def test_a_site_whose_rules_fail_is_left_alone(town: Town) -> None:
    town.server.pages |= {"/feed": town.feed(1), "/robots.txt": (500, {}, b"")}
    assert town.round(town.server.url("/feed")) == ["set aside"]
    assert town.asked("/feed") == 0


def test_what_is_gone_is_not_asked_again(town: Town) -> None:
    town.server.pages["/feed"] = town.feed(1, 9)
    assert town.round(town.server.url("/feed")) == ["new", "set aside"]
    town.clock.sleep(30 * 86_400)
    town.server.pages["/feed"] = (304, {}, b"")
    town.round()
    assert town.asked("/9") == 1


def test_a_list_of_addresses_is_a_source(town: Town) -> None:
    lines = "\n".join(["# my links", *(town.server.url(f"/{number}") for number in (1, 2, 2))])
    town.server.pages["/list.txt"] = (200, {"Content-Type": "text/plain"}, lines.encode())
    assert town.round(town.server.url("/list.txt")) == ["new", "new"]
    assert town.round(town.server.url("/3")) == ["new"]
