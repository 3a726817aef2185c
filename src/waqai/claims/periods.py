"""Whether an act is told over a stretch of time: منذ مطلع العام، خلال الأشهر الماضية، في عشرة أشهر."""

from __future__ import annotations

from waqai.claims.factuality import clause
from waqai.claims.model import When
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

DAYS = 2
LONG = 14
"""Days; a shorter stretch may be one battle or one night's work."""
OVER = frozenset("خلال طوال طيله منذ مدي مدار غضون في حتي".split())
UNITS = frozenset(
    """اشهر شهور اسابيع سنوات سنه اعوام عام الاعوام الاشهر الشهور الاسابيع السنوات السنين شهرين اسبوعين عامين
    الفتره الاونه المرحله ايام شهرا اسبوعا عاما""".split()
)
LAST = frozenset("الماضيه الاخيره الفائته المنصرمه المقبله السابقه الماضيين الاخيرين الفائتين المنصرم".split())
OPEN = frozenset("اشهر اسابيع سنوات اعوام شهور سنين عقود".split())
LASTING = frozenset("خلال طوال طيله مدي مدار".split())
LOOK = 4


def in_period(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """Whether a stretch of more than a fortnight is given in the clause of the act, or at the head of its sentence."""
    low, high = clause(text, event.trigger)
    start = _sentence_start(text, event.trigger)
    if any(_is_short(whens.get(m)) for m in event.of("when")):
        return False
    if any(is_long(text, m, whens) for m in event.of("when")):
        return True
    if _named(text, low, high):
        return True
    return start < low and (_named(text, start, start + 6) or _since(text, start, start + 6, whens))


def _sentence_start(text: Text, trigger: Mention) -> int:
    begin = next((a for a, b in text.sentences if a <= trigger.start < b), 0)
    index = trigger.first
    while index > 0 and text.tokens[index - 1].start >= begin:
        index -= 1
    return index


def _is_short(when: When | None) -> bool:
    """A day or two of its own."""
    if when is None or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days <= DAYS


def is_long(text: Text, when: Mention, whens: dict[Mention, When]) -> bool:
    """منذ 26 آذار، خلال عام 2021؛ «في عام 2018» says only that the day is not known."""
    found = whens.get(when)
    if found is None or found.earliest is None or found.latest is None:
        return False
    if (found.latest - found.earliest).days <= LONG:
        return False
    before = {token.text.removeprefix("و") for token in text.tokens[max(0, when.first - 1) : when.first]}
    since = {token.text.removeprefix("و") for token in text.tokens[max(0, when.first - LOOK) : when.first]}
    if "منذ" in since and "قبل" not in since:
        return True
    flagged = getattr(when.value, "flag", "") == "since" or getattr(when.value, "is_range", False)
    return flagged or bool(before & (OVER - {"في", "حتي"}))


def _since(text: Text, low: int, high: int, whens: dict[Mention, When]) -> bool:
    """ومنذ بداية الحملة …: at the head of the sentence."""
    found = [m for i in range(low, high) for m in text.chart.starts.get(i, ()) if m.kind == "when"]
    return any(is_long(text, m, whens) for m in found)


def _named(text: Text, low: int, high: int) -> bool:
    """خلال الأشهر التسعة الفائتة، على مدى ثلاث سنوات، في الآونة الأخيرة"""
    words = [token.text.removeprefix("و") for token in text.tokens[low:high]]
    for index, word in enumerate(words):
        if word not in OVER:
            continue
        ahead = words[index + 1 : index + 1 + LOOK]
        if word == "في" and not (set(ahead) & UNITS and set(ahead) & LAST):
            continue
        if word == "منذ" and ahead and ahead[0] in OPEN:
            return True
        if (word == "منذ" and not set(ahead) & LAST) or ("ايام" in ahead and word not in LASTING):
            continue
        if set(ahead) & UNITS:
            return True
    return False
