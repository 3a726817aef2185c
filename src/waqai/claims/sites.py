"""The places of an act: the most specific ones, each with the wider place that the text gives."""

from __future__ import annotations

from itertools import pairwise

from waqai.claims.drafts import Draft, holds, kilometres
from waqai.claims.model import Where
from waqai.claims.quoting import words
from waqai.claims.resolution import Surroundings, resolve, surroundings
from waqai.reading.model import Mention
from waqai.reading.places.refs import PlaceRef, is_border, place_of
from waqai.reading.read import Text
from waqai.reference.places.places import load

LINKS = frozenset(
    """في ب من علي الي ، , ( ) الواقعه الواقع التابعه التابع ل قرب ضمن بين باتجاه الحدوديه مع - – كبري احدي مركز
    وتحديدا بالقرب ناحيه المطل المطله القريب القريبه المجاور المجاوره المحاذي المحاذيه " » ” / التي
    الذي تقع يقع الكاين الكاينه بعد حوالي نحو كم كلم
    كيلومتر كيلومترا كيلومترات مسافه ايضا""".split()
)
GAP = 3
FAR_GAP = 6
INHERITED = frozenset(["places.same-again", "places.running-on"])
COUNTRYSIDE_KM = 30
FIELDS = frozenset(["oil_field", "gas_field"])
RESOURCES = frozenset("غاز للغاز الغاز نفط للنفط النفط نفطي غازي نفطيا غازيا".split())
NEAR = 2
"""«على طريق الرقة في محيط قرية العيوج»: the village near by says where on the road."""
BUILT = frozenset("camp facility base airport".split())
"""«مخيم الدوماني للأرامل والأيتام في بلدة ترمانين»: what it is for may stand between it and its town."""
TOWNS = frozenset("city town village neighbourhood".split())
HOLDING = frozenset(["في", "ضمن"])
SITUATED = frozenset(
    'الواقعه الواقع الكاينه الكاين التابعه التابع الموجوده الموجود التي الذي تقع يقع تابعه تابع ، ( ) , « » "'.split()
)
"""What may stand between a place and «في» with the one that holds it: «الواقعة في», «التي تقع في»."""
DISTANCE = frozenset("كم كلم كيلومتر كيلومترا كيلومترات".split())


def sites(text: Text, draft: Draft, home: str | None = None) -> tuple[Where, ...]:
    """Sites and origins of the act; wider places that only say where a finer one lies are its `within`."""
    found: list[Where] = []
    around = surroundings(text.chart.kinds.get("place", ()), home)
    for role in ("site", "origin"):
        told = [mention for mention in draft.of(role) if isinstance(mention.value, PlaceRef)]
        wider = _within(text, told)
        inner = [mention for mention in told if mention not in wider.values()]
        if role == "site":
            headline = set(_headline(draft))
            inner = [m for m in inner if not _covered(text, m, inner, wider)]
            inner = [m for m in inner if not _outdone(m, inner, headline, wider)]
        for mention in _once(text, inner):
            within = next((wider[m] for m in told if m in wider and _same(text, m, mention)), None)
            found.append(_where(text, mention, around, role, within))
    return tuple(found)


def geo_precision(places: tuple[Where, ...]) -> int | None:
    """The finest precision that the sites allow; None where there is no place."""
    exact = [place.precision for place in places if place.role == "site"]
    return min(exact, default=None)


def _where(text: Text, mention: Mention, around: Surroundings, role: str, wider: Mention | None) -> Where:
    found = resolve(around, mention, wider)
    inside = words(text, wider) if wider is not None else None
    return Where(
        words(text, mention),
        role,
        inside,
        found.candidates,
        found.chosen,
        found.precision,
        inherited=mention.rule in INHERITED,
        area=found.area,
        reasons=found.reasons,
    )


def _once(text: Text, mentions: list[Mention]) -> list[Mention]:
    """Of several mentions of one place the first and fullest stays."""
    kept: list[Mention] = []
    for mention in mentions:
        same = next((k for k in kept if _same(text, k, mention)), None)
        if same is None:
            kept.append(mention)
        elif len(words(text, mention).text) > len(words(text, same).text) + 3 and mention.value == same.value:
            kept[kept.index(same)] = mention
    return kept


def _same(text: Text, left: Mention, right: Mention) -> bool:
    a, b = place_of(left), place_of(right)
    if a.ids and b.ids:
        return bool(set(a.ids) & set(b.ids)) and (a.precision == b.precision or min(a.precision, b.precision) < 3)
    return _core(text, left) == _core(text, right)


def _core(text: Text, mention: Mention) -> str:
    name = mention.part("name") or mention
    while (inner := name.part("name") or name.part("place")) is not None:
        name = inner
    return text.folded.text[name.start : name.end].strip('«»"“”() ')


