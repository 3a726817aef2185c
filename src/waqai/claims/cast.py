"""Who is meant when a speaker is named again, by family name, title or «المصدر»."""

from __future__ import annotations

from waqai.reading.model import Mention
from waqai.reading.read import Text

ANAPHORS = frozenset(
    """المصدر المصادر المتحدث الناطق البيان المسوول المسوولون الوزير الضابط الوكاله القناه الصحيفه المرصد
    القائد المسعفون""".split()
)
PARTICLES = frozenset("في من ان باسم ل".split())
LAM = "ال"


class Cast:
    """The speakers of a text in their order."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.seen: list[Mention] = []
        for mention in sorted(text.chart.kinds.get("speaker", ()), key=lambda m: m.start):
            self.seen.append(mention)

    def first_of(self, speaker: Mention) -> Mention:
        """The first mention of the report that names this speaker at least as fully."""
        words = self._words(speaker)
        for other in self.seen:
            if other.start >= speaker.start:
                break
            if other.value == speaker.value and speaker.form == "source-name":
                return other
            if (words and words < self._words(other)) or words == self._words(other):
                return other
        return speaker

    def _words(self, speaker: Mention) -> frozenset[str]:
        tokens = self.text.tokens[speaker.first : speaker.last]
        return frozenset(
            token.text.removeprefix(LAM)
            for token in tokens
            if token.kind == "word" and token.text not in PARTICLES
        )
