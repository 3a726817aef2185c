"""Whose a thing or person is that was hit: named with it, civilian, or told by the report's sides and places.

«قصف طيران التحالف مواقع قتالية» in a report on داعش: the positions are its. «هجوم على نقطة تفتيش» in Mosul with no
doer of the state: the state's. What the report does not settle has no owner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import pairwise

from waqai.claims.drafts import codebook_id
from waqai.reading.government import PREPOSITIONS, governor, word_at
from waqai.reading.model import Mention
from waqai.reading.people.facilities import Facility
from waqai.reading.people.persons import Persons
from waqai.reading.places.grammar import PlaceRef
from waqai.reading.read import Text
from waqai.reference.places.places import load as places

GOVERNMENTS = {
    "SY": "syrian_government",
    "IQ": "iraqi_government",
    "YE": "yemeni_government",
    "LB": "lebanese_government",
    "EG": "egyptian_government",
    "LY": "libyan_government",
    "SD": "sudanese_government",
    "TR": "turkey",
    "IL": "israel",
    "IR": "iran",
    "SA": "saudi_government",
}
CAMPS: tuple[frozenset[str], ...] = tuple(
    frozenset(camp.split())
    for camp in (
        "us_forces coalition_oir sdf ypg peshmerga iraqi_government",
        "iraqi_government popular_mobilization us_forces coalition_oir peshmerga",
        "syrian_government russia iran irgc hezbollah iran_backed_militias",
        "iran irgc iran_backed_militias hezbollah islamic_resistance_iraq popular_mobilization",
        "syrian_opposition syrian_national_army turkey hts_nusra",
        "saudi_led_coalition saudi_government yemeni_government popular_resistance_yemen",
        "houthis saleh_forces",
        "hamas palestinian_islamic_jihad hezbollah",
        "ypg sdf pkk",
    )
)
"""Who does not hit whom, as reports of these years have it; a report that says otherwise names both."""
STATE_WORDS = frozenset(
    "شرط درك امن تفتيش حاجز سيطره كمين مفوض كماين مخفر مخافر حواجز قوافل ثكن قافل ضابط جندي جنود عسكري حدود "
    "شرطي مركز".split()
)
LOADED = ("ارهابي", "متطرف", "متشدد", "تكفيري", "انقلابي", "متمرد", "مقاتل")
PUBLIC = ("مشف", "مستشف", "مدرس", "مدارس", "مسجد", "مساجد", "سوق", "اسواق", "جامع", "كنيس", "مخيم", "مستوصف")
MOVING = ("سيار", "مركب", "عجل", "شاحن", "عرب", "رتل", "زورق", "قارب", "هدف", "اهداف")
POLICE = ("شرط", "درك")
AGAINST = frozenset("علي ضد باتجاه نحو".split())
CLERGY = frozenset("شيخ امام خطيب مطران اسقف حاخام".split())
SUPPORTERS = ("مويد", "مناصر", "متعاطف", "محسوب")
SUSPECTED = ("يشتبه", "مشتبه", "مطلوب", "متهم")
MEMBERS = ("انتما", "ينتم", "تابع", "عناصر", "اعضا")
ALLIED = ("موال", "متحالف", "مرتبط", "مدعوم")
PARTISAN = ("يسار", "يمين", "تيار", "جناح")
THEIRS = frozenset("لها له لهم معها معه معهم بها به بهم منها منه منهم".split())
PLACED = ("شمال", "جنوب", "شرق", "غرب", "قرب", "قريب", "بالقرب", "محيط", "بجوار", "مجاور", "بين")
MAKING = ("وكر", "اوكار", "ورش", "معمل", "معامل", "مصنع", "مصانع")
VEHICLES = ("سيار", "مركب", "شاحن", "عرب", "حافل", "دراج")
WHICH = frozenset("الذي التي حيث".split())
HOUSING = 7
"""Words from a field to «قاعدة» behind «الذي يضم», «التي توجد فيه أكبر»."""
BASES = frozenset("base airport".split())
UNSHARED = frozenset(["IL", "EG", "IR", "SD"])
"""Where a named base is the state's; in others it may be a guest's, and only the report can tell."""
BEHIND = 10
"""Letters behind a phrase in which «لها» may stand."""
UNSIDED = frozenset(["civilians", "unidentified", None])


def owner_id(text: Text, thing: Mention, doers: Collection[str | None]) -> str | None:
    """The codebook's id of who has the thing or person, where its own words name none."""
    if is_civilian(text, thing):
        return "civilians"
    if not _is_military(thing) and getattr(thing.value, "side", "") != "official":
        return None
    words = [word_at(text.chart, i).removeprefix(thing.lead).removeprefix("ال") for i in range(thing.first, thing.last)]
    state = government(text, thing)
    friends = {friend for camp in CAMPS for friend in camp for doer in doers if doer in camp} | set(doers)
    if any(word.startswith(POLICE) for word in words[:2]) and state not in doers:
        return state
    known = set(doers) - UNSIDED
    if getattr(thing.value, "side", "") == "official":
        return state
    stately = any(word.startswith(tuple(STATE_WORDS)) for word in words) and state not in friends
    if isinstance(thing.value, PlaceRef):
        return _base_owner(text) or _home_base(thing.value, known, friends)
    if known and _is_foes(text, thing) and not _beside_base(text, thing):
        return _foe(text, friends) or (state if stately else None)
    return state if stately and not known else None


