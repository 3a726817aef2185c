"""Harm that the report only says to be talked of and untrue: «ما تتداوله المنصات عن مقتل ضباط لا أساس له»."""

from __future__ import annotations

from waqai.reading.casualties.figure import folded, word
from waqai.reading.engine import Chart
from waqai.reading.model import Mention

TALK = folded(
    "تتناقله يتناقله تناقلته تناقله تتداوله يتداوله تداولته تداوله يتداول يشاع أشيع أشاعته روجت روجته تروجه يروج تروج "
    "شائعات إشاعات الشائعات أنباء الأنباء مزاعم المزاعم نشرته تنشره يقال"
)
UNTRUE = (
    ("نسج", "الخيال"),
    ("لا", "اساس"),
    ("عار", "عن"),
    ("عاريه", "عن"),
    ("لا", "صحه"),
    ("محض", "افتراء"),
    ("محض", "كذب"),
    ("غير", "صحيح"),
    ("غير", "صحيحه"),
    ("مجرد", "شايعات"),
)
"""What a rumour is called, folded, word by word."""
BEFORE, BEHIND = 9, 14
ENDS = frozenset(". ؛ \n".split(" "))


def is_rumour(chart: Chart, harm: Mention) -> bool:
    """Whether talk is named before the harm and called untrue behind it, in one sentence."""
    if not any(word(chart, i) in TALK for i in range(max(0, harm.first - BEFORE), harm.first)):
        return False
    for index in range(harm.last, harm.last + BEHIND):
        if word(chart, index) in ENDS:
            return False
        if (word(chart, index), word(chart, index + 1)) in UNTRUE:
            return True
    return False
