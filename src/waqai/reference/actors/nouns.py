"""Nouns that stand for whoever acts or is hit, without naming a side.

Collectives (قوات, مسلحون) take their side from what follows them; civilian persons and facilities (أطفال,
مستشفى) have the codebook's id `civilians`; military and other targets (ثكنة, جسر) have none of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from waqai.reference.actors.rows import Row, read_rows

FOLDER = Path(__file__).parent
KEYS = frozenset(["id", "english", "sort", "singular", "dual", "plural", "strength"])


class Table(Enum):
    """Which table a noun stands in; the value is its file."""

    COLLECTIVE = "collectives.yaml"
    CIVILIAN = "civilians.yaml"
    TARGET = "military_targets.yaml"


SORTS: Mapping[Table, frozenset[str]] = MappingProxyType(
    {
        Table.COLLECTIVE: frozenset(["force", "fighters", "aircraft", "weapons", "police", "leaders", "loaded"]),
        Table.CIVILIAN: frozenset(
            [
                "person",
                "dwelling",
                "health",
                "worship",
                "education",
                "market",
                "aid",
                "camp",
                "transport",
                "livelihood",
                "public",
            ]
        ),
        Table.TARGET: frozenset(["position", "store", "vehicle", "unit", "person", "infrastructure", "craft"]),
    }
)


@dataclass(frozen=True, slots=True)
class Noun:
    """One noun with its indefinite and construct forms; the reader adds the article and the clitics."""

    id: str
    english: str
    table: Table
    sort: str
    singular: tuple[str, ...]
    dual: tuple[str, ...]
    plural: tuple[str, ...]
    weak: bool
    """True where the word alone decides nothing (سيارة, مبنى may be anyone's)."""

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms, singular first."""
        return self.singular + self.dual + self.plural


@cache
def load_nouns(folder: Path = FOLDER) -> Mapping[str, Noun]:
    """All nouns by id; an id or a form that stands twice is an error."""
    nouns: dict[str, Noun] = {}
    owners: dict[str, str] = {}
    for table in Table:
        for row in read_rows(folder / table.value, KEYS):
            noun = _noun(row, table)
            if noun.id in nouns:
                raise row.error(f"id {noun.id!r} stands twice", "id")
            nouns[noun.id] = noun
            for form in noun.forms:
                if form in owners:
                    raise row.error(f"{form!r} is a form of {owners[form]} already")
                owners[form] = noun.id
    return MappingProxyType(nouns)


def _noun(row: Row, table: Table) -> Noun:
    sort = row.text("sort")
    if sort not in SORTS[table]:
        raise row.error(f"sort {sort!r} is none of {', '.join(sorted(SORTS[table]))}", "sort")
    strength = row.optional("strength") or "strong"
    if strength not in ("weak", "strong"):
        raise row.error("strength is weak or strong", "strength")
    noun = Noun(
        id=row.text("id"),
        english=row.text("english"),
        table=table,
        sort=sort,
        singular=row.texts("singular"),
        dual=row.texts("dual"),
        plural=row.texts("plural"),
        weak=strength == "weak",
    )
    if not noun.forms:
        raise row.error("a noun without forms")
    return noun
