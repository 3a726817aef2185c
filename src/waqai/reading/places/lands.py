"""Land told by whose it is: «الأراضي اليمنية», «الداخل السوري», and «مناطق سيطرة قوات النظام» that fire came from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention
from waqai.reading.places.refs import PlaceRef
from waqai.reference.actors import load as load_actors
from waqai.reference.places.places import load

LAND = frozenset(
    "الاراضي اراض الاراض للاراضي بالاراضي والاراضي الداخل العمق بالداخل للداخل بالعمق للعمق الاجواء بالاجواء".split()
)
COUNTRY = 5
AREAS = frozenset("مناطق المناطق منطقه المنطقه".split())
FROM = frozenset("من مصدره مصدرها مصدرهما مصدرهم".split())
CONTROL = frozenset("سيطره نفوذ تسيطر يسيطر لسيطره لنفوذ السيطره النفوذ تمركز انتشار تواجد وجود لسلطه".split())
OWN = frozenset("سيطرته سيطرتها سيطرتهم سيطرتهما نفوذه نفوذها نفوذهم نفوذهما تمركزهم تمركزها انتشارهم انتشارها".split())
BETWEEN = CONTROL | frozenset(
    """خاضعه الخاضعه واقعه الواقعه تحت التي عليها بشكل مشترك مشتركه المشتركه كامل كليا والنفوذ ونفوذ""".split()
)
LONGEST = 7
HOLDERS = ("actor-name", "actor-context", "force", "metonym")
HELD = 3


def lands(chart: Chart) -> Iterator[Mention]:
    """«الأراضي السورية»: the country of the adjective."""
    for index, token in enumerate(chart.tokens):
        if token.text in LAND:
            yield from _country(chart, index)


def held(chart: Chart) -> Iterator[Mention]:
    """«من مناطق سيطرة قسد»: an area that has no name but whose it is."""
    for index, token in enumerate(chart.tokens):
        if token.text in AREAS and index and chart.tokens[index - 1].text in FROM:
            yield from _held(chart, index)


def _country(chart: Chart, index: int) -> Iterator[Mention]:
    for adjective in chart.starts.get(index + 1, ()):
        country = _land_of(str(adjective.value)) if adjective.kind == "nisba" and not adjective.lead else None
        if country is None or adjective.last != index + 2 or not _is_proper(chart, adjective):
            continue
        token = chart.tokens[index]
        lead = token.text[: token.text.index("ا")] if not token.text.startswith("لل") else "ل"
        start = token.start + (len(lead) if lead != "ل" else 1)
        value = PlaceRef((country,), "country", COUNTRY)
        yield Mention("place", value, start, adjective.end, index, adjective.last, "places.land", "", lead)
        return


def _is_proper(chart: Chart, adjective: Mention) -> bool:
    """«الأراضي السورية», «أراض سورية»: the noun and its adjective are both definite or both not."""
    noun = chart.tokens[adjective.first - 1].text
    return noun.startswith("اراض") != chart.tokens[adjective.first].text.startswith("ال")


@lru_cache(maxsize=256)
def _land_of(actor: str) -> str | None:
    """The gazetteer's country of a state's adjective: `ye` for «يمني»; None for a party that is no state."""
    known = load_actors().get(actor)
    if known is None or not known.countries or not known.kind.value.endswith("_force"):
        return None
    place = load().by_id.get(known.countries[0].lower())
    return place.id if place is not None and place.kind == "country" else None


def _held(chart: Chart, first: int) -> Iterator[Mention]:
    last, told = first + 1, False
    while last < len(chart.tokens) and last - first < LONGEST and chart.tokens[last].text in (*BETWEEN, *QUOTES):
        told = told or chart.tokens[last].text in CONTROL
        last += 1
    if last < len(chart.tokens) and last - first == 1 and chart.tokens[last].text in OWN:
        end = last + 1
    else:
        end = _holders(chart, last) if told else 0
    if not end or (end < len(chart.tokens) and chart.tokens[end].text in ("في", "ضمن")):
        return  # «من مناطق نفوذها في ريف كذا»: the place that is named is where it came from
    start, stop = chart.tokens[first].start, chart.tokens[end - 1].end
    yield Mention("place", PlaceRef((), "region", HELD), start, stop, first, end, "places.held")


def _holders(chart: Chart, index: int) -> int:
    """Where the parties that hold the area end, as token; 0 where none is named."""
    end = 0
    while (party := _party(chart, index, further=end > 0)) is not None:
        end = party.last
        index = end + (end < len(chart.tokens) and chart.tokens[end].text in QUOTES)
        while any(m.kind in ("nisba", "force") and not m.lead and m.last == end + 1 for m in chart.starts.get(end, ())):
            end = index = end + 1
    return end


def _party(chart: Chart, index: int, *, further: bool) -> Mention | None:
    """The longest name of a party at the token; a further one is joined by «و»."""
    found = [
        m
        for m in chart.starts.get(index, ())
        if m.kind in HOLDERS and m.lead in (("و", "ول") if further else ("", "ل"))
    ]
    return max(found, key=lambda m: m.end, default=None)
