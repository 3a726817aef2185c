"""The places of an act: the most specific ones, each with the wider place that the text gives."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from waqai.claims.bearings import bearing
from waqai.claims.covering import covered, outdone, paired, same_place
from waqai.claims.drafts import Draft, holds
from waqai.claims.model import Where
from waqai.claims.quoting import words
from waqai.claims.resolution import Surroundings, resolve, surroundings
from waqai.reading.model import Mention
from waqai.reading.places.refs import PlaceRef, is_border, place_of
from waqai.reading.read import Text

LINKS = frozenset(
    """في ب من علي الي ، , ( ) الواقعه الواقع التابعه التابع ل قرب ضمن بين باتجاه الحدوديه مع - – كبري احدي مركز
    ما يعرف تعرف يسمي تسمي “
    وتحديدا بالقرب ناحيه المطل المطله القريب القريبه المجاور المجاوره المحاذي المحاذيه " » ” / التي
    الذي تقع يقع تبعد يبعد الكاين الكاينه بعد حوالي نحو كم كلم كيلو متر مترا امتار ميل ميلا
    كيلومتر كيلومترا كيلومترات مسافه ايضا""".split()
)
GAP = 3
FAR_GAP = 7
INHERITED = frozenset(["places.same-again", "places.running-on"])
NEAR = 2
"""«على طريق الرقة في محيط قرية العيوج»: the village near by says where on the road."""
BUILT = frozenset("camp facility base airport".split())
"""«مخيم الدوماني للأرامل والأيتام في بلدة ترمانين»: what it is for may stand between it and its town."""
TOWNS = frozenset("city town village neighbourhood".split())
SMALLEST = frozenset("village neighbourhood region facility camp mountain road".split())
HOLDERS = {"town": SMALLEST, "city": SMALLEST | {"town"}, "district": SMALLEST | TOWNS}
"""«وادي ضيقة بلدة المحفد»: side by side, the second holds the first."""
SO_CALLED = frozenset("يعرف تعرف يسمي تسمي".split())
WHICH = frozenset("الذي التي ذات ذي ذو".split())
HELD = frozenset("الخاضع الخاضعه الخاضعين الخاضعتين المحاصر المحاصره".split())
"""«حي الشهباء الخاضع لسيطرة قوات النظام بمدينة حلب»: who holds it may stand between."""
HOLDING = frozenset(["في", "ضمن"])
SITUATED = frozenset(
    """الواقعه الواقع الكاينه الكاين التابعه التابع الموجوده الموجود التي الذي تقع يقع تابعه تابع
    ، ( ) , « » “ ” " """.split()
)
"""What may stand between a place and «في» with the one that holds it: «الواقعة في», «التي تقع في»."""
DISTANCE = frozenset("كم كلم كيلو كيلومتر كيلومترا كيلومترات".split())


def sites(text: Text, draft: Draft, home: str | None = None) -> tuple[Where, ...]:
    """Sites and origins of the act; wider places that only say where a finer one lies are its `within`."""
    found: list[Where] = []
    around = _around(text, home)
    for role in ("site", "origin"):
        told = [mention for mention in draft.of(role) if isinstance(mention.value, PlaceRef)]
        wider = _within(text, told)
        inner = [mention for mention in told if mention not in wider.values()]
        if role == "site":
            inner = [m for m in inner if not covered(text, m, inner, wider)] or inner
            inner = [m for m in inner if not outdone(text, draft, m, inner, wider)] or inner
        for mention in _once(text, inner):
            within = next((wider[m] for m in told if m in wider and same_place(text, m, mention)), None)
            whole = _whole(text, mention)
            if whole is None:
                found.append(_where(text, mention, around, role, within))
                continue
            known = _where(text, replace(mention, end=whole.end, last=whole.last), around, role, whole)
            within = wider.get(whole) if within is None or within.start == whole.start else within
            found.append(replace(known, within=words(text, within) if within is not None else None))
    return tuple(found)


@lru_cache(maxsize=1)
def _around(text: Text, home: str | None) -> Surroundings:
    """What the places of the report say of each other: the same for all of its acts."""
    return surroundings(text.chart.kinds.get("place", ()), home)


def geo_precision(places: tuple[Where, ...]) -> int | None:
    """The finest precision that the sites allow; None where there is no place."""
    exact = [place.precision for place in places if place.role == "site"]
    return min(exact, default=None)


def _where(text: Text, mention: Mention, around: Surroundings, role: str, wider: Mention | None) -> Where:
    found = resolve(around, mention, wider, None if wider is None else bearing(text, wider))
    return Where(
        words(text, mention),
        role,
        words(text, wider) if wider is not None else None,
        found.candidates,
        found.chosen,
        found.precision,
        inherited=mention.rule in INHERITED,
        area=found.area,
        reasons=found.reasons,
    )


