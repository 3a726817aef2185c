"""Figures that stand together in a sentence, and which acts a figure can be of at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from waqai.claims.drafts import Draft
from waqai.reading.model import Casualty, Mention
from waqai.reading.read import Text

PEOPLE_ACTS = frozenset(["killed", "fall"])
HOLDING = frozenset(["arrest"])
BLASTS = frozenset(
    "air_strike shelling strike launch explosion ied suicide_bomb grenade chemical bombing_from_air".split()
)
MANY = 50
"""So many are not killed twice by the same number."""
ANEW = frozenset("كما لترتفع ليرتفع لترفع ليرفع لتبلغ ليبلغ لتصل ليصل يرفع رافعا ترتفع يرتفع".split())
"""«أسفر عن مقتل ثمانية، لترتفع بذلك حصيلة القتلى منذ مطلع الشهر إلى 1031»: the sum is another figure."""


@dataclass(slots=True)
class Row:
    """Figures of one clause that belong together, and the tokens that they take."""

    figures: list[Mention]
    first: int = field(init=False)
    last: int = field(init=False)

    def __post_init__(self) -> None:
        """The row reaches from its first figure to its last."""
        self.first = min(m.first for m in self.figures)
        self.last = max(m.last for m in self.figures)


def rows(
    text: Text, bounds: list[tuple[int, int]], kind: str, acts_of: Callable[[int], tuple[list[Mention], set[int]]]
) -> list[tuple[int, Row]]:
    """The figures (or the words for damage) of each sentence, parted where an act word stands between them."""
    found: list[tuple[int, Row]] = []
    by_sentence: dict[int, list[Mention]] = {}
    for mention in text.chart.of(kind):
        number = bisect_right(bounds, (mention.first, len(text.tokens))) - 1
        by_sentence.setdefault(number, []).append(mention)
    for number, figures in sorted(by_sentence.items()):
        acts, telling = acts_of(number)
        current: list[Mention] = []
        for figure in figures:
            if current and _parts(text, current[-1], figure, acts, telling):
                found.append((number, Row(current)))
                current = []
            current.append(figure)
        found.append((number, Row(current)))
    return found


def _parts(text: Text, last: Mention, figure: Mention, acts: list[Mention], telling: set[int]) -> bool:
    """Whether another row begins: an act word stands between, «كما», or a toll that rose by what was told."""
    between = {token.text.removeprefix("و") for token in text.tokens[last.last : figure.first]}
    own = any(act.first == figure.first and act.first in telling for act in acts)
    return own or bool(between & ANEW) or any(last.last <= act.first < figure.first for act in acts)


def fits(draft: Draft, figure: Mention) -> bool:
    """«اعتقال مشتبه بهم بقتل شرطيين»: arrests kill nobody; «قصف … وتوقيف 20 شخصا»: bombs arrest nobody."""
    held = isinstance(figure.value, Casualty) and figure.value.kind in ("captured", "missing")
    acts = draft.acts() - PEOPLE_ACTS
    if not held:
        return not acts or not acts <= HOLDING
    return not draft.acts() - {"killed"} or not acts <= BLASTS


def disown_headline(text: Text, drafts: list[Draft]) -> None:
    """A headline's figure that the text below gives to another act is that act's alone."""
    below = text.sentences[0][1] if text.sentences else 0
    for draft in drafts:
        own = {m.value for m in draft.figures if m.start >= below}
        others = {m.value for other in drafts if other is not draft for m in other.figures if m.start >= below}
        draft.figures = [m for m in draft.figures if m.start >= below or m.value in own or m.value not in others]


def disown_totals(text: Text, drafts: list[Draft], totals: list[Mention]) -> None:
    """A figure that the report elsewhere gives as a sum of many acts is no act's: a headline's, or one of many dead."""
    below = text.sentences[0][1] if text.sentences else 0
    sums = {_told(m) for m in totals}
    for draft in drafts:
        draft.figures = [m for m in draft.figures if _told(m) not in sums or (m.start >= below and _told(m)[1] < MANY)]


def _told(figure: Mention) -> tuple[str, int]:
    """What befell how many."""
    return (figure.value.kind, figure.value.count.low) if isinstance(figure.value, Casualty) else ("", 0)
