"""Parts of places that have no name: الأحياء الشمالية، الحدود السورية العراقية، الطريق الواصل بين X وY."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reading.places.refs import PlaceRef, ids_of

SIDES = frozenset(
    """الشمالي الشماليه الجنوبي الجنوبيه الشرقي الشرقيه الغربي الغربيه الشماليتين الجنوبيتين الشرقيتين الغربيتين
    الشماليين الجنوبيين الشرقيين الغربيين الاوسط الوسطي""".split()
)
NUMBERED = ("القسم", "القطاع")
ORDINALS = frozenset("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن".split())
"""«القسم الثالث من مخيم كذا»."""
QUARTERS = frozenset("الصناعي الصناعيه القديم القديمه التجاري التجاريه الامني الخضراء الحره".split())
"""What makes «الحي», «المدينة», «المنطقة» the name of a quarter that many cities have."""
LINKING = frozenset("الواصل الرابط الدولي الواصله الرابطه السريع الممتد العام الرييسي الرييس".split())
AT = frozenset("علي قرب عند عبر منطقه مناطق بمنطقه".split())
NEARLY = 2
PARTLY = 3


def parts(chart: Chart) -> Iterator[Mention]:
    """Every part of a place, border or stretch of road that the text has no name for."""
    for word in tuple(chart.kinds.get("areaword", ())):
        if word.value == "road":
            yield from _road(chart, word)
            continue
        last = _border(chart, word) if word.value == "border" else _sided(chart, word)
        if last is not None:
            kind = {"area": "region", "quarter": "neighbourhood"}.get(str(word.value), "border")
            yield _part(chart, word, last, kind)


def _sided(chart: Chart, word: Mention) -> int | None:
    """Where «الأطراف الشمالية والشرقية», «الحي الصناعي» end; None without a side."""
    last = word.last
    if word.value == "quarter":
        return last + 1 if last < len(chart.tokens) and chart.tokens[last].text in QUARTERS else None
    if chart.tokens[word.first].text.endswith(NUMBERED) and _is_numbered(chart, last):
        return last + 1
    while last < len(chart.tokens) and chart.tokens[last].text.removeprefix("و") in SIDES:
        last += 1
    return last if last > word.last else None


def _is_numbered(chart: Chart, index: int) -> bool:
    """«القسم الثالث من مخيم كذا»; not «القسم الثالث من الدراسة»."""
    if index + 1 >= len(chart.tokens) or chart.tokens[index].text not in ORDINALS:
        return False
    of = chart.tokens[index + 1].text == "من"
    return any(m.kind == "place" and m.lead == ("" if of else "ل") for m in chart.starts.get(index + 1 + of, ()))


def _border(chart: Chart, word: Mention) -> int | None:
    """Where «الحدود السورية العراقية» ends; bare «الحدود» only after a word of place."""
    last = word.last
    while any(m.kind == "nisba" and m.last == last + 1 for m in chart.starts.get(last, ())):
        last += 1
    before = chart.tokens[word.first - 1].text.removeprefix("و") if word.first else ""
    near = before in AT or any(m.last == word.first for m in chart.kinds.get("near", ()))
    return last if last > word.last or near or word.last > word.first + 1 else None


def _road(chart: Chart, word: Mention) -> Iterator[Mention]:
    """«الطريق الواصل بين صنعاء والمحويت»: a road named by its two ends."""
    after = word.last
    while after < len(chart.tokens) and chart.tokens[after].text in LINKING:
        after += 1
    if after >= len(chart.tokens) or chart.tokens[after].text != "بين":
        return
    places = chart.kinds.get("place", ())
    first = max((m for m in places if m.first == after + 1 and not m.lead), key=lambda m: m.last, default=None)
    if first is None:
        return
    joined = (m for m in places if 0 <= m.first - first.last <= 1 and _is_joined(chart, m))
    second = max(joined, key=lambda m: m.last, default=None)
    if second is not None:
        yield road(word, (first, second), "places.part")


def road(word: Mention, ends: tuple[Mention, Mention], rule: str) -> Mention:
    """A road between two places, which is at neither of them; its ends are its parts «from» and «to»."""
    start, far = ends
    named = (("from", start), ("to", far))
    value = PlaceRef((*ids_of(start), *ids_of(far)), "road", NEARLY)
    return Mention("place", value, word.start, far.end, word.first, far.last, rule, "", word.lead, "", named)


def _is_joined(chart: Chart, place: Mention) -> bool:
    """«وبلدة كذا», «و محافظة كذا»."""
    return place.lead == "و" or (place.lead == "" and chart.tokens[place.first - 1].text == "و")


def _part(chart: Chart, word: Mention, last: int, kind: str) -> Mention:
    """The phrase from the word to the token `last`, as a place that no gazetteer has."""
    value = PlaceRef((), kind, 1 if kind == "neighbourhood" else PARTLY)
    end = chart.tokens[last - 1].end
    return Mention("place", value, word.start, end, word.first, last, "places.part", "", word.lead)