def _home_base(place: PlaceRef, known: Collection[str | None], friends: Collection[str | None]) -> str | None:
    """A base in a country where no other army has any is its own army's, if another hits it."""
    countries = {places().by_id[one].country for one in place.ids}
    if place.kind not in BASES or not known or len(countries) != 1 or not countries <= UNSHARED:
        return None
    state = GOVERNMENTS[next(iter(countries))]
    return state if state not in friends else None


def _base_owner(text: Text) -> str | None:
    """حقل العمر، الذي يضم قاعدة للتحالف: whose bases the report speaks of."""
    owners: Counter[str] = Counter()
    for thing in text.chart.kinds.get("facility", ()):
        if word_at(text.chart, thing.first).removeprefix(thing.lead).startswith(("قاعد", "القاعد", "قواعد", "القواعد")):
            inside = (m for m in text.chart.kinds.get("actor", ()) if thing.start < m.start < thing.end + 12)
            owners.update(one for m in inside if (one := codebook_id(m)) not in UNSIDED and one is not None)
    return owners.most_common(1)[0][0] if owners else None


def houses_base(text: Text, field: Mention) -> bool:
    """«حقل العمر الذي يضم أكبر قاعدة للتحالف», «الحقل الذي يضم قاعدة»: wherever the report says so of the field."""
    name = {token.text for token in text.tokens[field.first : field.last]} | {"الحقل"}
    for other in (*text.chart.kinds.get("place", ()), *text.chart.kinds.get("placeword", ())):
        if not name & {token.text for token in text.tokens[other.first : other.last]}:
            continue
        behind = [token.text for token in text.tokens[other.last : other.last + HOUSING]]
        if behind[:1] == ["،"]:
            behind = behind[1:]
        if behind and behind[0] in WHICH and any(word.startswith("قاعد") for word in behind):
            return True
    return False


def _is_foes(text: Text, thing: Mention) -> bool:
    """مواقع قتالية، رتلا: what an enemy fights with, not where somebody made it («ورشة تفخيخ»).

    A named place has an owner of its own; so has who is a person, a single car, and what only its place tells apart
    («معسكرا شمال القاعدة»).
    """
    if not isinstance(thing.value, Facility):
        return False
    words = [word_at(text.chart, i) for i in range(thing.first, thing.last)]
    if len(words) == 1:
        moved = words[0].startswith(VEHICLES) and not thing.form.startswith(("noun.plural", "noun.dual"))
        if moved or word_at(text.chart, thing.last).startswith(PLACED):
            return False
    if words[0].removeprefix(thing.lead).startswith(MAKING):
        return False
    moving = any(word.startswith(MOVING) for word in words)
    return (thing.value.side == "military" or moving) and not any(word.startswith("ال") for word in words[:2])


def _beside_base(text: Text, thing: Mention) -> bool:
    """«استهدفت الغارات قاعدة فلان، ودمرت منصات»: whose base it is the report leaves open, and so whose they are."""
    start = next((low for low, high in text.sentences if low <= thing.start < high), 0)
    before = (place for place in text.chart.kinds.get("place", ()) if start <= place.start < thing.start)
    return any(
        getattr(place.value, "kind", "") in BASES and governor(text.chart, place) not in PREPOSITIONS
        for place in before
    )


