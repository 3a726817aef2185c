"""The rules that read persons."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import Chart
from waqai.reading.model import Count, Mention
from waqai.reading.people.extent import begins, closed, joined_actor, opened, phrase_end, unit_end, word
from waqai.reading.people.names import is_called, name_end
from waqai.reading.people.persons import Draft, Persons, described, finished, group_of, is_weak, side_of
from waqai.reading.people.words import AMONG, CROWDS, NO_HEADS, OTHERS, STOPS, UNIT_HEADS

HEADS = ("human", "member")
OWN_PARENTS = frozenset("والده جده خاله عمه".split())
BYNAMES = frozenset("ابو ابي ابا عبد".split())


def counted(chart: Chart) -> Iterator[Mention]:
    """«14 مسلحا», «عشرات الجنود», «نحو 30 مدنيا»."""
    for count in chart.of("count"):
        if not isinstance(count.value, Count):
            continue
        head = begins(chart, opened(chart, count.last), *HEADS)
        crowd = _crowd(chart, count.last) if head is None else None
        if crowd is not None:
            value = Persons("military", unhedged(chart, count, count.value), "counted")
            yield finished(
                chart, Draft("people.counted", value, (("count", count), ("group", crowd)), count, crowd.last)
            )
        if head is None or head.value == "family" or _pair_is_over(chart, count, head):
            continue
        last = closed(chart, count.last, phrase_end(chart, head))
        value = Persons(side_of(head), unhedged(chart, count, count.value), "counted")
        parts = (("count", count), ("noun", head), *group_of(chart, head, last))
        yield finished(chart, Draft("people.counted", value, parts, count, last))


def _pair_is_over(chart: Chart, count: Mention, head: Mention) -> bool:
    """«مجهولين اثنين أمام مسجد»: «اثنين» ends what it counts, for no single noun follows it."""
    return word(chart, count.last - 1).startswith("اثن") and head.form == "noun" and head.kind == "human"


def counted_of(chart: Chart) -> Iterator[Mention]:
    """«ستة من عناصرها», «17 من ميليشيا …», «أحد متشددي التنظيم», «العشرات من المدنيين»."""
    for count in chart.of("count", "subset"):
        amount = unhedged(chart, count, count.value) if isinstance(count.value, Count) else Count(1, 1)
        if count.kind == "subset" and not _one_of(count):
            continue
        at = count.last
        if count.kind == "count":
            if word(chart, at) != "من":
                continue
            at += 1
        found = _members(chart, at, single=count.kind == "subset")
        if found is not None:
            side, group = found
            value = Persons(side, amount, "counted")
            noun = begins(chart, group.first, *HEADS)
            parts = (("count", count), *((("noun", noun),) if noun else ()), ("group", group))
            yield finished(chart, Draft("people.counted-of", value, parts, count, group.last))


def _crowd(chart: Chart, index: int) -> Mention | None:
    """«العناصر الإرهابية», «مسلحين مجهولين»: fighters whose noun is part of an actor's name."""
    actor = begins(chart, index, "actor", leads=("", "و"))
    if actor is None or chart.tokens[index].text.removeprefix(actor.lead) not in CROWDS:
        return None
    if begins(chart, index, *HEADS, leads=("", "و")) is not None:
        return None
    last = joined_actor(chart, actor.last)
    return Mention("group", "", actor.start, chart.tokens[last - 1].end, index, last, "people.group", lead=actor.lead)


def crowds(chart: Chart) -> Iterator[Mention]:
    """«العناصر الإرهابية» without a number."""
    for actor in chart.of("actor"):
        group = _crowd(chart, actor.first)
        if group is not None:
            definite = chart.tokens[group.first].text.removeprefix(group.lead).startswith("ال")
            value = Persons("military", None, "many", definite)
            yield finished(chart, Draft("people.crowd", value, (("group", group),), group, group.last))


def _one_of(subset: Mention) -> bool:
    of = subset.part("of")
    return of is not None and of.kind == "one-of" and not of.tail


