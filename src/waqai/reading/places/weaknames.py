"""Names of places that are ordinary words too: read as places only where the words around them say so."""

from __future__ import annotations

from functools import cache

from waqai.language.fold import fold_word
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention
from waqai.reading.places import lists
from waqai.reading.places.refs import areas_of, ids_of, is_name, lie_in
from waqai.reference.places.places import load

ALSO = frozenset(
    """place toponym weak-toponym placeword bynamed metonym actor actor-name source-name speaker given
    nisba matter launching""".split()
)
"""Kinds that the name of a place may have besides, without being another word."""
PEOPLE = frozenset(["member", "person-weak", "person"])
"""«سوريا» is a Syrian too, but never after «في», «إلى» and «من»."""
WORDS = frozenset("facility object saying human placeword".split())
"""What the name of a village may be besides, where it stands between its neighbours: البساتين، أبين."""
NAMED = ("toponym", "weak-toponym")
INSIDE = frozenset(["في", "وفي", "بمنطقه", "ببلده"])
LEADS = frozenset(["ب", "وب"])
ANNOUNCED = 5
SEVERAL = frozenset("قري بلدات مدن مناطق احياء نواحي مديريات محافظات قريتي بلدتي مدينتي حيي مخيمات ضواحي".split())
"""Plural words for places, without article."""
VILLAGES = frozenset("قريتي قريتين قريتا قريتان".split())
TOLD = 80
FORCES = frozenset(["التحالف", "الفصايل"])
"""Villages that are called like forces: «قاعدة التحالف» is nobody else's base."""
WIDER = frozenset("governorate district region country".split())
UNITS = frozenset("الفرقه اللواء الفوج الكتيبه السريه".split())
AT_BASE = frozenset("في علي قرب داخل محيط باتجاه نحو الي".split())
BASES = frozenset(["base", "facility", "camp"])
SIDES = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي قرب وسط".split())


def is_place_here(chart: Chart, head: Mention) -> bool:
    """Whether a name that is an ordinary word too stands where only a place stands."""
    telling = (opens_list, _is_listed, _is_situated, _begins_list, _suffers)
    return any(tells(chart, head) for tells in telling) or told_with_its_kind(chart, head) is not None


def opens_list(chart: Chart, head: Mention) -> bool:
    """«القرى السبع (الحسينية، والصالحية)», «المدن التالية: الباب وجرابلس»: the first of a list that is announced."""
    before = chart.tokens[head.first - 1].text if head.first else ""
    after = chart.tokens[head.last].text if head.last < len(chart.tokens) else ""
    if before not in ("(", ":") or head.lead or not (after in ("،", ",") or after.startswith("و")):
        return False
    around = range(max(0, head.first - ANNOUNCED), head.first - 1)
    words = [m for i in around for m in chart.starts.get(i, ()) if m.kind == "placeword"]
    return any(chart.tokens[m.last - 1].text.removeprefix("ال") in SEVERAL for m in words)


def _suffers(chart: Chart, head: Mention) -> bool:
    """«تعرضت الباب لقصف»: the subject of a verb of suffering that agrees with a town, not with a door."""
    back = chart.tokens[head.first - 1].text if head.first else ""
    if not (back.endswith("ت") or back.removeprefix("و").startswith("تت")):
        return False
    after = chart.tokens[head.last].text if head.last < len(chart.tokens) else ""
    return (
        head.lead == ""
        and after.startswith("ل")
        and any(m.last == head.first for m in chart.kinds.get("suffering", ()))
    )


def told_with_its_kind(chart: Chart, head: Mention) -> Mention | None:
    """«إلى الشرق …، مدينة الشرق»: the place that the report names with its kind; None where no place stands here.

    The bare name of a governorate or district is as often that of its town, and is left to the other rules.
    """
    back = _back(chart, head.first)
    toward = head.lead == "" and back >= 0 and chart.tokens[back].text in ("الي", "من", "علي", "وعلي")
    if not (head.lead in LEADS or _is_near(chart, head) or _is_struck(chart, head) or toward):
        return None
    own, ids = folded_name(chart, head), set(ids_of(head))
    named = (place for place in chart.kinds.get("place", ()) if ids & set(ids_of(place)))
    return next(
        (
            place
            for place in named
            if place.last - place.first > head.last - head.first
            and getattr(place.value, "kind", "") not in WIDER
            and folded_name(chart, place).endswith(" " + own)
            and folded_name(chart, place).partition(" ")[0] in _kind_words()
        ),
        None,
    )


@cache
def _kind_words() -> frozenset[str]:
    """«بلدة», «محافظة», as they are folded."""
    return frozenset(fold_word(word) for word in load().kind_words)


def folded_name(chart: Chart, mention: Mention) -> str:
    """The words of the mention, without what is written onto its first one."""
    words = [chart.tokens[i].text for i in range(mention.first, mention.last)]
    return " ".join(words).removeprefix(mention.lead)


def is_unit(chart: Chart, head: Mention) -> bool:
    """«ضباط من الفرقة الخامسة»: men of a unit; its base stands behind «في», «على», «قرب» or a word for bases."""
    if head.lead or chart.tokens[head.first].text not in UNITS:
        return False
    back = _back(chart, head.first)
    at = back >= 0 and chart.tokens[back].text.lstrip("و") in AT_BASE
    housed = any(m.kind in ("placeword", "facility", "near", "direction") for m in _ending(chart, back))
    return not (at or housed)


