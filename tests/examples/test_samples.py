"""The samples: original reports, each coded by the codebook in words that stand in its own text."""

from __future__ import annotations

import copy
import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = sorted(path.stem for path in (EXAMPLES / "reports").glob("*.txt"))

SUB_EVENTS = {
    "Battles": "Armed clash|Government regains territory|Non-state actor overtakes territory",
    "Explosions/Remote violence": "Air/drone strike|Shelling/artillery/missile attack"
    "|Remote explosive/landmine/IED|Suicide bomb|Grenade|Chemical weapon",
    "Violence against civilians": "Attack|Abduction/forced disappearance|Sexual violence",
    "Protests": "Peaceful protest|Protest with intervention|Excessive force against protesters",
    "Riots": "Violent demonstration|Mob violence",
    "Strategic developments": "Agreement|Arrests|Change to group/activity|Disrupted weapons use"
    "|Headquarters or base established|Looting/property destruction|Non-violent transfer of territory|Other",
}
ACTOR_IDS = """
us_forces coalition_oir iran_backed_militias irgc sdf ypg syrian_government syrian_opposition
syrian_national_army hts_nusra islamic_state al_qaeda israel russia turkey iran pkk peshmerga
iraqi_government popular_mobilization islamic_resistance_iraq houthis saleh_forces yemeni_government
popular_resistance_yemen saudi_led_coalition saudi_government aqap hezbollah lebanese_government hamas
palestinian_islamic_jihad egyptian_government libyan_government libyan_national_army
sudanese_government rsf civilians unidentified
"""
WEAPON_CLASSES = """
drone rocket missile bomb shell mortar artillery aircraft helicopter car_bomb ied suicide_belt mine
small_arms grenade chemical knife tank other
"""
LEGAL: dict[str, set[Any]] = {
    "actor": {None, *ACTOR_IDS.split()},
    "class": set(WEAPON_CLASSES.split()),
    "stance": {"asserts", "suspects", "denies", "claims_responsibility"},
    "role": {"site", "origin"},
    "kind": {"killed", "injured", "captured", "missing"},
}
DAMAGE = {"none", "material", "destroyed", "unknown"}
OUTCOMES = {"intercepted", "failed", "repelled", "territory_gained"}
PRECISION_DAYS = {"day": (1, 1), "days": (2, 11), "week": (7, 8), "month": (28, 366), "year": (365, 4000)}

FIELDS = {
    "places": {"text", "role", "within"},
    "initiators": {"text", "actor", "according_to", "stance"},
    "targets": {"text", "actor"},
    "weapons": {"text", "class", "count"},
    "casualties": {"kind", "low", "high", "group", "text", "according_to"},
    "sources": {"text", "stance"},
}
EVENT = {"id", "background", "trigger", "event_type", "sub_event_type", "date", "geo_precision", *FIELDS}
EVENT |= {"damage", "outcome", "responds_to"}
TALLY = {"text", "count", "approximate", "what", "place", "since", "until"}
INDEX = {"report", "outlet", "published", "title", "byline", "url"}
QUOTED = ("text", "within", "group", "according_to")
# What may stand before a quotation on its first word: «وبالطائرات», «للميليشيات».
GLUED = {lead + tail for lead in ("", "و", "ف") for tail in ("", "ب", "ل", "لل", "ك", "س")}


def text_of(name: str) -> str:
    return (EXAMPLES / "reports" / f"{name}.txt").read_text("utf-8")


def coded_of(name: str) -> dict[str, Any]:
    coded: dict[str, Any] = json.loads((EXAMPLES / "coded" / f"{name}.json").read_text("utf-8"))
    return coded


def index_rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EXAMPLES / "index.jsonl").read_text("utf-8").splitlines()]


def in_word(char: str) -> bool:
    return char.isalnum() or char == "\u0640" or unicodedata.category(char) == "Mn"


