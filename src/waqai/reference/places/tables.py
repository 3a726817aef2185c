"""Foreign tables of places, row by row: GeoNames' dumps, its names by id, OCHA's p-codes, a table of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from waqai.reference.places.places import Gazetteer, rows_of
from waqai.reference.places.rows import COLUMNS, KINDS

Line = tuple[int, list[str]]
GEONAMES_COLUMNS = 19
SETTLEMENT = {"PPLA": "city", "PPLC": "city", "PPLX": "neighbourhood", "RFGC": "camp"}
FEATURES = {
    "AIRB": "base", "MILB": "base", "INSM": "base", "AIRP": "airport", "AIRF": "airport", "OILF": "oil_field",
    "GASF": "gas_field", "DAM": "dam", "CSTM": "crossing", "MT": "mountain", "ISL": "island", "CMPRF": "camp",
}  # fmt: skip
CITY, TOWN = 50_000, 5_000
LETTERS = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ -")
LAT = ("latitude", "lat", "y", "latitude_y", "point_y")
LON = ("longitude", "lon", "long", "x", "longitude_x", "point_x")


@dataclass(frozen=True, slots=True)
class Faulty:
    """A row that is left out, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a table has, or (without a point) further names of one that is known."""

    id: str
    names: tuple[str, ...]
    cells: Mapping[str, str]

    def row(self, old: Mapping[str, str] | None, shipped: Gazetteer) -> dict[str, str] | None:
        """The row of the local table with the names known before; None where the shipped table says it all."""
        before = shipped.by_id.get(self.id)
        if not self.cells and old is None and before is None:
            return None
        base = dict(old or {}) if old else _shipped_row(shipped, self.id) if before else {}
        known = [base["name_ar"], *filter(None, base["aliases_ar"].split("|"))] if base else []
        names = list(dict.fromkeys([*known, *self.names]))
        if before is not None and old is None and set(names) == set(known):
            return None
        filled = {column: base.get(column, "") for column in COLUMNS} | ({} if before else dict(self.cells))
        country = filled["country"].lower()
        if filled["parent"] not in shipped.by_id:
            filled["parent"] = country if country in shipped.by_id else ""
        filled |= {"id": self.id, "name_ar": names[0], "aliases_ar": "|".join(names[1:])}
        words = {shipped.ambiguous_words[name] for name in names if name in shipped.ambiguous_words}
        filled["ambiguous"] = filled["ambiguous"] or ("word" if "word" in words else "person" if words else "")
        return filled


def _shipped_row(shipped: Gazetteer, place_id: str) -> dict[str, str]:
    place = shipped.by_id[place_id]
    aliases, people = "|".join(place.names[1:]), str(place.population or "")
    point = (f"{place.lat:.4f}", f"{place.lon:.4f}", place.precision)
    about = (place.id, place.name, aliases, place.name_en, place.kind, place.parent or "", place.country)
    cells = (*about, *point, people, place.ambiguous, "shipped")
    return dict(zip(COLUMNS, cells, strict=True))


@cache
def _governorates() -> Mapping[tuple[str, str], str]:
    """GeoNames' (country, admin-1 code) → the id of that governorate."""
    return {(cells[0], cells[1]): cells[2] for _, cells in rows_of("vendor/geonames_admin1.csv")}


def arabic(name: str) -> str | None:
    """The name in plain Arabic letters, blanks single; None where it is no Arabic name."""
    written = " ".join(name.replace("ی", "ي").replace("ک", "ك").replace("\u200c", " ").split())
    return written if len(written) > 1 and set(written) <= LETTERS else None


def geonames(lines: Iterable[Line]) -> Iterator[Found | Faulty]:
    """The settlements, bases, fields, crossings of a country dump that have an Arabic name."""
    for number, cells in lines:
        if len(cells) != GEONAMES_COLUMNS:
            yield Faulty(number, f"{len(cells)} columns, GeoNames has {GEONAMES_COLUMNS}")
            continue
        number_id, name, _, others, lat, lon, feature, code, country = cells[:9]
        kind = _kind(feature, code, cells[14])
        names = [n for other in others.split(",") if (n := arabic(other))]
        if kind is None or not names:
            continue
        fault = _fault(lat, lon)
        if fault:
            yield Faulty(number, fault)
            continue
        point = {"lat": f"{float(lat):.4f}", "lon": f"{float(lon):.4f}", "precision": "near"}
        about = {
            "kind": kind,
            "name_en": name,
            "country": country,
            "parent": _governorates().get((country, cells[10]), ""),
            "population": cells[14] if cells[14] != "0" else "",
            "source": f"geonames {number_id}",
        }
        yield Found(f"gn-{number_id}", tuple(names), point | about)


