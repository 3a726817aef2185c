"""Who did it and against whom, for actors and states beside the acts of a clause."""

from __future__ import annotations

from waqai.reading.blasts import blasted
from waqai.reading.engine import Chart
from waqai.reading.fights import has_won_or_lost, is_clash, side
from waqai.reading.firing import has_fired, owns_what_fires
from waqai.reading.government import (
    PREPOSITIONS,
    governor,
    joined_to,
    leans,
    step_back,
    verb_after,
    verb_before,
    word_at,
)
from waqai.reading.holding import only_holds
from waqai.reading.model import Mention, Part
from waqai.reading.nominals import adjective_of, carrying_noun, of_noun
from waqai.reading.support import sponsors, takes_part
from waqai.reading.verbals import carries, driven, has_subject, has_victim, verb_reaches

AGAINST = frozenset("علي ضد نحو صوب باتجاه بحق تجاه".split())
HITTING = frozenset("طالت طال ضربت اصابت اصاب تطال يطال".split())
HANDS = frozenset("يد ايدي جانب بايدي بيد طرف بنيران برصاص بقذايف بواسطه مصدره مصدرها بصواريخ".split())
GRASP = frozenset("يد ايدي قبضه سيطره براثن ايادي".split())
GAINING = frozenset("لصالح صالح لمصلحه امام لفايده".split())
LOST = frozenset(["clashes.lost", "clashes.fallen-to"])
BOMBING = frozenset("explosion ied attack suicide_bomb".split())
TAKING = frozenset(["take", "assault", "attack", "siege"])
SIDES = frozenset(["initiator", "target"])
CROWDED = frozenset(["protest", "riot"])
BELONGING = frozenset("تابعه تابع تابعين تابعتين مواليه موالي موالين منتمين ينتمون ينتمي مشتبه".split())
INTRANSITIVE = frozenset("explosion ied suicide_bomb fall clash withdrawal protest take".split())
PLACE_NOUNS = frozenset(
    "مخلفات بقايا حي شارع ساحه منطقه مدينه بلده قريه ناحيه محيط محور طريق دوار جسر مدخل اطراف جبهه خطوط مناطق".split()
)
ASIDE = frozenset("منذ بعد قبل بحثا بهدف بحجه بذريعه بدعوي خلال عقب اثر بسبب ضمن وسط".split())
"""What begins a phrase that names others than whom the verb hits."""
PLANTING = frozenset(
    "زرعها زرعه زرعتها زرعته زرعوها زرعهما وضعها وضعه وضعتها وضعته وضعوها نصبها نصبه الصقها لغمها فخخها".split()
)
"""«عبوة زرعها التنظيم»: who laid it did it."""
TERRORIST = frozenset("ارهابي ارهابيا ارهابيه".split())
LEADING = frozenset(
    """تقود يقود قادت قاد تقوده يقوده تقودها يقودها بقياده قياده ضمن اطار عضو اعضاء انضم انضمت شكلت تشكيل
    تاسيس""".split()
)
STRUGGLE = frozenset("حرب حربها حربه معركتها معركته".split())
NAMED = 6
PARTIES = ("actor", "metonym")
REPULSE = frozenset("صد احباط افشال التصدي تصدي كسر دحر".split())


