"""Who did it and whom it hit: `parties.yaml`, one line a text, «text | doers | targets»."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from waqai.reading.clauses import events_of
from waqai.reading.read import read, sentence_tokens

FILE = Path(__file__).with_name("parties.yaml")
LINES = [(group["about"], line) for group in yaml.safe_load(FILE.read_text("utf-8")) for line in group["texts"]]
WITHOUT_HAMZA = str.maketrans("أإآ", "ااا")


def roles(text: str) -> tuple[set[str], set[str]]:
    """The words of all doers and of all targets."""
    reading = read(text)
    found: dict[str, set[str]] = {"initiator": set(), "target": set()}
    for first, last in sentence_tokens(reading):
        for event in events_of(reading.chart, first, last):
            for role in found:
                found[role] |= {reading.folded.quote(m.start, m.end) for m in event.of(role)}
    return found["initiator"], found["target"]


def several(words: str) -> set[str]:
    return {word.strip() for word in words.split("،") if word.strip()}


@pytest.mark.parametrize(("about", "line"), LINES, ids=[line.split("|")[0].strip() for _, line in LINES])
def test_parties(about: str, line: str) -> None:
    text, doers, targets = (part.strip() for part in line.split("|"))
    assert roles(text) == (several(doers), several(targets)), about


@pytest.mark.parametrize(("about", "line"), LINES, ids=[line.split("|")[0].strip() for _, line in LINES])
def test_parties_without_hamza(about: str, line: str) -> None:
    text, doers, targets = (part.strip().translate(WITHOUT_HAMZA) for part in line.split("|"))
    assert roles(text) == (several(doers), several(targets)), about
