"""All that the reader knows, loaded once: the lexicon and the rules of every topic, in the order of reading."""

from __future__ import annotations

import atexit
import gc
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from waqai.reading.engine import Rule
from waqai.reading.frames import load_frames
from waqai.reading.lexicon import KnowledgeError, Lexicon

HERE = Path(__file__).parent
TOPICS = (
    "numbers",
    "dates",
    "weapons",
    "places",
    "actors",
    "people",
    "attribution",
    "polarity",
    "strikes",
    "bombings",
    "clashes",
    "attacks",
    "arrests",
    "protests",
    "developments",
    "casualties",
    "damage",
    "interception",
    "response",
    "discourse",
    "tallies",
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The frozen lexicon, and the rules by topic in the order in which they run."""

    lexicon: Lexicon
    rules: tuple[tuple[str, tuple[Rule, ...]], ...]

    def rule(self, rule_id: str) -> Rule:
        """The rule of that public name; KeyError where there is none."""
        return {rule.id: rule for _, rules in self.rules for rule in rules}[rule_id]


@cache
def load() -> Knowledge:
    """All topics are loaded; a clash of meanings or of rule names stops here with file and line."""
    collects = gc.isenabled()
    gc.disable()  # nothing that is loaded ever becomes garbage: looking for it would take a quarter of the time
    try:
        found = _load()
        gc.freeze()  # nor is it looked for there while reports are read: 0.2 s each time
        atexit.register(gc.unfreeze)  # what was open at that time is closed as ever
        return found
    finally:
        if collects:
            gc.enable()


def _load() -> Knowledge:
    lexicon = Lexicon()
    strata = []
    for topic in TOPICS:
        folder = HERE / topic
        if not folder.exists():
            continue
        if (folder / "lexicon.yaml").exists():
            lexicon.add_file(folder / "lexicon.yaml", topic)
        strata.append((topic, tuple(_rules(topic, folder, lexicon))))
    _refuse_same_names(strata)
    lexicon.freeze()
    return Knowledge(lexicon, tuple(strata))


def _rules(topic: str, folder: Path, lexicon: Lexicon) -> list[Rule]:
    """The topic's rules from Python (grammar.py: RULES) and YAML; its `names(lexicon)` adds names from reference."""
    rules: list[Rule] = []
    if (folder / "grammar.py").exists():
        module = import_module(f"waqai.reading.{topic}.grammar")
        if hasattr(module, "names"):
            module.names(lexicon)
        rules += list(getattr(module, "RULES", ()))
    return rules + load_frames(folder / "frames.yaml", topic)


def _refuse_same_names(strata: list[tuple[str, tuple[Rule, ...]]]) -> None:
    seen: set[str] = set()
    for topic, rules in strata:
        for rule in rules:
            if rule.id in seen:
                raise KnowledgeError(f"{HERE / topic}: the rule name «{rule.id}» is taken; names are public and unique")
            seen.add(rule.id)
