"""Acts of one sentence with what belongs to them: which words tell one act, and which arguments each act takes."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.reading.engine import Chart
from waqai.reading.model import EventMention, Mention, Part
from waqai.reading.roles import governing_group, role_of
from waqai.reading.siting import fronting

ARGUMENTS = (
    "place",
    "actor",
    "weapon",
    "when",
    "casualty",
    "damage",
    "outcome",
    "facility",
    "person",
    "bomber",
    "nisba",
    "metonym",
    "name",
)
STRONG = frozenset("air_strike shelling suicide_bomb ied grenade chemical clash assault".split())
GENERIC = frozenset("strike attack launch fall explosion killed shooting bombing_from_air destroy".split())
EXPLOSIVE = frozenset(
    "air_strike shelling strike launch fall bombing_from_air chemical drone attack killed destroy".split()
)
BOMB = frozenset("explosion ied suicide_bomb attack killed grenade destroy strike".split())
FIGHT = frozenset("clash assault take attack killed raid shooting siege withdrawal".split())
PERSONAL = frozenset("killing killed shooting attack abduction".split())
HELD = frozenset("arrest raid".split())
FAMILIES = (EXPLOSIVE, BOMB, FIGHT, PERSONAL, HELD)
BOUNDARY = frozenset("فيما بينما كما كذلك".split())
SEQUENCE = frozenset("بعد عقب غداه قبل اثر رد ردا انتقاما منذ خلال وسط مع وبعد وعقب".split())
RELATIVE = 12
PREDICATE = 18
VOLLEY = 30
PREPOSITIONS = frozenset("من في بعد اثر جراء نتيجه خلال علي الي عن مع وسط بسبب عقب قبل غداه تحت دون رغم ان".split())
OTHER = frozenset("اخر اخري ثان ثاني ثانيه ثالث ثالثه منفصل منفصله مماثل مماثله".split())
FRONTED = 14
THE_DAY_AFTER = frozenset(["غداه", "وغداه"])
AFTER = frozenset("بعد عقب قبل".split())
SPANS = frozenset("يوم يومين ايام اسبوع اسبوعين اسابيع شهر شهرين اشهر عام عامين سنه سنوات".split())
WHICH = frozenset("الذي التي الذين اللذين اللتين".split())
REACH = 20
LAUNCHED = frozenset("launch fall shelling".split())
FIRED = frozenset("launch fall shelling strike air_strike bombing_from_air".split())
RESULTING = frozenset("نجم نجمت ناجم ناجمه ناتج ناتجه نتج نتجت الناجم الناجمه الناتج الناتجه ناجما ناجمين ينجم".split())
CLAUSE_ENDS = frozenset(".؛:\n")
OUTCOME_REACH = 25
NEAR = 5
CAUSES = frozenset(
    """في جراء اثر نتيجه خلال بسبب بعد عندما حين حينما لدي بفعل ضمن عقب من ان فيما ما مما اذ حيث برصاص متاثرين متاثرا
    متاثره وفي الي""".split()
)


@dataclass(slots=True)
class Group:
    """Trigger words of one sentence that tell one act, and its arguments by role."""

    acts: list[Mention]
    arguments: list[Part] = field(default_factory=list)

    @property
    def trigger(self) -> Mention:
        """The word that tells the act most fully: a strong one before a generic one, the first of its kind."""
        return min(self.acts, key=lambda m: (m.value in GENERIC, m.value == "killed", m.start))

    def values(self) -> set[str]:
        """All act values of the group."""
        return {str(act.value) for act in self.acts}


def related(left: str, right: str) -> bool:
    """Whether two act values may tell one act."""
    return left == right or any(left in family and right in family for family in FAMILIES)


def events_of(chart: Chart, first: int, last: int) -> list[EventMention]:
    """The event mentions of the sentence that has the tokens first:last."""
    items = _inside(chart, first, last)
    acts = _decided(chart, [m for m in items if m.kind == "act"])
    if not acts:
        return []
    groups = _groups(chart, acts)
    for item in items:
        if item.kind in ARGUMENTS:
            group = _owner(chart, groups, item)
            if item.kind == "when" and is_counted_from(chart, group.acts[0], item):
                continue
            role = role_of(chart, group.acts, item, group.arguments)
            if role:
                group.arguments.append((role, item))
    return [_mention(group) for group in groups]


def _mention(group: Group) -> EventMention:
    trigger = group.trigger
    others = tuple(("act", act) for act in group.acts if act is not trigger)
    return EventMention(str(trigger.value), trigger, others + tuple(group.arguments), trigger.rule)


def _inside(chart: Chart, first: int, last: int) -> list[Mention]:
    """The mentions of the sentence that matter for acts, in the order of the text."""
    found = [
        mention
        for index in range(first, last)
        for mention in chart.starts.get(index, ())
        if mention.last <= last and (mention.kind in ("act", "tally") or mention.kind in ARGUMENTS)
    ]
    taken = [m for m in found if m.kind in ("when", "tally")]
    acts_inside = {m for m in found if m.kind == "act" and any(w.start <= m.start and m.end <= w.end for w in taken)}
    fallen = {m for m in found if m.kind == "act" and m.value == "fall" and _of_victims(chart, m)}
    acts = {m for m in found if m.kind == "act"}
    effects = {m for m in acts if m.value == "explosion" and _is_effect(chart, m, acts)}
    aside = acts_inside | fallen | effects
    return sorted((m for m in found if m not in aside), key=lambda m: (m.start, -m.end))


def _is_effect(chart: Chart, blast: Mention, acts: set[Mention]) -> bool:
    """«انفجارات نجمت عن سقوط صواريخ», «دوي انفجار ناجم عن قصف»: what was heard of the act behind it."""
    for index in range(blast.last, min(blast.last + NEAR, len(chart.tokens) - 1)):
        word = chart.tokens[index].text
        if word in CLAUSE_ENDS:
            return False
        if word in RESULTING and chart.tokens[index + 1].text == "عن":
            return any(act.first == index + 2 and act.value in FIRED for act in acts)
    return False


def _of_victims(chart: Chart, act: Mention) -> bool:
    """سقوط قتلى، سقط 30 قتيلا: who fell are the victims, no shells."""
    return any(m.kind == "casualty" for i in (act.first, act.last) for m in chart.starts.get(i, ()))


def _decided(chart: Chart, acts: list[Mention]) -> list[Mention]:
    """قصف is a verb or a noun: a noun after a preposition or شن, or before ل, an adjective or على; else a verb."""
    kept = []
    for act in acts:
        twins = [other for other in acts if other.start == act.start and other.end == act.end and other is not act]
        rival = next((t for t in twins if t.form.startswith("verb") != act.form.startswith("verb")), None)
        if rival is None or act.form.startswith("verb") != _is_noun(chart, act):
            kept.append(act)
    return kept


def _is_noun(chart: Chart, act: Mention) -> bool:
    if act.lead.endswith(("ب", "ل", "ك")):
        return True
    before = chart.tokens[act.first - 1].text.lstrip("و") if act.first else ""
    if before in PREPOSITIONS or any(w.last == act.first for w in chart.kinds.get("launching", ())):
        return True
    following = chart.starts.get(act.last, ())
    if any(m.kind == "means" or m.lead == "ل" or (m.kind == "actor" and m.lead == "") for m in following):
        return any(m.kind == "means" or m.lead == "ل" for m in following)
    after = chart.tokens[act.last].text if act.last < len(chart.tokens) else ""
    return after in ("علي", "من", "متبادل", "عنيف", "مكثف")


def _groups(chart: Chart, acts: list[Mention]) -> list[Group]:
    """Acts in order; each joins the last group if both may tell one act and nothing parts them."""
    groups: list[Group] = []
    for act in acts:
        target = next((g for g in reversed(groups[-2:]) if _joins(chart, g, act)), None)
        if target is None:
            groups.append(Group([act]))
        else:
            target.acts.append(act)
    return groups


def _joins(chart: Chart, group: Group, act: Mention) -> bool:
    """«هجوم … استهدف»، «قصف أدى إلى مقتل»، «قصف وغارات»: one act; «وأغارت»، «بعد هجوم»: another."""
    last = group.acts[-1]
    if not all(related(str(one.value), str(act.value)) for one in group.acts):
        return False
    if act.start < last.end:
        return True
    between = [token.text for token in chart.tokens[last.last : act.first]]
    if act.value == "fall" and act.form.startswith("verb") and group.values() & LAUNCHED:
        return len(between) <= VOLLEY
    if any(word in BOUNDARY for word in between):
        return False
    if between and last.value != "killed" and _is_other(chart, act):
        return False
    if not _is_plainly_one(act, between) and _answers(chart, last, act):
        return False
    if last.value == "killed" and act.value != "killed":
        return _is_cause(group, act, between)
    if "killed" in (act.value, last.value):
        return len(between) <= OUTCOME_REACH
    return _continues(last, act, between)


def _is_plainly_one(act: Mention, between: list[str]) -> bool:
    """«الهجوم الذي استهدف», «غارات استهدفت»: no answer, whatever cue stands near."""
    if not between:
        return act.form.startswith("verb") and not act.tail
    return between[0] in WHICH


def _continues(last: Mention, act: Mention, between: list[str]) -> bool:
    """Whether the second of two act words only says more of the first, by their forms and what parts them."""
    verbs = last.form.startswith("verb"), act.form.startswith("verb")
    if verbs == (True, False):
        subject = not between
        cognate = len(between) <= RELATIVE and not set(between) & SEQUENCE and not act.form.endswith(".the")
        return subject or cognate
    if verbs == (False, True):
        return len(between) <= PREDICATE and not act.lead.startswith("و")
    if verbs == (True, True):
        return "fall" in (act.value, last.value) and len(between) <= RELATIVE
    return len(between) <= 2 and not set(between) & SEQUENCE


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


def _is_cause(group: Group, act: Mention, between: list[str]) -> bool:
    """«مقتل ثلاثة في قصف»، «قتلت غارة ثلاثة»: the act that killed; «قصف قتل ثلاثة … وقصف» is another one."""
    told = [one for one in group.acts if one.value != "killed"]
    if told and not act.form.endswith(".the"):
        return False
    if not between and group.acts[-1].form.startswith("verb") and not act.form.startswith("verb") and not act.lead:
        return True
    led = act.lead.endswith("ب") or bool(set(between[-NEAR:]) & CAUSES)
    return led and len(between) <= OUTCOME_REACH


def _suffers(chart: Chart, item: Mention, act: Mention) -> bool:
    """تعرض قاعدة عين الأسد لهجوم: the base belongs to the act that it suffered."""
    if act.first - item.last > 6 or not act.lead.endswith(("ل", "ب")):
        return False
    return any(0 < item.first - word.first <= 8 for word in chart.kinds.get("suffering", ()))


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


def _owner(chart: Chart, groups: list[Group], item: Mention) -> Group:
    """The group whose act the item stands with: its verb's; else the last before it in its clause, else the next."""
    number = governing_group(chart, [group.acts for group in groups], item) if len(groups) > 1 else None
    if number is not None:
        return groups[number]
    before = [g for g in groups if g.acts[0].start <= item.start]
    after = [g for g in groups if g.acts[0].start > item.start]
    if not before:
        return after[0]
    near = before[-1]
    if after and _suffers(chart, item, after[0].acts[0]):
        return after[0]
    if after and item.kind == "place" and after[0].acts[0].first - item.last <= FRONTED and fronting(chart, item):
        return after[0]
    if after and any(token.text in BOUNDARY for token in chart.tokens[near.acts[0].last : item.first]):
        crossing = [t for t in chart.tokens[near.acts[-1].last : item.first] if t.text in BOUNDARY]
        if crossing and not (item.kind == "place" and after[0].acts[0].first - item.last > REACH):
            return after[0]
    return near