def is_bomber(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """فجر انتحاري نفسه; but in «هجوم انتحاري» the word is an adjective."""
    if word_at(chart, item.first).endswith("انتحاريا") and _is_predicate(chart, acts, item):
        return False
    if not {str(act.value) for act in acts} & BOMBING:
        return _kills(chart, item)
    if word_at(chart, item.first - 1) in ("يقودها", "يقوده", "قادها", "قاده", "يستقلها"):
        return True
    within = [act for act in acts if act.first <= item.first <= act.last]
    return all(
        act.form.startswith("verb") or chart.tokens[act.first].text.lstrip("و").startswith("فجر") for act in within
    )


def _is_predicate(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """«لم يكن التفجير انتحاريا»: what the act was."""
    prior = word_at(chart, item.first - 1)
    return prior in ("ليس", "يكون", "كان") or any(act.last == item.first and prior.startswith("ال") for act in acts)


def _kills(chart: Chart, item: Mention) -> bool:
    """«قتل مفجر انتحاري 32 شخصا»: the dead stand behind him, in one figure."""
    figures = [m for m in chart.kinds.get("casualty", ()) if m.first <= item.first < m.last]
    return any((slain := figure.part("person")) is not None and slain.first >= item.last for figure in figures)


def agent_role(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    """initiator, target or nothing, for an actor, a state or an adjective of one."""
    if item.kind == "nisba":
        return "initiator" if adjective_of(chart, acts, item) else None
    prior = word_at(chart, step_back(chart, item.first))
    if only_holds(chart, acts, item):
        return None
    if not item.lead and any(m.kind == "bomber" for m in chart.starts.get(item.first, ())):
        return None  # a bomber's role is his own
    if _uncrewed(chart, item) or _is_adjective(chart, acts, item) or sponsors(chart, item) or prior in PLACE_NOUNS:
        return None
    if item.rule == "actors.allies" and word_at(chart, item.last) == "من":
        return None  # «وحلفائهم من قوات صالح»: who is named next
    if prior.removeprefix("ال") in BELONGING:
        return "initiator" if has_fired(chart, acts, step_back(chart, item.first)) else None
    if item.lead == "ب" and item.rule == "actors.force" and blasted(chart, acts, item, "ب"):
        return "target"  # «انفجرت عبوة بدورية للشرطة»
    if getattr(item.value, "codebook", None) == "civilians" and not any(act.value in CROWDED for act in acts):
        return None
    return _standing_role(chart, acts, item, taken)


def _standing_role(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    """The role by what stands around the party: who it is joined to, its preposition, its verb, its noun."""
    first = joined_to(chart, item)
    if first is not None and sponsors(chart, first):
        return None  # «المدعومة من روسيا وإيران»
    if first is not None and verb_after(chart, item) not in acts:
        role = _role_taken(taken, first)
        if role is not None or not is_clash(acts):
            return role
    word = governor(chart, item)
    role = _marked(chart, acts, item, word, taken)
    if item.kind == "metonym":
        return _state_role(chart, acts, item, taken, role)
    role = role or _of_verb(chart, acts, item, taken)
    if role is not None:
        return role
    if is_clash(acts):
        return side(chart, acts, item, word, taken)
    return of_noun(chart, acts, item, taken, word)


def _is_adjective(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """«اعتداء إرهابيا نفذه انتحاري»: what the act was, nobody's name."""
    word = chart.tokens[item.first].text
    return word.removeprefix("ال") in TERRORIST and any(
        act.last == item.first and not act.form.startswith("verb") for act in acts
    )


def _state_role(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part], marked: str | None) -> str | None:
    """A state or capital is a doer only where it stands as one: قصفت تركيا، بين إيران وإسرائيل; else a place."""
    role = marked or _of_verb(chart, acts, item, taken)
    if role is None and is_clash(acts):
        role = side(chart, acts, item, governor(chart, item), taken)
    if role is None and carrying_noun(chart, item) is not None and carries(chart, acts, item):
        role = "initiator"
    against = governor(chart, item) in ("ضد", "تجاه")
    return role if role == "initiator" or against else None


def _role_taken(taken: list[Part], first: Mention) -> str | None:
    """What is joined by و shares the role: مواقع الحوثيين وقوات صالح."""
    return next(
        (role for role, m in reversed(taken) if role in SIDES and (m.start <= first.start < m.end or m == first)), None
    )


def _uncrewed(chart: Chart, item: Mention) -> bool:
    """A drone without an owner is a weapon, nobody's hand."""
    if getattr(item.value, "sort", "") != "aircraft" or getattr(item.value, "id", None):
        return False
    drones = (m for m in chart.kinds.get("weapon", ()) if getattr(m.value, "weapon_class", "") == "drone")
    return any(m.start < item.end and item.start < m.end for m in drones)


def _marked(chart: Chart, acts: list[Mention], item: Mention, word: str, taken: list[Part]) -> str | None:
    """What the words right before the item say: على يد، من قبل، بدعم من; على، ضد; من قبضة."""
    prior = step_back(chart, item.first)
    one, two = word_at(chart, prior), word_at(chart, step_back(chart, prior))
    named = getattr(item.value, "id", None) is not None or getattr(item.value, "sort", "") == "name"
    if takes_part(chart, item):
        return "initiator" if named and any(role == "initiator" for role, _ in taken) else None
    if one in GRASP and two in ("من", "عن") and any(act.value in TAKING for act in acts):
        return "target"
    if _is_by(acts, one, two):
        return "initiator"
    if word in AGAINST and (_is_pursued(chart, item) or leans(chart, item)):
        return None
    if is_clash(acts) and has_won_or_lost(chart, item, word):
        return "initiator"
    if word in AGAINST:
        return "initiator" if word == "علي" and all(act.value == "clash" for act in acts) else "target"
    if word == "من" and any(act.value == "take" for act in acts):
        return "target" if acts[0].first < item.first else None
    if one in HITTING and any(act.last < item.first - 1 and not act.form.startswith("verb") for act in acts):
        return "target"
    return None


def _is_by(acts: list[Mention], one: str, two: str) -> bool:
    """«على يد», «من قبل», «برصاص», «عبوة زرعها»: who stands behind did it."""
    planted = one in PLANTING and bool({str(act.value) for act in acts} & BOMBING)
    gained = (one in GAINING or (one in GRASP and two == "في")) and any(act.rule in LOST for act in acts)
    return planted or gained or one in HANDS or (one == "قبل" and two == "من")


def _is_of_the_world(chart: Chart, name: Mention) -> bool:
    """«أعلن التحالف الدولي ضد داعش»: against whom it was founded; «ضربات التحالف الدولي ضد داعش» hit him."""
    words = {word_at(chart, i) for i in range(name.first, name.last)}
    before = chart.starts.get(step_back(chart, name.first), ())
    return "الدولي" in words and not any(m.kind == "act" for m in before)


def _is_pursued(chart: Chart, item: Mention) -> bool:
    """«التي تقود التحالف ضد داعش», «الحرب على الإرهاب»: what others were founded or fight for, not what was hit."""
    index = next((i for i in range(item.first - 1, max(-1, item.first - 3), -1) if word_at(chart, i) in AGAINST), -1)
    ended = [m for i in range(max(0, index - NAMED), index) for m in chart.starts.get(i, ()) if m.kind in PARTIES]
    names = [m for m in ended if m.last == index]
    if names:
        if any(_is_of_the_world(chart, m) for m in names):
            return True
        led = (word_at(chart, i) for m in names for i in (step_back(chart, m.first), *range(m.first, m.last)))
        return any(word.lstrip("و") in LEADING for word in led)
    return word_at(chart, index - 1).removeprefix("ال") in STRUGGLE


def _of_verb(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    """The subject of the act's verb, or of one that carries it (شنت، نفذت، تمكنت من), or the object."""
    verb = _chosen(acts, verb_before(chart, item))
    if verb is not None:
        return _after_verb(chart, acts, verb, item, taken)
    if governor(chart, item) in PREPOSITIONS or item.lead[-1:] in ("ل", "ب", "ك"):
        return None
    verb = _chosen(acts, verb_after(chart, item))
    if verb is not None:
        return _before_verb(chart, acts, verb)
    return _object(chart, acts, item, taken)


def _chosen(acts: list[Mention], verb: Mention | None) -> Mention | None:
    """«قصف», «ضرب» that were decided to be nouns are no verbs."""
    if verb is None or verb in acts:
        return verb
    noun = any(act.first == verb.first and not act.form.startswith("verb") for act in acts)
    return None if noun or verb.kind == "act" else verb


def _repelled(chart: Chart, acts: list[Mention]) -> bool:
    """تمكنت القوات من صد هجوم: who does it is the one that was attacked."""
    return any(
        word_at(chart, i).lstrip("وبل") in REPULSE for act in acts for i in range(max(0, act.first - 2), act.first)
    )


def _after_verb(chart: Chart, acts: list[Mention], verb: Mention, item: Mention, taken: list[Part]) -> str | None:
    if verb.kind == "act" and not verb.tail and (verb.value == "fall" or verb.rule == "strikes.fallen"):
        return None  # «سقط عدد من الجنود»: who fell did nothing
    if verb.kind == "repelling":
        return "target" if carries(chart, acts, verb) else None
    if _is_plural(chart, verb):
        return "target" if verb.kind == "act" and verb.value not in INTRANSITIVE else None
    if verb.kind == "suffering":
        return "target" if verb.value == "suffering" and carries(chart, acts, verb) else None
    if verb.kind in ("launching", "agency"):
        return _carrier(chart, acts, verb)
    if verb.form == "verb.passive":
        return "target"
    if verb.tail or owns_what_fires(chart, verb, item):
        return "initiator"
    if verb.rule == "clashes.lost":
        return "target"
    return "target" if driven(chart, verb) or has_subject(chart, verb, item, taken) else "initiator"


def _is_plural(chart: Chart, verb: Mention) -> bool:
    """«استهدفوا قوات النظام»: a plural verb has its subject before it, so what follows is its object."""
    word = word_at(chart, verb.last - 1)
    return verb.form.startswith("verb") and not verb.tail and word.endswith(("وا", "ون")) and len(word) > 4


def _before_verb(chart: Chart, acts: list[Mention], verb: Mention) -> str | None:
    if verb.kind in ("repelling", "suffering"):
        return "target" if carries(chart, acts, verb) else None
    if verb.kind in ("launching", "agency"):
        return _carrier(chart, acts, verb)
    if verb.form == "verb.passive":
        return "target"
    if verb.value == "killed" and not (_hits_directly(chart, verb) if len(acts) > 1 else has_victim(chart, verb)):
        return None  # «عنصر الأمن قتل أثناء …»: he was killed
    return "initiator"


def _hits_directly(chart: Chart, verb: Mention) -> bool:
    """«مسلحون قتلوا شرطيين حين فجروا …»: whom they killed stands right behind the verb."""
    behind = chart.starts.get(verb.last, ())
    return any(m.kind in ("person", "count", "actor") and m.lead == "" for m in behind)


def _carrier(chart: Chart, acts: list[Mention], verb: Mention) -> str | None:
    if not carries(chart, acts, verb):
        return None
    return "target" if _repelled(chart, acts) and verb.first < acts[0].first else "initiator"


def _object(chart: Chart, acts: list[Mention], item: Mention, taken: list[Part]) -> str | None:
    """قصفت القوات … داعش: the next bare party after a verb that has its subject."""
    verbs = [
        act
        for act in acts
        if act.form.startswith("verb") and act.value not in INTRANSITIVE and 0 <= item.first - act.last <= 9
    ]
    if not verbs or not verb_reaches(chart, verbs[-1], item):
        return None
    if any(word_at(chart, i) in ASIDE for i in range(verbs[-1].last, item.first)):
        return None
    return "target" if has_subject(chart, verbs[-1], item, taken) or driven(chart, verbs[-1]) else None