def _members(chart: Chart, at: int, *, single: bool = False) -> tuple[str, Mention] | None:
    """The group that begins at a token: a plural noun phrase, an actor, or a definite plural in ين."""
    behind = opened(chart, at)
    head = begins(chart, behind, *HEADS)
    actor = begins(chart, behind, "actor")
    text = word(chart, behind)
    plural = head is not None and (head.form not in ("noun", "noun.the") or (single and bool(head.tail)))
    if head is not None and plural and head.value != "family":
        last, side = phrase_end(chart, head), side_of(head)
    elif actor is not None:
        last, side = joined_actor(chart, actor.last), "military"
    elif text in UNIT_HEADS:
        last, side = unit_end(chart, behind), "military"
    elif text.startswith("ال") and text.endswith(("ين", "يه")) and text not in STOPS | NO_HEADS:
        last, side = behind + 1, "neutral"
    else:
        return None
    last = closed(chart, at, last)
    start = chart.tokens[at].start
    return side, Mention("group", "", start, chart.tokens[last - 1].end, at, last, "people.group")


def described_persons(chart: Chart) -> Iterator[Mention]:
    """«جندي تركي», «ضابطي صف», «العناصر الإرهابية», «القيادي أبو فلان»; what is weak alone is person-weak."""
    for head in chart.of(*HEADS):
        text = chart.tokens[head.last - 1].text
        if (
            _in_name(chart, head)
            or _is_before(chart, head)
            or (head.kind == "member" and text.endswith(("يه", "مقاتلات", "مقاتله")))
        ):
            continue
        last = phrase_end(chart, head)
        value = described(head, text)
        draft = Draft("people.described", value, (("noun", head), *group_of(chart, head, last)), head, last)
        weak = is_weak(head, text) and not is_called(chart, head, last)
        yield finished(chart, draft, "person-weak" if weak else "person")


def unhedged(chart: Chart, count: Mention, value: Count) -> Count:
    """«خمسة مواطنين بينهم طفل على الأقل»: the hedge is the child's."""
    between = {word(chart, i) for i in range(count.last, count.last + 6)}
    if count.rule != "numbers.hedged-after" or not between & AMONG:
        return value
    return Count(value.low, value.low)


def _is_before(chart: Chart, head: Mention) -> bool:
    """«برصاص مسلحين اثنين أمام مسجد»: «before» is written like «imam», whom a word for harm stands before."""
    if word(chart, head.first) != "امام":
        return False
    near = [m for i in range(max(0, head.first - 3), head.first) for m in chart.starts.get(i, ())]
    harmed = any(m.kind in ("harm", "fate") or m.value in IMAMS for m in near)
    return word(chart, head.first - 1) != "و" and not harmed


IMAMS = frozenset("killing killed abduction arrest".split())
"""What befalls a man."""


def _in_name(chart: Chart, head: Mention) -> bool:
    """«الشيخ زويد», «شارع الشهداء»: a place's name has the word."""
    around = range(max(0, head.first - 4), head.first + 1)
    return any(
        m.kind == "place" and m.first <= head.first and m.last > head.last
        for i in around
        for m in chart.starts.get(i, ())
    )


def others(chart: Chart) -> Iterator[Mention]:
    """«15 آخرون», «عشرات آخرين», «آخران»: who they are is said before."""
    for count in chart.of("count"):
        if isinstance(count.value, Count) and word(chart, count.last) in OTHERS:
            value = Persons("others", count.value, "counted")
            yield finished(chart, Draft("people.others", value, (("count", count),), count, count.last), "person-weak")


def joined(chart: Chart) -> Iterator[Mention]:
    """«طفل وامرأة», «سيدة وثلاثة من أطفالها», «رجل وزوجته وأطفالهما الثلاثة»: one figure."""
    for first in chart.of("person", "person-weak"):
        kin = isinstance(first.value, Persons) and first.value.side == "civilian"
        kin = kin and any(_of_hers(m) for m in _behind(chart, first))
        if first.kind == "person-weak" and not (_of_hers(first) or _parent(chart, first)) and not kin:
            continue
        row = [first]
        while len(row) < 6:
            following = next((m for m in _behind(chart, row[-1]) if _adds(row[0], m)), None)
            if following is None:
                break
            row.append(following)
        counts = [_amount(m) for m in row]
        if len(row) > 1 and all(counts):
            low = sum(count.low for count in counts if count)
            highs = [count.high for count in counts if count]
            high = None if None in highs else sum(h for h in highs if h is not None)
            yield _sum(chart, row, Count(low, high))


