"""Facilities and persons that an act was aimed at."""

from __future__ import annotations

from waqai.reading.agents import AGAINST
from waqai.reading.blasts import blasted
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.government import (
    ADVERBS,
    OPENERS,
    PREPOSITIONS,
    QUANTITIES,
    governor,
    joined_to,
    leans,
    unplaced,
    verb_at,
    word_at,
)
from waqai.reading.model import Mention, Part
from waqai.reading.nominals import OBJECT_NOUNS, past_adjuncts
from waqai.reading.origins import is_launched_from, is_of_weapon
from waqai.reading.verbals import DRIVING, driven, has_subject, verb_reaches

AIM = 9
FAR_AIM = 18
"""Words from a verb with its subject to an object that its times and places stand before."""
HIT = frozenset(
    """اصابت اصاب اصابا دمرت دمر دمروا احرقت احرق طالت طال دكت دك سوت اغرقت اغرق تدمير احراق اغراق اعطاب نسف
    اصابه باصابه بتدمير لتدمير""".split()
)
AIMING = frozenset("مستهدفا مستهدفه مستهدفين مستهدفتين مستهدفات ومستهدفا ومستهدفه مستهدفة".split())
"""«شنت غارات على القطاع، مستهدفة مواقع»: a participle says at what."""
SEEMING = frozenset("علي ما يبدو فيه بشكل خاص رييسي مباشر اساسي اساسا خصوصا بذلك فيها".split())
SOME = frozenset("نقاط مواقع اهداف اماكن مراكز".split())
"""«مستهدفا بعض النقاط في محيط المدينة»: nothing that could be named."""
SLAIN = ("مقتول", "مذبوح")
LIST_GAP = 4
LONG_GAP = 8
ADDING = frozenset("اضافه بالاضافه وبالاضافه فضلا علاوه".split())
AGAINST_REACH = 24
HOLDING = frozenset(["take", "withdrawal", "transfer", "base"])
PERSONAL = frozenset(["killing", "killed", "abduction", "arrest", "shooting"])
HELD = frozenset(["arrest", "abduction", "raid"])
HOLDING_PEOPLE = HELD - {"raid"}
RIDING = frozenset("متن ركوب تستقل استقل يركب يركبون يستقل يستقلون يستقلان استقلوا يقودون يقودان يمتطون".split())
"""«مجهولون يستقلون دراجة»: what the doers came on."""
AMBUSHED = frozenset("كمين كمينا كماين مداهمه مداهمات دهم اقتحام".split())
TRANSITIVE = frozenset("قصف استهداف ضرب تفجير تدمير مهاجمه اغتيال اعتقال".split())
LOYAL = frozenset("مويد مناصر موال معاد مناهض معارض تابع مخلص مسوول داعم منتم".split())
ADJUNCTS = ("when", "clock", "place", "weapon", "means", "period")
HURRIED = frozenset("هرعت نقلت توجهت وصلت سارعت انتقلت حضرت سعي سعت فر نزح هرع وصل".split())
"""«طوقت المكان وهرعت سيارات الإسعاف»: the subject of what happened next."""
CLAUSES = frozenset("فيما بينما حيث كما عندما حين مما وذلك بعدما".split())
REFERRING = frozenset("عليه عليها به بها فيه فيها منه منها له لها".split())
PARTING = OPENERS | frozenset("مما ما وذلك كما وادي ادي ادت اسفر اسفرت".split())


