from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import client_of, secret_of
from waqai import asking, session
from waqai.record.log import log
from waqai.record.store import Record
from waqai.reports.files import find
from waqai.reports.index import read_index
from waqai.web.people.person import Role
from waqai.web.people.store import People
from waqai.web.settings import Settings


def decide(client: TestClient, **fields: str) -> int:
    given = {"secret": secret_of(client), "seen": fields.pop("seen", "0"), "reason": "بعد مراجعة", **fields}
    return client.post("/ar/review", data=given, follow_redirects=False).status_code


def some(client: TestClient, number: int = 2) -> list[str]:
    return [one["id"] for one in client.get(f"/api/v1/incidents?limit={number}&sort=sources").json()["incidents"]]


@pytest.mark.parametrize("queue", ["joins", "contested", "weak", "flags", "undated"])
def test_every_queue_opens_in_both_languages(shared_client: TestClient, queue: str) -> None:
    for lang in ("ar", "en"):
        assert shared_client.get(f"/{lang}/review?queue={queue}&at=1").status_code == 200
    assert shared_client.get("/ar/review?queue=other").status_code == 404


def test_an_accepted_incident_leaves_the_queue_and_undo_brings_it_back(client: TestClient, record: Path) -> None:
    (name,) = some(client, 1)
    assert decide(client, act="accept", one=name) == 303
    assert client.get(f"/api/v1/incidents/{name}").json()["incident"]["reviewed"] is True
    (made,) = log(Record(record))
    assert (made.by, made.reason) == ("ندى", "بعد مراجعة")
    assert "بعد مراجعة" in client.get(f"/ar/incident/{name}").text
    assert decide(client, act="undo", number=str(made.number), seen="1") == 303
    assert client.get(f"/api/v1/incidents/{name}").json()["incident"]["reviewed"] is False


def test_merged_incidents_lead_to_one_page(client: TestClient) -> None:
    one, other = some(client)
    assert decide(client, act="merge", one=one, other=other) == 303
    pages = [client.get(f"/ar/incident/{name}", follow_redirects=False) for name in (one, other)]
    assert sorted(page.status_code for page in pages) == [200, 307]
    ends = {client.get(f"/ar/incident/{name}").url.path for name in (one, other)}
    assert len(ends) == 1
    assert ends.pop().endswith((one, other))


def test_an_edit_shows_its_value_and_its_reason(client: TestClient) -> None:
    (name,) = some(client, 1)
    assert decide(client, act="edit", one=name, field="killed", value="4-7") == 303
    assert client.get(f"/api/v1/incidents/{name}").json()["incident"]["killed"]["high"] == 7
    assert decide(client, act="edit", one=name, field="killed", value="many", seen="1") == 400


def test_two_people_at_once_lose_nothing(record: Path) -> None:
    settings = Settings(record, token="once", name="ندى")
    People(settings.people_file).add("سامر", "kalimat as-sirr", Role.ANALYST)
    with client_of(settings) as mine:
        mine.get("/ar/?token=once")
        (name,) = some(mine, 1)
        assert decide(mine, act="edit", one=name, field="killed", value="4") == 303
        mine.cookies.clear()
        mine.post("/ar/login", data={"name": "سامر", "password": "kalimat as-sirr"})
        given = {"secret": secret_of(mine), "seen": "0", "reason": "رأي آخر", "act": "edit", "one": name}
        answer = mine.post("/ar/review", data=given | {"field": "killed", "value": "9"})
        assert answer.status_code == 409
        assert "ندى" in answer.text
        assert "رأي آخر" in answer.text
        assert [one.value for one in log(Record(record))] == ["4"]
        again = mine.post("/ar/review", data=given | {"field": "killed", "value": "9", "seen": "1"})
        assert again.status_code == 200
        assert [one.value for one in log(Record(record))] == ["4", "9"]


def test_viewers_decide_nothing(record: Path) -> None:
    settings = Settings(record)
    People(settings.people_file).add("قارئ", "kalimat as-sirr", Role.VIEWER)
    with client_of(settings) as client:
        client.post("/ar/login", data={"name": "قارئ", "password": "kalimat as-sirr"})
        assert client.get("/ar/review").status_code == 403
        assert client.post("/ar/review", data={"act": "accept"}).status_code == 403
    assert log(Record(record)) == ()


def test_a_decision_without_a_reason_is_none(client: TestClient, record: Path) -> None:
    (name,) = some(client, 1)
    assert decide(client, act="accept", one=name, reason=" ") == 400
    assert log(Record(record)) == ()


@pytest.fixture
def undated(tmp_path: Path) -> Iterator[TestClient]:
    """A record of a dated report, another day's, and one without a day that tells what the first tells."""
    told = "قصفت طائرات حربية بلدة الشيخ مسكين في ريف درعا، ما أدى إلى مقتل سبعة مدنيين وإصابة 12 آخرين."
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "first.txt").write_text(f"{told}\n", encoding="utf-8")
    (folder / "lost.txt").write_text(f"نقل ناشطون ما جرى. {told} ونقل الجرحى إلى المشافي.\n", encoding="utf-8")
    index = tmp_path / "index.jsonl"
    lines = ({"report": "first", "published": "2016-01-05", "outlet": "أ"}, {"report": "lost", "outlet": "ب"})
    index.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    path = tmp_path / "undated.db"
    run = session.Run(asking.desk(read_index(index), None, Record(path, create=True)))
    for source in find([folder]):
        assert all(result.account for result in run.source(source))
    with client_of(Settings(path, token="once", name="ندى")) as client:
        client.get("/ar/?token=once")
        yield client


def test_a_proposed_day_is_shown_with_its_reason_accepted_and_taken_back(undated: TestClient) -> None:
    def page(lang: str = "en") -> str:
        return undated.get(f"/{lang}/review?queue=undated").text

    assert 'aria-current="page">Weakly sourced' in undated.get("/en/review").text  # the first queue that holds anything
    assert "Published 5 January 2016" in page()
    assert "is proposed as its day of publication" in page()
    assert page().count("<blockquote") == 2
    assert "نُشر في 5" in page("ar")
    (name,) = some(undated, 1)
    assert decide(undated, act="date", one=name, report="lost", day="2016-01-05") == 303
    assert "Published 5 January" not in page()
    assert decide(undated, act="undo", number="1", seen="1") == 303
    assert "Published 5 January 2016" in page()
    assert decide(undated, act="date", one=name, report="lost", day="soon", seen="2") == 400
    assert decide(undated, act="date", one=name, report="first", day="2016-01-05", seen="2") == 400
    assert decide(undated, act="accept", one=name, seen="2") == 303  # it is left undated
    assert "Published 5 January" not in page()
