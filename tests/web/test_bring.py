from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx2
import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import client_of, secret_of
from waqai.reports.web.fetch import Fetcher
from waqai.web.bringing import samples
from waqai.web.settings import Settings

STORY = "قُتل ثلاثة مدنيين في قصف مدفعي على بلدة مراط بريف دير الزور يوم 5 آذار 2021، بحسب شهود عيان."


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    with client_of(Settings(tmp_path / "new.db", token="once", name="ندى")) as client:
        client.get("/ar/?token=once")
        yield client


def bring(
    client: TestClient, files: list[tuple[str, tuple[str, bytes]]] | None = None, **fields: str
) -> httpx2.Response:
    """The page of the run, when it is done."""
    answer = client.post("/ar/bring", data={"secret": secret_of(client), **fields}, files=files)
    for _ in range(600):
        if answer.status_code != 200 or 'data-running="yes"' not in answer.text:
            break
        time.sleep(0.1)
        answer = client.get(answer.url.path)
    return answer


def count(client: TestClient) -> int:
    found: int = client.get("/api/v1/incidents").json()["count"]
    return found


def test_an_empty_record_opens_with_the_samples(empty: TestClient) -> None:
    first = empty.get("/ar/")
    assert first.url.path == "/ar/bring"
    assert 'name="samples"' in first.text
    done = bring(empty, samples="yes")
    assert done.text.count('<li class="e-new"') == len(list(samples()[0].iterdir()))
    assert count(empty) > 50
    again = bring(empty, samples="yes")
    assert again.text.count('<li class="e-known"') == len(list(samples()[0].iterdir()))


def test_a_pasted_text_is_read_and_its_words_are_quoted(empty: TestClient) -> None:
    done = bring(empty, text=STORY, outlet="صحيفة", published="2021-03-06", title="قصف على مراط")
    assert "e-new" in done.text
    (one,) = empty.get("/api/v1/incidents").json()["incidents"]
    assert one["date"]["start"] == "2021-03-05"
    assert one["killed"]["best"] == 3
    page = empty.get(f"/ar/incident/{one['id']}").text
    assert "مراط" in page
    assert "<mark" in page


def test_every_file_is_accounted_for(empty: TestClient) -> None:
    story = STORY.encode()
    files = [
        ("a.txt", story),
        ("b.txt", story),
        ("c.txt", b"only English words stand here, many of them"),
        ("d.txt", b""),
    ]
    done = bring(empty, [("files", one) for one in files])
    assert done.text.count('<li class="e-') == len(files)
    assert count(empty) == 1


def test_nothing_brought_is_said(empty: TestClient) -> None:
    assert bring(empty, text="  ").status_code == 400
    assert bring(empty, text=STORY, published="yesterday").status_code == 400


def test_too_much_is_refused_before_it_is_read(empty: TestClient) -> None:
    headers = {"content-length": "99000000"}
    assert empty.post("/ar/bring", content=b"x", headers=headers).status_code == 413


PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>قصف على مراط</title>
<meta property="article:published_time" content="2021-03-06T09:00:00+03:00"></head>
<body><article><h1>قصف على مراط</h1><p>{STORY}</p>
<p>ولم يصدر تعليق رسمي حتى الآن عن أي جهة.</p></article></body></html>"""


class Site(BaseHTTPRequestHandler):
    """A small news site: one article, one corner that robots.txt forbids."""

    def do_GET(self) -> None:
        pages = {"/robots.txt": "User-agent: *\nDisallow: /private", "/news/marat": PAGE, "/private/marat": PAGE}
        body = pages.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        self.send_header("content-type", "text/plain" if self.path.endswith("txt") else "text/html; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is said."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_pasted_links_are_fetched_as_sites_allow(site: str, tmp_path: Path) -> None:
    port = int(site.rpartition(":")[2])
    fetcher = Fetcher("waqai-test", allowed=frozenset({"127.0.0.1"}), ports=frozenset({port}))
    with client_of(Settings(tmp_path / "new.db", token="once", fetcher=fetcher)) as client:
        client.get("/ar/?token=once")
        done = bring(client, text="\n".join(f"{site}/{path}" for path in ("news/marat", "private/marat", "gone")))
        assert done.text.count('<li class="e-new"') == 1
        assert done.text.count('<li class="e-set_aside"') == 2
        assert "robots.txt forbids it" in done.text
        assert "404" in done.text
        (one,) = client.get("/api/v1/incidents").json()["incidents"]
        assert (one["date"]["start"], one["killed"]["best"]) == ("2021-03-05", 3)
        (name,) = one["reports"]
        assert f"{site}/news/marat" in client.get(f"/ar/report/{name}").text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "169.254.169.254", "[::1]", "10.0.0.1"])
def test_links_into_the_machine_or_its_network_are_refused(empty: TestClient, host: str) -> None:
    done = bring(empty, text=f"http://{host}/latest/meta-data")
    assert done.text.count('<li class="e-set_aside"') == 1
    assert count(empty) == 0
