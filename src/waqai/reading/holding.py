"""Who only holds the ground where others act: «بلدة يسيطر عليها التنظيم», «لا تزال بيد المعارضة»."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.government import RELATIVES, step_back, verb_before, word_at
from waqai.reading.model import Mention

HANDED = frozenset("take killed killing fall withdrawal transfer".split())
HANDS = frozenset("بيد بايدي".split())
OVER_IT = frozenset("عليه عليها عليهما عليهم".split())
REMAINING = frozenset("تزال يزال زالت زال يزالون بقيت بقي ظلت ظل التي الذي الواقعه الواقع الباقيه مازالت مازال".split())
STILL = frozenset("كان كانت لا ما قد".split())
WITHIN = 8
BEING = 3
"""Words between «لا تزال» and «بيد»."""


def only_holds(chart: Chart, acts: list[Mention], item: Mention) -> bool:
    """Whether the words before the party say that it has the ground, and not what it did there."""
    prior = step_back(chart, item.first)
    if word_at(chart, prior) in HANDS:
        handed = any(act.value in HANDED for act in acts)
        return not handed or bool({word_at(chart, i) for i in range(max(0, prior - BEING), prior)} & REMAINING)
    verb = verb_before(chart, item)
    return verb is not None and holds(chart, verb)


def holds(chart: Chart, verb: Mention) -> bool:
    """«مخازن يسيطر عليها المسلحون قرب صنعاء»: no act, which takes neither the place nor the day of one."""
    if verb.value != "take" or not verb.form.startswith("verb.present"):
        return False
    return word_at(chart, verb.last) in OVER_IT and _describes(chart, verb)


def _describes(chart: Chart, verb: Mention) -> bool:
    """«التي يسيطر عليها», «كانت تسيطر عليها», «قرى يسيطر عليها»: the verb tells of the noun before it."""
    index = verb.first - 1
    while word_at(chart, index) in STILL | {"تزال", "يزال"}:
        index -= 1
    word = word_at(chart, index)
    if word in RELATIVES:
        return True
    near = [m for i in range(max(0, index - 1), index + 1) for m in chart.starts.get(i, ()) if m.last == index + 1]
    return not word.startswith("ال") and any(m.kind in ("place", "placeword", "facility", "object") for m in near)


def is_within_hold(chart: Chart, act: Mention, item: Mention) -> bool:
    """«القبض، أمس، في درنة على ثلاثة»: the day and place between the word and whom they hold are the arrest's."""
    if act.value != "arrest" or item.kind not in ("place", "when") or not 0 <= item.first - act.last <= WITHIN:
        return False
    ahead = [chart.tokens[i].text for i in range(item.last, min(item.last + WITHIN, len(chart.tokens)))]
    on = ahead.index("علي") if "علي" in ahead else -1
    between = [chart.tokens[i].text for i in range(act.last, item.first)]
    return chart.tokens[act.last - 1].text.endswith("القبض") and on >= 0 and "علي" not in between
