"""What a word of a text may be: the words of the lexicon written in it, and the phrases that may begin with it.

Reports repeat their words, so what a word may be is looked up once and kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waqai.language.tokens import tokenize
from waqai.reading.model import Entry

ENCLITICS = frozenset("ه ها هم هن هما نا ي ك كم".split())
NOUN_LEADS = frozenset(["", *"و ف ب ل ك وب ول وك فب فل فك".split()])
ARTICLE_LEADS = frozenset(["", *"و ف ب ك وب وك فب".split()])
VERB_LEADS = frozenset(["", *"و ف س ل وس فس ول فل".split()])
BARE_LEADS = frozenset(["", *"و ف".split()])
LEADS = {"noun": NOUN_LEADS, "article": ARTICLE_LEADS, "verb": VERB_LEADS, "bare": BARE_LEADS}
ALL_LEADS = sorted(NOUN_LEADS | ARTICLE_LEADS | VERB_LEADS | BARE_LEADS, key=lambda lead: (len(lead), lead))
LETTERS = frozenset("".join(ALL_LEADS))
LAST_LETTERS = frozenset(tail[-1] for tail in ENCLITICS)
KEPT = 1 << 16
"""How many different words are kept, at most."""

Hit = tuple[int, int, str, tuple[Entry, ...]]
"""A word of the lexicon in a word of the text: where in it it begins and ends, its proclitics, its licensed entries."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A spelling of several tokens."""

    spelling: str
    tokens: int
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Standing:
    """What one word may be: `hits` by where they begin, the longest first; `phrases` that begin in it, by what is next.

    `stems`: the word itself, and what it is without an enclitic.
    """

    hits: tuple[Hit, ...]
    phrases: tuple[tuple[str, Mapping[str, Sequence[Phrase]]], ...]
    stems: tuple[str, ...]


class Spellings:
    """All spellings of the lexicon, looked up by the words of a text."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]]) -> None:
        """Every spelling is found by its first word; those of several by their second, too."""
        self._words: dict[str, tuple[Entry, ...]] = {}
        self._phrases: dict[str, dict[str, list[Phrase]]] = {}
        self._known: dict[str, Standing] = {}
        for spelling, meant in entries.items():
            tokens = tokenize(spelling)
            if len(tokens) == 1:
                self._words[spelling] = tuple(meant)
            elif tokens:
                seconds = self._phrases.setdefault(tokens[0].text, {})
                seconds.setdefault(tokens[1].text, []).append(Phrase(spelling, len(tokens), tuple(meant)))

    def standing(self, word: str) -> Standing:
        """What the word may be."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            known = self._known[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> Standing:
        stems: tuple[str, ...] = (word,)
        if word[-1] in LAST_LETTERS:
            stems += tuple([word.removesuffix(tail) for tail in ENCLITICS if word.endswith(tail) and word != tail])
        hits: list[Hit] = []
        phrases = []
        for lead in ALL_LEADS if word[0] in LETTERS else ("",):
            if not word.startswith(lead) or word == lead:
                continue
            begin = len(lead)
            for stem in stems:
                entries = self._words.get(stem[begin:])
                meant = licensed(entries, lead, tail=len(stem) < len(word)) if entries else ()
                if meant:
                    hits.append((begin, len(stem), lead, meant))
            if word[begin:] in self._phrases:
                phrases.append((lead, self._phrases[word[begin:]]))
        return Standing(tuple(sorted(hits, key=lambda hit: (hit[0], -hit[1]))), tuple(phrases), stems)


def licensed(entries: Sequence[Entry], lead: str, *, tail: bool) -> tuple[Entry, ...]:
    """The entries that may be written with this proclitic, and with an enclitic or without one."""
    return tuple([e for e in entries if lead in LEADS[e.lead] and (e.tail >= 1 if tail else e.tail < 2)])
