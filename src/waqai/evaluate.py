"""Coded events scored against gold, by the rules of the codebook: which acts were found, and how well coded.

Two phrases are the same where they share half of the shorter one's words; two events are paired by place,
trigger or target, then date, type and author. A unit is one value of one slot.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Event = Mapping[str, Any]
Coded = Mapping[str, Any]
_MARKS = frozenset(
    map(
        chr,
        (
            *(*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640),
            *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF),
        ),
    )
)
_SPELLING = str.maketrans("أإآٱىئؤة٠١٢٣٤٥٦٧٨٩", "اااايءوه0123456789")
_STOP_WORDS = frozenset(["في", "من", "علي", "الي", "عن", "ب", "ل", "و", "ان", "التي", "الذي", "قرب", "نحو"])
_ARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال")
_TEXT_SLOTS = frozenset({"place", "origin", "initiator", "target"})
_VOICE_SLOTS = frozenset({"source", "attribution"})


@dataclass
class Score:
    """How many values gold has, how many were predicted, how many of these are right."""

    gold: int = 0
    predicted: int = 0
    correct: int = 0

    def add(self, gold: int, predicted: int, correct: int) -> None:
        """The three numbers are counted in."""
        self.gold += gold
        self.predicted += predicted
        self.correct += correct

    @property
    def precision(self) -> float:
        """The share of predicted values that are right."""
        return self.correct / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of gold values that were found."""
        return self.correct / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def line(self, name: str) -> str:
        """The score in one line."""
        numbers = f"(gold {self.gold}, predicted {self.predicted}, correct {self.correct})"
        return f"{name:12} P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}   {numbers}"


def load(path: Path) -> dict[str, Coded]:
    """Coded reports by name, from a folder of .json files or from a .jsonl file."""
    if path.is_dir():
        rows = [json.loads(file.read_text("utf-8")) for file in sorted(path.glob("*.json"))]
    else:
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    return {row["report"]: row for row in rows}


def score(gold: Mapping[str, Coded], predicted: Mapping[str, Coded]) -> dict[str, Score]:
    """The scores by name: events, foreground, all_slots, links, tallies, and slot:… of the paired events."""
    names = ("events", "foreground", "all_slots", "links", "tallies")
    scores = {name: Score() for name in names}
    nothing: Coded = {"events": [], "tallies": []}
    for name, wanted in gold.items():
        _score_report(wanted, predicted.get(name, nothing), scores)
    return scores


def _score_report(gold: Coded, predicted: Coded, scores: dict[str, Score]) -> None:
    wanted: Sequence[Event] = gold["events"]
    found: Sequence[Event] = predicted.get("events") or []
    pairs = pair(wanted, found)
    scores["events"].add(len(wanted), len(found), len(pairs))
    news_wanted, news_found = (sum(not one.get("background") for one in some) for some in (wanted, found))
    both = sum(not wanted[i].get("background") and not found[j].get("background") for i, j in pairs)
    scores["foreground"].add(news_wanted, news_found, both)
    _score_slots(wanted, found, pairs, scores)
    _score_links(wanted, found, pairs, scores["links"])
    counts = [[tally.get("count") for tally in coded.get("tallies") or []] for coded in (gold, predicted)]
    scores["tallies"].add(len(counts[0]), len(counts[1]), _matches("tally", *counts))


def _score_slots(
    gold: Sequence[Event], found: Sequence[Event], pairs: Sequence[tuple[int, int]], scores: dict[str, Score]
) -> None:
    """Paired events slot by slot; the slots of unpaired ones count as missed or as spurious."""
    for i, j in pairs:
        want, have = units(gold[i]), units(found[j])
        for slot, values in want.items():
            numbers = (len(values), len(have[slot]), _matches(slot, values, have[slot]))
            scores.setdefault(f"slot:{slot}", Score()).add(*numbers)
            if slot != "attribution":
                scores["all_slots"].add(*numbers)
    paired = ({i for i, _ in pairs}, {j for _, j in pairs})
    missed = sum(_size(event) for i, event in enumerate(gold) if i not in paired[0])
    spurious = sum(_size(event) for j, event in enumerate(found) if j not in paired[1])
    scores["all_slots"].add(missed, spurious, 0)


def _size(event: Event) -> int:
    return sum(len(values) for slot, values in units(event).items() if slot != "attribution")


def _score_links(gold: Sequence[Event], found: Sequence[Event], pairs: Sequence[tuple[int, int]], links: Score) -> None:
    """What answers what, the predicted events under the names of the gold ones they are paired with."""
    names = {found[j]["id"]: gold[i]["id"] for i, j in pairs}
    wanted = {(event["id"], cause) for event in gold for cause in event.get("responds_to") or []}
    have = {
        (names.get(event["id"], f"?{event['id']}"), names.get(cause, f"?{cause}"))
        for event in found
        for cause in event.get("responds_to") or []
    }
    links.add(len(wanted), len(have), len(wanted & have))