def stands_in(text: str, quoted: str) -> bool:
    """Whether whole words of the text are quoted, but for what is written onto the first of them."""
    at = text.find(quoted)
    while quoted and at >= 0:
        first, last = at, at + len(quoted)
        while first and in_word(text[first - 1]):
            first -= 1
        lead = "".join(char for char in text[first:at] if char.isalpha() and char != "\u0640")
        if lead in GLUED and not (last < len(text) and in_word(text[last])):
            return True
        at = text.find(quoted, at + 1)
    return False


def quotations(coded: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Everything that a coded file must have copied from its report, with where it stands."""
    for event in coded["events"]:
        yield f"{event['id']} trigger", event["trigger"]
        for slot in FIELDS:
            for entry in event[slot]:
                yield from ((f"{event['id']} {slot} {key}", entry[key]) for key in QUOTED if entry.get(key))
    yield from (("tally", tally["text"]) for tally in coded["tallies"])
    yield from (("tally place", tally["place"]) for tally in coded["tallies"] if tally["place"])


def date_problems(when: dict[str, Any], published: str | None) -> Iterator[str]:
    if set(when) != {"start", "end", "precision"}:
        yield f"date has {sorted(when)}"
    elif when["precision"] == "unknown":
        if when["start"] or when["end"]:
            yield "an unknown date has days"
    else:
        start, end = date.fromisoformat(when["start"]), date.fromisoformat(when["end"])
        shortest, longest = PRECISION_DAYS[when["precision"]]
        if not shortest <= (end - start).days + 1 <= longest:
            yield f"{start} to {end} is no {when['precision']}"
        if published and end > date.fromisoformat(published):
            yield f"{end} is after the report"


def entry_problems(event: dict[str, Any]) -> Iterator[str]:
    for slot, fields in FIELDS.items():
        for entry in event[slot]:
            if set(entry) != fields:
                yield f"{slot} has {sorted(entry)}"
            yield from (f"{slot}: {entry[key]}" for key in LEGAL if key in entry and entry[key] not in LEGAL[key])
    for toll in event["casualties"]:
        if toll["low"] < 0 or (toll["high"] is not None and toll["high"] < toll["low"]):
            yield f"casualties {toll['low']} to {toll['high']}"
    for weapon in event["weapons"]:
        if weapon["count"] is not None and weapon["count"] < 1:
            yield f"weapon count {weapon['count']}"
    for party in event["initiators"]:
        if party["stance"] != "asserts" and not party["according_to"]:
            yield f"nobody {party['stance']} of {party['text']}"


def event_problems(event: dict[str, Any], ids: list[str], published: str | None) -> Iterator[str]:
    if set(event) != EVENT:
        yield f"fields {sorted(set(event) ^ EVENT)}"
    if event["sub_event_type"] not in SUB_EVENTS[event["event_type"]].split("|"):
        yield f"{event['sub_event_type']} under {event['event_type']}"
    if not isinstance(event["background"], bool) or event["damage"] not in DAMAGE:
        yield f"background {event['background']}, damage {event['damage']}"
    if not set(event["outcome"]) <= OUTCOMES:
        yield f"outcome {event['outcome']}"
    if not set(event["responds_to"]) <= set(ids) - {event["id"]}:
        yield f"responds to {event['responds_to']}"
    sited = any(place["role"] == "site" for place in event["places"])
    if event["geo_precision"] not in ({1, 2, 3, 4, 5} if sited else {None}):
        yield f"geo_precision {event['geo_precision']}"
    yield from date_problems(event["date"], published)
    yield from entry_problems(event)


def problems(text: str, coded: dict[str, Any]) -> list[str]:
    """What a coded file does that the codebook does not allow."""
    found = [
        f"{where} is not in the report: {quoted}" for where, quoted in quotations(coded) if not stands_in(text, quoted)
    ]
    ids = [event["id"] for event in coded["events"]]
    if ids != [f"e{number}" for number in range(1, len(ids) + 1)]:
        found.append(f"ids {ids}")
    for event in coded["events"]:
        found += [f"{event['id']}: {problem}" for problem in event_problems(event, ids, coded["published"])]
    for tally in coded["tallies"]:
        days = [date.fromisoformat(tally[key]) for key in ("since", "until") if tally[key]]
        if set(tally) != TALLY or tally["count"] < 1 or days != sorted(days):
            found.append(f"tally {tally}")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_coding_is_verbatim_and_legal(name: str) -> None:
    coded = coded_of(name)
    assert set(coded) == {"report", "outlet", "published", "title", "events", "tallies"}
    assert problems(text_of(name), coded) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_of_a_newspapers_length(name: str) -> None:
    assert 120 <= len(text_of(name).split()) <= 350


def test_every_report_is_coded_and_in_the_index() -> None:
    rows = index_rows()
    assert len(NAMES) >= 16
    assert sorted(path.stem for path in (EXAMPLES / "coded").glob("*.json")) == NAMES
    assert sorted(row["report"] for row in rows) == NAMES
    for row in rows:
        coded = coded_of(row["report"])
        assert set(row) == INDEX
        assert all(row[key] == coded[key] for key in ("report", "outlet", "published", "title"))
        assert row["title"] is None or row["title"] in text_of(row["report"])
        assert row["url"] is None or ".example/" in row["url"], "an invented outlet has no real address"


def test_the_samples_show_what_the_codebook_knows() -> None:
    coded = [coded_of(name) for name in NAMES]
    events = [event for one in coded for event in one["events"]]
    assert {event["event_type"] for event in events} == set(SUB_EVENTS)
    assert {outcome for event in events for outcome in event["outcome"]} >= OUTCOMES - {"failed"}
    assert {source["stance"] for event in events for source in event["sources"]} >= {
        "denies",
        "claims_responsibility",
    }
    assert {toll["kind"] for event in events for toll in event["casualties"]} == LEGAL["kind"]
    assert any(event["background"] for event in events)
    assert any(one["published"] is None for one in coded)
    assert any(not one["events"] and not one["tallies"] for one in coded)
    assert any(len(one["tallies"]) > 2 for one in coded)
    assert max(len(one["events"]) for one in coded) >= 10


TEXT = "وقُتل جنديان بالصواريخ التي سقطت على قاعدةٍ للجيش قرب البلدة فجراً."


@pytest.mark.parametrize("quoted", ["قُتل جنديان", "الصواريخ", "جيش قرب البلدة", "قاعدةٍ", "فجراً"])
def test_whole_words_are_quotations(quoted: str) -> None:
    assert stands_in(TEXT, quoted)


@pytest.mark.parametrize("quoted", ["", "صواريخ", "قتل جنديان", "قاعدة", "البلد", "فجر", "جنود"])
def test_other_spellings_and_parts_of_words_are_none(quoted: str) -> None:
    assert not stands_in(TEXT, quoted)


SPOILED: list[tuple[str, Any]] = [
    ("trigger", "هجوم لم يرد في الخبر"),
    ("sub_event_type", "Peaceful protest"),
    ("damage", "heavy"),
    ("outcome", ["won"]),
    ("responds_to", ["e9"]),
    ("geo_precision", 6),
    ("date", {"start": "2023-05-17", "end": "2023-05-18", "precision": "day"}),
    ("date", {"start": "2024-05-17", "end": "2024-05-17", "precision": "day"}),
    ("sources", [{"text": "المدار", "stance": "says"}]),
    ("targets", [{"text": "قاعدة الشدادي", "actor": "americans"}]),
    ("weapons", [{"text": "أربعة صواريخ", "class": "katyusha", "count": 4}]),
    ("initiators", [{"text": "كتائب الوارثين", "actor": None, "according_to": None, "stance": "denies"}]),
]


@pytest.mark.parametrize(("field", "value"), SPOILED)
def test_a_spoiled_coding_is_found(field: str, value: object) -> None:
    coded = copy.deepcopy(coded_of("shaddadi-1-daily"))
    coded["events"][0][field] = value
    assert problems(text_of("shaddadi-1-daily"), coded)
