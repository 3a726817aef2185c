"""Acts of one sentence with what belongs to them: which words tell one act, and which arguments each act takes."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.grouping import BOUNDARY, Group, groups_of, is_counted_from
from waqai.reading.heads import carrier, fronted, told_of
from waqai.reading.holding import holds, is_within_hold
from waqai.reading.model import EventMention, Mention
from waqai.reading.origins import came_from_there, is_from_there, launched_at
from waqai.reading.provoked import is_of_the_answered
from waqai.reading.roles import governing_group, role_of
from waqai.reading.siting import fronting
from waqai.reading.wordclasses import decided

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
ANSWERED = frozenset(["place", "weapon"])
"""What may be told of the attack that is answered."""
MATTERING = frozenset(["act", "tally", *ARGUMENTS])
FRONTED = 14
FIRED = frozenset("launch fall shelling strike air_strike bombing_from_air".split())
RESULTING = frozenset("نجم نجمت ناجم ناجمه ناتج ناتجه نتج نتجت الناجم الناجمه الناتج الناتجه ناجما ناجمين ينجم".split())
RISING = frozenset("لترتفع ليرتفع لتصل ليصل لتبلغ ليبلغ فترتفع فيرتفع يرفع ترفع".split())
SINCE = frozenset(["منذ"])
SUMMED = frozenset(["when", "casualty", "place"])
EXPLAINING = frozenset(["اذ"])
"""«وهذا التفجير هو الثاني، إذ أصيب خمسة بانفجار دراجة»: what follows is of the act behind it."""
CLAUSE_ENDS = frozenset(".؛:\n")
NEAR = 5


def events_of(chart: Chart, first: int, last: int) -> list[EventMention]:
    """The event mentions of the sentence that has the tokens first:last."""
    items = _inside(chart, first, last)
    acts = [act for act in decided(chart, [m for m in items if m.kind == "act"]) if not holds(chart, act)]
    if not acts:
        return []
    groups = groups_of(chart, acts)
    total = _total_from(chart, first, last)
    for item in items:
        if item.kind in ARGUMENTS and not (item.first >= total and item.kind in SUMMED):
            _place(chart, groups, item)
    return [_mention(group) for group in groups]


def _total_from(chart: Chart, first: int, last: int) -> int:
    """«… مقتل ثمانية، لترتفع حصيلة القتلى منذ فبراير إلى ألف»: the token at which the sentence turns to the total."""
    words = [token.text for token in chart.tokens[first:last]]
    rises = next((i for i, word in enumerate(words) if word in RISING), len(words))
    return first + rises if set(words[rises:]) & SINCE else last


def _place(chart: Chart, groups: list[Group], item: Mention) -> None:
    """The item is an argument of the group that it belongs to, if it has a role there."""
    group = _owner(chart, groups, item)
    if _is_coordinated(chart, group.acts[0], item):
        return
    if item.kind == "when" and is_counted_from(chart, group.acts[0], item):
        return
    if item.kind == "weapon" and came_from_there(chart, item) and not is_from_there(chart, group.acts[-1]):
        return
    if item.kind in ANSWERED and is_of_the_answered(chart, group.acts, item):
        return
    role = role_of(chart, group.acts, item, group.arguments)
    if role:
        group.arguments.append((role, item))
    other = _relative(chart, groups, item)
    if other is not None and other is not group:
        other.arguments.append(("origin" if launched_at(chart, item) in other.acts else "site", item))


def _is_coordinated(chart: Chart, act: Mention, item: Mention) -> bool:
    """«قتلى في الزبداني والمعارضة تقصف قرى»: what stands before «و» and the subject of the verb is not the verb's."""
    if item.kind not in ("place", "casualty") or not item.last <= act.first <= item.last + NEAR:
        return False
    if not act.form.startswith("verb"):
        return False
    parties = (m for i in range(item.last, act.first) for m in chart.starts.get(i, ()) if m.kind == "actor")
    return any(m.lead == "و" and m.last == act.first for m in parties)