def _whole(text: Text, part: Mention) -> Mention | None:
    """«الأطراف الشرقية لمدينة كذا», «القسم الثالث من مخيم كذا»: the part has no name without what it is of."""
    if part.rule != "places.part":
        return None
    of = text.tokens[part.last].text == "من" if part.last < len(text.tokens) else False
    lead = "" if of else "ل"
    found = [m for m in text.chart.starts.get(part.last + of, ()) if m.kind == "place" and m.lead == lead]
    return max(found, key=lambda m: m.last, default=None)


def _once(text: Text, mentions: list[Mention]) -> list[Mention]:
    """Of several mentions of one place the first and fullest stays."""
    kept: list[Mention] = []
    for mention in mentions:
        same = next((k for k in kept if same_place(text, k, mention)), None)
        if same is None:
            kept.append(mention)
        elif len(words(text, mention).text) > len(words(text, same).text) + 3 and mention.value == same.value:
            kept[kept.index(same)] = mention
    return kept


def _within(text: Text, mentions: list[Mention]) -> dict[Mention, Mention]:
    """For each place the wider one that follows it: بلدة مراط بريف دير الزور، قرية تويس محيط مارع."""
    found: dict[Mention, Mention] = {}
    ordered = sorted(mentions, key=lambda m: m.start)
    for left, right in pairwise(ordered):
        between = [t.text for t in text.tokens[left.last : right.first]]
        a, b = place_of(left), place_of(right)
        far = (DISTANCE | SO_CALLED) & set(between) or a.kind in BUILT or _is_told_of(between, right)
        if len(between) > (FAR_GAP if far else GAP):
            continue
        if any(word not in LINKS and not word.isdigit() for word in between) and not far:
            continue
        if right.lead.startswith("و"):
            continue
        if _stands_in(between, a.kind, right):
            found[left] = right
            continue
        along = a.kind == "road" and right.rule == "places.directed" and b.precision == NEAR
        if along or (is_border(left) and b.precision < a.precision):
            found[right] = left
            continue
        bearing = _is_bearing(text, left, right) or b.kind == "border" or _is_inside(between, left, right)
        if bearing or b.precision > max(a.precision, 2) or (a.ids and b.ids and holds(set(b.ids), set(a.ids))):
            found[left] = right
    for right, left in pairwise(reversed(ordered)):
        if right in found and paired(left, right, {}) and left not in found:
            found[left] = found[right]
    return found


def _stands_in(between: list[str], kind: str, right: Mention) -> bool:
    """«وادي ضيقة بلدة المحفد», «معمل الماهر على الطريق الواصل بين س وص»: the second says where the first is."""
    holder = place_of(right).kind
    if not between and not right.lead:
        return holder in HOLDERS and kind in HOLDERS[holder]
    return between == ["علي"] and holder == "road" and kind != "road"


def _is_told_of(between: list[str], right: Mention) -> bool:
    """«الخاضع لسيطرة كذا بمدينة كذا», «الذي تسكنه أغلبية كذا وسط بغداد»: what is told of the place on the way."""
    return bool(between) and (between[0] in HELD or (between[0] in WHICH and right.rule == "places.directed"))


def _is_bearing(text: Text, left: Mention, right: Mention) -> bool:
    """«قرية تويس محيط مارع», «قرب خزيموك شمالي القحطانية»: the second only says where the first one is."""
    if right.rule != "places.directed":
        return False
    if place_of(right).precision == 1:
        return left.last == right.first and right.lead == ""
    return left.rule != "places.directed" or any(m.kind == "direction" for m in text.chart.starts.get(right.first, ()))


def _is_inside(between: list[str], left: Mention, right: Mention) -> bool:
    """«رحبان بمديرية سحار», «الجامعة الواقعة في الرمادي»: what follows «في» right behind a place holds it."""
    if place_of(left).kind in BUILT and place_of(right).kind in TOWNS and len(between) <= FAR_GAP:
        return right.lead == "ب" or between[-1:] == ["في"]
    if _is_told_of(between, right) and right.rule == "places.directed":
        return place_of(left).kind in SMALLEST
    held = bool(between) and between[0] in HELD and len(between) <= FAR_GAP
    if held and (right.lead == "ب" or between[-1] == "في"):
        return True
    if right.lead == "ب":
        return not set(between) - SITUATED
    if left.rule == "places.part" and (right.lead.endswith("ل") or between == ["من"]):
        return True
    return bool(between) and between[-1] in HOLDING and not set(between[:-1]) - SITUATED
