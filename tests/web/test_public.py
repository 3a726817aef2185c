from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.web.conftest import client_of
from waqai.reference import places
from waqai.web.catalogue.query import parse
from waqai.web.settings import Settings

SURFACES = (
    *("/ar/", "/en/", "/ar/export.csv", "/ar/export.jsonl", "/ar/export.geojson", "/ar/export.atom", "/ar/map.svg"),
    *("/api/v1/incidents?limit=500", "/api/v1/map?zoom=13", "/api/v1/timeline", "/api/v1/changes?limit=500"),
    *("/api/v1/facets", "/api/v1/incidents.geojson", "/api/v1/incidents.csv"),
)


def test_everybody_sees_governorates_and_nothing_finer(record: Path) -> None:
    gazetteer = places.load()
    with client_of(Settings(record, public=True, today=date(2026, 1, 1), token="once")) as client:
        found = client.get("/api/v1/incidents?limit=500").json()["incidents"]
        assert found
        for one in found:
            assert one["reports"] == []
            for spot in one["places"]:
                assert gazetteer.by_id[spot["id"]].kind in {"governorate", "country", "region"}, spot
                assert (spot["lat"] * 10).is_integer() or round(spot["lat"], 1) == spot["lat"]
        answers = {path: client.get(path) for path in (*SURFACES, *(f"/en/incident/{one['id']}" for one in found))}
        assert all(answer.status_code == 200 for answer in answers.values())
        whole = client.app.state.shelf.catalogue  # type: ignore[attr-defined]
        fine = fine_names(client.app.state.shelf, whole)  # type: ignore[attr-defined]
        assert len(fine) > 20
        said = {(path, name) for path, answer in answers.items() for name in fine if name in answer.text}
        assert said == set()


def fine_names(shelf: object, catalogue: object) -> set[str]:
    """The names of sites that are finer than a governorate, as reports write them, in no governorate's name."""
    gazetteer = places.load()
    wide = " ".join(
        name for one in gazetteer.by_id.values() if one.kind in {"governorate", "country"} for name in one.names
    )
    cards = shelf.cards(catalogue, list(range(catalogue.size)))  # type: ignore[attr-defined]
    spots = [spot for card in cards for spot in card.spots if spot.precision <= 2]
    outlets = " ".join(outlet for card in cards for outlet in (*card.outlets, *card.reports))
    return {spot.name for spot in spots if spot.name not in wide and spot.name not in outlets}


def test_everybody_sees_it_late(record: Path) -> None:
    for today, hours in ((date(2024, 7, 5), 72), (date(2024, 8, 15), 24 * 60)):
        settings = Settings(record, public=True, today=today, delay_hours=hours)
        with client_of(settings) as client:
            answer = client.get("/api/v1/incidents?limit=500").json()
            limit = date.fromordinal(today.toordinal() - hours // 24).isoformat()
            assert answer["count"] == len(answer["incidents"]) > 0
            assert all((one["published"] or one["date"]["end"]) <= limit for one in answer["incidents"])
            dots = client.get("/api/v1/map?zoom=3").json()["features"]
            assert sum(dot["properties"]["count"] for dot in dots) <= answer["count"]


@pytest.mark.parametrize(
    "path", ["/ar/report/kirkuk-agency", "/api/v1/reports/kirkuk-agency", "/ar/review", "/ar/bring"]
)
def test_texts_and_tools_are_not_for_everybody(record: Path, path: str) -> None:
    with client_of(Settings(record, public=True, today=date(2026, 1, 1))) as client:
        assert client.get(path).status_code == 403


def test_finer_questions_find_nothing_finer(record: Path) -> None:
    with client_of(Settings(record, public=True, today=date(2026, 1, 1))) as client:
        shelf = client.app.state.shelf  # type: ignore[attr-defined]
        for name in sorted(fine_names(shelf, shelf.catalogue)):
            by_place = shelf.public_catalogue.select(parse([("q", name)]))
            narrow = client.get("/api/v1/incidents", params={"q": f'"{name}"'}).json()
            assert narrow["count"] == (by_place & shelf.public_bits(shelf.public_catalogue)).bit_count()
            assert all(name not in str(one) for one in narrow["incidents"])
