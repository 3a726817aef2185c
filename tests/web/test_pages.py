from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from waqai.web.wording import LANGUAGES


def ids(client: TestClient, asked: str = "") -> list[str]:
    found = client.get(f"/api/v1/incidents?limit=500&{asked}").json()["incidents"]
    return [one["id"] for one in found]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_home_shows_the_count_and_a_link_to_each_incident(shared_client: TestClient, lang: str) -> None:
    page = shared_client.get(f"/{lang}/")
    known = ids(shared_client)
    assert page.status_code == 200
    assert f"<strong>{len(known)}</strong>" in page.text
    assert page.text.count(f'href="/{lang}/incident/WQ-') == min(40, len(known))
    assert f'dir="{"rtl" if lang == "ar" else "ltr"}"' in page.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_incident_has_a_page_whose_values_lead_to_words_and_back(shared_client: TestClient, lang: str) -> None:
    for name in ids(shared_client):
        page = shared_client.get(f"/{lang}/incident/{name}")
        assert page.status_code == 200, name
        anchors = {part.partition('"')[0] for part in page.text.split('href="#')[1:]}
        targets = {part.partition('"')[0] for part in page.text.split('id="')[1:]}
        assert anchors - targets == set(), name
        assert any(anchor.startswith("w-") for anchor in anchors), name


def test_every_report_has_a_page_and_its_text_is_whole(shared_client: TestClient) -> None:
    reports = {
        name for one in shared_client.get("/api/v1/incidents?limit=500").json()["incidents"] for name in one["reports"]
    }
    assert len(reports) > 15
    for name in sorted(reports):
        page = shared_client.get(f"/ar/report/{name}")
        text = shared_client.get(f"/api/v1/reports/{name}").json()["report"]["text"]
        assert page.status_code == 200
        first = next(line for line in text.splitlines() if line.strip())
        assert first.split()[0] in page.text


def test_stated_totals_stand_against_the_record(shared_client: TestClient) -> None:
    page = shared_client.get("/en/report/hodeidah-tallies").text
    assert "It states" in page
    assert "the record holds" in page


def test_pages_follow_each_other_without_gaps(shared_client: TestClient) -> None:
    seen: list[str] = []
    address = "/api/v1/incidents?limit=7"
    while address:
        answer = shared_client.get(address).json()
        seen += [one["id"] for one in answer["incidents"]]
        address = answer["next"]
    assert seen == ids(shared_client)
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("sort", ["newest", "oldest", "deadliest", "sources"])
def test_every_order_pages_through_all(shared_client: TestClient, sort: str) -> None:
    seen: list[str] = []
    address = f"/api/v1/incidents?limit=9&sort={sort}"
    while address:
        answer = shared_client.get(address).json()
        seen += [one["id"] for one in answer["incidents"]]
        address = answer["next"]
    assert sorted(seen) == sorted(ids(shared_client))


def test_filters_add_up_and_facets_count_what_they_leave(shared_client: TestClient) -> None:
    facets = shared_client.get("/api/v1/facets").json()
    for field, values in facets.items():
        name = "place" if field == "area" else field
        for value, count in values.items():
            answer = shared_client.get("/api/v1/incidents", params={name: value, "limit": 500}).json()
            assert answer["count"] == count == len(answer["incidents"]), (field, value)


def test_words_are_found_in_any_spelling(shared_client: TestClient) -> None:
    for spelling in ("الشدادي", "الشدّادي", "شدادي", "الشداد", "SHADDADI"):
        assert ids(shared_client, f"q={spelling}"), spelling
    assert ids(shared_client, "q=كلمةلاتوجدأبدا") == []


def test_a_box_and_days_leave_only_what_lies_in_them(shared_client: TestClient) -> None:
    inside = shared_client.get("/api/v1/incidents?box=34,32,37,34.5&since=2024-07-01&until=2024-07-31&limit=500").json()
    assert inside["count"] > 0
    for one in inside["incidents"]:
        assert one["date"]["start"].startswith("2024-0")
        assert any(p["lat"] and 32 <= p["lat"] <= 34.5 for p in one["places"])


