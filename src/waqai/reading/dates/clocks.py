"""Times of the clock: «الساعة 1:38 فجرا», «الثامنة والنصف مساء», «1038 بتوقيت غرينتش»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.language.fold import fold_word
from waqai.reading.dates.model import Clock
from waqai.reading.engine import Chart
from waqai.reading.model import Mention

APPROACH = frozenset(fold_word(word) for word in "عند نحو حوالي قرابة الساعة".split())
PAST_HOUR = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}
SHORT_OF = {"ربعا": 15, "ربع": 15, "ثلثا": 20, "الربع": 15, "الثلث": 20}


def clocks(chart: Chart) -> Iterator[Mention]:
    """Every time of the clock, with its half of the day and its zone where they are told."""
    hours = {mention.first for mention in chart.kinds.get("ordinal", ())}
    for index, token in enumerate(chart.tokens):
        if token.kind != "number" and index not in hours:
            continue
        time = _digital(chart, index) if token.kind == "number" else _spoken(chart, index)
        if time is None:
            continue
        hour, minute, last = time
        first = _opening(chart, index)
        half, last_half = _half(chart, last, hour)
        zone, end = _zone(chart, last_half)
        if zone == "" and first == index and not _evident(token.text, half, chart, index):
            continue
        end = end if zone else last_half if half and not _opens_day(chart, last_half) else last
        value = Clock(hour % 24, minute, "" if hour > 12 or hour == 0 else half, zone)
        start = chart.tokens[first].start + max(0, chart.tokens[first].text.find("الساعه"))
        yield Mention("clock", value, start, chart.tokens[end - 1].end, first, end, "dates.clock")


def _digital(chart: Chart, index: int) -> tuple[int, int, int] | None:
    """«1:38», «1038» before a zone, «5» after «الساعة»."""
    text = chart.tokens[index].text
    for sign in ":." if _opening(chart, index) < index else ":":
        hour, found, minute = text.partition(sign)
        if found and hour.isdigit() and len(minute) == 2 and minute.isdigit():
            return _valid(int(hour), int(minute), index + 1)
    if not text.isdigit():
        return None
    if len(text) in (3, 4) and _zone(chart, index + 1)[0]:
        return _valid(int(text[:-2]), int(text[-2:]), index + 1)
    if len(text) <= 2 and (_opening(chart, index) < index or _zone(chart, index + 1)[0]):
        return _valid(int(text), *_minutes(chart, index + 1))
    return None


def _valid(hour: int, minute: int, last: int) -> tuple[int, int, int] | None:
    if minute < 0:
        hour, minute = (hour - 1) % 12 or 12, minute + 60
    return (hour, minute, last) if 0 <= hour <= 24 and minute < 60 else None


def _spoken(chart: Chart, index: int) -> tuple[int, int, int] | None:
    """«الثامنة والنصف»: only feminine ordinals with the article are hours."""
    for mention in chart.starts.get(index, ()):
        if mention.kind != "ordinal" or not isinstance(mention.value, int) or not 1 <= mention.value <= 12:
            continue
        word = chart.tokens[index].text
        if word.startswith("ال") and (word.endswith("ه") or word == "الاولي") and _approached(chart, index):
            return _valid(mention.value, *_minutes(chart, mention.last))
    return None


def _minutes(chart: Chart, index: int) -> tuple[int, int]:
    """The minutes told after the hour, and where they end: «والنصف», «إلا ربعا», «و20 دقيقة»."""
    tokens = chart.tokens
    text = tokens[index].text if index < len(tokens) else ""
    if text in PAST_HOUR:
        return PAST_HOUR[text], index + 1
    if text == "الا" and index + 1 < len(tokens) and tokens[index + 1].text in SHORT_OF:
        return -SHORT_OF[tokens[index + 1].text], index + 2
    for mention in (*chart.starts.get(index, ()), *chart.starts.get(index + (text == "و"), ())):
        if mention.kind == "number" and mention.lead == "و" and isinstance(mention.value, int) and mention.value < 60:
            unit = next((m for m in chart.starts.get(mention.last, ()) if m.value == "minute"), None)
            if unit is not None:
                return mention.value, unit.last
    return 0, index


def _approached(chart: Chart, index: int) -> bool:
    return any(_strip(chart.tokens[at].text) in APPROACH for at in range(max(0, index - 2), index))


def _strip(word: str) -> str:
    return word[1:] if len(word) > 3 and word[0] in "وفب" else word


def _opening(chart: Chart, index: int) -> int:
    """Where the time begins: at «الساعة», if that stands before it."""
    for at in (index - 1, index - 2):
        if at >= 0 and _strip(chart.tokens[at].text) == "الساعه":
            return at
    return index


def _half(chart: Chart, last: int, hour: int) -> tuple[str, int]:
    """Which half of the day, by the part of the day told after the time, and where that ends."""
    for at in (last, last + 1):
        if at > last and (last >= len(chart.tokens) or chart.tokens[last].text != "من"):
            break
        for mention in chart.starts.get(at, ()):
            if mention.kind == "half":
                return str(mention.value), mention.last
            if mention.kind == "daypart":
                return _half_of(str(mention.value), hour), mention.last
    return "", last


def _half_of(part: str, hour: int) -> str:
    if part in ("night", "after-midnight"):
        return "am" if hour <= 5 or hour == 12 else "pm"
    if part == "noon":
        return "am" if 10 <= hour <= 11 else "pm"
    return "am" if part in ("dawn", "morning") else "pm"


def _zone(chart: Chart, index: int) -> tuple[str, int]:
    """The zone told next, and where that ends."""
    at = chart.next_token(index)
    for mention in chart.starts.get(at, ()):
        if mention.kind == "zone":
            return str(mention.value), mention.last
    return "", index


def _opens_day(chart: Chart, last: int) -> bool:
    """Whether the part of the day belongs to a day told after it: «1:38 ليل الخميس»."""
    return any(m.kind in ("weekday", "relative-day") for m in chart.starts.get(last, ()))


def _evident(text: str, half: str, chart: Chart, index: int) -> bool:
    """Whether the digits or words show a time even without «الساعة» and zone."""
    return ":" in text or (bool(half) and _approached(chart, index))
