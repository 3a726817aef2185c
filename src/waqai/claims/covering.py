"""Which places of an act say nothing more beside its finer ones: what holds them, and what an earlier telling named."""

from __future__ import annotations

from waqai.claims.drafts import Draft, kilometres
from waqai.reading.model import Mention
from waqai.reading.places.refs import PlaceRef, ids_of, is_border, place_of
from waqai.reading.read import Text
from waqai.reference.places.places import load

NEAR = 2
COARSE = 4
BUILT = frozenset("facility crossing base airport camp road neighbourhood".split())
"""«بوابة الموصل» is not Mosul, whose name it bears."""
FIELDS = frozenset(["oil_field", "gas_field"])
RESOURCES = frozenset("غاز للغاز الغاز نفط للنفط النفط نفطي غازي نفطيا غازيا".split())
COUNTRYSIDE_KM = 30
HOLDING = frozenset("city town region district".split())
CITY_KM = 20
NEAR_KM = 30
CLAUSE = 15
"""Tokens that a clause has at most."""
IN_TOWNS = frozenset("neighbourhood facility camp base airport mountain".split())
IN_AREAS = frozenset("village town crossing oil_field gas_field dam region district".split())
TOWNLY = frozenset(["city", "town"])


def same_place(text: Text, left: Mention, right: Mention) -> bool:
    """Whether two mentions name one place."""
    a, b = place_of(left), place_of(right)
    if _ends(left) or _ends(right):
        return _ends(left) == _ends(right)
    if a.ids and b.ids:
        return bool(set(a.ids) & set(b.ids)) and (a.precision == b.precision or min(a.precision, b.precision) < 3)
    return core(text, left) == core(text, right)


def core(text: Text, mention: Mention) -> str:
    """The name inside the phrase: of «محيط بلدة X» X."""
    name = mention.part("name") or mention
    while (inner := name.part("name") or name.part("place")) is not None:
        name = inner
    return text.folded.text[name.start : name.end].strip('«»"“”() ')


def covered(text: Text, mention: Mention, mentions: list[Mention], wider: dict[Mention, Mention]) -> bool:
    """A country, governorate or city beside a finer place of its own says nothing more."""
    value = place_of(mention)
    fields = [place_of(other) for other in mentions if place_of(other).kind in FIELDS]
    if is_unnamed_field(text, mention) and any(field.ids for field in fields):
        return True
    others = [other for other in mentions if other is not mention and not paired(mention, other, wider)]
    if is_border(mention) and any(place_of(other).precision < 4 and not is_border(other) for other in others):
        return True
    if is_border(mention) and _bounds(mention, others):
        return True
    finer = [other for other in others if _is_finer(other, mention)]
    region = value.kind == "region"
    if _is_wide(value) and any(
        not _abroad(mention, other) and (not region or _may_lie_in(text, other, mention)) for other in finer
    ):
        return True
    if value.kind in HOLDING and any(_is_unnamed_quarter(other) for other in others):
        return True
    named = [other for other in others if other in wider]
    if any(_names(text, wider[other], mention) and not same_place(text, other, mention) for other in named):
        return True
    return any(_lies_inside(other, mention) for other in others)


def _bounds(border: Mention, others: list[Mention]) -> bool:
    """«شرق سوريا وغرب العراق» of one telling, «الحدود العراقية السورية» of another: parts of both countries say it."""
    by_id = load().by_id
    wide = [other for other in others if _is_of_country(place_of(other)) and abs(other.first - border.first) > CLAUSE]
    lands = {frozenset(by_id[i].country for i in place_of(other).ids) for other in wide}
    return len({land for land in lands if len(land) == 1}) > 1


def _is_unnamed_quarter(one: Mention) -> bool:
    """«الحي الصناعي»: every town has one; it lies in the town that is told beside it."""
    return one.rule == "places.part" and place_of(one).kind == "neighbourhood"


def is_unnamed_field(text: Text, mention: Mention) -> bool:
    """«حقل غاز», «حقلا نفطيا»: one that is named elsewhere if the report knows its name."""
    return place_of(mention).kind in FIELDS and not place_of(mention).ids and core(text, mention) in RESOURCES


