"""The gazetteer: its shape, what it must hold, that the table is current, and what it costs to load."""

from __future__ import annotations

import csv
import math
import subprocess
import sys
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from waqai.reference import places
from waqai.reference.places import Gazetteer, Place

ROOT = Path(__file__).parents[2]
TABLES = Path(places.__file__).parent

# What the gazetteer promises: at least so many places in each country of the region.
AT_LEAST = {
    "SY": 1850, "IQ": 500, "PS": 500, "YE": 600, "LY": 250, "SD": 200, "EG": 300, "LB": 190, "IL": 260,
    "JO": 150, "TR": 230, "SA": 140, "IR": 400, "AE": 60, "QA": 30, "KW": 25, "BH": 10, "OM": 40,
}  # fmt: skip

# The places of the five seed reports: name, kinds allowed, latitude, longitude. Within 5 km each.
SEEDS = [
    ("حقل العمر", "oil_field", 35.11, 40.55),
    ("حقل كونيكو", "gas_field", 35.335, 40.32),
    ("قاعدة خراب الجير", "base", 36.96, 41.98),
    ("التنف", "base", 33.506, 38.618),
    ("عين الأسد", "base", 33.786, 42.441),
    ("الميادين", "city", 35.020, 40.452),
    ("البوكمال", "city", 34.452, 40.919),
    ("دير الزور", "city", 35.336, 40.141),
    ("الحسكة", "city", 36.502, 40.748),
    ("مراط", "town", 35.325, 40.225),
    ("المريعية", "village", 35.285, 40.230),
    ("الجفرة", "village", 35.310, 40.195),
    ("حويجة صكر", "island", 35.325, 40.180),
    ("مطار دير الزور العسكري", "airport", 35.285, 40.176),
    ("الحسينية", "village", 35.365, 40.135),
    ("الصالحية", "village", 35.375, 40.165),
    ("حطلة", "town", 35.345, 40.190),
    ("مظلوم", "village", 35.313, 40.250),
    ("خشام", "town", 35.301, 40.289),
    ("الطابية", "village", 35.275, 40.320),
    ("مطار حلب", "airport", 36.181, 37.224),
    ("مطار بغداد", "airport", 33.262, 44.235),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return places.load()


def bearers(gazetteer: Gazetteer, name: str) -> list[Place]:
    return [gazetteer.by_id[found] for text, found in gazetteer.names() if text == name]


def kilometres(place: Place, lat: float, lon: float) -> float:
    a, b = math.radians(place.lat), math.radians(lat)
    turn = math.radians(lon - place.lon)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def test_merged_table_is_current() -> None:
    program = str(ROOT / "scripts" / "places" / "merge.py")
    done = subprocess.run([sys.executable, program, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("seed", SEEDS, ids=[seed[0] for seed in SEEDS])
def test_seed_place_is_there_and_true(gazetteer: Gazetteer, seed: tuple[str, str, float, float]) -> None:
    name, kind, lat, lon = seed
    found = [place for place in bearers(gazetteer, name) if place.kind == kind]
    assert any(kilometres(place, lat, lon) <= 5 for place in found), found


def test_conoco_and_omar_stand_by_their_neighbours(gazetteer: Gazetteer) -> None:
    # خشام stands beside Conoco; ذيبان and the river beside al-Omar: two published tables disagree on both.
    conoco, omar = bearers(gazetteer, "حقل كونيكو")[0], bearers(gazetteer, "حقل العمر")[0]
    khasham, dhiban = bearers(gazetteer, "خشام")[0], bearers(gazetteer, "ذيبان")[0]
    assert kilometres(conoco, khasham.lat, khasham.lon) < 6
    assert 6 < kilometres(omar, dhiban.lat, dhiban.lon) < 14
    assert kilometres(conoco, omar.lat, omar.lon) > 20


def test_every_country_has_its_share(gazetteer: Gazetteer) -> None:
    count = Counter(place.country for place in gazetteer.by_id.values())
    short = {country: count[country] for country, least in AT_LEAST.items() if count[country] < least}
    assert not short
    assert len(gazetteer) >= 5500
    assert sum(place.kind == "country" for place in gazetteer.by_id.values()) >= 175


def test_own_rows_are_many_and_sourced() -> None:
    tables = [path.read_text(encoding="utf-8") for path in (TABLES / "own").glob("*.csv")]
    rows = [row for table in tables for row in csv.DictReader(table.splitlines())]
    assert len(rows) >= 4000
    assert all(row["source"].startswith("own: ") for row in rows)


def test_none_without_coordinates_and_all_on_the_map(gazetteer: Gazetteer) -> None:
    every = gazetteer.by_id.values()
    assert all(abs(p.lat) <= 90 and abs(p.lon) <= 180 and (p.lat, p.lon) != (0, 0) for p in every)
    region = [p for p in every if p.country in AT_LEAST]
    assert all(9 <= p.lat <= 42.5 and 9 <= p.lon <= 63.5 for p in region)


def test_no_place_is_far_from_its_parent(gazetteer: Gazetteer) -> None:
    """A swapped or mistyped coordinate shows as a place far outside its governorate or city."""
    reach = {"governorate": 600.0, "district": 200.0, "city": 30.0, "town": 30.0}
    wide = {"desert", "region", "border", "road", "river", "sea", "mountain"}
    far = [
        (place.id, round(kilometres(place, parent.lat, parent.lon)))
        for place in gazetteer.by_id.values()
        if place.parent and place.kind not in wide
        for parent in [gazetteer.by_id[place.parent]]
        if kilometres(place, parent.lat, parent.lon) > reach.get(parent.kind, 4000.0)
    ]
    assert not far


def test_every_place_leads_to_its_country(gazetteer: Gazetteer) -> None:
    for place in gazetteer.by_id.values():
        chain = (place, *gazetteer.ancestors(place.id))
        assert chain[-1].kind in {"country", "sea", "region"}, place.id
        assert {step.country for step in chain} == {place.country}, place.id


def test_common_words_are_marked(gazetteer: Gazetteer) -> None:
    marks = {name: gazetteer.by_id[found].ambiguous for name, found in gazetteer.names()}
    for word in ("النصر", "الجبل", "حرير", "الأزرق", "البيضاء", "السوق"):
        assert word not in marks or marks[word] in {"word", "person"}, word
    single = [(name, gazetteer.by_id[found]) for name, found in gazetteer.names() if " " not in name]
    plain = {name for name, place in single if not place.ambiguous}
    assert not plain & set(gazetteer.ambiguous_words)
    assert marks["العمر"] == "person"


def test_names_are_clean(gazetteer: Gazetteer) -> None:
    for name, found in gazetteer.names():
        assert name == " ".join(name.split()), (found, name)
        assert len(name) > 1, found
    assert all(len(set(p.names)) == len(p.names) and p.names[0] == p.name for p in gazetteer.by_id.values())


def test_kind_words_and_capitals(gazetteer: Gazetteer) -> None:
    words = gazetteer.kind_words
    assert (words["بلدة"], words["قريتي"], words["محافظتي"]) == ("town", "village", "governorate")
    assert set(words.values()) <= places.places.KINDS
    capitals = {gazetteer.by_id[city].country for city in gazetteer.capitals}
    assert capitals >= {"SY", "IQ", "US", "RU", "IR", "IL"}
    assert all(gazetteer.by_id[country].kind == "country" for country in gazetteer.capitals.values())


def test_the_loaded_table_is_small() -> None:
    places.load.cache_clear()
    tracemalloc.start()
    places.load()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 60 * 1024 * 1024