def is_other_word(chart: Chart, head: Mention) -> bool:
    """Whether the very same word is a weapon, a force or an act: الطائرة is no village here."""
    if _is_dual(chart, head):
        return True
    back = _back(chart, head.first)
    towards = back >= 0 and chart.tokens[back].text in ("الي", "من")
    kinds = ALSO | PEOPLE if towards or _is_inside(chart, head) else ALSO
    if _is_neighbour(chart, head):
        kinds |= PEOPLE | WORDS
    return any(
        other.kind not in kinds and not is_name(other) and other.end == head.end
        for other in chart.starts.get(head.first, ())
    )


def _is_dual(chart: Chart, head: Mention) -> bool:
    """«السيطرة على القريتين» after «قريتي كذا وكذا»: no town of the name."""
    if head.last - head.first > 1 or not chart.tokens[head.first].text.endswith("القريتين"):
        return False
    return any(token.text.lstrip("وبل") in VILLAGES for token in chart.tokens[max(0, head.first - TOLD) : head.first])


def _is_neighbour(chart: Chart, head: Mention) -> bool:
    """«جعولة والبساتين», «حربل وأبين»: joined to a place of the same governorate, and the list goes on or ends."""
    if head.lead != "و" or not (lists.closes(chart, head.last) or chart.tokens[head.last].text.startswith("و")):
        return False
    end = _back(chart, head.first) + 1
    end -= end > 1 and chart.tokens[end - 1].text in ("،", ",")
    ends = (end, end - 1, head.first)
    before = [m for m in chart.kinds.get("place", ()) if m.last in ends and m.start < head.start]
    return any(areas_of(ids_of(m)) & areas_of(ids_of(head)) for m in before)


def _is_listed(chart: Chart, head: Mention) -> bool:
    """بلدات كفرعمة وكفرتعال: after a place and «و», or a comma where the list goes on or ends.

    «في مدينة أريحا، فإن القصف» names no city of فان.
    """
    back = _back(chart, head.first)
    comma = back >= 0 and chart.tokens[back].text in "،,"
    if not comma and not head.lead.startswith("و"):
        return False
    if comma and not (lists.closes(chart, head.last) or chart.tokens[head.last].text.startswith("و")):
        return False
    end = back if comma else back + 1
    return any(m.last in (end, end - 1) and m.start < head.start for m in chart.kinds.get("place", ()))


def _is_situated(chart: Chart, head: Mention) -> bool:
    """«في حصيبة شرقي الرمادي», «بالجفرة في ريف دير الزور»: the next words say where it lies, and it does."""
    index = chart.next_token(head.last)
    sided = index < len(chart.tokens) and chart.tokens[index].text in (*SIDES, "في")
    if not (_is_inside(chart, head) or _is_near(chart, head)) and not (sided and _is_struck(chart, head)):
        return False
    if sided:
        return _holds(chart, chart.next_token(index + 1), "", head) or _holds(chart, index, "", head)
    return _holds(chart, index, "ب", head)


def _is_struck(chart: Chart, head: Mention) -> bool:
    """«استهدف الباب شرقي حلب», «قصف على الباب شرقي حلب»: the object of the act."""
    back = _back(chart, head.first)
    onto = back >= 0 and chart.tokens[back].text == "علي"
    struck = any(m.kind == "act" and m.last == head.first and m.form.startswith("verb") for m in _ending(chart, back))
    return head.lead == "" and (onto or struck)


def _ending(chart: Chart, index: int) -> list[Mention]:
    """The mentions of at most two words that end with the token."""
    return [m for i in (index, index - 1) if i >= 0 for m in chart.starts.get(i, ()) if m.last == index + 1]


def _begins_list(chart: Chart, head: Mention) -> bool:
    """«على نبل والزهراء», «في كل من سلمى ومحيط صلنفة»: another of the same governorate is joined to it."""
    back = _back(chart, head.first)
    onto = head.lead == "" and back >= 0 and chart.tokens[back].text == "علي"
    each = back > 0 and chart.tokens[back].text == "من" and chart.tokens[back - 1].text == "كل"
    if not onto and not each and not _is_inside(chart, head):
        return False
    following = [m for m in chart.starts.get(head.last, ()) if m.kind in (*NAMED, "place") and m.lead == "و"]
    return any(
        areas_of(ids_of(m)) & areas_of(ids_of(head)) and (m.kind == "place" or not is_other_word(chart, m))
        for m in following
    )


def _is_inside(chart: Chart, head: Mention) -> bool:
    """«في X», «بX»."""
    back = _back(chart, head.first)
    return head.lead in LEADS or (head.lead == "" and back >= 0 and chart.tokens[back].text in INSIDE)


def _is_near(chart: Chart, head: Mention) -> bool:
    """«قرب جنين في شمال الضفة»: behind a word of nearness."""
    return head.lead == "" and any(m.kind == "near" for m in _ending(chart, _back(chart, head.first)))


def _holds(chart: Chart, index: int, lead: str, head: Mention) -> bool:
    """Whether the name at the token, after its kind word, is of the governorate of the head, or holds it."""
    while any(m.kind == "direction" and m.lead == lead for m in chart.starts.get(index, ())):
        index, lead = chart.next_token(index + 1), ""
    word = next((m for m in chart.starts.get(index, ()) if m.kind == "placeword" and m.lead == lead), None)
    if word is not None:
        index, lead = chart.next_token(word.last), ""
    named = [m for m in chart.starts.get(index, ()) if m.kind in NAMED and m.lead == lead]
    return any(areas_of(ids_of(m)) & areas_of(ids_of(head)) or lie_in(ids_of(head), ids_of(m)) for m in named)


def _back(chart: Chart, index: int) -> int:
    """The token before, past quotation marks; -1 at the beginning."""
    back = index - 1
    while back >= 0 and chart.tokens[back].text in QUOTES:
        back -= 1
    return back
