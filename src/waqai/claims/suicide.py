"""Whether the report calls a blast a suicide attack anywhere, even as mere suspicion (codebook, section 2)."""

from __future__ import annotations

from waqai.claims.drafts import Draft
from waqai.reading.model import Mention
from waqai.reading.read import Text, sentence_tokens

BLAST = frozenset("explosion attack".split())
SUICIDE = ("انتحاري", "انغماسي", "استشهادي")
TOLD_AS = 6
"""Words from «الانفجار» to «هجوما انتحاريا»."""
REACH = 8
"""Sentences behind the act in which the report may come back to it."""
DENYING = frozenset("ليس ليست لم لن لا غير نفي".split())
STOPS = frozenset(". ؛ \n ، «".split(" "))


def is_called_suicide(text: Text, draft: Draft) -> bool:
    """«يرجح أن يكون الانفجار هجوما انتحاريا», «نفذ التفجير انتحاري»: said of the blast, told as one that is known.

    A device that is named is what it was.
    """
    if "explosion" not in draft.acts() or "ied" in draft.acts() or draft.of("weapon"):
        return False
    bounds = list(sentence_tokens(text))
    last = bounds[min(max(draft.sentences) + REACH, len(bounds) - 1)][1]
    first = bounds[min(draft.sentences)][0]
    known = (m for m in text.chart.kinds.get("act", ()) if first <= m.first < last and m.value in BLAST)
    return any(_is_definite(text, blast) and _is_suicide(text, blast) for blast in known)


def _is_definite(text: Text, blast: Mention) -> bool:
    return text.tokens[blast.first].text.removeprefix(blast.lead).startswith("ال")


def _is_suicide(text: Text, blast: Mention) -> bool:
    """The words of suicide stand behind the noun, in its clause, as what it was or who did it."""
    for token in text.tokens[blast.last : blast.last + TOLD_AS]:
        if token.text in STOPS | DENYING:
            return False
        if token.text.startswith(SUICIDE):
            return True
    return False