def _within(text: Text, mentions: list[Mention]) -> dict[Mention, Mention]:
    """For each place the wider one that follows it: بلدة مراط بريف دير الزور، قرية تويس محيط مارع."""
    found: dict[Mention, Mention] = {}
    ordered = sorted(mentions, key=lambda m: m.start)
    for left, right in pairwise(ordered):
        between = [t.text for t in text.tokens[left.last : right.first]]
        a, b = place_of(left), place_of(right)
        if len(between) > (FAR_GAP if DISTANCE & set(between) or a.kind in BUILT else GAP):
            continue
        if any(word not in LINKS and not word.isdigit() for word in between) and a.kind not in BUILT:
            continue
        if right.lead.startswith("و"):
            continue
        along = a.kind == "road" and right.rule == "places.directed" and b.precision == NEAR
        if along or (is_border(left) and b.precision < a.precision):
            found[right] = left
            continue
        bearing = _is_bearing(text, left, right) or b.kind == "border" or _is_inside(between, left, right)
        if bearing or b.precision > max(a.precision, 2) or (a.ids and b.ids and holds(set(b.ids), set(a.ids))):
            found[left] = right
    for right, left in pairwise(reversed(ordered)):
        if right in found and _paired(left, right) and left not in found:
            found[left] = found[right]
    return found


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
    if right.lead == "ب":
        return not set(between) - SITUATED
    if left.rule == "places.part" and (right.lead.endswith("ل") or between == ["من"]):
        return True
    return bool(between) and between[-1] in HOLDING and not set(between[:-1]) - SITUATED


def _covered(text: Text, mention: Mention, mentions: list[Mention], wider: dict[Mention, Mention]) -> bool:
    """A country, governorate or city beside a finer place of its own says nothing more."""
    value = place_of(mention)
    fields = [place_of(other) for other in mentions if place_of(other).kind in FIELDS]
    if is_unnamed_field(text, mention) and any(field.ids for field in fields):
        return True
    others = [other for other in mentions if other is not mention and not _paired(mention, other)]
    if is_border(mention) and any(place_of(other).precision < 4 and not is_border(other) for other in others):
        return True
    finer = [other for other in others if place_of(other).precision < value.precision]
    if value.precision >= 4 and any(value.kind != "region" or _may_lie_in(text, other, mention) for other in finer):
        return True
    named = [other for other in others if other in wider]
    if any(_names(text, wider[other], mention) and not _same(text, other, mention) for other in named):
        return True
    return any(_lies_inside(other, mention) for other in others)


def is_unnamed_field(text: Text, mention: Mention) -> bool:
    """«حقل غاز», «حقلا نفطيا»: one that is named elsewhere if the report knows its name."""
    return place_of(mention).kind in FIELDS and not place_of(mention).ids and _core(text, mention) in RESOURCES


def _paired(left: Mention, right: Mention) -> bool:
    """صنعاء وهمدان: two places of one list stand side by side."""
    first, second = sorted((left, right), key=lambda m: m.start)
    return second.lead.startswith("و") and 0 <= second.first - first.last <= 1


def _names(text: Text, wide: Mention, mention: Mention) -> bool:
    """Whether the wider place that was given is the mention's own, or its name is."""
    a, b = place_of(wide), place_of(mention)
    return bool(set(a.ids) & set(b.ids)) or _core(text, wide) == _core(text, mention)


def _lies_inside(narrow: Mention, mention: Mention) -> bool:
    """Every place that the one may be lies in one that the other may be, and is another."""
    mine, theirs = set(place_of(mention).ids), set(place_of(narrow).ids)
    if not mine or not theirs or mine & theirs:
        return False
    gazetteer = load()
    return all(any(gazetteer.within(i, w) for w in mine) for i in theirs)


def _may_lie_in(text: Text, narrow: Mention, mention: Mention) -> bool:
    """Whether the finer place may lie in the countryside: «وريف البوكمال», told later, does not hold Deir ez-Zor.

    What is told first («في ريف القامشلي») frames what follows; the countryside of a governorate is too long to tell.
    """
    gazetteer = load()
    mine = [gazetteer.by_id[i] for i in place_of(mention).ids]
    theirs = [gazetteer.by_id[i] for i in place_of(narrow).ids]
    if mention.start < narrow.start or not mine or not theirs:
        return True
    said = text.folded.text[mention.start : mention.end]
    parents = [gazetteer.by_id[p.parent] for p in mine if p.parent is not None]
    if len(parents) < len(mine) or any(p.kind == "country" or any(name in said for name in p.names) for p in parents):
        return True
    return any(gazetteer.within(p.id, w.id) or kilometres(p, w) <= COUNTRYSIDE_KM for p in theirs for w in mine)


def _headline(draft: Draft) -> list[Mention]:
    """The sites of the act that only the report's first sentence names."""
    first = [m for event, at in zip(draft.mentions, draft.sentences, strict=True) if at == 0 for m in event.of("site")]
    body = {m for event, at in zip(draft.mentions, draft.sentences, strict=True) if at for m in event.of("site")}
    return [m for m in first if not any(set(place_of(m).ids) & set(place_of(b).ids) for b in body)]


def _outdone(mention: Mention, mentions: list[Mention], headline: set[Mention], wider: dict[Mention, Mention]) -> bool:
    """A headline names the city that everybody knows; the story then says where near it: the story is finer."""
    if mention not in headline:
        return False
    areas = _governorates(mention)
    exact = min(place_of(mention).precision, 3)
    stories = [other for other in mentions if other not in headline and place_of(other).precision <= exact]
    return any(areas & (_governorates(other) | _governorates(wider.get(other, other))) for other in stories)


def _governorates(mention: Mention) -> set[str]:
    """The governorates that the place may be or lie in."""
    gazetteer = load()
    chain = [p for i in place_of(mention).ids for p in (gazetteer.by_id[i], *gazetteer.ancestors(i))]
    return {p.id for p in chain if p.kind == "governorate"}
