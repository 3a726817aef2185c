"""How long before another act an act was: «غداة قصف …», «بعد يومين من هجوم», «بعد أيام على تفجير»."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.model import Count, Mention

REACH = 12
"""Words between «غداة» or «بعد يومين» and the act, at most."""
FROM = frozenset(["من", "علي"])
STOPS = frozenset("، , . ؛ : ؟ \n ان انه انها الذي التي".split())
UNITS = {
    **dict.fromkeys("ساعات ساعه ساعتين".split(), (0, 1)),
    **dict.fromkeys(["يوم", "اليوم"], (1, 1)),
    **dict.fromkeys("يومين".split(), (2, 2)),
    **dict.fromkeys("ايام".split(), (1, 7)),
    **dict.fromkeys("اسبوع".split(), (7, 7)),
    **dict.fromkeys("اسبوعين".split(), (14, 14)),
    **dict.fromkeys("اسابيع".split(), (8, 35)),
    **dict.fromkeys("شهر".split(), (28, 31)),
    **dict.fromkeys("شهرين".split(), (56, 62)),
}
"""Days back, from and to, that the span alone tells."""
EACH = {"ايام": 1, "يوما": 1, "اسابيع": 7, "اسبوعا": 7}
NEXT = frozenset(["غداه"])
COUNTED = NEXT | {"بعد"}
Back = tuple[int, int]


def counted_back(chart: Chart, act: Mention) -> Back | None:
    """So many days, at least and at most, before the act that it dates; None where the words count nothing from it."""
    if act.form.startswith("verb"):
        return None
    for index in range(act.first - 1, max(-1, act.first - REACH), -1):
        word = chart.words[index].removeprefix("و")
        if word in STOPS:
            return None
        if word in COUNTED:
            if any(m.form.startswith("verb") for m in chart.within("act", index, act.first)):
                return None
            return (1, 1) if word in NEXT else _span(chart, index + 1, act.first)
    return None


def _span(chart: Chart, first: int, act: int) -> Back | None:
    """«بعد يومين من», «بعد ثلاثة أيام على»: from the word after «بعد»."""
    number = next((m for m in chart.starts.get(first, ()) if m.kind in ("number", "count")), None)
    index = number.last if number is not None else first
    unit = chart.tokens[index].text if index < act else ""
    after = {token.text for token in chart.tokens[index + 1 : index + 4]}
    if unit not in UNITS and unit not in EACH:
        return None
    if not after & FROM:
        return None
    if number is not None and unit in EACH and isinstance(number.value, Count | int):
        count = number.value.low if isinstance(number.value, Count) else number.value
        return (count * EACH[unit], count * EACH[unit])
    return UNITS.get(unit)
