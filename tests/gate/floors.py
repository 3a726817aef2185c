"""The floors: scores below which the reader does not fall again, and the rules by which they move."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

MEASURES = ("events", "foreground", "all_slots")
NOISE = 0.0005  # scores are rounded to four places; less than this is no change


class FloorError(Exception):
    """The floors may not be moved like this; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A gold set as it was when its floors were set: how many reports, which bytes, what F1."""

    reports: int
    digest: str
    floors: dict[str, float]


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered on purpose, and why."""

    on: str
    gold: str
    measure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """All gold sets with their floors, and the history of what was lowered."""

    sets: dict[str, Pinned] = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One score beside its floor (None: none is set yet)."""

    gold: str
    measure: str
    score: float
    floor: float | None

    @property
    def verdict(self) -> str:
        """How the score stands to its floor."""
        if self.floor is None:
            return "no floor yet"
        if self.score < self.floor - NOISE:
            return f"LOWER ({self.score - self.floor:+.4f})"
        return "higher" if self.score > self.floor + NOISE else "ok"

    @property
    def is_lower(self) -> bool:
        """Whether the score has fallen below its floor."""
        return self.verdict.startswith("LOWER")


def load(path: Path) -> Floors:
    """The floors of a file; none where the file is missing."""
    if not path.exists():
        return Floors()
    data = json.loads(path.read_text("utf-8"))
    sets = {name: Pinned(**pinned) for name, pinned in data["sets"].items()}
    return Floors(sets, tuple(Lowered(**row) for row in data["lowered"]))


def save(floors: Floors, path: Path) -> None:
    """The file holds the floors, in an order that diffs well."""
    path.write_text(json.dumps(asdict(floors), ensure_ascii=False, indent=2) + "\n", "utf-8")


def compare(floors: Floors, measured: dict[str, Pinned]) -> list[Row]:
    """Every measured score beside its floor."""
    return [
        Row(gold, measure, score, floors.sets[gold].floors.get(measure) if gold in floors.sets else None)
        for gold, pinned in measured.items()
        for measure, score in pinned.floors.items()
    ]


def changed(floors: Floors, measured: dict[str, Pinned]) -> list[str]:
    """The gold sets whose files are not those that the floors were set on."""
    return [g for g, now in measured.items() if g in floors.sets and floors.sets[g].digest != now.digest]


def update(floors: Floors, measured: dict[str, Pinned], today: str, reason: str | None = None) -> Floors:
    """The floors are what was measured; a lower one needs a reason, which is kept. What is lower by noise stays."""
    lower = [row for row in compare(floors, measured) if row.is_lower]
    if lower and not (reason and reason.strip()):
        names = ", ".join(f"{row.gold}/{row.measure} {row.floor:.4f} → {row.score:.4f}" for row in lower)
        raise FloorError(
            f"Not lowering a floor: {names}.\n"
            "Mend the reader, or say why the lower score is right: --update --allow-lower 'REASON'."
        )
    history = [
        Lowered(today, row.gold, row.measure, row.floor, row.score, (reason or "").strip())
        for row in lower
        if row.floor is not None
    ]
    stays = {(row.gold, row.measure): row.floor for row in compare(floors, measured) if not row.is_lower}
    kept = {gold: replace(new, floors=_highest(gold, new.floors, stays)) for gold, new in measured.items()}
    return replace(floors, sets={**floors.sets, **kept}, lowered=(*floors.lowered, *history))


def _highest(gold: str, new: dict[str, float], stays: dict[tuple[str, str], float | None]) -> dict[str, float]:
    """Each measure as it is now, or its floor where that is higher by less than noise."""
    return {measure: max(score, stays.get((gold, measure)) or 0.0) for measure, score in new.items()}
