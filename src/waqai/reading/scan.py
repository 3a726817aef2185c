"""From a folded text to its first mentions: one pass of the automaton, then the checks of word boundaries."""

from __future__ import annotations

from waqai.language.tokens import Token
from waqai.reading.lexicon import ENCLITICS, LEADS, Lexicon
from waqai.reading.model import Entry, Mention


def scan(text: str, tokens: list[Token], lexicon: Lexicon) -> list[Mention]:
    """Every word of the lexicon that stands in the text as a word, without those inside a longer one."""
    owner = _owners(text, tokens)
    found: list[Mention] = []
    for end, (length, entries) in lexicon.automaton.iter(text):
        start = end + 1 - length
        first, last = owner[start], owner[end]
        if first < 0 or last < 0:
            continue
        lead = text[tokens[first].start : start]
        tail = text[end + 1 : tokens[last].end]
        if len(lead) > 3 or len(tail) > 3 or (tail and tail not in ENCLITICS):
            continue
        found.extend(_licensed(entries, (start, end + 1, first, last + 1), lead, tail))
    return _outermost(found)


def _owners(text: str, tokens: list[Token]) -> list[int]:
    """For each character the index of its token, -1 between tokens."""
    owner: list[int] = []
    for index, token in enumerate(tokens):
        if len(owner) < token.start:
            owner.extend([-1] * (token.start - len(owner)))
        owner.extend([index] * (token.end - token.start))
    owner.extend([-1] * (len(text) - len(owner)))
    return owner


def _licensed(entries: tuple[Entry, ...], at: tuple[int, int, int, int], lead: str, tail: str) -> list[Mention]:
    """The entries that may be written with this proclitic and this enclitic."""
    start, end, first, last = at
    return [
        Mention(e.kind, e.value, start, end, first, last, e.rule, e.form, lead + e.inner, tail)
        for e in entries
        if lead in LEADS[e.lead] and (e.tail >= 1 if tail else e.tail < 2)
    ]


# «الطيران المروحي» is a weapon, and «الطيران» in it still who flies; «فجر انتحاري نفسه» an act, with its bomber,
# «انفجار سيارة مفخخة» an act, with its bomb.
# Cues stand over the words they are made of and hide none: «هذا العام» is a period, and still a date.
TRANSPARENT = frozenset(
    "time-of period total-word sequel answering modality negation standing launching suffering near booty".split()
)
PEOPLE = frozenset(["member", "human"])
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


def _outermost(found: list[Mention]) -> list[Mention]:
    """Without mentions that stand inside a longer one; who acts stays visible inside weapons and acts."""
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    cover_start, cover_end = -1, -1
    shells: set[str] = set()
    reached: dict[str, tuple[int, int]] = {}
    for mention in found:
        inside = mention.end <= cover_end and (mention.start > cover_start or mention.end < cover_end)
        if inside and not shells <= INNER.get(mention.kind, frozenset()):
            continue
        if mention.kind in TRANSPARENT:
            span = (mention.start, mention.end)
            if mention.end > reached.get(mention.kind, (0, -1))[1] or span == reached[mention.kind]:
                reached[mention.kind] = span
                kept.append(mention)
            continue
        if mention.end > cover_end:
            cover_start, cover_end = mention.start, mention.end
            shells = set()
        if not inside:
            shells.add(mention.kind)
        kept.append(mention)
    return kept
