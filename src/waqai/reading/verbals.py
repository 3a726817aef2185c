"""What a verb does with a party: which act it carries, whether it has its subject, whether it reaches so far."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.government import verb_at, word_at
from waqai.reading.model import Mention, Part

PARTING = frozenset("، , . ؛ : \n فيما بينما كما حيث ان انه انها بعد قبل عندما حين اثر عقب".split(" "))
AFTERWARDS = frozenset("بعد عقب غداه قبل اثر وبعد وعقب".split())
ANSWERED = frozenset("ردا رد انتقاما احتجاجا".split())
CARRYING = frozenset("شن تنفيذ توجيه اطلاق".split())
"""«ردت القوات عبر شن غارات»"""
COMPLEMENT = 14
DRIVING = frozenset("يقود تقود يقودون يستقل تستقل يستقلون يحمل يحملون يرتدي يرتدون".split())
"""«هاجم انتحاري يقود سيارة مفخخة مقرا»: what is said of the doer, before the object."""
LONG_COMPLEMENT = 24
"""Words from تمكنت … to «من» and what was managed."""


def carried(chart: Chart, verb: Mention, act: Mention) -> bool:
    """شنت … غارة; ردت على الهجوم بقصف: what a verb of answering carries is written with ب."""
    reach = LONG_COMPLEMENT if word_at(chart, act.first - 1) == "من" else COMPLEMENT
    if not 0 < act.first - verb.first <= reach:
        return False
    before, earlier = word_at(chart, act.first - 1), word_at(chart, act.first - 2)
    if before in AFTERWARDS or (before == "علي" and earlier.lstrip("و") in ANSWERED):
        return False  # «بدأت أنقرة القصف ردا على هجوم»
    answering = any(m.kind == "answering" for m in chart.starts.get(verb.first, ()))
    return act.lead.endswith("ب") or before.removeprefix("ب") in CARRYING or not answering


def carries(chart: Chart, acts: list[Mention], verb: Mention) -> bool:
    """شنت … غارة; هجوم نفذته …; of «تحقيقات تجريها السلطات في التفجير» nothing is carried."""
    if verb.tail:
        return any(-8 <= act.first - verb.last < 0 for act in acts)
    return any(carried(chart, verb, act) or -8 <= act.first - verb.last < 0 for act in acts)


def driven(chart: Chart, verb: Mention) -> bool:
    """نيران استهدفت القوات، هجوم استهدف: a weapon or an act right before the verb is its subject."""
    if verb.lead.endswith(("و", "ف")):
        return False
    for index in range(verb.first - 1, max(-1, verb.first - 7), -1):
        if word_at(chart, index) in PARTING:
            return False
        things = [m for m in chart.starts.get(index, ()) if m.kind in ("weapon", "act") and m.last <= verb.first]
        if any(not m.form.startswith("verb") for m in things):
            return True
    return False


def has_subject(chart: Chart, verb: Mention, item: Mention, taken: list[Part]) -> bool:
    """Whether an initiator, or a weapon, stands with the verb before the item."""
    if any(role == "initiator" and -8 <= m.first - verb.last <= 12 for role, m in taken):
        return True
    after = range(verb.last, min(verb.last + 2, item.first))
    if any(m.kind == "weapon" and m.last < item.first for i in after for m in chart.starts.get(i, ())):
        return True
    told = [m for m in chart.starts.get(verb.last, ()) if m.kind == "act" and not m.form.startswith("verb")]
    return any(m.last < item.first or m.form.endswith(".the") or m.last - m.first > 1 for m in told)


def verb_reaches(chart: Chart, verb: Mention, item: Mention) -> bool:
    """No other verb and no end of clause stands between the verb and the item."""
    for index in range(verb.last, item.first):
        word = word_at(chart, index)
        if word in (".", "؛", "\n", ":") or (verb_at(chart, index) is not None and word not in DRIVING):
            return False
    return True


def has_victim(chart: Chart, verb: Mention) -> bool:
    """«قتلت 20 حوثيا»: a person, a party or an amount right behind the verb."""
    kinds = ("person", "number", "count", "actor", "casualty", "human", "name")
    behind = [m for i in range(verb.last, verb.last + 4) for m in chart.starts.get(i, ())]
    return any(m.kind in kinds and m.lead == "" for m in behind)