def pair(gold: Sequence[Event], found: Sequence[Event]) -> list[tuple[int, int]]:
    """One-to-one pairs of events, the most alike first."""
    cells = [(likeness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for like, i, j in sorted(cells, key=lambda cell: (-cell[0], cell[1], cell[2])):
        if like and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def likeness(gold: Event, found: Event) -> float:
    """How likely both are the same act; 0 where no place, trigger or target anchors them."""
    place, target = _share_text(gold, found, "places"), _share_text(gold, found, "targets")
    trigger = same_text(gold.get("trigger"), found.get("trigger"))
    if not (place or trigger or target):
        return 0.0
    like = _date_likeness(gold, found) + place + trigger + 0.5 * target
    like += 0.5 * _share_text(gold, found, "initiators")
    if gold["sub_event_type"] == found["sub_event_type"]:
        like += 1.0
    elif gold["event_type"] == found["event_type"]:
        like += 0.5
    return like if like >= 2.0 else 0.0


def _share_text(one: Event, other: Event, slot: str) -> bool:
    return any(same_text(x["text"], y["text"]) for x in one.get(slot) or [] for y in other.get(slot) or [])


def _date_likeness(one: Event, other: Event) -> float:
    a, b = _interval(one), _interval(other)
    if a is None or b is None:
        return 0.5 if a is b else 0.0
    if a[0] <= b[1] and b[0] <= a[1]:
        return 1.0
    gap = min(abs(a[0] - b[1]), abs(b[0] - a[1]))
    return 0.5 if gap <= timedelta(days=1) else 0.0


def _interval(event: Event) -> tuple[date, date] | None:
    when = event.get("date") or {}
    if not when.get("start"):
        return None
    start = date.fromisoformat(when["start"])
    return start, date.fromisoformat(when.get("end") or when["start"])


def same_text(one: str | None, other: str | None) -> bool:
    """Whether two phrases name the same thing: half of the shorter's words, no speck of the longer."""
    a, b = words(one), words(other)
    shared = len(a & b)
    return bool(a and b) and shared / min(len(a), len(b)) >= 0.5 and shared / max(len(a), len(b)) >= 0.15


def words(text: str | None) -> set[str]:
    """The content words of a phrase, folded, without articles and stop words."""
    plain = "".join(char for char in text or "" if char not in _MARKS).translate(_SPELLING)
    split = "".join(char if char.isalnum() or char == "_" else " " for char in plain).split()
    return {_bare(word) for word in split if word not in _STOP_WORDS}


def _bare(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word[len(article) :]
    return word


def units(event: Event) -> dict[str, list[Any]]:
    """The event's slots as lists of values that can be held against each other."""
    interval = _interval(event)
    places = event.get("places") or []
    parties = event.get("initiators") or []
    tolls = {(toll["kind"], toll.get("low"), toll.get("high")) for toll in event.get("casualties") or []}
    return {
        "type": [event["sub_event_type"]],
        "date": [interval] if interval else [],
        "place": [place["text"] for place in places if place.get("role", "site") == "site"],
        "origin": [place["text"] for place in places if place.get("role") == "origin"],
        "initiator": [party["text"] for party in parties],
        "target": [party["text"] for party in event.get("targets") or []],
        "weapon": [(weapon.get("class"), weapon.get("count")) for weapon in event.get("weapons") or []],
        "casualties": sorted(tolls, key=str),
        "damage": [event["damage"]] if event.get("damage") not in {None, "unknown"} else [],
        "outcome": list(event.get("outcome") or []),
        "source": [(voice["text"], voice.get("stance")) for voice in event.get("sources") or []],
        "attribution": [(party["text"], party.get("stance")) for party in parties if party.get("stance")],
    }


def _matches(slot: str, gold: Iterable[Any], found: Iterable[Any]) -> int:
    """How many gold values have a found one of their own."""
    left = list(found)
    hits = 0
    for value in gold:
        match = next((place for place, other in enumerate(left) if _equal(slot, value, other)), None)
        if match is not None:
            del left[match]
            hits += 1
    return hits


def _equal(slot: str, gold: Any, found: Any) -> bool:  # noqa: ANN401 - a slot's values are of its own type
    if slot in _TEXT_SLOTS:
        return same_text(gold, found)
    if slot in _VOICE_SLOTS:
        return same_text(gold[0], found[0]) and bool(gold[1] == found[1])
    if slot == "date":
        (a, b), (c, d) = gold, found
        return bool(a <= d and c <= b and abs((b - a) - (d - c)) <= timedelta(days=2))
    if slot == "weapon":
        return bool(gold[0] == found[0] and gold[1] in {found[1], None})
    return bool(gold == found)
