"""Arrests told with their doer in between: «ألقت القوات الأمنية القبض على …»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

LAYING = frozenset("القي القت القوا القيا تلقي يلقي يلقون القينا".split())
HOLD = "القبض"
REACH = 9
TAKEN_AT = frozenset("حاجز حواجز قسرا قسريا غامضه مسلحين نقطه".split())
"""What stands with those who were lost to men: «على حاجز», «في ظروف غامضة»."""
VANISHED = 24
ENDS = frozenset(". ؛ : \n".split(" "))


def _laid_hold(chart: Chart) -> Iterator[Mention]:
    """ألقت الشرطة أمس القبض على: the verb carries the arrest, and who stands between did it."""
    for index, token in enumerate(chart.tokens):
        if token.text != HOLD:
            continue
        for at in range(index - 2, max(-1, index - REACH), -1):
            verb = chart.tokens[at]
            if verb.text in ENDS or verb.kind == "newline":
                break
            word = verb.text[1:] if verb.text[:1] in "وف" else verb.text
            if word not in LAYING:
                continue
            lead = verb.text.removesuffix(word)
            start = verb.start + len(lead)
            yield Mention("launching", "launching", start, verb.end, at, at + 1, "arrests.laid-hold", "verb", lead)
            if not any(m.kind == "act" for m in chart.starts.get(index, ())):
                yield Mention(
                    "act", "arrest", token.start, token.end, index, index + 1, "arrests.laid-hold", "noun.the"
                )
            break


def _vanished(chart: Chart) -> Iterator[Mention]:
    """«كان ثلاثة عمال قد فقدوا … بعد مرورهم على حاجز»: who is lost on the road or at a checkpoint was taken."""
    for verb in tuple(chart.kinds.get("harm", ())):
        if verb.value != "missing" or not verb.form.startswith("verb") or verb.tail:
            continue
        if any(m.kind == "act" for m in chart.starts.get(verb.first, ())):
            continue
        words = []
        for token in chart.tokens[verb.last : verb.last + VANISHED]:
            if token.text in ENDS or token.kind == "newline":
                break
            words.append(token.text.removeprefix("ال"))
        if any(word in TAKEN_AT for word in words):
            at = (verb.start, verb.end, verb.first, verb.last)
            yield Mention("act", "abduction", *at, "arrests.vanished", "verb.passive", verb.lead)


RULES = (
    Rule("arrests.laid-hold", "act", find=_laid_hold, about="ألقت القوات الأمنية القبض على ثلاثة"),
    Rule("arrests.vanished", "act", find=_vanished, about="فُقد عاملان بعد مرورهما على حاجز"),
)