def _kind(feature: str, code: str, people: str) -> str | None:
    """Our kind of a GeoNames feature; None for what no report names as a place."""
    if feature != "P":
        return FEATURES.get(code)
    if code in SETTLEMENT:
        return SETTLEMENT[code]
    count = int(people) if people.isdigit() else 0
    return "city" if count >= CITY else "town" if count >= TOWN else "village"


def names_by_id(lines: Iterable[Line], known: set[str]) -> Iterator[Found | Faulty]:
    """The Arabic names of places that are known, from alternateNamesV2.txt."""
    for number, cells in lines:
        if len(cells) < 4:
            yield Faulty(number, f"{len(cells)} columns, alternateNamesV2 has at least 4")
        elif cells[1] in known and cells[2] == "ar" and (name := arabic(cells[3])):
            yield Found(f"gn-{cells[1]}", (name,), {})


def pcodes(header: list[str], lines: Iterable[Line]) -> Iterator[Found | Faulty]:
    """A p-code table of OCHA: the finest level that has a code and an Arabic name in the row."""
    at = {name.lower(): column for column, name in enumerate(header)}
    codes = sorted((name for name in at if name.endswith("pcode")), key=lambda name: (_level(name), name))
    lat, lon = (next((at[name] for name in names if name in at), None) for names in (LAT, LON))
    if lat is None or lon is None:
        yield Faulty(1, "no columns of latitude and longitude")
        return
    for number, cells in lines:
        if len(cells) < len(header):
            yield Faulty(number, f"{len(cells)} cells, the header has {len(header)}")
            continue
        yield _pcoded(number, {name: cells[at[name]].strip() for name in at}, codes, (cells[lat], cells[lon]))


def _level(name: str) -> int:
    """adm4_pcode, admin4Pcode → 4; a code without a number is the finest."""
    digits = [int(letter) for letter in name if letter.isdigit()]
    return digits[0] if digits else 9


def _pcoded(number: int, row: dict[str, str], codes: list[str], point: tuple[str, str]) -> Found | Faulty:
    code_name = next((name for name in reversed(codes) if row[name]), None)
    if code_name is None:
        return Faulty(number, "no p-code")
    code, level = row[code_name], _level(code_name)
    spelled = [v for k, v in row.items() if k.endswith("_ar") and _level(k) == level and v]
    names = tuple(n for v in spelled if (n := arabic(v)))
    fault = _fault(*point) or ("" if names else f"{code}: no Arabic name")
    if fault:
        return Faulty(number, fault)
    english = next((v for k, v in row.items() if k.endswith("_en") and _level(k) == level), "")
    kind = {0: "country", 1: "governorate", 2: "district", 3: "district"}.get(level, "village")
    cells = {"kind": kind, "name_en": english, "country": code[:2].upper(), "precision": "near"}
    cells |= {"lat": f"{float(point[0]):.4f}", "lon": f"{float(point[1]):.4f}", "source": f"OCHA {code}"}
    return Found(f"pc-{code}", names, cells)


def plain(header: list[str], lines: Iterable[Line]) -> Iterator[Found | Faulty]:
    """A table of one's own: name_ar, lat, lon; kind, country, parent, aliases_ar … where given."""
    for number, cells in lines:
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        name, kind = arabic(row.get("name_ar", "")), row.get("kind") or "village"
        fault = _fault(row.get("lat", ""), row.get("lon", ""))
        if name is None or fault or kind not in KINDS:
            yield Faulty(
                number,
                fault or ("no Arabic name" if name is None else f"kind {kind}; one of {', '.join(sorted(KINDS))}"),
            )
            continue
        more = tuple(n for alias in row.get("aliases_ar", "").split("|") if (n := arabic(alias)))
        point = {"lat": f"{float(row['lat']):.4f}", "lon": f"{float(row['lon']):.4f}"}
        about = {k: row[k] for k in ("name_en", "parent", "country", "population") if row.get(k)}
        given = {"kind": kind, "precision": row.get("precision") or "near", "source": row.get("source") or "imported"}
        made = row.get("id") or f"local-{point['lat']}-{point['lon']}-{name.replace(' ', '-')}"
        yield Found(made, (name, *more), point | about | given)


def _fault(lat: str, lon: str) -> str:
    """What is wrong with the point; '' where nothing is."""
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        return f"lat «{lat}», lon «{lon}»: no numbers"
    good = abs(north) <= 90 and abs(east) <= 180 and (north, east) != (0, 0)
    return "" if good else f"{lat}, {lon}: no point on the earth"