def is_apart(text: Text, start: int, end: int) -> bool:
    """«مؤيدي التنظيم», «يشتبه في ارتباطهم به», «الموالين لها», «من اليسار»: near a side, and by that not of it."""
    tokens = [token for token in text.tokens if token.start < end + BEHIND and start < token.end]
    words = [token.text.removeprefix("ال") for token in tokens]
    inside = [word for token, word in zip(tokens, words, strict=True) if token.start < end]
    if not inside or inside[0].lstrip("ولب").removeprefix("ال").startswith(SUPPORTERS):
        return bool(inside)
    if any(word.startswith(SUSPECTED) for word in inside):
        return not any(word.startswith(MEMBERS) for word in inside)
    pairs = list(pairwise(words))
    if any(word == "من" and after.startswith(PARTISAN) for word, after in pairs[: len(inside)]):
        return True
    return any(word.startswith(ALLIED) and after in THEIRS for word, after in pairs)


def fighters_id(text: Text, actor: Mention, doers: Collection[str | None]) -> str | None:
    """قصف التحالف … العناصر الإرهابية: fighters named only by a loaded word are the doers' enemy."""
    known = set(doers) - UNSIDED
    if not known or codebook_id(actor) not in UNSIDED or getattr(actor.value, "sort", "") not in ("fighters", "loaded"):
        return None
    if getattr(actor.value, "id", None) is not None or is_apart(text, actor.start, actor.end):
        return None
    friends = {friend for camp in CAMPS for friend in camp for doer in doers if doer in camp} | set(doers)
    words = [word_at(text.chart, i).lstrip("ولب").removeprefix("ال") for i in range(actor.first, actor.last + 1)]
    return _foe(text, friends) if any(word.startswith(LOADED) for word in words) else None


def is_public(text: Text, thing: Mention) -> bool:
    """People who do not fight, and what is everybody's: a hospital is civilian whoever runs it, no workshop is."""
    if not is_civilian(text, thing):
        return False
    word = word_at(text.chart, thing.first).removeprefix(thing.lead).removeprefix("ال")
    if isinstance(thing.value, Persons):
        return not any(thing.start < m.start < thing.end for m in text.chart.kinds.get("actor", ()))
    return word.startswith(PUBLIC)


def is_civilian(text: Text, thing: Mention) -> bool:
    """A home, a hospital, a camp, a person of no side that fights."""
    value = thing.value
    if isinstance(value, Facility):
        return value.side == "civilian"
    if isinstance(value, Persons):
        first = word_at(text.chart, thing.first).removeprefix(thing.lead).removeprefix("ال")
        return value.side in ("civilian", "kin") or (value.side == "official" and first in CLERGY)
    heads = [m for m in text.chart.starts.get(thing.first, ()) if m.kind == "object"]
    return isinstance(value, PlaceRef) and any(m.value == "civilian" for m in heads)


def _is_military(thing: Mention) -> bool:
    value = thing.value
    if isinstance(value, PlaceRef):
        return value.kind in ("base", "airport", "oil_field", "gas_field", "facility", "crossing")
    return isinstance(value, Facility | Persons) and value.side in ("military", "other")


def government(text: Text, thing: Mention) -> str | None:
    """The state in whose country the report's places lie, the nearest ones before all."""
    lands: dict[str, float] = {}
    gazetteer = places()
    start, end = next(((a, b) for a, b in text.sentences if a <= thing.start < b), (0, 0))
    for place in text.chart.kinds.get("place", ()):
        weight = 3.0 if start <= place.start < end else 0.3
        countries = {gazetteer.by_id[one].country for one in getattr(place.value, "ids", ())}
        for country in countries:
            lands[country] = lands.get(country, 0.0) + weight / len(countries)
    return GOVERNMENTS.get(max(lands, key=lambda land: (lands[land], land))) if lands else None


def _foe(text: Text, friends: Collection[str | None]) -> str | None:
    """The side that the report tells most of being hit or fought, outside the doers' own."""
    told: Counter[str] = Counter()
    for actor in text.chart.kinds.get("actor", ()):
        one = codebook_id(actor)
        if one is None or one in UNSIDED or one in friends:
            continue
        owned = any(thing.start <= actor.start < thing.end for thing in text.chart.kinds.get("facility", ()))
        told[one] += 3 if owned or governor(text.chart, actor) in AGAINST else 1
    return told.most_common(1)[0][0] if told else None
