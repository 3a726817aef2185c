"""Where an act was: which places beside it are its site, which its origin, which only a dateline or a speaker."""

from __future__ import annotations

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention, Part
from waqai.reading.origins import is_origin
from waqai.reading.under import is_calmed, is_of_force

COUNTRYWIDE = 4
WIDE = 3
REACH = 18
SAYING = 10
STRUCK = 8
THAT = frozenset("ان انه انها انهم بان بانه بانها".split())
FIRE = frozenset("strike launch fall shelling air_strike bombing_from_air explosion attack".split())
ADVANCING = frozenset(["clash", "assault"])
TRYING = ("حاول", "محاول", "تسلل", "التسلل")
LEAVING = frozenset("withdrawal transfer take abduction arrest raid siege clash assault destroy".split())
WHEN = frozenset("عند لدي فور حين اثناء".split())
ARRIVING = 5
THEN = frozenset("كان كانت كانوا اثناء خلال لدي حين عندما وهم وهو وهي".split())
PRESENT = 4
CARRIED = 5
LONG = 5
SEVERAL = 2
JOURNEY = 10
TOWARDS = frozenset("باتجاه نحو صوب".split())
IN = frozenset(["في", "من", "علي", "الي"])
WAYS = frozenset(["الي", "من", "بين", "نحو", "باتجاه", "صوب"])
LYING = frozenset(
    """الواقع الواقعه الواقعين الواقعتين تقع يقع الكاين الكاينه التابع التابعه تابع تابعه التابعين المتاخمه المتاخم
    المجاوره المجاور المقابل المقابله""".split()
)
SUPPLY = frozenset("طرق طريق خطوط خط امداد امدادات الامداد الامدادات التواصل الاتصال".split())
STOPS = frozenset("، , . ؛ : -".split())
HELD_AREA = "places.held"
"""«من مناطق سيطرة قسد»: told only as where fire came from."""
ASIDE = ("whereabouts", "travel", "ranked")
PARTS = frozenset(
    """مناطق منطقه اجزاء جزء جزءا قسم قسما احياء قري بلدات مدن مواقع نقاط انحاء واسعه كل عدد كثير عده اماكن موقع
    كبير كبيره كامل بعض معظم قريبه بالقرب مقربه شمال جنوب شرق غرب احد احدي كلا كلم كيلومتر كيلومترا مسافه
    مختلفه متفرقه عديده متعدده كثيره اخري""".split()
)


def before(chart: Chart, item: Mention, steps: int = 1) -> str:
    """The word before the item, past quotation marks; '' at the beginning."""
    index = item.first
    for _ in range(steps):
        index -= 1
        while index >= 0 and chart.tokens[index].text in QUOTES:
            index -= 1
    return chart.tokens[index].text if index >= 0 else ""


def place_role(
    chart: Chart, acts: list[Mention], place: Mention, taken: list[Part], *, reach: int = REACH
) -> str | None:
    """A site stands after a preposition or as the object, at most `reach` words off; a dateline is none."""
    mate = _mate(chart, place)
    if mate is not None and acts[0].first < mate.first:
        return place_role(chart, acts, mate, taken)
    if is_origin(chart, acts, place, taken):
        return "origin"
    word = before(chart, place)
    if place.rule == HELD_AREA or is_told_at(chart, place) or word == "او" or _is_aside(chart, place):
        return None
    if _apart(chart, _reached(acts, taken, place), place.first) > reach and not _listed(chart, place, taken):
        return None
    precision = getattr(place.value, "precision", 1)
    speaking = any(m.start == place.start for m in chart.kinds.get("metonym", ()))
    told = (*chart.kinds.get("speaker", ()), *chart.kinds.get("attribution", ()))
    if word == "في" and any(0 <= place.first - 1 - said.last <= 1 for said in told):
        return None
    about = [one for one in (place, _held(chart, place)) if one is not None]
    if any(_is_elsewhere(chart, acts, one) for one in about) and not _advances(chart, acts, place, taken):
        return None
    if _is_of_speaking(chart, acts, place) or is_of_force(chart, place):
        return None
    inside = place.lead in ("ب", "وب") or word in ("في", "وفي")
    listed = _listed(chart, place, taken) or is_struck(acts, place, taken)
    if inside or place.rule == "places.directed" or listed:
        return "site"
    if precision > COUNTRYWIDE or speaking or place.lead.endswith(("ل", "ك")):
        return None
    return "site"


