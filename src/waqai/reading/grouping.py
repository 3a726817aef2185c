"""Which act words of one sentence tell one act: «هجوم … استهدف», «قصف أدى إلى مقتل», «قصف وغارات»."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.reading.deaths import (
    CAUSES,
    is_cause,
    is_how_they_died,
    is_of_the_dead,
    is_outcome,
    kills_by,
    wounded_too,
)
from waqai.reading.engine import Chart
from waqai.reading.model import Mention, Part
from waqai.reading.operations import has_own_doer, is_one_operation
from waqai.reading.origins import is_from_there
from waqai.reading.wordclasses import AIMED

STRONG = frozenset("air_strike shelling suicide_bomb ied grenade chemical clash assault".split())
GENERIC = frozenset("strike attack launch fall explosion killed shooting bombing_from_air destroy".split())
EXPLOSIVE = frozenset(
    "air_strike shelling strike launch fall bombing_from_air chemical drone attack killed destroy".split()
)
BOMB = frozenset("explosion ied suicide_bomb attack killed grenade destroy strike".split())
FIGHT = frozenset("clash assault take attack killed raid shooting siege withdrawal".split())
PERSONAL = frozenset("killing killed shooting attack abduction strike".split())
HELD = frozenset("arrest raid".split())
CROWD = frozenset("protest dispersal riot killed killing shooting".split())
FAMILIES = (EXPLOSIVE, BOMB, FIGHT, PERSONAL, HELD, CROWD)
RELATED = frozenset((left, right) for family in FAMILIES for left in family for right in family)
BOUNDARY = frozenset("فيما بينما كما كذلك".split())
MEANWHILE = frozenset(["حين", "وقت", "الوقت", "غضون"])
OF_DAY = frozenset("متاخر مبكر سابق لاحق واحد مناخر قصير متقدم ذلك ساعات ايام المتاخر نفسه".split())
SEQUENCE = frozenset("بعد عقب غداه قبل اثر رد ردا انتقاما منذ خلال وسط مع وبعد وعقب".split())
RELATIVE = 12
PREDICATE = 18
VOLLEY = 30
OTHER = frozenset("اخر اخري ثان ثاني ثانيه ثالث ثالثه منفصل منفصله مماثل مماثله".split())
THE_DAY_AFTER = frozenset(["غداه", "وغداه"])
AFTER = frozenset("بعد عقب قبل".split())
SPANS = frozenset("يوم يومين ايام اسبوع اسبوعين اسابيع شهر شهرين اشهر عام عامين سنه سنوات".split())
WHICH = frozenset("الذي التي الذين اللذين اللتين".split())
REACH = 20
PARTING = SEQUENCE | BOUNDARY | frozenset("؛ : ان حين حيث وقال واضاف واخري واخر والاخري والاخر".split())
BEGUN = frozenset("بدات ابتدات انطلقت افتتحت".split())
LAUNCHED = frozenset("launch fall shelling".split())
MEANS = frozenset("air_strike shelling strike".split())
RESULTING = frozenset("ادي ادت اسفر اسفرت تسبب تسببت اوقع اوقعت خلف خلفت نجم نتج الحق الحقت".split())
FIRED = frozenset("strike air_strike shelling bombing_from_air launch fall explosion ied suicide_bomb".split())
SPREADING = ("بسط", "احكم", "فرض", "حكم")
LISTED = 30
"""Words over a list of places, to the same noun again."""
THAT = frozenset("ان انه انها بان".split())
CLAUSE_HEADS = frozenset(". \n ؛ :".split(" "))


@dataclass(slots=True)
class Group:
    """Trigger words of one sentence that tell one act, and its arguments by role."""

    acts: list[Mention]
    arguments: list[Part] = field(default_factory=list)

    @property
    def trigger(self) -> Mention:
        """The word that tells the act most fully: a strong one before a generic one, the first of its kind."""
        hits = [act.last for act in self.acts if act.form.startswith("verb") and act.value == "strike"]
        means = [
            act
            for act in self.acts
            if act.lead == "ب" and act.value in MEANS and min(hits, default=act.last) <= act.first
        ]
        weak = {*GENERIC, "protest"} if "riot" in self.values() else GENERIC  # «احتجاجا على …، أضرموا النار في»
        return min(self.acts, key=lambda m: (m in means, m.value in weak, m.value == "killed", m.start))

    def values(self) -> set[str]:
        """All act values of the group."""
        return {str(act.value) for act in self.acts}


def related(left: str, right: str) -> bool:
    """Whether two act values may tell one act."""
    return left == right or (left, right) in RELATED


def groups_of(chart: Chart, acts: list[Mention]) -> list[Group]:
    """Acts in order; each joins the last group if both may tell one act and nothing parts them."""
    groups: list[Group] = []
    for act in acts:
        recent = sorted(groups, key=lambda group: group.acts[-1].start)[-2:]
        target = _resumed(chart, groups, act) or next((g for g in reversed(recent) if _is_one(chart, g, act)), None)
        if target is None:
            groups.append(Group([act]))
        else:
            target.acts.append(act)
    return groups


def _resumed(chart: Chart, groups: list[Group], act: Mention) -> Group | None:
    """«تعرضت الباب لقصف …، وأدى الهجوم لمقتل شخصين», «بعدة غارات، ما أسفر القصف عن»: the fire told last."""
    led = chart.tokens[act.first - 1].text.lstrip("و") if act.first else ""
    if led not in RESULTING or act.lead or not chart.tokens[act.first].text.startswith("ال"):
        return None
    near = (g for g in reversed(groups) if g.values() & FIRED and related(str(g.trigger.value), str(act.value)))
    return next(near, None)


def _joins(chart: Chart, group: Group, act: Mention) -> bool:
    """«هجوم … استهدف»، «قصف أدى إلى مقتل»، «قصف وغارات»: one act; «وأغارت»، «بعد هجوم»: another."""
    last = group.acts[-1]
    if is_from_there(chart, act) or not all(related(str(one.value), str(act.value)) for one in group.acts):
        return False
    if act.start < last.end:
        return True
    between = [token.text for token in chart.tokens[last.last : act.first]]
    if act.value == "fall" and act.form.startswith("verb") and group.values() & LAUNCHED:
        return len(between) <= VOLLEY
    apart = sum(word in BOUNDARY for word in between) > wounded_too(last, between)
    if apart or _is_parted(between) or is_counted_from(chart, act, last):
        return False
    if between and (BEGUN & set(between[-2:]) or (last.value != "killed" and _is_other(chart, act))):
        return False  # «أحدث هجوم في سلسلة بدأت بتفجير»
    died = is_of_the_dead(last, act, between) or is_how_they_died(chart, last, act, between)
    plain = died or _is_plainly_one(act, between)
    if not plain and (_answers(chart, last, act) or _is_accused_of(chart, last, act)):
        return False
    if last.value == "killed" and act.value != "killed":
        return is_cause(group.acts, act, between)
    if "killed" in (act.value, last.value):
        return is_outcome(chart, last, act, between)
    return _continues(chart, last, act, between) or _goes_on(chart, group, act)


def _goes_on(chart: Chart, group: Group, act: Mention) -> bool:
    """«صاروخ أطلقته المجموعات، استهدف سوقا»: a verb without «و» goes on with the noun, over its relative clause."""
    if not act.form.startswith("verb") or act.lead or act.tail:
        return False
    nouns = [one for one in group.acts if not one.form.startswith("verb")]
    words = [[token.text for token in chart.tokens[noun.last : act.first]] for noun in nouns]
    return any(len(between) <= PREDICATE and not set(between) & PARTING for between in words)


def _is_accused_of(chart: Chart, left: Mention, right: Mention) -> bool:
    """قصفت فصائل تتهمها واشنطن بتنفيذ هجوم: what those that were hit are accused of is another act."""
    accusing = (m for m in chart.kinds.get("attribution", ()) if m.part("accused") is not None)
    return any(left.last <= (m.part("cue") or m).first < right.first for m in accusing)


def _is_one(chart: Chart, group: Group, act: Mention) -> bool:
    one = kills_by(chart, group.acts[-1], act) or _joins(chart, group, act)
    return one or is_one_operation(chart, group.acts, act)


def _is_plainly_one(act: Mention, between: list[str]) -> bool:
    """«الهجوم الذي استهدف», «غارات استهدفت»: no answer, whatever cue stands near."""
    if not between:
        return act.form.startswith("verb") and not act.tail
    return between[0] in WHICH


def _is_parted(between: list[str]) -> bool:
    """«في حين شن …», «في وقت سيطرت …»: another clause; «في وقت متأخر» is a time."""
    for index, word in enumerate(between[:-1]):
        ahead = between[index + 2 : index + 3]
        if word.removeprefix("و") == "في" and between[index + 1] in MEANWHILE and not set(ahead) & OF_DAY:
            return True
    return False


def _is_subject(chart: Chart, noun: Mention, verb: Mention) -> bool:
    """«إن الضربات نفذت ليلا، واستهدفت منشآت»: those strikes hit them; «واستهدفت القوات» is another act."""
    said = chart.tokens[noun.first - 1].text if noun.first else "."
    after = chart.tokens[verb.last].text if verb.last < len(chart.tokens) else ""
    heads = said in THAT or said in CLAUSE_HEADS
    aimed = chart.tokens[verb.first].text.removeprefix("و").startswith(AIMED)
    party = any(m.kind in ("actor", "metonym", "act") and not m.lead for m in chart.starts.get(verb.last, ()))
    return heads and aimed and not party and not after.startswith("ال") and noun.form.endswith(".the")


def _continues(chart: Chart, last: Mention, act: Mention, between: list[str]) -> bool:
    """Whether the second of two act words only says more of the first, by their forms and what parts them."""
    verbs = last.form.startswith("verb"), act.form.startswith("verb")
    if _completes(chart, last, act, between):
        return True
    if verbs == (True, False):
        subject = not between
        held = last.value == act.value == "take"  # «استعادوا مساء أمس السيطرة على»
        known = act.form.endswith(".the") and not held
        cognate = len(between) <= RELATIVE and not set(between) & SEQUENCE and not known
        return subject or cognate or _is_means(last, act, between)
    if verbs == (False, True):
        return len(between) <= PREDICATE and (not act.lead.startswith("و") or _is_subject(chart, last, act))
    if verbs == (True, True):
        fell = "fall" in (act.value, last.value)
        seized = (last.value, act.value) == ("raid", "arrest") and not set(between) & SEQUENCE
        seized = seized and not has_own_doer(chart, act)
        runs = _runs_on(last, act, between) or _hits_too(chart, last, act, between)
        return (fell or seized or runs) and len(between) <= RELATIVE
    if act.lead.endswith("ب") and len(between) <= RELATIVE and not set(between) & (SEQUENCE | {"،", ","}):
        return True  # «استهداف القرية برشقات صاروخية»: the second says with what
    return (len(between) <= 2 and not set(between) & SEQUENCE) or _is_listed(chart, last, act)


def _completes(chart: Chart, last: Mention, act: Mention, between: list[str]) -> bool:
    """«بسطت القوات والفصائل الموالية لها سيطرتها على المدينة»: one taking in two words."""
    spread = chart.tokens[last.first].text.lstrip("و").removesuffix("ت").startswith(SPREADING)
    whole = last.value == act.value == "take" and "سيطر" in chart.tokens[act.first].text
    return spread and whole and len(between) <= RELATIVE and not set(between) & SEQUENCE


def _is_listed(chart: Chart, last: Mention, act: Mention) -> bool:
    """«جراء استهداف القوات مقرات في القرى السبع، واستهداف أطراف المطار»: one noun twice under one cause, one doer."""
    words = [chart.tokens[m.first].text.lstrip("و").removeprefix("ب") for m in (last, act)]
    if act.lead != "و" or words[0] != words[1] or act.form.endswith(".the") or act.first - last.last > LISTED:
        return False
    led = chart.tokens[last.first - 1].text in CAUSES if last.first else False
    inside = [m for i in range(last.last, act.last + 2) for m in chart.starts.get(i, ())]
    own = any(m.kind == "actor" and m.first >= act.last for m in inside)
    return led and not own and not any(m.kind in ("when", "casualty") for m in inside)


def _is_means(last: Mention, act: Mention, between: list[str]) -> bool:
    """«استهدفت القوات قرى كذا وكذا بالقصف المدفعي»: with what, however long the list of places."""
    fired = last.value == "strike" and act.value in MEANS and act.lead == "ب"
    return fired and len(between) <= VOLLEY and not set(between) & (SEQUENCE | {"؛"})


def _hits_too(chart: Chart, last: Mention, act: Mention, between: list[str]) -> bool:
    """«صاروخ أطلقه المسلحون، استهدف تجمعا في المدينة»: what was fired is the subject of what hit."""
    aiming = chart.tokens[act.first].text.startswith(AIMED) and not act.lead and not act.tail
    owned = any(m.kind in ("actor", "metonym") and not m.lead for m in chart.starts.get(act.last, ()))
    return last.value == "launch" and bool(last.tail) and aiming and not owned and not set(between) & SEQUENCE


def _runs_on(last: Mention, act: Mention, between: list[str]) -> bool:
    """«أغارت طائرات على الموقع أمس استهدفت عائلة»: a verb of aiming without «و» goes on with the one before."""
    fired = last.value in MEANS and act.value == "strike" and not (act.lead or act.tail)
    return fired and bool(between) and not set(between) & (SEQUENCE | WHICH | {"،", ":", "؛"})


def _is_other(chart: Chart, act: Mention) -> bool:
    """هجوم آخر، واستهدف هجوم ثان: another act, with the verb before it."""
    noun = act
    if act.form.startswith("verb"):
        noun = next((m for m in chart.starts.get(act.last, ()) if m.kind == "act"), act)
    after = {token.text for token in chart.tokens[noun.last : noun.last + 2]}
    return noun is not act and bool(after & OTHER) if act.form.startswith("verb") else bool(after & OTHER)


def is_counted_from(chart: Chart, act: Mention, when: Mention) -> bool:
    """اليوم … غداة اعتداء، أمس بعد يومين من قصف: the day is that of what came after the act."""
    between = [token.text for token in chart.tokens[when.last : act.first]]
    if THE_DAY_AFTER & set(between):
        return True
    return any(word in AFTER and set(between[i:]) & SPANS for i, word in enumerate(between))


def _answers(chart: Chart, left: Mention, right: Mention) -> bool:
    """قصف ردا على هجوم؛ ردت على الهجوم بقصف: what is answered and the answer are two acts."""
    for cue in chart.kinds.get("cue", ()):
        if not left.first - REACH <= cue.first <= right.first:
            continue
        answered = cue.part("answered")
        if answered is not None and (answered.start in (left.start, right.start)):
            return True
        if left.last <= cue.first < right.first:
            return True
    return False
