"""From a folded text to its first mentions: every token is looked up, and what stands inside longer words left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai.language.tokens import Token
from waqai.reading.lexicon import Lexicon
from waqai.reading.model import Entry, Mention
from waqai.reading.spellings import ENCLITICS, Standing, licensed

Found = tuple[int, int, int, int, str, str, tuple[Entry, ...]]
"""Where a word of the lexicon starts and ends, its first token and the one after its last, its clitics, its entries."""


def scan(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Mention]:
    """Every word of the lexicon that stands in the text as a word, without those inside a longer one."""
    return _outermost(_found(text, tokens, lexicon))


def _found(text: str, tokens: list[Token], lexicon: Lexicon) -> Iterator[Found]:
    """Every word of the lexicon in the order of the text, of those that begin together the longest first."""
    standing = lexicon.spellings.standing
    known = [standing(token.text) for token in tokens]
    for index, word in enumerate(known):
        if not word.hits and not word.phrases:
            continue
        at, stop = tokens[index].start, tokens[index].end
        here: list[Found] = [
            (at + begin, at + end, index, index + 1, lead, text[at + end : stop], entries)
            for begin, end, lead, entries in word.hits
        ]
        if word.phrases and index + 1 < len(tokens):
            phrases = _phrases(text, tokens, known, index)
            if phrases:
                here = sorted([*here, *phrases], key=_order)
        yield from here


def _order(found: Found) -> tuple[int, int]:
    return found[0], -found[1]


def _phrases(text: str, tokens: list[Token], known: list[Standing], index: int) -> list[Found]:
    """The phrases that begin in the token."""
    found: list[Found] = []
    stems = known[index + 1].stems
    for lead, seconds in known[index].phrases:
        start = tokens[index].start + len(lead)
        for stem in stems:
            for phrase in seconds.get(stem, ()):
                last = index + phrase.tokens
                if last > len(tokens) or not text.startswith(phrase.spelling, start):
                    continue
                end = start + len(phrase.spelling)
                tail = text[end : tokens[last - 1].end]
                if tail and tail not in ENCLITICS:
                    continue
                entries = licensed(phrase.entries, lead, tail=bool(tail))
                if entries:
                    found.append((start, end, index, last, lead, tail, entries))
    return found


# «الطيران المروحي» is a weapon, and «الطيران» in it still who flies; «فجر انتحاري نفسه» an act, with its bomber,
# «انفجار سيارة مفخخة» an act, with its bomb.
# Cues stand over the words they are made of and hide none: «هذا العام» is a period, and still a date.
TRANSPARENT = frozenset(
    "time-of period total-word sequel answering modality negation standing launching suffering near booty".split()
)
PEOPLE = frozenset(["member", "human"])
NOBODY = frozenset[str]()
INNER = {
    "speaker-noun": PEOPLE | {"force"},
    "force": PEOPLE | {"weapon"},
    "actor-context": PEOPLE,
    "nisba": PEOPLE | {"act"},
    "bomber": frozenset(["weapon", "act"]),
    "weapon": frozenset(["act"]),
    "workshop": frozenset(["facility", "object"]),
    "bomb-making": frozenset(["facility", "object"]),
    "human": frozenset(["speaker-noun"]),
}


def _outermost(found: Iterable[Found]) -> list[Mention]:
    """Without words that stand inside a longer one; who acts stays visible inside weapons and acts."""
    kept: list[Mention] = []
    cover_start, cover_end = -1, -1
    shells: set[str] = set()
    reached: dict[str, tuple[int, int]] = {}
    for start, end, first, last, lead, tail, entries in found:
        for entry in entries:
            kind = entry.kind
            inside = end <= cover_end and (start > cover_start or end < cover_end)
            if inside and not shells <= INNER.get(kind, NOBODY):
                continue
            if kind in TRANSPARENT:
                if end <= reached.get(kind, (0, -1))[1] and (start, end) != reached[kind]:
                    continue
                reached[kind] = (start, end)
            else:
                if end > cover_end:
                    cover_start, cover_end = start, end
                    shells = set()
                if not inside:
                    shells.add(kind)
            kept.append(
                Mention(kind, entry.value, start, end, first, last, entry.rule, entry.form, lead + entry.inner, tail)
            )
    return kept
