"""The registry of actors: who they are, and every way that reports write them.

Names are in standard spelling (with hamza, without tashkeel); the reader folds them. What an outlet calls
an actor (`Usage`) is kept as wording and never changes which actor it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from waqai.reference.actors.rows import DataError, Row, read_rows

FOLDER = Path(__file__).parent / "registry"

# Section 4 of the codebook: the ids that coded files may carry. Everything else is finer, or has none.
CODEBOOK_IDS = frozenset(
    [
        "us_forces",
        "coalition_oir",
        "iran_backed_militias",
        "irgc",
        "sdf",
        "ypg",
        "syrian_government",
        "syrian_opposition",
        "syrian_national_army",
        "hts_nusra",
        "islamic_state",
        "al_qaeda",
        "israel",
        "russia",
        "turkey",
        "iran",
        "pkk",
        "peshmerga",
        "iraqi_government",
        "popular_mobilization",
        "islamic_resistance_iraq",
        "houthis",
        "saleh_forces",
        "yemeni_government",
        "popular_resistance_yemen",
        "saudi_led_coalition",
        "saudi_government",
        "aqap",
        "hezbollah",
        "lebanese_government",
        "hamas",
        "palestinian_islamic_jihad",
        "egyptian_government",
        "libyan_government",
        "libyan_national_army",
        "sudanese_government",
        "rsf",
        "civilians",
        "unidentified",
    ]
)


class Kind(Enum):
    """What an actor is."""

    STATE_FORCE = "state_force"
    REBEL_GROUP = "rebel_group"
    MILITIA = "militia"
    EXTERNAL_FORCE = "external_force"
    CIVILIANS = "civilians"
    POLICE = "police"
    POLITICAL = "political"
    UNIDENTIFIED = "unidentified"


class Usage(Enum):
    """How a wording is used of an actor; the value is the key that holds it in the file."""

    NAME = "names"
    FRIENDLY = "friendly"
    HOSTILE = "hostile"
    ABBREVIATION = "abbreviations"
    PHRASE = "phrases"
    METONYM = "metonyms"
    PERSON = "people"
    CONTEXTUAL = "contextual"


@dataclass(frozen=True, slots=True)
class Tie:
    """A parent or sponsor, with the years that it held (None: not known, or still)."""

    actor: str
    since: int | None
    until: int | None


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. `codebook` is the id that coded files give it, or None where they have none."""

    id: str
    english: str
    kind: Kind
    countries: tuple[str, ...]
    """ISO 3166 codes (as in the gazetteer) of where it acts, home first: what decides between actors that
    share a contextual name. Bare words for a state (الجيش, الحكومة) belong to the actor at home in the
    report's country."""
    codebook: str | None
    names: tuple[str, ...]
    friendly: tuple[str, ...]
    hostile: tuple[str, ...]
    abbreviations: tuple[str, ...]
    phrases: tuple[str, ...]
    """Descriptions that resolve to it without naming it: مجموعات موالية لطهران."""
    metonyms: tuple[str, ...]
    """A capital or state that acts and speaks for it: واشنطن. A place in any other role."""
    people: tuple[str, ...]
    """Public leaders, who stand for it as target or speaker: قاسم سليماني."""
    contextual: tuple[str, ...]
    """Names that are also other things (التحالف, القاعدة): they hold only where the report's country or an
    earlier full name speaks for this actor."""
    nisba: tuple[str, ...]
    """Adjectives, masculine singular, that make an armed noun its own: أميركي in طائرات أميركية."""
    peoples: tuple[str, ...]
    """Broken plurals of the adjectives: أتراك, روس."""
    parents: tuple[Tie, ...]
    sponsors: tuple[Tie, ...]
    acled: str | None
    ucdp: str | None
    wikidata: str | None

    @property
    def home(self) -> str | None:
        """The country that it belongs to or fights in first; None for actors of no country."""
        return self.countries[0] if self.countries else None

    def wordings(self) -> Iterator[tuple[str, Usage]]:
        """Every wording that resolves to this actor, with its usage."""
        for usage in Usage:
            for wording in getattr(self, usage.value):
                yield wording, usage


KEYS = frozenset(
    [
        "id",
        "english",
        "kind",
        "countries",
        "codebook",
        "nisba",
        "peoples",
        "parents",
        "sponsors",
        "acled",
        "ucdp",
        "wikidata",
    ]
) | {usage.value for usage in Usage}
TIE_KEYS = frozenset({"actor", "since", "until"})