def is_named_elsewhere(text: Text, mention: Mention) -> bool:
    """«حقل غاز» in a report that speaks of a field by its name."""
    fields = (m.value for m in text.chart.kinds.get("place", ()) if getattr(m.value, "kind", "") in FIELDS)
    return is_unnamed_field(text, mention) and any(getattr(field, "ids", ()) for field in fields)


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


def _is_wide(value: PlaceRef) -> bool:
    """A governorate, a country, or a countryside of the gazetteer's: «ريف حلب الغربي»."""
    by_id = load().by_id
    countryside = value.kind == "region" and any(by_id[i].kind in ("region", "governorate") for i in value.ids)
    return value.precision >= COARSE or countryside


def _is_finer(one: Mention, mention: Mention) -> bool:
    """Whether the one place is smaller; a border is long, and as such finer than a country only."""
    mine, theirs = place_of(one), place_of(mention)
    if is_border(one) and theirs.precision <= COARSE and one.rule != "places.directed":
        return False
    if mine.precision == theirs.precision and _is_wide(mine):
        return _is_of_country(theirs) and not _is_of_country(mine)
    return mine.precision <= theirs.precision


def _is_of_country(value: PlaceRef) -> bool:
    """«جنوب شرق تركيا»: a region that lies in no governorate."""
    by_id = load().by_id
    parents = [by_id[i].parent for i in value.ids if by_id[i].kind == "region"]
    return bool(parents) and all(p is None or by_id[p].kind == "country" for p in parents)


def _abroad(left: Mention, right: Mention) -> bool:
    """«في سوريا وفي شمال العراق»: two wide places of one clause, in different countries."""
    if abs(left.first - right.first) > CLAUSE or min(place_of(left).precision, place_of(right).precision) < COARSE:
        return False
    by_id = load().by_id
    here, there = ({by_id[i].country for i in place_of(m).ids} for m in (left, right))
    return bool(here and there) and not here & there


def paired(left: Mention, right: Mention, wider: dict[Mention, Mention]) -> bool:
    """«صنعاء وهمدان»: two places of one list, side by side but for what holds the first («حي س في ص وقرية ع»)."""
    first, second = sorted((left, right), key=lambda m: m.start)
    ends = (first.last, wider.get(first, first).last)
    return second.lead.startswith("و") and any(0 <= second.first - end <= 1 for end in ends)


def _names(text: Text, wide: Mention, mention: Mention) -> bool:
    """Whether the wider place that was given is the mention's own, or its name is."""
    a, b = place_of(wide), place_of(mention)
    if b.kind in BUILT and a.kind != b.kind:
        return False
    return bool(set(a.ids) & set(b.ids)) or core(text, wide) == core(text, mention)


def _lies_inside(narrow: Mention, mention: Mention) -> bool:
    """Every place that the one may be lies in one that the other may be, and is another."""
    mine, theirs = set(place_of(mention).ids), set(place_of(narrow).ids)
    if not mine or not theirs or mine & theirs or _ends(mention):
        return False
    gazetteer = load()
    return all(any(gazetteer.within(i, w) or _is_quarter(i, w) for w in mine) for i in theirs)


def _is_quarter(narrow_id: str, wider_id: str) -> bool:
    """Whether the one is a quarter and the other the city that it is of, in the same governorate."""
    narrow, wider = load().by_id[narrow_id], load().by_id[wider_id]
    quarter = narrow.kind == "neighbourhood" and wider.kind == "city" and narrow.parent == wider.parent
    return quarter and kilometres(narrow, wider) <= CITY_KM