def _relative(chart: Chart, groups: list[Group], item: Mention) -> Group | None:
    """«مدينة تلبيسة التي قصفت …»: the place of the main clause is that of the relative one too."""
    act = launched_at(chart, item) or told_of(chart, item) if item.kind == "place" else None
    return next((group for group in groups if act in group.acts), None) if act is not None else None


def _mention(group: Group) -> EventMention:
    trigger = group.trigger
    others = tuple(("act", act) for act in group.acts if act is not trigger)
    return EventMention(str(trigger.value), trigger, others + tuple(group.arguments), trigger.rule)


def _inside(chart: Chart, first: int, last: int) -> list[Mention]:
    """The mentions of the sentence that matter for acts, in the order of the text."""
    starts = chart.starts
    found = [
        mention
        for index in range(first, last)
        if index in starts
        for mention in starts[index]
        if mention.kind in MATTERING and mention.last <= last
    ]
    acts = {m for m in found if m.kind == "act"}
    if not acts:
        return []
    taken = [m for m in found if m.kind in ("when", "tally")]
    acts_inside = {m for m in acts if any(w.start <= m.start and m.end <= w.end for w in taken)}
    fallen = {m for m in acts if m.value == "fall" and _of_victims(chart, m)}
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


def _suffers(chart: Chart, item: Mention, act: Mention) -> bool:
    """تعرض قاعدة عين الأسد لهجوم: the base belongs to the act that it suffered."""
    if act.first - item.last > 6 or not act.lead.endswith(("ل", "ب")):
        return False
    return any(0 < item.first - word.first <= 8 for word in chart.kinds.get("suffering", ()))


def _precedes(chart: Chart, near: Group, after: Group, item: Mention) -> bool:
    """«… وفي لودر نصبت …», «… شنت أمس غارات»: the item stands in the words of the next act, before its noun."""
    act = after.acts[0]
    floor = max(one.last for one in near.acts if one.first < act.first)
    verb = carrier(chart, act, floor)
    if verb is not None and (verb.first < item.first or _undergoes(verb, item)):
        return True
    start = verb or act
    return floor <= item.first and fronted(chart, item, start.first, start)


def _undergoes(verb: Mention, item: Mention) -> bool:
    """«بلدة الفطيرة تعرضت لقصف»: the subject of the verb of suffering."""
    return verb.kind == "suffering" and item.kind in ("place", "facility") and item.last == verb.first and not item.lead


def _answered_at(chart: Chart, groups: list[Group], when: Mention) -> Group | None:
    """«ردت المدفعية أمس على الهجوم بقصف»: the day of the answer, not of the attack."""
    for cue in chart.kinds.get("cue", ()):
        answered, answer = cue.part("answered"), cue.part("answer")
        if answered is not None and answer is not None and cue.last <= when.first < answered.first:
            return next((g for g in groups if any(act.start == answer.start for act in g.acts)), None)
    return None


def _owner(chart: Chart, groups: list[Group], item: Mention) -> Group:
    """The group whose act the item stands with: its verb's; else the last before it in its clause, else the next."""
    number = governing_group(chart, [group.acts for group in groups], item) if len(groups) > 1 else None
    if number is not None:
        return groups[number]
    answer = _answered_at(chart, groups, item) if item.kind == "when" else None
    if answer is not None:
        return answer
    holding = next((g for g in groups if is_within_hold(chart, g.acts[-1], item)), None)
    if holding is not None:
        return holding
    before = [g for g in groups if g.acts[0].start <= item.start]
    after = [g for g in groups if g.acts[0].start > item.start]
    if not before:
        return after[0]
    near = max(before, key=lambda g: max(act.start for act in g.acts if act.start <= item.start))
    if after and (_suffers(chart, item, after[0].acts[0]) or _precedes(chart, near, after[0], item)):
        return after[0]
    between = chart.tokens[near.acts[-1].last : item.first]
    if after and any(token.text in BOUNDARY | EXPLAINING for token in between):
        return after[0]
    if after and item.kind == "place" and after[0].acts[0].first - item.last <= FRONTED and fronting(chart, item):
        return after[0]
    return near
