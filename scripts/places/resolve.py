"""How well the gazetteer answers for places that human coders placed: `python scripts/places/resolve.py GOLD_DIR`.

GOLD_DIR is as `score_incidents.py` has it: gold.jsonl (incidents with `place`, `governorate`, `lat`, `lon` and the
reports they cite), index.jsonl and reports/. For each report cited for a placed incident: is a place of that name a
site of any event of the report, is it resolved, and how far from where the coders put it? Evaluation only.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from waqai.claims.account import account
from waqai.claims.model import Where
from waqai.language.fold import fold
from waqai.reference.places import load
from waqai.reports.model import Metadata, Report

REACH_KM = 10.0
PLAIN = frozenset(
    fold(
        "محيط بلدة قرية مخيم طريق قرى مزرعة مدينة بلدات بين أطراف ناحية ريف محافظة منطقة جبل شمالي جنوبي شرقي غربي "
        "قريتي بلدتي وسط مركز داخل عند مزارع تل أم شيخ في"
    ).text.split()
)
"""Words that many names share and that make no two places one."""


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance between two points, on a sphere."""
    p, q = math.radians(lat), math.radians(other_lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def words(name: str) -> set[str]:
    """The telling words of a name, folded, without the article."""
    found = {word.strip('"«»“”(),.').removeprefix("ال") for word in fold(name).text.split()}
    return found - PLAIN - {word.removeprefix("ال") for word in PLAIN} - {""}


class Gold:
    """The coders' incidents and the reports they cite."""

    def __init__(self, folder: Path) -> None:
        """The tables are read."""
        self.folder = folder
        self.incidents = [json.loads(line) for line in (folder / "gold.jsonl").read_text().splitlines()]
        index = (json.loads(line) for line in (folder / "index.jsonl").read_text().splitlines())
        self.index = {row["report"]: row for row in index}

    @cache  # noqa: B019 (one Gold a process)
    def sites(self, report: str) -> tuple[Where, ...]:
        """The sites of all events of the report."""
        text = (self.folder / "reports" / f"{report}.txt").read_text(encoding="utf-8", errors="replace")
        row = self.index[report]
        day = date.fromisoformat(row["published"]) if row.get("published") else None
        read = account(Report("0" * 64, report, text, Metadata(outlet=row.get("outlet"), published=day)))
        return tuple(where for event in read.events for where in event.places if where.role == "site")

    def answers(self) -> Iterator[tuple[dict[str, Any], str, list[Where]]]:
        """Each placed incident with each report cited for it, and the sites of that name there."""
        for incident in self.incidents:
            for report in incident["reports"] if incident["place"] else ():
                named = words(incident["place"])
                yield incident, report, [w for w in self.sites(report) if named & words(w.words.text)]


def verdict(incident: dict[str, Any], sites: list[Where]) -> str:
    """unnamed, unresolved, near or far; `unplaced` where the coders give no coordinates."""
    if not sites:
        return "unnamed"
    if incident["lat"] is None:
        return "unplaced"
    by_id = load().by_id
    chosen = [by_id[w.chosen] for w in sites if w.chosen is not None]
    if not chosen:
        return "unresolved"
    nearest = min(kilometres(incident["lat"], incident["lon"], place.lat, place.lon) for place in chosen)
    return "near" if nearest <= REACH_KM else "far"


def main() -> None:
    """Print the counts, the shares and, with --show, every place that is far or unresolved."""
    gold = Gold(Path(sys.argv[1]))
    counts: Counter[str] = Counter()
    for incident, report, sites in gold.answers():
        told = verdict(incident, sites)
        counts[told] += 1
        if "--show" in sys.argv and told in ("far", "unresolved"):
            print(told, report, incident["place"], [(w.words.text, w.chosen, w.reasons) for w in sites][:2])
    named, placed = counts.total() - counts["unnamed"], counts["near"] + counts["far"]
    print(f"named      {named / counts.total():.3f} ({named} of {counts.total()} cited reports)")
    print(f"resolved   {placed / (placed + counts['unresolved']):.3f} of those with coordinates")
    print(f"within 10  {counts['near'] / placed:.3f} ({counts['near']} of {placed})")
    print(f"far        {counts['far'] / (placed + counts['unresolved']):.3f} ({counts['far']})")


if __name__ == "__main__":
    main()
