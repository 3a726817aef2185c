"""No example, no rule: every topic's `examples.yaml` is read, also respelled, and fires all its rules.

An example has `texts`, and `reads`: what must be read in each of them, `- kind: value` and, if the words
matter, `text`: the words as written. `reads: []` means that nothing is read: no mention of the kinds that the
topic's rules make, or of the `kinds` that are listed beside.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.house.tree import READING
from waqai.reading.knowledge import TOPICS, Knowledge, load
from waqai.reading.lexicon import words
from waqai.reading.model import Count, Mention
from waqai.reading.read import Text, read

FATHA, TATWEEL = "\u064e", "\u0640"
WITHOUT_HAMZA = str.maketrans("أإآؤئىة", "اااويي" + "ه")
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
NOT_JOINED = frozenset("اأإآدذرزوؤءىة")


@dataclass(frozen=True, slots=True)
class Example:
    """One text of an example file, and what must be read in it."""

    topic: str
    text: str
    reads: tuple[tuple[str, str, str | None], ...]
    kinds: tuple[str, ...]
    where: str


def is_letter(char: str) -> bool:
    return "\u0621" <= char <= "\u064a" and char != TATWEEL


def vowelled(text: str) -> str:
    """Every letter with a vowel sign."""
    return "".join(char + FATHA if is_letter(char) else char for char in text)


def stretched(text: str) -> str:
    """A tatweel wherever two letters join."""
    pairs = zip(text, text[1:] + " ", strict=True)
    joined = (a + TATWEEL if is_letter(a) and is_letter(b) and a not in NOT_JOINED else a for a, b in pairs)
    return "".join(joined)


def respelled(text: str) -> dict[str, str]:
    """The text as other newsrooms would spell it; the meaning is the same."""
    variants = {
        "as written": text,
        "without hamza": text.translate(WITHOUT_HAMZA),
        "with vowels": vowelled(text),
        "with tatweel": stretched(text),
        "Arabic-Indic digits": text.translate(INDIC),
    }
    if is_letter(text[0]) or text[0].isdigit():
        variants["after و"] = "و" + text
    return variants


def example_files() -> list[Path]:
    return [path for topic in TOPICS if (path := READING / topic / "examples.yaml").exists()]


def examples(path: Path) -> Iterator[Example]:
    """Every text of an example file; a key that nobody knows is an error."""
    for number, item in enumerate(yaml.safe_load(path.read_text("utf-8")) or [], 1):
        where = f"{path.parent.name} example {number}"
        unknown = item.keys() - {"reads", "texts", "kinds", "about"}
        assert not unknown, f"{where}: unknown key {sorted(unknown)}"
        reads = tuple(expected(entry, where) for entry in item.get("reads") or [])
        for text in item["texts"]:
            yield Example(path.parent.name, str(text), reads, tuple(item.get("kinds", ())), where)


def expected(entry: dict[str, Any], where: str) -> tuple[str, str, str | None]:
    """Kind, value and quoted words of one thing to be read."""
    kinds = [key for key in entry if key != "text"]
    assert len(kinds) == 1, f"{where}: «kind: value» and maybe «text: words», not {entry}"
    return kinds[0], str(entry[kinds[0]]), entry.get("text")


def spellings(value: Hashable) -> set[str]:
    """How an example may write a value: a count also as «5», «20+» or «5-7», a reference by its id."""
    accepted = {str(value)}
    if isinstance(value, Count):
        high = "+" if value.high is None else "" if value.high == value.low else f"-{value.high}"
        accepted.add(f"{value.low}{high}")
    if isinstance(given := getattr(value, "id", None), str):
        accepted.add(given)
    return accepted


def rules_of(topic: str, knowledge: Knowledge) -> set[str]:
    return {rule.id for name, rules in knowledge.rules if name == topic for rule in rules}


@cache
def kinds_of(topic: str) -> tuple[str, ...]:
    """The kinds that a topic's rules make; those of its lexicon where it has no rule."""
    made = {rule.kind for name, rules in load().rules if name == topic for rule in rules}
    lexicon = READING / topic / "lexicon.yaml"
    if not made and lexicon.exists():
        made = {word.kind for word in words(lexicon)}
    return tuple(sorted(made))


@cache
def reading(text: str) -> Text:
    return read(text)


def missing(example: Example, text: str, *, quoted: bool) -> list[str]:
    """What the example wants and the text, in this spelling, does not give."""
    done = reading(text)
    if not example.reads:
        found = done.chart.of(*(example.kinds or kinds_of(example.topic)))
        return [f"{m.kind} {m.value} in «{done.folded.quote(m.start, m.end)}» by {m.rule}" for m in found]
    faults = []
    for kind, value, words_read in example.reads:
        of_kind = [(m, done.folded.quote(m.start, m.end)) for m in done.chart.of(kind)]
        if not any(value in spellings(m.value) and (not quoted or words_read in (None, quote)) for m, quote in of_kind):
            given = ", ".join(f"{m.value} in «{quote}»" for m, quote in of_kind) or "nothing"
            faults.append(f"no {kind} {value} {f'in «{words_read}»' if words_read else ''}; read was {given}")
    return faults


def fired(mention: Mention) -> Iterator[str]:
    """The rules that made a mention and its parts."""
    yield mention.rule
    for _, part in mention.parts:
        yield from fired(part)


ALL = [example for path in example_files() for example in examples(path)]


@pytest.mark.parametrize("example", ALL, ids=lambda e: f"{e.topic}: {e.text}")
def test_an_example_is_read_in_every_spelling(example: Example) -> None:
    faults = [
        f"{name}: «{text}»: {fault}"
        for name, text in respelled(example.text).items()
        for fault in missing(example, text, quoted=name == "as written")
    ]
    assert faults == [], f"{example.where}"


@pytest.mark.parametrize("path", example_files(), ids=lambda path: path.parent.name)
def test_every_rule_is_fired_by_an_example(path: Path) -> None:
    topic = path.parent.name
    seen = {
        rule
        for example in examples(path)
        for mentions in reading(example.text).chart.kinds.values()
        for mention in mentions
        for rule in fired(mention)
    }
    assert sorted(rules_of(topic, load()) - seen) == [], "rules that no example fires"


def test_respelling_respells() -> None:
    assert respelled("أُطلقت 3") == {
        "as written": "أُطلقت 3",
        "without hamza": "اُطلقت 3",
        "with vowels": "أَُطَلَقَتَ 3",
        "with tatweel": "أُطـلـقـت 3",
        "Arabic-Indic digits": "أُطلقت ٣",
        "after و": "وأُطلقت 3",
    }


def test_an_example_with_an_unknown_key_is_found(tmp_path: Path) -> None:
    path = tmp_path / "examples.yaml"
    path.write_text("- read: []\n  texts:\n    - شيء\n", "utf-8")
    with pytest.raises(AssertionError, match="unknown key"):
        list(examples(path))