def outdone(text: Text, draft: Draft, mention: Mention, mentions: list[Mention], wider: dict[Mention, Mention]) -> bool:
    """One telling names the city that everybody knows; another says where in it or near it: that is finer."""
    tellings = [set(event.of("site")) for event in draft.mentions]
    beside = {m for told in tellings if mention in told for m in told if isinstance(m.value, PlaceRef)} | {mention}
    others = [o for o in mentions if not any(o == one or same_place(text, o, one) for one in beside)]
    headline = _headline(draft, mention)
    if headline and any(_leads_to(o, mention) for o in mentions):
        return True
    if headline and any(
        _governorates(mention) & (_governorates(o) | _governorates(wider.get(o, o)))
        and place_of(o).precision <= min(place_of(mention).precision, 3)
        and not _is_bigger(o, mention)
        for o in others
    ):
        return True
    return any(_is_part(o, mention, wider) or _is_nearer(o, mention) for o in others)


def _is_nearer(one: Mention, mention: Mention) -> bool:
    """«قرب مدينة العريش» of one telling, «في منطقة كرم القواديس» of another: near it is vaguer than in it."""
    near = mention.rule == "places.directed" and place_of(mention).precision == NEAR and not _is_road(mention)
    named = one.rule != "places.directed" and place_of(one).precision <= NEAR + 1
    return near and named and bool(_governorates(one) & _governorates(mention)) and _may_be_near(one, mention)


def _is_road(mention: Mention) -> bool:
    """«أطراف الطريق الواصل بين سرمين وآفس»: near a road is not near a town."""
    return place_of(mention).kind == "road"


def _may_be_near(one: Mention, mention: Mention) -> bool:
    """Whether the one may lie near the other: «محيط دير سنبل» is not near «باتنتة», of the same governorate."""
    by_id = load().by_id
    mine, theirs = ([by_id[i] for i in place_of(m).ids] for m in (one, mention))
    return not mine or not theirs or any(kilometres(p, w) <= NEAR_KM for p in mine for w in theirs)


def _leads_to(road: Mention, mention: Mention) -> bool:
    """«طريق القامشلي – عامودا» beside «القامشلي» of the headline: the road says where before the town."""
    return mention.rule != "places.directed" and not _ends(mention) and bool(_ends(road) & set(place_of(mention).ids))


def _ends(road: Mention) -> set[str]:
    """What the two ends of «طريق القامشلي – عامودا» may be; none for a place that is no road between two."""
    return {i for role in ("from", "to") if (end := road.part(role)) is not None for i in ids_of(end)}


def _is_bigger(one: Mention, mention: Mention) -> bool:
    """«مدينة إدلب» beside «بلدة سرمين»: a city says less than a village."""
    ranks = {"village": 1, "town": 2, "city": 3}
    return ranks.get(place_of(one).kind, 0) > ranks.get(place_of(mention).kind, 3)


def _headline(draft: Draft, mention: Mention) -> bool:
    """Whether only the report's first sentence names the place."""
    body = {m for event, at in zip(draft.mentions, draft.sentences, strict=True) if at for m in event.of("site")}
    ids = set(place_of(mention).ids)
    return mention not in body and not any(set(place_of(m).ids) & ids and not _ends(m) for m in body)


def _is_part(one: Mention, mention: Mention, wider: dict[Mention, Mention]) -> bool:
    """«مدينة عدن … دار سعد», «تعز … تبة مسعود»: the one may lie in the other, as far as anybody knows."""
    mine, theirs = place_of(one), place_of(mention)
    by_id = load().by_id
    area = any(by_id[i].kind == "governorate" for i in theirs.ids)
    town = theirs.kind in TOWNLY and theirs.precision <= 2
    inside = mine.kind in IN_TOWNS or (mine.kind == "region" and not mine.ids)
    if not ((inside and (area or town)) or (area and mine.kind in IN_AREAS)):
        return False
    known = _governorates(one) | _governorates(wider.get(one, one))
    return bool(known & _governorates(mention)) if known else bool(theirs.ids)


def _governorates(mention: Mention) -> set[str]:
    """The governorates that the place may be or lie in."""
    gazetteer = load()
    chain = [p for i in place_of(mention).ids for p in (gazetteer.by_id[i], *gazetteer.ancestors(i))]
    return {p.id for p in chain if p.kind == "governorate"}
