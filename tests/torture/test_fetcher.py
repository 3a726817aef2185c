"""The fetcher against a web that redirects, rebinds and floods: nobody but the public web is connected to."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.torture.loopback import Answer, Names, Sink, bomb, fetcher, web
from waqai.reports.web import public
from waqai.reports.web.fetch import FetchError
from waqai.reports.web.public import is_public

PUBLIC = ["127.0.0.1"]  # stands for the public web here
PRIVATE = (
    "127.0.0.2 127.0.0.3 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 "
    "::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.2 ::ffff:10.0.0.1 64:ff9b::7f00:2 "
    "2002:7f00:2:: 2001:db8::1 192.0.2.1 198.18.0.1"
).split()
HOSTS = [
    *("0x7f.0.0.2", "0177.0.0.2", "2130706434", "127.2", "①②⑦.0.0.2", "LOCALHOST.", "[::1]", "[::ffff:127.0.0.2]"),
    *(address if ":" not in address else f"[{address}]" for address in PRIVATE),
]


def names() -> Names:
    return Names({"news.example": [PUBLIC], "localhost": [["127.0.0.2"]], "localhost.": [["127.0.0.2"]]})


def hits(sinks: list[Sink]) -> int:
    time.sleep(0.05)
    return sum(sink.hits for sink in sinks)


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_what_is_public_is_known(address: str) -> None:
    assert is_public(address)


def test_no_address_name_or_redirect_leads_inside() -> None:
    with web() as (server, sinks):
        ask = fetcher(server, names())
        for number, host in enumerate(HOSTS):
            server.pages[f"/to-{number}"] = (302, {"Location": f"http://{host}:{server.port}/x"}, b"")
            for address in (f"http://{host}:{server.port}/x", server.url(f"/to-{number}")):
                with pytest.raises(FetchError):
                    ask.fetch(address)
        assert hits(sinks) == 0
        assert len(server.asked) == len(HOSTS)


def test_a_name_that_changes_its_mind_is_asked_once_a_hop() -> None:
    with web() as (server, sinks):
        turning = Names(
            {
                "turn.example": [PUBLIC, ["127.0.0.2"]],
                "both.example": [["127.0.0.1", "127.0.0.2"]],
                "news.example": [PUBLIC],
            }
        )
        server.pages["/"] = (200, {}, b"good")
        ask = fetcher(server, turning)
        assert ask.fetch(server.url("/", "turn.example")).body == b"good"
        assert turning.asked == 1
        for host in ("turn.example", "both.example"):
            with pytest.raises(FetchError, match="no public address"):
                ask.fetch(server.url("/", host))
        server.pages["/turn"] = (307, {"Location": server.url("/", "turn.example")}, b"")
        with pytest.raises(FetchError, match="no public address"):
            ask.fetch(server.url("/turn"))
        assert hits(sinks) == 0


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://news.example/", "gopher://news.example/", "data:,x", "http://", "http://news.example:22/",
     "http://a:b@news.example/", "http://news.example:99999/", "http://[", "//news.example"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with web() as (server, sinks):
        ask = fetcher(server, names())
        server.pages["/to"] = (302, {"Location": address}, b"")
        for one in (address, server.url("/to")):
            if one != "//news.example":
                with pytest.raises(FetchError):
                    ask.fetch(one)
        assert hits(sinks) == 0


def test_floods_bombs_and_dawdlers_are_left() -> None:
    with web() as (server, _):
        ask = fetcher(server, names(), seconds=1.0)
        server.pages |= {
            "/flood": (200, {}, b"x" * 2_000_000),
            "/bomb": (200, {"Content-Encoding": "gzip"}, bomb()),
            "/short": (200, {"Content-Length": "100"}, b"cut"),
            "/round": (302, {"Location": "/round"}, b""),
            "/headers": (200, {f"X-{n}": "y" for n in range(200)}, b""),
            "/odd": (200, {"Content-Encoding": "br"}, b"\x0b\x02\x80"),
        }
        for path in ("/flood", "/bomb", "/short", "/round", "/headers", "/odd", "/slow"):
            with pytest.raises(FetchError):
                ask.fetch(server.url(path))


def test_a_build_that_asks_the_name_again_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "is_public", lambda _: True)
    with web() as (server, sinks):
        with pytest.raises(FetchError):
            fetcher(server, names()).fetch(f"http://localhost:{server.port}/x")
        assert hits(sinks) > 0


def test_packed_pages_and_headers_come_through(tmp_path: Path) -> None:
    import gzip  # noqa: PLC0415 - one use

    def answer(headers: dict[str, str]) -> Answer:
        assert headers["user-agent"] == "waqai-test/1"
        assert "cookie" not in headers
        return 200, {"Content-Encoding": "gzip", "ETag": '"1"'}, gzip.compress(b"packed" * 10)

    with web() as (server, _):
        server.pages["/p"] = answer
        found = fetcher(server, names()).fetch(server.url("/p"))
        assert (found.body, found.headers["etag"]) == (b"packed" * 10, '"1"')
        assert not list(tmp_path.iterdir())
