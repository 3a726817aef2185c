"""The sides of a fight that nobody is said to have begun: between whom it was, and who won it over whom."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.government import PREPOSITIONS, step_back, verb_after, word_at
from waqai.reading.model import Mention, Part

VICTORY = frozenset(["انتصار", "فوز", "هزيمه"])
"""«معارك انتهت بانتصار الجيش على المتمردين»: both fought."""

ENTERED = frozenset("take raid".split())
COMING = frozenset(["assault", "attack"])


def is_clash(acts: list[Mention]) -> bool:
    """Whether one of the acts is a fight."""
    return any(act.value == "clash" for act in acts)


def has_won_or_lost(chart: Chart, item: Mention, word: str) -> bool:
    """Whether the party, under this preposition, is the one whose victory is told, or over whom it was."""
    won = [i for i in range(max(0, item.first - 5), item.first) if word_at(chart, i).lstrip("وب") in VICTORY]
    return bool(won) and (word == "علي" or won[-1] == step_back(chart, item.first))


def is_met(acts: list[Mention], item: Mention) -> bool:
    """«داهمت قوة منزلا واشتبكت مع مسلحين»: whoever came to fight them was told before."""
    before = [act for act in acts if act.first < item.first]
    fights = [act.first for act in before if act.value == "clash"]
    came = [act for act in before if act.value in COMING and act.form.startswith("verb")]
    return any(act.value in ENTERED for act in before) or bool(came and fights and came[0].first < fights[0])


def side(chart: Chart, acts: list[Mention], item: Mention, word: str, taken: list[Part]) -> str | None:
    """اشتباكات بين … و…، مع …: both sides of a fight that nobody is said to have begun."""
    if word == "مع" and is_met(acts, item):
        return "target"  # «سيطرت على البلدة بعد معارك مع الجيش», «دهمت منزلا واشتبكت مع مسلحين»
    if word in ("بين", "مع"):
        return "initiator"
    fights = [act for act in acts if act.value == "clash" and act.first < item.first]
    between = [word_at(chart, i) for i in range(max(0, item.first - 25), item.first)]
    ahead = verb_after(chart, item)
    told = ahead is None or bool(ahead.tail)  # «ومسلحين يقودهم فلان»: a verb about them
    if fights and "بين" in between and told and (item.lead[:1] == "و" or word == "من"):
        return "initiator"
    if word in PREPOSITIONS or item.lead[-1:] in ("ب", "ك"):
        return None
    if fights and item.first - fights[-1].last <= 2:
        return "target" if item.lead == "ل" and any(role == "initiator" for role, _ in taken) else "initiator"
    return None