def _sum(chart: Chart, row: list[Mention], count: Count) -> Mention:
    first, last = row[0], row[-1]
    side = first.value.side if isinstance(first.value, Persons) else "neutral"
    end = chart.tokens[last.last - 1].end
    group = Mention("group", "", first.start, end, first.first, last.last, "people.group")
    value = Persons(side, count, "counted")
    parts = (("group", group), *(("person", m) for m in row))
    return Mention(
        "person",
        value,
        first.start,
        end,
        first.first,
        last.last,
        "people.joined",
        first.form,
        first.lead,
        "",
        parts,
    )


def _behind(chart: Chart, mention: Mention) -> list[Mention]:
    at = mention.last + (word(chart, mention.last) == "و")
    found = [m for m in chart.starts.get(at, ()) if m.kind in ("person", "person-weak") and m.lead == "و"]
    return sorted(found, key=lambda m: -m.end)


def _amount(mention: Mention) -> Count | None:
    value = mention.value
    return value.count if isinstance(value, Persons) else None


def _adds(first: Mention, other: Mention) -> bool:
    """Kin of the first («وزوجته»), or one or two of the same side beside one or two («طفل وامرأة»)."""
    left, right = first.value, other.value
    if not (isinstance(left, Persons) and isinstance(right, Persons)) or right.side == "others":
        return False
    if right.side == "kin" or _of_hers(other):
        return left.shape in ("one", "two") and (not left.definite or _of_hers(first))
    small = ("one", "two")
    same = left.side == right.side == "civilian"
    return same and left.shape in small and right.shape in small and not right.definite and not left.definite


def _of_hers(mention: Mention) -> bool:
    """«وثلاثة من أطفالها», «وأطفالهما الثلاثة»."""
    noun, value = mention.part("noun"), mention.value
    kindred = isinstance(value, Persons) and value.side in ("civilian", "kin")
    return noun is not None and bool(noun.tail) and kindred


def _parent(chart: Chart, mention: Mention) -> bool:
    """«والده ووالدته»: «والده» is written like «والدة»."""
    noun = mention.part("noun")
    return noun is not None and noun.value == "kin" and chart.tokens[noun.first].text.lstrip("و") in OWN_PARENTS


def kin_counted(chart: Chart) -> Iterator[Mention]:
    """«أطفالهما الثلاثة», «أبنائه الأربعة», «الجنود الثلاثة»: the number stands behind."""
    for head in chart.of(*HEADS):
        number = begins(chart, head.last, "number")
        definite = head.form.startswith("noun.plural") and (head.tail or head.form.endswith(".the"))
        if number is None or not definite or not chart.tokens[number.first].text.startswith("ال"):
            continue
        amount = int(str(number.value))
        value = Persons(side_of(head), Count(amount, amount), "counted", definite=True)
        parts = (("count", number), ("noun", head), *group_of(chart, head, head.last))
        yield finished(chart, Draft("people.number-behind", value, parts, head, number.last))


def family(chart: Chart) -> Iterator[Mention]:
    """«عائلة من خمسة أفراد», «أسرة مؤلفة من 5 أشخاص»."""
    for head in chart.of("human"):
        if head.value != "family" or not head.form.startswith("noun") or head.form.endswith(".the"):
            continue
        for step in range(3):
            at = head.last + step
            if word(chart, at) != "من":
                continue
            persons = begins(chart, at + 1, "person")
            if persons is not None and _amount(persons) and persons.part("count"):
                value = Persons("civilian", _amount(persons), "counted")
                parts = (("count", persons), ("noun", head), *group_of(chart, head, head.last))
                yield finished(chart, Draft("people.family", value, parts, head, persons.last))


def named(chart: Chart) -> Iterator[Mention]:
    """«خالد الحسن», «أبو يحيى الحوثي»: a name (kind `name`), where no title stands before it."""
    last = 0
    for index in sorted({m.first for m in chart.of("given", "leader")} | _bynames(chart)):
        end = name_end(chart, index)
        if end <= index or index < last:
            continue
        last = end
        given = begins(chart, index, "given", "leader", leads=("", "و"))
        start, lead = (given.start, given.lead) if given is not None else (chart.tokens[index].start, "")
        value = Persons("neutral", Count(1, 1), "one", definite=True)
        yield Mention("name", value, start, chart.tokens[end - 1].end, index, end, "people.named", "", lead)


def _bynames(chart: Chart) -> set[int]:
    others = {m.first for m in chart.kinds.get("not-person", ())}
    return {i for i, token in enumerate(chart.tokens) if token.text in BYNAMES and i not in others}
