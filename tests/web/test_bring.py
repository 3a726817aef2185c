from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import client_of, secret_of
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
