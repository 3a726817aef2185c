"""Merge vendor/*.csv and own/*.csv into places.csv, the one table that ships.

Our own row wins over the vendor's row of the same place: it keeps its id, kind, parent and names, and takes
the vendor's coordinates (unless ours are marked exact), population and further spellings.

    merge.py            rewrite places.csv
    merge.py --check    exit 1 if places.csv is not current
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict

from table import PLACES, Row, key, kilometres, lines, names, read

TARGET = PLACES / "places.csv"
# How far our row may stand from the vendor's row of the same name and still be the same place, in km.
REACH = {"exact": 5.0, "near": 12.0, "approx": 22.0}
SETTLED = frozenset({"city", "town", "village", "camp", "neighbourhood"})
QUARTER_REACH = 4.0
NAMESAKES = 3


def spelling(name: str) -> str:
    """The key of a spelling, blanks and article kept: of two names with one key, one is enough."""
    return " ".join(key("ءء" + word) for word in name.split())


def own_rows() -> list[Row]:
    """The rows of own/*.csv in the order of the files."""
    return [row for path in sorted((PLACES / "own").glob("*.csv")) for row in read(path)]


def vendor_rows(replaced: set[str]) -> list[Row]:
    """The rows of vendor/geonames.csv that are neither dropped nor replaced by an own row with their id."""
    with (PLACES / "vendor" / "geonames_dropped.csv").open(encoding="utf-8", newline="") as handle:
        dropped = {line["id"] for line in csv.DictReader(handle)}
    return [row for row in read(PLACES / "vendor" / "geonames.csv") if row["id"] not in dropped | replaced]


def twins(own: list[Row], vendor: list[Row]) -> dict[str, Row]:
    """Own id -> the vendor row of the same place; each vendor row serves once, the nearest pair first."""
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in vendor:
        for name in names(row):
            by_name[row["country"], key(name)].append(row)
    pairs = []
    for order, row in enumerate(own):
        if row["kind"] not in SETTLED:
            continue
        reach = QUARTER_REACH if row["kind"] == "neighbourhood" else REACH[row["precision"]]
        for name in names(row):
            for other in by_name[row["country"], key(name)]:
                far = kilometres(row, other)
                if far <= reach:
                    pairs.append((far, order, row["id"], other))
    found: dict[str, Row] = {}
    used: set[str] = set()
    for _, _, place, other in sorted(pairs, key=lambda pair: pair[:3]):
        if place not in found and other["id"] not in used:
            found[place] = other
            used.add(other["id"])
    return found


def joined(row: Row, other: Row) -> Row:
    """Our row, completed by the vendor's row of the same place."""
    merged = dict(row)
    if row["precision"] != "exact":
        merged |= {"lat": other["lat"], "lon": other["lon"], "precision": other["precision"]}
    merged["population"] = row["population"] or other["population"]
    merged["aliases_ar"] = "|".join(distinct(names(row) + names(other))[1:])
    merged["source"] = f"{row['source']}; {other['source']}"
    return merged


def distinct(every: list[str]) -> list[str]:
    """The names in order, without respellings that fold alike."""
    found: dict[str, str] = {}
    for name in every:
        found.setdefault(spelling(name), name)
    return list(found.values())


def marks() -> dict[str, str]:
    """Spelling -> word | person, from ambiguous_words.csv."""
    with (PLACES / "ambiguous_words.csv").open(encoding="utf-8", newline="") as handle:
        return {spelling(line["word"]): line["mark"] for line in csv.DictReader(handle)}


def marked(rows: list[Row]) -> list[Row]:
    """The rows, `ambiguous` set where a one-word name is a word or a person too, or many bear it."""
    known = marks()
    bearers = Counter(spelling(row["name_ar"]) for row in rows)
    out = []
    for row in rows:
        found = {known.get(spelling(name), "") for name in names(row) if " " not in name}
        mark = row["ambiguous"] or ("word" if "word" in found else "person" if "person" in found else "")
        if not mark and bearers[spelling(row["name_ar"])] >= NAMESAKES:
            mark = "many"
        out.append(row | {"ambiguous": mark})
    return out


def merged_rows() -> list[Row]:
    """The shipped table: our rows in their order, then the vendor's remaining ones in theirs."""
    own = own_rows()
    vendor = vendor_rows({row["id"] for row in own})
    pairs = twins(own, vendor)
    used = {row["id"] for row in pairs.values()}
    rows = [joined(row, pairs[row["id"]]) if row["id"] in pairs else row for row in own]
    return marked(rows + [row for row in vendor if row["id"] not in used])


def main() -> int:
    """places.csv is rewritten, or only compared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    wanted = lines(merged_rows())
    if parser.parse_args().check:
        current = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == wanted
        print("current" if current else f"{TARGET} is not current: run scripts/places/merge.py")
        return 0 if current else 1
    TARGET.write_text(wanted, encoding="utf-8")
    print(f"{TARGET}: {wanted.count(chr(10)) - 1} places")
    return 0


if __name__ == "__main__":
    sys.exit(main())