def is_struck(acts: list[Mention], place: Mention, taken: list[Part]) -> bool:
    """«استهداف الميليشيات لقاعدة حقل العمر», «قصف الطيران لمدينة إدلب»: what the doer of a noun for an act hit."""
    nouns = [act for act in acts if not act.form.startswith("verb") and act.value in FIRE and act.last <= place.first]
    if place.lead != "ل" or not nouns or place.first - nouns[-1].last > STRUCK:
        return False
    if nouns[-1].last == place.first:
        return True
    return any(role == "initiator" and nouns[-1].last <= m.first < place.first for role, m in taken)


def _held(chart: Chart, place: Mention) -> Mention | None:
    """«رحلة إلى بلدة كذا في سوريا»: the place that a wide one just behind «في» holds."""
    end = place.first - 1 if before(chart, place) == "في" else place.first if place.lead == "ب" else -1
    if end < 0 or getattr(place.value, "precision", 1) < WIDE:
        return None
    return next((m for m in chart.kinds.get("place", ()) if m.last == end), None)


def _is_aside(chart: Chart, place: Mention) -> bool:
    """«مدينة عين العرب (كوباني)», «قرية شنف التابعة لناحية كذا (جنوب شرقي الموصل)»: another name, or where it lies."""
    if place.first == 0 or chart.tokens[place.first - 1].text != "(":
        return False
    before_it = any(m.last == place.first - 1 for m in chart.kinds.get("place", ()))
    closed = place.last < len(chart.tokens) and chart.tokens[place.last].text == ")"
    named = place.rule != "places.directed" and getattr(place.value, "precision", 1) <= 2
    return closed and before_it and (named or place.rule == "places.directed")


def fronting(chart: Chart, place: Mention) -> bool:
    """«…، وفي مديرية لودر نصبت المقاومة كمينا»: the place opens a clause, whose act follows."""
    first = place.first
    if not place.lead.endswith("ب"):
        first -= 1
        if first < 0 or chart.tokens[first].text not in ("في", "وفي"):
            return False
    opened = chart.tokens[first].text.startswith("و") or place.lead.startswith("وب")
    return opened or first == 0 or chart.tokens[first - 1].text in STOPS


