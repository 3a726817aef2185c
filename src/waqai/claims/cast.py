"""Who is meant when a speaker is named again, by family name, title or «المصدر»."""

from __future__ import annotations

from bisect import bisect_left

from waqai.language.fold import fold_word
from waqai.reading.model import Mention
from waqai.reading.read import Text

ARTICLE = "ال"
UNTELLING = frozenset("في من ان باسم ل نفس ذات نفسه نفسها ذاته ذاتها".split())
STATEMENT = "statement"


TEXTS = frozenset("بيان بيانا تقرير تقارير تصريح تصريحات".split())
"""«بيان الجيش» is the army's voice."""


ENDINGS = ("يه", "يا", "ي", "ه", "ا")
SOURCES = frozenset("مصدر مصادر مصدران مصدرين مصادرنا".split())


MARKS = str.maketrans(dict.fromkeys('«»"“”()‘’', " "))


def told_words(name: str) -> list[str]:
    """The words of a name that tell who it is, folded, without article; those of what was said left out."""
    found = (bare(word) for word in fold_word(name).translate(MARKS).split())
    told = [word for word in found if word not in UNTELLING]
    told = told[1:] if len(told) > 1 and told[0] in TEXTS else told
    return [stem(word) for word in told]


def stem(word: str) -> str:
    """«تركي», «تركية», «تركيا» alike: without the endings of adjectives and countries."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def bare(word: str) -> str:
    """The folded word without its article."""
    return word.removeprefix("لل" if word.startswith("لل") else ARTICLE)


class Cast:
    """The speakers of a text, in their order."""

    def __init__(self, text: Text) -> None:
        """Every speaker that an attribution names is in the cast."""
        self.text = text
        self.seen = sorted(text.chart.kinds.get("speaker", ()), key=lambda m: m.start)
        self.words = {id(mention): self._words(mention) for mention in self.seen}
        self.starts = [mention.start for mention in self.seen]
        self.by_word: dict[str, list[Mention]] = {}
        for mention in self.seen:
            for word in self.words[id(mention)]:
                self.by_word.setdefault(word, []).append(mention)

    def first_of(self, speaker: Mention) -> Mention:
        """The first mention of the report that names this speaker, and at least as fully.

        «المصدر», «المسؤول» is the last one so called before it; «البيان» is whose statement was quoted last.
        """
        words = self.words.get(id(speaker)) or self._words(speaker)
        order = self._candidates(speaker, words)
        if self._anaphor(speaker, words):
            if speaker.value == STATEMENT and (stating := self._stating(speaker, words)) is not None:
                return stating
            found = next((other for other in reversed(order) if words < self.words[id(other)]), None)
            if found is None and words <= SOURCES:
                found = self._a_source(speaker)
            return found or (order[0] if order else speaker)
        return next((other for other in order if words <= self.words[id(other)]), speaker)

    def _stating(self, speaker: Mention, words: frozenset[str]) -> Mention | None:
        """Whose statement «البيان» is: who spoke last before it, in the fullest form."""
        for other in reversed(self.seen[: bisect_left(self.starts, speaker.start)]):
            if other.value != STATEMENT:
                return self.first_of(other)
            if words < self.words[id(other)]:
                return other
        return None

    def _a_source(self, speaker: Mention) -> Mention | None:
        """«المصدر» after «مصادر»: the last ones so called; after «ضابط», with no source before: he who spoke last."""
        before = self.seen[: bisect_left(self.starts, speaker.start)]
        known = (m for m in reversed(before) if bare(self.text.tokens[m.first].text) in SOURCES)
        return next((self.first_of(m) for m in known), self.first_of(before[-1]) if before else None)

    def _candidates(self, speaker: Mention, words: frozenset[str]) -> list[Mention]:
        """The speakers before this one that share its rarest word."""
        lists = [self.by_word.get(word, []) for word in words] or [[]]
        rarest = min(lists, key=len)
        return rarest[: bisect_left(rarest, speaker.start, key=lambda m: m.start)]

    def _anaphor(self, speaker: Mention, words: frozenset[str]) -> bool:
        """One common noun with the article: «المصدر», «المتحدث نفسه»."""
        named = self.text.tokens[speaker.first : speaker.last]
        text = next((token.text for token in named if token.text not in UNTELLING), "")
        return len(words) == 1 and text.startswith((ARTICLE, "لل")) and speaker.form not in ("name", "source-name")

    def _words(self, speaker: Mention) -> frozenset[str]:
        tokens = self.text.tokens[speaker.first : speaker.last]
        told = (token.text for token in tokens if token.kind == "word" and token.text not in UNTELLING)
        return frozenset(bare(word) for word in told)
