"""Generic speakers: مصدر أمني, المتحدث باسم الوزارة, شهود عيان, and the adjectives that narrow them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from waqai.reference.actors.rows import Row, read_rows
from waqai.reference.sources.sources import Kind

FILE = Path(__file__).parent / "speakers.yaml"
KEYS = frozenset(["id", "english", "sort", "kind", "singular", "dual", "plural", "takes", "strength"])


class Sort(Enum):
    """What a speaker word does: names a speaker, or narrows one (أمني, محلي)."""

    PERSON = "person"
    TEXT = "text"
    BODY = "body"
    ADJECTIVE = "adjective"


class Takes(Enum):
    """How the word is completed."""

    ADJECTIVE = "adjective"
    """مصدر أمني, مسؤول تركي"""
    GENITIVE = "genitive"
    """بيان الوزارة, وزير الدفاع"""
    NAME_OF = "name-of"
    """المتحدث باسم الجيش"""
    IN = "in"
    """مصدر في الشرطة, مسعفون بمستشفى, مصدر من الأهالي"""
    OF = "of"
    """بيان لـ, تابع لـ"""
    PERSON = "person"
    """the speaker's own name after it: العميد فلان"""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker word with its indefinite and construct forms; the reader adds article and clitics."""

    id: str
    english: str
    sort: Sort
    kind: Kind | None
    """The kind of source that it makes; None where its complement decides."""
    singular: tuple[str, ...]
    dual: tuple[str, ...]
    plural: tuple[str, ...]
    takes: frozenset[Takes]
    weak: bool
    """True where the word is a speaker only beside a verb of speech (رئيس, سكان)."""

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms, singular first."""
        return self.singular + self.dual + self.plural


@cache
def load_speakers(path: Path = FILE) -> Mapping[str, Speaker]:
    """All speaker words by id; an id or a form that stands twice is an error."""
    speakers: dict[str, Speaker] = {}
    owners: dict[str, str] = {}
    for row in read_rows(path, KEYS):
        speaker = _speaker(row)
        if speaker.id in speakers:
            raise row.error(f"id {speaker.id!r} stands twice", "id")
        speakers[speaker.id] = speaker
        for form in speaker.forms:
            if form in owners:
                raise row.error(f"{form!r} is a form of {owners[form]} already")
            owners[form] = speaker.id
    return MappingProxyType(speakers)


def _speaker(row: Row) -> Speaker:
    sort, kind = row.text("sort"), row.optional("kind")
    if sort not in Sort._value2member_map_:
        raise row.error(f"sort {sort!r} is none of {', '.join(one.value for one in Sort)}", "sort")
    if kind is not None and kind not in Kind._value2member_map_:
        raise row.error(f"kind {kind!r} is none of {', '.join(one.value for one in Kind)}", "kind")
    takes = row.texts("takes")
    for word in takes:
        if word not in Takes._value2member_map_:
            raise row.error(f"takes: {word!r} is none of {', '.join(one.value for one in Takes)}", "takes")
    strength = row.optional("strength") or "strong"
    if strength not in ("weak", "strong"):
        raise row.error("strength is weak or strong", "strength")
    return Speaker(
        id=row.text("id"),
        english=row.text("english"),
        sort=Sort(sort),
        kind=None if kind is None else Kind(kind),
        singular=row.texts("singular"),
        dual=row.texts("dual"),
        plural=row.texts("plural"),
        takes=frozenset(Takes(word) for word in takes),
        weak=strength == "weak",
    )