def _apart(chart: Chart, start: int, end: int) -> int:
    """How many tokens stand between; a list of names in quotation marks counts for nothing."""
    marks = [i for i in range(start, end) if chart.tokens[i].text in QUOTES]
    quoted = [(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if b - a > LONG]
    named = sum(b - a + 1 for a, b in quoted if sum(a < m.first < b for m in chart.kinds.get("name", ())) >= SEVERAL)
    return end - start - named


def _reached(acts: list[Mention], taken: list[Part], place: Mention) -> int:
    """«دارت اشتباكات بين … من جهة، و… من جهة أخرى، في محيط …»: the act's words go on as far as its parties."""
    parties = (m.last for role, m in taken if role in ("initiator", "target") and m.last <= place.first)
    return max(acts[-1].last, *parties, 0)


def is_told_at(chart: Chart, place: Mention) -> bool:
    """Whether the place is a dateline or part of who speaks."""
    speaking = any(s.start <= place.start and place.end <= s.end for s in chart.kinds.get("speaker", ()))
    return speaking or is_dateline(chart, place)


def _is_of_speaking(chart: Chart, acts: list[Mention], place: Mention) -> bool:
    """«أفادت مصادر لصحيفة … في دمشق، بأن»، «قال في مؤتمر صحافي في أنقرة إن»: where it was said."""
    if place.first > acts[0].first:
        return False
    if any(said.start < place.start and place.end <= said.end for said in chart.kinds.get("attribution", ())):
        return True
    index = place.last
    while index < len(chart.tokens) and chart.tokens[index].text in (*QUOTES, "،", ",", ":"):
        index += 1
    that = chart.tokens[index].text if index < len(chart.tokens) else ""
    said = (m.first for m in chart.kinds.get("saying", ()))
    return that in THAT and any(0 < place.first - first <= SAYING for first in said)


def _is_elsewhere(chart: Chart, acts: list[Mention], place: Mention) -> bool:
    """Where somebody comes from, goes to or stands, what a place lies near to: no site of the act."""
    word = before(chart, place)
    written = place.lead.lstrip("و")
    steps = 0 if written in ("ب", "ل") else 1
    near = {kind for step in (1, 2) for kind in kinds_before(chart, place, steps + step)}
    just = kinds_before(chart, place, 1)
    if "whereabouts" in near | just and _is_present(chart, acts, place):
        return False
    if "whereabouts" in just and place.rule != "places.directed" and not place.lead:
        return True
    if word == "بين" and before(chart, place, 2) in LYING:
        return any(m.last == place.first - 2 for m in chart.kinds.get("place", ()))
    if word == "بين" and SUPPLY & {t.text for t in chart.tokens[max(0, place.first - 5) : place.first]}:
        return True
    if "ranked" in just or (place.rule == "places.directed" and "whereabouts" in just):
        return True
    if (written == "ب" or word in IN) and "whereabouts" in near:
        return True
    if word == "في" and before(chart, place, 2) in LYING and getattr(place.value, "precision", 1) >= WIDE:
        return any(m.kind == "placeword" and m.form == "the" for m in chart.starts.get(place.first - 3, ()))
    if word == "الي" and (_is_carried(chart, place) or _is_goal(chart, place)):
        return True
    if (written == "ل" or word in WAYS) and "travel" in near:
        return word in TOWARDS or not _is_arriving(chart, place)
    return _is_bound(chart, acts, place, word)


def _is_carried(chart: Chart, place: Mention) -> bool:
    """«ونقلوا على الفور إلى مشفى كذا»: where the wounded were taken."""
    if getattr(place.value, "kind", "") != "facility":
        return False
    return any(0 < place.first - m.last <= CARRIED for m in chart.kinds.get("travel", ()))


def _is_goal(chart: Chart, place: Mention) -> bool:
    """«خلال توجهها من مدينة كذا بريف كذا إلى مدينة كذا»: where a journey from elsewhere was to end."""
    journeys = (m.last for m in chart.kinds.get("travel", ()) if 0 < place.first - m.last <= JOURNEY)
    return any(chart.tokens[last].text == "من" for last in journeys)


def _is_present(chart: Chart, acts: list[Mention], place: Mention) -> bool:
    """«قصفت مواطنين كانوا متواجدين عند مدخل كذا», «خلال تواجدهم في»: where they were when it happened."""
    return any(act.value in FIRE for act in acts) and bool(
        THEN & {token.text for token in chart.tokens[max(0, place.first - PRESENT) : place.first]}
    )


def _is_arriving(chart: Chart, place: Mention) -> bool:
    """«عند وصولها إلى وادي كذا», «لدى عبوره إلى»: where it was when it happened."""
    return bool(WHEN & {token.text for token in chart.tokens[max(0, place.first - ARRIVING) : place.first]})


def _is_bound(chart: Chart, acts: list[Mention], place: Mention, word: str) -> bool:
    """«إلى X», «من X», «باتجاه X»: only some acts happen where they lead to or come from."""
    values = {str(act.value) for act in acts}
    if word == "الي" and is_calmed(chart, place):
        return False
    if _is_of_part(chart, place, word) or (place.lead.endswith("ل") and word in LYING):
        return False
    if word == "الي" or place.lead.endswith("ل"):
        return not values & FIRE
    if word in TOWARDS:
        return not values & FIRE
    if word == "من":
        return not values & LEAVING and before(chart, place, 2) not in PARTS
    return word == "بعد"


def _advances(chart: Chart, acts: list[Mention], place: Mention, taken: list[Part]) -> bool:
    """«حاولت القوات التقدم نحو قرى كذا», «محاولة تسلل باتجاه كذا»: what was tried for, where no other place is told."""
    near = [act for act in acts if act.value in ADVANCING and 0 < place.first - act.last <= 2]
    if not near or before(chart, place) not in TOWARDS or any(r == "site" and m is not place for r, m in taken):
        return False
    return any(token.text.lstrip("و").startswith(TRYING) for token in chart.tokens[near[0].first : place.first])


def _is_of_part(chart: Chart, place: Mention, word: str) -> bool:
    """«الأحياء الشمالية من مدينة عدن», «الأطراف الشرقية لحلب»: the place that the part is of."""
    end = place.first - 1 if word == "من" else place.first
    if word != "من" and not place.lead.endswith("ل"):
        return False
    return any(m.last == end and m.rule == "places.part" for m in chart.kinds.get("place", ()))


def kinds_before(chart: Chart, place: Mention, steps: int) -> set[str]:
    """The kinds of the words of places that end `steps` words before the place."""
    index = place.first
    for _ in range(steps):
        index -= 1
        while index >= 0 and chart.tokens[index].text in QUOTES:
            index -= 1
    return {kind for kind in ASIDE for m in chart.kinds.get(kind, ()) if m.last == index + 1}


def _mate(chart: Chart, place: Mention) -> Mention | None:
    """«إلى الضالع ولحج»: the place just before in a list, whose role the next ones share."""
    if place.lead != "و":
        return None
    end = place.first
    while end > 0 and chart.tokens[end - 1].text in QUOTES:
        end -= 1
    return next(
        (m for m in chart.kinds.get("place", ()) if end <= m.last <= place.first and m.start < place.start), None
    )


def _listed(chart: Chart, place: Mention, taken: list[Part]) -> bool:
    """في حلب وإدلب: the next of a list of sites."""
    sites = [m for role, m in taken if role == "site"]
    return bool(sites) and place.first - sites[-1].last <= 1 and (place.lead == "و" or before(chart, place) in "،,")


HEAD = 4
"""Words of a dateline, and of the agency behind it, at most."""
DASHES = frozenset("- – — :".split())


def is_dateline(chart: Chart, place: Mention) -> bool:
    """دمشق – …، أربيل (كوردستان24)- …: where the report was written."""
    opening = place.first == 0 or chart.tokens[place.first - 1].kind == "newline"
    after = chart.tokens[place.last].text if place.last < len(chart.tokens) else ""
    alone = place.last < len(chart.tokens) and chart.tokens[place.last].kind == "newline" and place.first > 0
    again = place.last + 1 < len(chart.tokens) and chart.tokens[place.last + 1].text == "."
    dotted = after in ("…", "..", "...") or (after == "." and again)
    marked = after in ("–", "-", "—", "(", "/", ":", "ـ", "«", "،")
    return (opening and (alone or dotted or marked)) or _names_agency(chart, place)


def _names_agency(chart: Chart, place: Mention) -> bool:
    """«أربيل (هولير اليوم)- …»: a place within the name of who reports, in brackets behind the dateline."""
    head, tail = chart.tokens[max(0, place.first - HEAD) : place.first], chart.tokens[place.last : place.last + HEAD]
    texts = [token.text for token in tail]
    if not head or head[-1].text != "(" or ")" not in texts[:-1] or texts[texts.index(")") + 1] not in DASHES:
        return False
    return len(head) < HEAD or any(token.kind == "newline" for token in head)