@pytest.mark.parametrize(
    "bad", ["since=gestern", "box=1,2,3", "box=a,b,c,d", "sort=best", "reviewed=maybe", "until=2024-13-01"]
)
def test_what_cannot_be_understood_is_said_and_is_no_error_of_ours(shared_client: TestClient, bad: str) -> None:
    page = shared_client.get(f"/en/?{bad}")
    assert page.status_code == 400
    assert bad.partition("=")[0] in page.text


@pytest.mark.parametrize(
    "path", ["/ar/incident/WQ-NOBODY", "/en/report/nothing", "/fr/", "/ar/export.exe", "/api/v1/x"]
)
def test_what_is_not_there_is_not_found(shared_client: TestClient, path: str) -> None:
    assert shared_client.get(path).status_code == 404


def test_every_twin_holds_the_same_incidents(shared_client: TestClient) -> None:
    known = sorted(ids(shared_client, "country=SY"))
    features = shared_client.get("/ar/export.geojson?country=SY").json()["features"]
    assert sorted(one["id"] for one in features) == known
    lines = shared_client.get("/ar/export.jsonl?country=SY").text.splitlines()
    assert sorted(json.loads(line)["incident"] for line in lines) == known
    rows = shared_client.get("/ar/export.csv?country=SY").text.splitlines()[1:]
    assert sorted(row.partition(",")[0] for row in rows) == known
    feed = ET.fromstring(shared_client.get("/ar/export.atom?country=SY").content)  # noqa: S314  # our own
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}id")
    assert sorted(str(one.text).removeprefix("urn:waqai:") for one in entries) == known


def test_the_map_and_the_timeline_hold_all_that_lies_somewhere_and_some_day(shared_client: TestClient) -> None:
    found = shared_client.get("/api/v1/incidents?limit=500").json()["incidents"]
    placed = [one for one in found if any(p["lat"] is not None and p["role"] == "site" for p in one["places"])]
    for zoom in (2, 5, 9, 13):
        drawn = shared_client.get(f"/api/v1/map?zoom={zoom}").json()
        dots = (*drawn["features"], *drawn["areas"])
        assert sum(dot["properties"]["count"] for dot in dots) == len(placed)
    line = shared_client.get("/api/v1/timeline").json()
    assert {event[0] for event in line["events"]} == {one["id"] for one in found if one["date"]["start"]}
    assert sum(line["overview"]["counts"]) == line["count"] == len(line["events"])
    assert all(0 <= event[1] < len(line["lanes"]) for event in line["events"])


def test_the_picture_of_the_map_is_a_picture(shared_client: TestClient) -> None:
    for lang in LANGUAGES:
        drawn = shared_client.get(f"/{lang}/map.svg?country=SY")
        shapes = ET.fromstring(drawn.content)  # noqa: S314  # our own
        assert drawn.headers["content-type"] == "image/svg+xml"
        assert len(shapes.findall("{http://www.w3.org/2000/svg}path")) >= 3


def test_changes_are_told_once_each(shared_client: TestClient) -> None:
    cursor, seen = "", []
    while True:
        answer = shared_client.get("/api/v1/changes", params={"since": cursor, "limit": 30}).json()
        seen += [one["id"] for one in answer["incidents"]]
        cursor = answer["since"]
        if not answer["more"]:
            break
    assert sorted(seen) == sorted(ids(shared_client))
    assert shared_client.get("/api/v1/changes", params={"since": cursor}).json()["incidents"] == []
    assert shared_client.get("/api/v1/changes", params={"since": "other.3"}).status_code == 410


def test_the_interface_describes_itself(shared_client: TestClient) -> None:
    described = shared_client.get("/api/v1/openapi.json").json()
    assert {"/api/v1/incidents", "/api/v1/map", "/api/v1/timeline", "/api/v1/changes"} <= set(described["paths"])
