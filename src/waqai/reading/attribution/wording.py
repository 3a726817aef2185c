"""A speaker's phrase under construction, and what single words are in it."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.reading.attribution.bounds import STOPS
from waqai.reading.engine import Chart
from waqai.reading.model import Mention

NAMED = ("source-name", "spokesperson", "actor-name", "actor-context", "leader", "metonym")
PEOPLE = ("leader", "spokesperson")
PLACES = ("toponym", "weak-toponym", "placeword")
NOUNS = ("speaker-noun", "rank")
KNOWN = frozenset("act matter saying negation modality when number weapon casualty damage outcome".split())
MATTERS = frozenset(["act", "matter"])
"""«نقلا عن مصدر طبي بمقتل …»: what is told ends the phrase, also after ب."""
DEMONSTRATIVES = frozenset("هذا هذه تلك ذلك".split())
LONGEST = 14


@dataclass(slots=True)
class Phrase:
    """A phrase under construction.

    The class of its head; `closed` once a definite word has ended the genitives, `bare` once an adjective
    without article has; `personal` where a name may follow, and the token where that name begins.
    """

    first: int
    start: int
    last: int
    klass: str
    value: str
    closed: bool = False
    personal: bool = False
    name: int = -1
    bare: bool = False


def longest(chart: Chart, index: int, *kinds: str) -> Mention | None:
    """The longest mention of these kinds that begins at the token."""
    best = None
    for mention in chart.starts.get(index, ()):
        if mention.kind in kinds and (best is None or mention.end > best.end):
            best = mention
    return best


def nameable(chart: Chart, index: int) -> bool:
    """Whether the word may belong to a name: it is no act, figure, date or word of saying."""
    if index >= len(chart.tokens):
        return False  # the text ends in «و»
    token = chart.tokens[index]
    if token.kind != "word" or token.text in STOPS:
        return False
    return not any(
        (m.kind in KNOWN and m.lead in ("", "و")) or (m.kind in MATTERS and m.lead == "ب")
        for m in chart.starts.get(index, ())
    )


PLATFORMS = frozenset("تلغرام تليغرام تيليغرام التلغرام تويتر توتير فيسبوك اكس واتساب يوتيوب انستغرام".split())
ON_IT = frozenset("علي عبر".split())


def before_platform(chart: Chart, end: int) -> int:
    """«قناة كذا على تلغرام قد زعمت»: the token where «على منصة …» begins that ends there; else the same token."""
    first = end - 1
    if first < 1 or chart.tokens[first].text not in PLATFORMS:
        return end
    first -= chart.tokens[first - 1].text in ("منصه", "تطبيق", "موقع")
    return first - 1 if chart.tokens[first - 1].text in ON_IT else end


def has_article(chart: Chart, index: int) -> bool:
    """Whether the word has the article."""
    return chart.tokens[index].text.startswith(("ال", "وال", "لل", "بال"))
