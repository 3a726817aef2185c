from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import client_of
from waqai import asking, session
from waqai.incidents.model import Judgement, Link
from waqai.record import serial
from waqai.record.store import Record
from waqai.reference import places
from waqai.reports.files import find
from waqai.reports.index import Index
from waqai.web import reasons
from waqai.web.areas import area_at
from waqai.web.basemap import base
from waqai.web.settings import Settings
from waqai.web.wording import LANGUAGES, tongue


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


WIDE = (
    "قُتل خمسة جنود في هجوم مسلح في لبنان أمس.",
    "قُتل ثلاثة مدنيين في قصف مدفعي على محافظة إدلب أمس.",
    "أصيب مدنيان في قصف مدفعي على محافظة الأنبار أمس.",
    "قُتل شرطي بانفجار عبوة ناسفة في بلدة عيترون أمس.",
)


def test_what_is_known_no_finer_than_its_area_is_no_dot(tmp_path: Path) -> None:
    for number, text in enumerate(WIDE):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    run = session.Run(asking.desk(Index({}), date(2024, 1, 24), Record(tmp_path / "wide.db", create=True)))
    read = [result for source in find(sorted(tmp_path.glob("*.txt"))) for result in run.source(source)]
    assert all(result.account for result in read)
    with client_of(Settings(tmp_path / "wide.db", token="once", name="ندى")) as client:
        client.get("/ar/?token=once")
        drawn = client.get("/api/v1/map?zoom=6&lang=en").json()
        picture = client.get("/en/map.svg").text
    assert [dot["properties"]["precision"] for dot in drawn["features"]] == [1]
    named = {area["area"]["name"]: area for area in drawn["areas"] if "area" in area}
    assert {name: area["area"]["layer"] for name, area in named.items()}["Lebanon"] == "countries"
    assert {area["properties"]["precision"] for area in drawn["areas"]} == {4, 5}
    assert len(named) == 3
    assert all(base()[area["area"]["layer"]][area["area"]["shape"]].en for area in named.values())
    assert '<path d="M' in picture


@pytest.mark.parametrize("place", [one for one in places.load().by_id.values() if one.kind == "governorate"][::7])
def test_governorates_have_their_shape(place: places.Place) -> None:
    area = area_at(place.lat, place.lon)
    assert area is not None
    assert area.place == place.id
    west, south, east, north = base()[area.layer][area.number].box
    assert west - 0.5 < place.lon < east + 0.5
    assert south - 0.5 < place.lat < north + 0.5


def test_answers_are_drawn_from_what_they_answer(shared_client: TestClient) -> None:
    arcs = shared_client.get("/api/v1/map").json()["arcs"]
    assert arcs
    assert {one["stated"] for one in arcs} <= {True, False}
    assert all(one["from"] != one["to"] for one in arcs)
    few = shared_client.get("/api/v1/map?country=YE").json()["arcs"]
    assert all(one in arcs for one in few)
    assert len(few) < len(arcs)


def test_stated_totals_stand_beside_what_the_record_counts(shared_client: TestClient) -> None:
    totals = shared_client.get("/api/v1/timeline").json()["totals"]
    assert totals
    for report, since, until, stated, recorded, words in totals:
        account = shared_client.get(f"/api/v1/reports/{report}").json()
        assert words in account["report"]["text"]
        assert stated > 0
        assert recorded >= 0
        assert since or until


@pytest.mark.parametrize("form", ["csv", "jsonl", "geojson"])
def test_one_incident_goes_out_alone(shared_client: TestClient, form: str) -> None:
    (one,) = shared_client.get("/api/v1/incidents?limit=1&sort=sources").json()["incidents"]
    answer = shared_client.get(f"/ar/incident/{one['id'].lower()}/export.{form}")
    assert answer.status_code == 200
    assert one["id"] in answer.text
    others = {other["id"] for other in shared_client.get("/api/v1/incidents?limit=500").json()["incidents"]}
    linked = shared_client.get(f"/api/v1/incidents/{one['id']}").json()["links"]
    known = {name for link in linked for name in (link["answer"], link["cause"])} | {one["id"]}
    assert {name for name in others if name in answer.text} <= known
    assert shared_client.get(f"/ar/incident/{one['id']}/export.exe").status_code == 404
    assert shared_client.get(f"/ar/incident/WQ-000000/export.{form}").status_code == 404


@pytest.mark.parametrize("form", ["csv", "jsonl", "coded"])
def test_what_was_read_from_a_report_goes_out(shared_client: TestClient, form: str) -> None:
    answer = shared_client.get(f"/ar/report-export/{form}/shaddadi-1-daily")
    assert answer.status_code == 200
    assert "shaddadi-1-daily" in answer.text
    assert shared_client.get("/ar/report-export/exe/shaddadi-1-daily").status_code == 404
    assert shared_client.get(f"/ar/report-export/{form}/nothing").status_code == 404


def test_why_reports_were_joined_is_said_in_arabic(shared_client: TestClient) -> None:
    catalogue = shared_client.app.state.shelf.catalogue  # type: ignore[attr-defined]
    judged = [serial.load(Judgement, str(body)) for (body,) in catalogue.rows("SELECT body FROM reasons")]
    assert len(judged) >= 3
    for one in judged:
        for part in one.features:
            name, words = reasons.feature(tongue("ar"), part)
            quoted = set(part.words.partition(": ")[2].split()) | {"/"}
            own = [word for word in words.split() if word not in quoted]
            assert not any(word.isalpha() and word.isascii() for word in (name, *own)), words
    assert reasons.said(tongue("ar"), "18 km apart: عيترون / زرعيت") == "بينهما 18 كم: عيترون / زرعيت"
    turned = "israel on hezbollah, then hezbollah on israel; 1 day later, 9 km away"
    link = Link("WQ-1", "WQ-2", stated=False, words=turned)
    assert reasons.link(tongue("en"), link).endswith("1 day later, 9 km away")
    assert "بعد 1 يوم، على بعد 9 كم" in reasons.link(tongue("ar"), link)