@cache
def load(folder: Path = FOLDER) -> Mapping[str, Actor]:
    """All actors by id, checked: ids and names stand once, parents exist, each codebook id has its row."""
    rows: dict[str, Row] = {}
    for path in sorted(folder.glob("*.yaml")):
        for row in read_rows(path, KEYS):
            actor_id = row.text("id")
            if actor_id in rows:
                raise row.error(f"id {actor_id!r} stands twice", "id")
            rows[actor_id] = row
    actors = {actor_id: _actor(row) for actor_id, row in rows.items()}
    _check_ties(actors, rows)
    _check_wordings(actors, rows)
    return MappingProxyType({key: _with_codebook(actors, rows, key) for key in actors})


def _actor(row: Row) -> Actor:
    kind = row.text("kind")
    if kind not in Kind._value2member_map_:
        raise row.error(f"kind {kind!r} is none of {', '.join(one.value for one in Kind)}", "kind")
    codebook = row.optional("codebook")
    if codebook is not None and codebook not in CODEBOOK_IDS:
        raise row.error(f"codebook {codebook!r} is not an id of the codebook", "codebook")
    return Actor(
        id=row.text("id"),
        english=row.text("english"),
        kind=Kind(kind),
        countries=row.texts("countries"),
        codebook=codebook,
        names=row.texts("names"),
        friendly=row.texts("friendly"),
        hostile=row.texts("hostile"),
        abbreviations=row.texts("abbreviations"),
        phrases=row.texts("phrases"),
        metonyms=row.texts("metonyms"),
        people=row.texts("people"),
        contextual=row.texts("contextual"),
        nisba=row.texts("nisba"),
        peoples=row.texts("peoples"),
        parents=_ties(row, "parents"),
        sponsors=_ties(row, "sponsors"),
        acled=row.optional("acled"),
        ucdp=row.optional("ucdp"),
        wikidata=row.optional("wikidata"),
    )


def _ties(row: Row, key: str) -> tuple[Tie, ...]:
    ties = []
    for tie in row.rows(key, TIE_KEYS):
        since, until = tie.year("since"), tie.year("until")
        if since and until and since > until:
            raise tie.error(f"{since} is after {until}", "since")
        ties.append(Tie(tie.text("actor"), since, until))
    return tuple(ties)


def _check_ties(actors: Mapping[str, Actor], rows: Mapping[str, Row]) -> None:
    for actor in actors.values():
        for key, ties in (("parents", actor.parents), ("sponsors", actor.sponsors)):
            for tie in ties:
                if tie.actor not in actors:
                    raise rows[actor.id].error(f"{key}: no actor {tie.actor!r}", key)
        seen = [actor.id]
        while actors[seen[-1]].parents:
            above = actors[seen[-1]].parents[0].actor
            if above in seen:
                raise rows[actor.id].error(f"{' > '.join([*seen, above])} goes round", "parents")
            seen.append(above)


def _check_wordings(actors: Mapping[str, Actor], rows: Mapping[str, Row]) -> None:
    """A wording stands once; only contextual ones may be shared, between actors."""
    owners: dict[str, str] = {}
    for actor in actors.values():
        mine: set[str] = set()
        for wording, usage in actor.wordings():
            owner = owners.get(wording) if usage is not Usage.CONTEXTUAL else None
            if wording in mine or owner is not None:
                raise _twice(rows[actor.id], usage, wording, owner or actor.id)
            mine.add(wording)
            if usage is not Usage.CONTEXTUAL:
                owners[wording] = actor.id


def _twice(row: Row, usage: Usage, wording: str, owner: str) -> DataError:
    return row.error(f"{usage.value}: {wording!r} is a name of {owner} already", usage.value)


def _with_codebook(actors: Mapping[str, Actor], rows: Mapping[str, Row], key: str) -> Actor:
    """The actor with its codebook id: its own, the one its row gives, or that of its first parent."""
    found: str | None = None
    step: str | None = key
    while step is not None:
        if step in CODEBOOK_IDS or rows[step].has("codebook"):
            found = step if step in CODEBOOK_IDS else actors[step].codebook
            break
        step = actors[step].parents[0].actor if actors[step].parents else None
    return replace(actors[key], codebook=found)
