"""How many actor phrases of the gold sets the reader gives the id that the coders gave.

python -m tests.gate.actors [SET …] [--misses]

A phrase is looked for in its report as read; its id is that of the party there: the actor, the owner of the facility,
or civilians. Phrases without an id in gold must stay without one. Exit code 1 below the figure of the issue.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.gate.reading import SHARED
from waqai.claims.antecedents import RUNNING
from waqai.claims.drafts import codebook_id
from waqai.claims.targets import identity
from waqai.language.fold import fold
from waqai.reading.clauses import events_of
from waqai.reading.read import Text, read, sentence_tokens

GOAL = 0.93
CROWDED = frozenset(["Protests", "Riots"])
SETS = ("dev", "web", "seeds")
WRITTEN_ONTO = frozenset(["", *"وفبلك", "ال", "لل", "بال", "وال", "فال", "كال", "ول", "وب", "فب", "فل", "ولل", "وبال"])
"""What a phrase of the coders may leave off before its first word."""


class Phrase(NamedTuple):
    """A party in the coders' words, its id, and whether it only ever stands for who did something, and no protester."""

    words: str
    actor: str | None
    doer: bool


def phrases(folder: Path) -> Iterator[tuple[str, Text, Phrase]]:
    """Report, its text as read, and each actor phrase with the id in gold; a phrase once a report."""
    for path in sorted((folder / "coded").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = read((folder / "reports" / f"{gold['report']}.txt").read_text("utf-8"))
        found: dict[tuple[str, str | None], bool] = {}
        for event in gold["events"]:
            acting = event["event_type"] not in CROWDED
            for party, doer in (*((p, acting) for p in event["initiators"]), *((p, False) for p in event["targets"])):
                key = party["text"], party["actor"]
                found[key] = found.get(key, True) and doer
        for (words, actor), doer in found.items():
            yield gold["report"], text, Phrase(words, actor, doer)


def read_as(text: Text, phrase: Phrase) -> set[str | None]:
    """The ids that the reader gives the phrase, wherever it stands in the report as words of its own.

    People and things are civilians as what was hit (codebook, section 4); nobody who acts is, but protesters.
    """
    folded = fold(phrase.words).text.strip()
    found: set[str | None] = set()
    start = text.folded.text.find(folded)
    while start >= 0:
        if stands_alone(text.folded.text, start, start + len(folded)):
            found.add(identity(text, start, start + len(folded), doers(text, start)))
        start = text.folded.text.find(folded, start + 1)
    return {None if one == "civilians" else one for one in found} if phrase.doer else found


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends with a word and begins with one, bar what is written onto it: «ابن» not in «ابناء»."""
    if end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        return False
    first = start
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    return text[first:start] in WRITTEN_ONTO


def doers(text: Text, at: int) -> set[str | None]:
    """The ids of those that do something in the sentence at the offset, or in the last one before that tells of any."""
    found: set[str | None] = set()
    for (start, _), (first, last) in zip(text.sentences, sentence_tokens(text), strict=True):
        if start > at:
            break
        events = events_of(text.chart, first, last)
        here = {codebook_id(m) for event in events for m in event.of("initiator")}
        running = any(event.act in RUNNING for event in events)
        found = here or (found if running or not events else set())
    return found


def main(given: Sequence[str] | None = None) -> int:
    """The figures of each set and of all; 1 where the figure of all is below the goal."""
    parser = argparse.ArgumentParser(prog="python -m tests.gate.actors", description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--misses", action="store_true", help="print each phrase that is read otherwise")
    asked = parser.parse_args(given)
    count: Counter[str] = Counter()
    for name in asked.sets:
        here: Counter[str] = Counter()
        for report, text, phrase in phrases(SHARED / "gold" / name):
            ids, actor = read_as(text, phrase), phrase.actor
            kind = "named" if actor else "null"
            right = actor in ids if actor else ids <= {None}
            here.update([kind, f"{kind} right"] if right else [kind])
            if asked.misses and not right:
                print(f"{name} {report[-8:]} «{phrase.words}» gold {actor} read {sorted(map(str, ids))}")
        count += here
        print(line(name, here))
    print(line("all", count))
    return 0 if count["named right"] >= GOAL * count["named"] else 1


def line(name: str, count: Counter[str]) -> str:
    """One row of the table."""
    share = count["named right"] / max(1, count["named"])
    forced = count["null"] - count["null right"]
    named = f"with an id {count['named right']}/{count['named']} = {share:.3f}"
    return f"{name:6} {named}; null {count['null']}, forced {forced}"


if __name__ == "__main__":
    sys.exit(main())
