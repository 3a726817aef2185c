"""Who is meant when a speaker is named again, by family name, title or «المصدر»."""

from __future__ import annotations

from waqai.reading.model import Mention
from waqai.reading.read import Text

ARTICLE = "ال"
UNTELLING = frozenset("في من ان باسم ل نفسه نفسها ذاته ذاتها".split())
STATEMENT = "statement"


class Cast:
    """The speakers of a text, in their order."""

    def __init__(self, text: Text) -> None:
        """Every speaker that an attribution names is in the cast."""
        self.text = text
        self.seen = sorted(text.chart.kinds.get("speaker", ()), key=lambda m: m.start)
        self.words = {id(mention): self._words(mention) for mention in self.seen}

    def first_of(self, speaker: Mention) -> Mention:
        """The first mention of the report that names this speaker, and at least as fully.

        «المصدر», «المسؤول» is the last one so called before it; «البيان» is whose statement was quoted last.
        """
        words = self.words.get(id(speaker)) or self._words(speaker)
        earlier = [other for other in self.seen if other.start < speaker.start]
        same = [other for other in earlier if self._same(other, speaker, words)]
        if not same:
            stated = speaker.value == STATEMENT and len(words) == 1
            return self.first_of(earlier[-1]) if stated and earlier else speaker
        return self._fullest(same[-1], words) if self._anaphor(speaker, words) else same[0]

    def _same(self, other: Mention, speaker: Mention, words: frozenset[str]) -> bool:
        if speaker.form == "source-name" and other.value == speaker.value:
            return True
        return bool(words) and words <= self.words[id(other)]

    def _fullest(self, found: Mention, words: frozenset[str]) -> Mention:
        """What «المصدر» stands for may itself be «المصدر»: back to the one that says more."""
        return self.first_of(found) if self.words[id(found)] == words else found

    def _anaphor(self, speaker: Mention, words: frozenset[str]) -> bool:
        """One common noun with the article: «المصدر», «المتحدث نفسه»."""
        text = self.text.tokens[speaker.first].text
        return len(words) == 1 and text.startswith(ARTICLE) and speaker.form not in ("name", "source-name")

    def _words(self, speaker: Mention) -> frozenset[str]:
        tokens = self.text.tokens[speaker.first : speaker.last]
        told = (token.text for token in tokens if token.kind == "word" and token.text not in UNTELLING)
        return frozenset(word.removeprefix("لل" if word.startswith("لل") else ARTICLE) for word in told)
