"""Bombs and workshops found before use: «أبطل خبراء مفعول عبوة», «ضبط ورشة لتفخيخ العجلات», «تدمير عجلات مفخخة»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from waqai.reading.developments import built
from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

PLANTED = frozenset("ied mine car_bomb suicide_belt".split())
DEFUSED = PLANTED | frozenset("bomb grenade shell".split())
ARMS = PLANTED | frozenset("rocket missile shell mortar bomb small_arms grenade chemical other".split())
SEIZING = frozenset("ضبط صادر مصادره عثر العثور كشف الكشف".split())
"""Whoever seizes may seize any arm; whoever dismantles or destroys a weapon disrupts its use if it was planted."""
GAP = 7
OBJECT = 4
SEARCH = 16
"""Words over which a search is told before what it came upon."""
PREPARED = 28
"""Words from the attack to what was found of it."""
FULL_STOPS = frozenset(". ؛ ؟".split())
ATTACKS = frozenset("attack shelling strike air_strike suicide_bomb ied".split())
PADS = frozenset("مواقع موقع منصه منصات منصتي قواعد راجمه راجمات".split())
LAUNCH = frozenset("اطلاق الاطلاق".split())
BEFORE_IT = frozenset(
    tuple(pair.split())
    for pair in (
        "قبل تنفيذه|قبل تنفيذها|قبل وقوعه|قبل وقوعها|قبل انطلاقه|قبل انطلاقها|قبل اطلاقها|قبل اطلاقه|كان معدا|"
        "كانت معده|كان يستعد|كانوا يستعدون|كانت تستعد|كان وشيكا|قبل ساعات"
    ).split("|")
)
STOPS = frozenset(". ؛ ؟ : ! ، , «".split())


def _disrupted(chart: Chart) -> Iterator[Mention]:
    """The verb with the bomb, the arms or the workshop that it reaches."""
    for verb in tuple(chart.kinds.get("foiling", ())):
        thing = _thing(chart, verb) or _come_upon(chart, verb)
        if thing is None:
            continue
        for search in [m for m in _acts(chart, verb.last, thing.first - verb.last) if m.value == "raid"]:
            chart.remove(search)  # «عثرت خلال حملة دهم على مخبأ»
        yield Mention(
            "act",
            "disrupted",
            verb.start,
            thing.end,
            verb.first,
            thing.last,
            "developments.disrupted",
            "",
            verb.lead,
            thing.tail,
            (("verb", verb), ("thing", thing)),
        )


def _thing(chart: Chart, verb: Mention) -> Mention | None:
    """What was found or made harmless, at most five words behind and before another act.

    «دمرت سيارة مفخخة المبنى» has the bomb do it.
    """
    own = any("دمر" in token.text for token in chart.tokens[verb.first : verb.last]) and verb.form.startswith("verb")
    stems = _stems(chart, verb)
    wide = any(word.startswith(tuple(SEIZING)) for word in stems)
    reach = ARMS if wide else PLANTED if any("دمر" in word or "دمير" in word for word in stems) else DEFUSED
    for index in range(verb.last + own, min(verb.last + GAP, len(chart.tokens))):
        if chart.tokens[index].kind == "newline" or chart.tokens[index].text in STOPS:
            return None
        here = chart.starts.get(index, ())
        if any(m.kind == "act" for m in here):
            return None
        for mention in here:
            if mention.kind == "weapon" and _class(mention) in reach and not mention.lead:
                return mention
            if mention.kind == "workshop" and _of_bombs(chart, mention):
                return mention
    return None


def _come_upon(chart: Chart, verb: Mention) -> Mention | None:
    """«عثرت خلال عملية تفتيش في الناحية على كدس للعتاد»: how and where they searched stands before what they found."""
    if not any(word.startswith("عثر") for word in _stems(chart, verb)) or chart.tokens[verb.last - 1].text == "علي":
        return None
    for index in range(verb.last, min(verb.last + SEARCH, len(chart.tokens) - 1)):
        if chart.tokens[index].kind == "newline" or chart.tokens[index].text in STOPS:
            return None
        if chart.tokens[index].text != "علي":
            continue
        here = [m for at in (index + 1, index + 2) for m in chart.starts.get(at, ())]
        arms = (m for m in here if m.kind == "weapon" and _class(m) in ARMS and not m.lead)
        return next((m for m in here if m.kind == "workshop" and _of_bombs(chart, m)), None) or next(arms, None)
    return None


def _stems(chart: Chart, verb: Mention) -> list[str]:
    return [token.text.removeprefix("و").removeprefix("ت") for token in chart.tokens[verb.first : verb.last]]


def _class(weapon: Mention) -> str:
    return str(getattr(weapon.value, "weapon_class", weapon.value))


def _of_bombs(chart: Chart, workshop: Mention) -> bool:
    """ورشة لتفخيخ العجلات، مخزن أسلحة"""
    if workshop.last - workshop.first > 1:
        return True
    behind = range(workshop.last, workshop.last + 3)
    kinds = {m.kind for index in behind for m in chart.starts.get(index, ())}
    return bool(kinds & {"bomb-making", "weapon"})


def _forestalled(chart: Chart) -> Iterator[Mention]:
    """«إحباط هجوم صاروخي … بعد رصد مواقع إطلاق»: stopped before it began; launchers or makers were found."""
    for verb in tuple(chart.kinds.get("foiling", ())):
        if not any("حبط" in word or "حباط" in word for word in _stems(chart, verb)):
            continue
        attack = next((m for m in _acts(chart, verb.last, OBJECT) if m.value in ATTACKS), None)
        if attack is None or not _was_prepared(chart, attack.last):
            continue
        yield Mention(
            "act",
            "disrupted",
            verb.start,
            attack.end,
            verb.first,
            attack.last,
            "developments.forestalled",
            verb.form,
            verb.lead,
            "",
            (("verb", verb), ("what", attack)),
        )


def _acts(chart: Chart, first: int, reach: int) -> Iterator[Mention]:
    for index in range(first, min(first + reach, len(chart.tokens))):
        yield from (m for m in chart.starts.get(index, ()) if m.kind == "act")


def _was_prepared(chart: Chart, first: int) -> bool:
    """Whether the sentence goes on to where or how it was being prepared: «مواقع إطلاق», «قبل تنفيذه», «كان معدا»."""
    words: list[str] = []
    for index in range(first, min(first + PREPARED, len(chart.tokens))):
        if chart.tokens[index].kind == "newline" or chart.tokens[index].text in FULL_STOPS:
            break
        words.append(chart.tokens[index].text)
    pairs = set(pairwise(words))
    return any(a.lstrip("بل").removeprefix("ال") in PADS and b.lstrip("ل") in LAUNCH for a, b in pairs) or any(
        (a.removeprefix("و"), b) in BEFORE_IT for a, b in pairs
    )


RULES = (
    *built.RULES,
    Rule("developments.forestalled", "act", find=_forestalled, about="إحباط هجوم بعد رصد مواقع إطلاق"),
    Rule("developments.disrupted", "act", find=_disrupted, about="أبطل خبراء مفعول عبوة ناسفة"),
)
