"""Whether a told act happened: negated, planned, threatened, conditional, or another matter altogether.

The nearest cue of the clause that governs the act decides; without one the act is told as having happened.
"""

from __future__ import annotations

from waqai.reading.model import Mention
from waqai.reading.read import Text

HAPPENED, NEGATED, PLANNED = "happened", "negated", "planned"
REACH = {"planned": 7, "threatened": 8, "wanted": 6, "conditional": 9, "negated": 4}
WHOLE = frozenset("exercise sport figurative anniversary accident court recurring".split())
BREAKS = frozenset("، , . ؛ : ؟ !".split())
FUTURE = ("سي", "ست", "سن")
NEGATORS = frozenset("لم لن لا ليس".split())


def status(text: Text, mention: Mention) -> str:
    """What the clause makes of the act: happened, negated, planned, threatened, wanted, conditional, exercise, …"""
    low, high = _clause(text, mention)
    nearest = _governing(text, mention, low)
    if nearest is not None:
        return nearest
    if _future(text, mention):
        return PLANNED
    return _circumstance(text, mention, low, high) or HAPPENED


def _clause(text: Text, mention: Mention) -> tuple[int, int]:
    """The tokens of the clause in which the mention stands."""
    tokens = text.tokens
    low = mention.first
    while low > 0 and tokens[low - 1].text not in BREAKS and tokens[low - 1].kind != "newline":
        low -= 1
    high = mention.last
    while high < len(tokens) and tokens[high].text not in BREAKS and tokens[high].kind != "newline":
        high += 1
    return low, high


def _governing(text: Text, mention: Mention, low: int) -> str | None:
    """The nearest negation or modality before the act, if the act is within its reach."""
    found: list[tuple[int, str]] = []
    for kind in ("negation", "modality"):
        for cue in text.chart.kinds.get(kind, ()):
            if not low <= cue.first <= mention.first or cue.end > mention.start and cue.first != mention.first:
                continue
            value = "negated" if kind == "negation" else str(cue.value)
            if value in REACH and mention.first - cue.last <= REACH[value] - 1:
                found.append((mention.first - cue.last, value))
    return min(found, default=(0, None))[1]


def _future(text: Text, mention: Mention) -> bool:
    """ستقصف، وسيشن: the verb itself or the auxiliary just before is in the future."""
    if mention.form.startswith("verb.present") and mention.lead.endswith("س"):
        return True
    return False


def _circumstance(text: Text, mention: Mention, low: int, high: int) -> str | None:
    """Exercise, sport, anniversary, accident, court …: a cue anywhere in the clause."""
    for cue in text.chart.kinds.get("modality", ()):
        if cue.value in WHOLE and low <= cue.first < high:
            return str(cue.value)
    return None
