"""Casualty figures of an act: each once, the exact before the vague, each with the voice that gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from waqai.claims.drafts import Draft
from waqai.claims.model import Toll, Words
from waqai.claims.quoting import words
from waqai.reading.model import Casualty, Count, Mention
from waqai.reading.read import Text

Speaker = Callable[[Mention], Words | None]
PARTS = frozenset(["casualties.part", "casualties.subset", "casualties.among-victims"])
BARE = frozenset(["plural", "several"])
VAGUE = BARE | {"vague"}
EXACT = 4
BOTH = ("killed", "injured")
OTHERS = frozenset("اخرين اخرون اخريات".split())
BESIDES = frozenset("اضافه بالاضافه فضلا جانب علاوه".split())
BEFORE = 3
ROSE = 20
RISING = frozenset("ارتفعت ارتفع ارتفاع ترتفع يرتفع لترتفع ليرتفع".split())
STEM = 3


class Told(NamedTuple):
    """A toll with what was read of its figure."""

    toll: Toll
    count: Count  # type: ignore[assignment]  # how many, not tuple.count
    part: bool
    title: bool
    armed: bool = False
    """Whether those counted bear arms."""
    more: bool = False
    """Whether it adds to another figure: «مقتل عناصر آخرين»."""


def tolls(text: Text, draft: Draft, speaker: Speaker) -> tuple[Toll, ...]:
    """The figures of the act in the order of the text."""
    found: list[Told] = []
    for mention in draft.figures:
        value = mention.value
        if not isinstance(value, Casualty):
            continue
        toll = _toll(text, mention, value, speaker)
        title = mention.start < text.sentences[0][1]
        same = (t for t in found if (t.toll.kind, t.toll.low, t.toll.high) == (toll.kind, toll.low, toll.high))
        known = next(same, None)
        if known is None:
            more = toll.high is None and _adds(text, mention)
            found.append(Told(toll, value.count, mention.rule in PARTS, title, _is_armed(mention), more))
        elif known.title and not title:
            found[found.index(known)] = known._replace(title=False)
    found = [told for told in found if not _is_sum(told, found)]
    return tuple(
        told.toll for told in found if not any(_supersedes(other, told) or _rose(text, told, other) for other in found)
    )


def _is_sum(told: Told, found: list[Told]) -> bool:
    """«مقتل وإصابة 45» over «مقتل 21 وجرح 24»: the figure for both is what they make together."""
    both = told.count.vague == "between" and told.toll.high is not None
    exact = {kind: [t.toll.low for t in found if t.toll.kind == kind and t.toll.low == t.toll.high] for kind in BOTH}
    return both and any(dead + hurt == told.toll.high for dead in exact["killed"] for hurt in exact["injured"])


def _adds(text: Text, mention: Mention) -> bool:
    """«إضافة إلى مقتل عناصر آخرين»: besides those counted before."""
    tokens = {token.text for token in text.tokens[mention.first : mention.last + 1]}
    before = {token.text for token in text.tokens[max(0, mention.first - BEFORE) : mention.first]}
    return bool(tokens & OTHERS) and mention.part("person") is not None and bool(before & BESIDES)


def _is_armed(mention: Mention) -> bool:
    person = mention.part("person")
    return person is not None and getattr(person.value, "side", "") == "military"


def _of_others(mine: Toll, theirs: Toll) -> bool:
    """«ستة من مقاتلي المعارضة» and «عدد من أفراد القوات النظامية»: the figures are of two groups."""
    if mine.group is None or theirs.group is None or mine.low == mine.high:
        return False
    return not _stems(mine.group.text) & _stems(theirs.group.text)


def _stems(group: str) -> set[str]:
    """«شرطيين», «عنصران من الشرطة»: by how their words begin."""
    return {word.removeprefix("ال")[:STEM] for word in group.split()}


def _toll(text: Text, mention: Mention, value: Casualty, speaker: Speaker) -> Toll:
    group = mention.part("group")
    return Toll(
        value.kind,
        value.count.low,
        value.count.high,
        words(text, mention),
        words(text, group) if group is not None else None,
        speaker(mention),
    )


def _supersedes(other: Told, told: Told) -> bool:
    """Whether the other figure of the same voice says more: «ثلاثة» than «قتلى», «على الأقل» than a headline."""
    mine, theirs = told.toll, other.toll
    if other is told or told.part or other.part or mine.kind != theirs.kind:
        return False
    if told.more or ((told.armed or other.armed) and _of_others(mine, theirs)):
        return False
    if told.title and not other.title and told.count.vague in VAGUE and theirs.high == theirs.low:
        return True  # «سيارات مفخخة تقتل العشرات» over «مقتل سبعة»
    if not _one_voice(mine, theirs, strict=_rank(told.count) > 1 and not told.title):
        return False
    at_least = theirs.high is None and other.count.vague not in BARE
    if told.title and not other.title and mine.high == mine.low == theirs.low and at_least:
        return True
    if other.title and theirs.high == theirs.low == mine.low and mine.high is None and not told.title:
        return False
    if told.count.vague in BARE and theirs.low == theirs.high == 1:
        return mine.group is None or theirs.group is None or mine.group.text == theirs.group.text
    return _rank(other.count) > _rank(told.count) and theirs.low >= mine.low


def _rose(text: Text, told: Told, other: Told) -> bool:
    """«إن شخصا قُتل، قبل أن تعلن أن الحصيلة ارتفعت إلى ثلاثة»: the later toll of one voice, in one sentence."""
    mine, theirs = told.toll, other.toll
    if mine.kind != theirs.kind or mine.according_to != theirs.according_to or mine.low >= theirs.low or told.part:
        return False
    between = [token.text for token in text.tokens if mine.words.end <= token.start < theirs.words.start]
    return 0 < len(between) <= ROSE and bool(RISING & set(between)) and "." not in between


def _one_voice(one: Toll, other: Toll, *, strict: bool) -> bool:
    """Whether the figures are one voice's; loosely, the outlet's own goes with any."""
    said = {toll.according_to.text if toll.according_to is not None else "" for toll in (one, other)}
    return len(said) < 2 or (not strict and "" in said)


def _rank(count: Count) -> int:
    """How much a figure says: a bare plural, «عشرات», a shared figure, «أكثر من 30», an exact number."""
    if count.high == count.low:
        return EXACT
    if count.vague in BARE:
        return 0
    if count.vague == "vague":
        return 1
    return 2 if count.high is not None and count.low == 1 else 3
