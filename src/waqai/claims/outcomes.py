"""How an act came out for whoever made it (codebook, section 8), from the words and from what the act was."""

from __future__ import annotations

from waqai.reading.model import Mention
from waqai.reading.read import Text

TAKEN = frozenset(["Government regains territory", "Non-state actor overtakes territory"])
GROUND = frozenset(["Armed clash", "Attack"])
AIR = "Air/drone strike"
THWARTING = ("احبط", "افشل", "احباط", "افشال", "يحبط", "تحبط", "يفشل", "تفشل")


def outcomes(text: Text, told: list[Mention], sub: str) -> tuple[str, ...]:
    """Each once; who takes a place has gained it; what was intercepted is not told as failed besides."""
    once = dict.fromkeys(_outcome(text, mention, sub) for mention in told)
    if sub in TAKEN:
        once["territory_gained"] = None
    if "intercepted" in once or "repelled" in once:
        once.pop("failed", None)
    return tuple(once)


def _outcome(text: Text, told: Mention, sub: str) -> str:
    """«أحبطت القوات هجوما»: fighters are thrown back, drones intercepted, a bomb fails."""
    stem = text.tokens[told.first].text.removeprefix(told.lead)
    if told.value != "failed" or not stem.startswith(THWARTING):
        return str(told.value)
    return "repelled" if sub in GROUND else "intercepted" if sub == AIR else "failed"