def aim_role(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    """target, or nothing: a facility or person after the act as object, or after على."""
    if _is_no_aim(chart, acts, item, taken):
        return None
    if _goes_on(chart, item, taken) or _is_aimed_at(chart, acts, item):
        return "target"
    word = governor(chart, item)
    if word in AGAINST and leans(chart, item):
        return None
    if word in AGAINST:
        return "target" if _against(chart, acts, item) else None
    if word == "ل" or item.lead.endswith("ل"):
        return "target" if _dative(chart, acts, item, taken) else None
    if item.kind == "facility" and blasted(chart, acts, item, word):
        return "target"
    if word in PREPOSITIONS or item.lead[-1:] in ("ب", "ك"):
        return None
    if word in HIT and item.kind == "facility" and any(abs(item.first - act.first) <= AGAINST_REACH for act in acts):
        return "target"
    hit = _of_verb(chart, acts, item, taken) or _of_noun(chart, acts, item) or _suffers(chart, acts, item)
    return "target" if hit else None


def _suffers(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """«تعرض مخيم …», «تعرض ضابط لقصف»; of persons only to whom the act was done: «تعرض طفلاها لصدمة» is none."""
    if not any(0 < item.first - word.first <= 4 for word in chart.kinds.get("suffering", ())):
        return False
    told = any(act.lead.endswith("ل") and 0 <= act.first - item.last <= AIM for act in acts)
    return item.kind == "facility" or (item.kind == "person" and told)


def _is_aimed_at(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """«غارات …، مستهدفة على ما يبدو مخازن»; «جثتي شابين مقتولين بالرصاص»."""
    if item.kind == "person" and any(
        act.first == item.last and word_at(chart, act.first).startswith(SLAIN) for act in acts
    ):
        return True
    index = item.first - 1
    while word_at(chart, index) in SEEMING | QUANTITIES or word_at(chart, index) in QUOTES:
        index -= 1
    vague = item.last - item.first == 1 and word_at(chart, item.first).removeprefix("ال") in SOME
    return not vague and word_at(chart, index) in AIMING and any(0 < index - act.first <= AGAINST_REACH for act in acts)


def _against(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """هجوم … على موقع; not «قتل … في بيان وزع على الصحافيين»."""
    if item.kind == "facility" and all(act.value in HOLDING_PEOPLE for act in acts):
        return False  # «اعتقلت القوات شابا على حاجز»
    near = [act for act in acts if act.value != "killed" and 0 < item.first - act.first <= AGAINST_REACH]
    return bool(near) and not any(word_at(chart, i) in ".؛\n" for i in range(near[-1].first, item.first))


def _is_no_aim(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> bool:
    """Ground that is taken, who is named by the way, victims that are counted, what else a person is called."""
    values = {str(act.value) for act in acts}
    if item.kind == "facility" and is_launched_from(chart, item):
        return True  # «صاروخ مصدره نقاط عسكرية»
    if word_at(chart, item.first - 1).lstrip("و") in RIDING or _is_in_front(chart, item):
        return True
    if any(role == "initiator" and m.kind == "bomber" and m.start == item.start for role, m in taken):
        return True  # «هاجم انتحاري مقرا»
    if values <= HOLDING or (item.kind == "name" and not values & PERSONAL):
        return True
    seized = values <= PERSONAL | HELD and bool(values & (PERSONAL | HELD))
    return (
        (_victim(chart, item) and not seized)
        or _is_title(chart, item, taken)
        or is_of_weapon(chart, item)
        or _is_subject(chart, acts, item)
        or _of_person(chart, item)
        or _is_head(chart, item)
    )


def _is_in_front(chart: Chart, item: Mention) -> bool:
    """«انفجرت أمام مركز للدرك»: no imam, unless of a mosque."""
    if item.kind != "person" or word_at(chart, item.first) != "امام" or item.last - item.first > 1:
        return False
    return not word_at(chart, item.last).lstrip("و").removeprefix("ال").startswith(("مسجد", "جامع", "خطيب", "حسيني"))


def _is_head(chart: Chart, item: Mention) -> bool:
    """«حديقة مركز ثقافي»: one word before the facility that it is part of."""
    behind = [m for m in chart.starts.get(item.last, ()) if m.kind == "facility" and m.lead == ""]
    return item.kind == "facility" and item.last - item.first == 1 and bool(behind)


def _is_subject(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """«طعن شاب مستوطنا»: of two behind the verb the first did it."""
    if item.kind != "person" or item.lead or word_at(chart, item.first).endswith(("ا", "ين")):
        return False
    if not any(act.last == item.first and act.form in ("verb", "verb.present") for act in acts):
        return False
    behind = chart.starts.get(item.last, ())
    return any(m.kind in ("person", "facility") and not m.lead and m.first >= item.last for m in behind)


def _of_person(chart: Chart, item: Mention) -> bool:
    """«حارس المدرسة», «خطيب الجامع»: where somebody serves; «هاجم المسلحون سفينة» is what he who stands there hits."""
    if item.kind != "facility" or item.lead or item.form.endswith("plural"):
        return False
    before = word_at(chart, item.first - 1)
    if before.startswith("ال") or before.endswith(("ون", "ين", "ان")):
        return False
    return any(m.kind == "person" and m.last >= item.first for m in chart.starts.get(item.first - 1, ()))


def _is_title(chart: Chart, item: Mention, taken: list[Part]) -> bool:
    """«أعدم الشيخ فلان، إمام وخطيب المسجد»: what else the person is called behind the name."""
    people = [m for role, m in taken if role == "target" and m.kind in ("person", "name")]
    if item.kind != "person" or not people:
        return False
    first = joined_to(chart, item) or item
    beside = not first.lead and any(m.last == first.first for m in people)  # «اغتيال فلان قائد اللواء»
    return beside or (any(m.last == first.first - 1 for m in people) and word_at(chart, first.first - 1) in ("،", ","))


def _victim(chart: Chart, item: Mention) -> bool:
    return any(
        (figure.start <= item.start and item.end <= figure.end) or _overlaps(figure.part("person"), item)
        for figure in chart.kinds.get("casualty", ())
    )


def _overlaps(person: Mention | None, item: Mention) -> bool:
    return person is not None and person.start < item.end and item.start < person.end


def _goes_on(chart: Chart, item: Mention, taken: list[Part]) -> bool:
    """استهدف مخازن ومعسكرات، إضافة إلى مركز: the next of a list of targets."""
    first = joined_to(chart, item)
    aims = [m for role, m in taken if role == "target"]
    if first is not None:
        return any(m.start <= first.start <= m.end for m in aims)
    start = _joined_from(chart, item)
    return (
        bool(aims)
        and start is not None
        and 0 <= start - aims[-1].last <= (LIST_GAP if start == item.first else LONG_GAP)
        and all(verb_at(chart, i) is None for i in range(aims[-1].last, start))
        and not any(word in PREPOSITIONS or word in ".؛:" for word in unplaced(chart, aims[-1].last, start))
    )


def _joined_from(chart: Chart, item: Mention) -> int | None:
    """Where the word stands that joins the item to what is before it: «ومنازل», «وعددا من منازل», «إضافة إلى منازل»."""
    if item.lead.startswith("و"):
        return item.first
    for index in range(item.first - 1, max(-1, item.first - 5), -1):
        word = word_at(chart, index)
        if word in ADDING and word_at(chart, index + 1) in ("الي", "عن", "علي"):
            return index
        if word.startswith("و") and word.removeprefix("و") in QUANTITIES:
            return index
        amounts = [m for m in chart.starts.get(index, ()) if m.kind in ("number", "count")]
        if any(m.lead.startswith("و") for m in amounts):
            return index  # «خمس عربات وثلاث دبابات»
        if word not in QUANTITIES | {"الي", "عن", "علي"} and not amounts:
            return None
    return None


def _dative(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> bool:
    """قصف الحوثيين لوحدة، قصف أربع غارات لمراكز، كمين لدورية: what is done to it, where the agent is told."""
    nouns = [act for act in acts if act.first < item.first and not act.form.startswith("verb")]
    if not nouns or (item.first - nouns[-1].last > 6 and not _agent_between(chart, nouns[-1], item)):
        return False
    between = [m for i in range(nouns[-1].last, item.first) for m in chart.starts.get(i, ())]
    if any(m.kind in ("facility", "place") and m.last == item.first for m in between):
        return False  # «معسكر السلام للنازحين»: whose it is
    if word_at(chart, item.first - 1).removeprefix("ال").removesuffix("ين").rstrip("هيا") in LOYAL:
        return False
    words = {word_at(chart, i).lstrip("وب").removeprefix("ال") for i in range(nouns[-1].first, nouns[-1].last)}
    if words & AMBUSHED and item.first - nouns[-1].last <= 4:
        return True
    if len(nouns) > 1 and nouns[-1].first - nouns[-2].last <= 2:
        return True
    return bool(nouns[-1].tail) or any(role == "initiator" and m.first < item.first for role, m in taken)


def _of_verb(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> bool:
    verbs = [act for act in acts if act.form.startswith("verb") and 0 <= item.first - act.last <= FAR_AIM]
    if not verbs or not verb_reaches(chart, verbs[-1], item):
        return False
    verb = verbs[-1]
    if verb.value in HOLDING or (verb.value in ("fall", "launch") and item.kind == "facility"):
        return False
    if item.first - verb.last > AIM and not _behind_adjunct(chart, verb, item):
        return False
    if item.first - verb.last > 2 and any(word_at(chart, i) in CLAUSES for i in range(verb.last, item.first)):
        return False
    between = [m for i in range(verb.last, item.first) for m in chart.starts.get(i, ()) if m.kind == "facility"]
    if any(m.lead == "" and word_at(chart, m.first - 1) not in DRIVING for m in between):
        return False
    if any(word_at(chart, i) in PARTING for i in range(verb.last, item.first)):
        return False
    if word_at(chart, item.first - 1).lstrip("وف") in HURRIED:
        return False
    near = item.first - verb.last <= 2
    return near or verb.form == "verb.passive" or driven(chart, verb) or has_subject(chart, verb, item, taken)


def _behind_adjunct(chart: Chart, verb: Mention, item: Mention) -> bool:
    """«استهدف الهجوم الذي وقع ظهر أمس، المركز الثقافي»: only what says when, where and how parts the two."""
    if any(word_at(chart, i) in PARTING for i in range(verb.last, item.first)):
        return False
    before = word_at(chart, item.first - 1)
    if before in ("،", ",", ")", "»", '"') or before in ADVERBS:
        return True
    around = range(max(0, item.first - 6), item.first)
    return any(m.last == item.first and m.kind in ADJUNCTS for i in around for m in chart.starts.get(i, ()))


def _of_noun(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """قصف مواقع، استهداف دورية، تدمير مخزن."""
    for act in acts:
        if act.form.startswith("verb") or not 0 <= item.first - act.last <= FAR_AIM:
            continue
        word = chart.tokens[act.first].text.removeprefix(act.lead).removesuffix(act.tail)
        adjacent = item.first == act.last or (item.first - act.last <= 2 and _amount_between(chart, act, item))
        if adjacent and (act.value in OBJECT_NOUNS or word in TRANSITIVE or word + "ه" in TRANSITIVE):
            return True
        if word in TRANSITIVE and any(_agent_between(chart, act, item)):
            return True
    return False


def _amount_between(chart: Chart, act: Mention, item: Mention) -> bool:
    return all(
        word_at(chart, i) in ("عده", "بعض", "عدد", "من")
        or any(m.kind in ("number", "count") for m in chart.starts.get(i, ()))
        for i in range(act.last, item.first)
    )


def _agent_between(chart: Chart, act: Mention, item: Mention) -> list[Mention]:
    """استهداف القوات الأميركية مقرات, «استهداف الطائرات أمس الجمعة، بعدة صواريخ مزرعة»."""
    found = [m for m in chart.starts.get(act.last, ()) if m.kind == "actor" and m.lead == ""]
    adjoining = (m for m in found if past_adjuncts(chart, m.last) == item.first)
    return [m for m in adjoining if verb_at(chart, m.last) is None]
