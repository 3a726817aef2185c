"""Slots and small words that several date rules share."""

from __future__ import annotations

from waqai.language.fold import fold_word
from waqai.reading.dates import productions as make
from waqai.reading.engine import Slot


def folded(text: str) -> frozenset[str]:
    """The words of a text as the chart spells them."""
    return frozenset(fold_word(word) for word in text.split())


NUMBERS = ("number", "ordinal")
MONTHS = ("month", "hijri-month")
DASHES = frozenset("-–—/")
OF = folded("من")
IN = folded("في منذ خلال مطلع أوائل منتصف أواسط أواخر نهاية بداية لعام عام سنة وفي")
AND = folded("و") | DASHES
TO = folded("و إلى حتى ثم") | DASHES
FROM = folded("بين من مابين")
WHEN = Slot("when", ("when",))
DAY = Slot("day", NUMBERS, test=make.is_day)
DIRECTION = Slot("direction", ("direction",), forms=("adjective.the", ""))
THE_UNIT = ("noun.the",)
