"""What an attribution mention is, and the few looks at a chart that its rules share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from waqai.reading.attribution.bounds import COMPLEMENTS, FEELINGS, GUILT_WORDS
from waqai.reading.engine import Chart
from waqai.reading.model import Mention

CONDOLENCES = ("تضامن", "تعازي", "تعزيت", "مواسا", "ادانت", "استنكار", "تنديد", "شجب", "رفض", "دعم", "تعاطف", "اسف")
CONDOLING = 12
STANCES = {
    "hedge": "suspects",
    "accuse": "suspects",
    "blame": "suspects",
    "ascribe": "suspects",
    "accusing-noun": "suspects",
    "perhaps": "suspects",
    "deny": "denies",
    "denying-noun": "denies",
    "claim": "claims_responsibility",
    "claiming-noun": "claims_responsibility",
    "condemn": "condemns",
}


class Said(NamedTuple):
    """The stance of a way of saying, and which way it is."""

    stance: str
    cue: str

    def __str__(self) -> str:
        """As examples write it: «asserts say»."""
        return f"{self.stance} {self.cue}"


def text_at(chart: Chart, index: int) -> str:
    """The word at the token; '' outside of the text."""
    return chart.tokens[index].text if 0 <= index < len(chart.tokens) else ""


def attribution(cue: Mention, rule: str, way: str, speaker: Mention | None, **parts: Mention | None) -> Mention:
    """The attribution that has this cue and these parts, spanning all of them."""
    given = {"cue": cue, "speaker": speaker, **parts}
    filled = tuple((role, mention) for role, mention in given.items() if mention is not None)
    span = [mention for _, mention in filled]
    first, last = min(span, key=lambda m: m.start), max(span, key=lambda m: m.end)
    own = speaker is not None and speaker.form == "own"
    value = Said("own" if own else STANCES.get(way, "asserts"), way)
    return Mention(
        "attribution",
        value,
        first.start,
        last.end,
        first.first,
        last.last,
        rule,
        cue.form,
        cue.lead,
        cue.tail,
        filled,
    )


def cues(chart: Chart, *values: str) -> Iterator[Mention]:
    """The words of saying of these values."""
    for cue in tuple(chart.kinds.get("saying", ())):
        if cue.value in values and cue.lead in ("", "و", "ف", "ب", "ل"):
            yield cue


def told_soon(chart: Chart, index: int) -> bool:
    """What is said begins within some words, before another word of saying: not «تعتبر الحزب جماعة، ورأى أن»."""
    for step in range(index, index + 7):
        if text_at(chart, step) in COMPLEMENTS | {":"}:
            return True
        if any(m.kind == "saying" and m.form.startswith("verb") for m in chart.starts.get(step, ())):
            return False
    return False


def feels(chart: Chart, cue: Mention, index: int) -> bool:
    """أعرب … عن قلقه، أعربت عن أسفها، أكدت تونس تضامنها"""
    if _sympathizes(chart, index):
        return True
    stated = chart.tokens[cue.first].text.lstrip("وف").startswith(("اعرب", "يعرب", "تعرب"))
    return stated and any(
        text_at(chart, step) == "عن"
        and text_at(chart, chart.next_token(step + 1)).removeprefix("ال").startswith(FEELINGS)
        for step in range(index, index + 12)
    )


def _sympathizes(chart: Chart, index: int) -> bool:
    """«أكدت تونس، في بيان صادر عن الوزارة، تضامنها الكامل»: what follows is no news but a feeling of its own."""
    for step in range(index, min(index + CONDOLING, len(chart.tokens))):
        word = text_at(chart, step)
        if word in COMPLEMENTS or word in (":", ".") or chart.tokens[step].kind == "newline":
            return False
        if word.startswith(CONDOLENCES) and word.endswith(("ه", "ها", "هم", "هما", "نا")):
            return True
    return False


def told_at_once(chart: Chart, index: int) -> bool:
    """Whether what is said begins right there, past a comma or a day: «وبين المصدر أن …»."""
    return any(text_at(chart, step) in COMPLEMENTS | {":"} for step in range(index, index + 2))


def takes_it_on(chart: Chart, index: int) -> bool:
    """أعلن … مسؤوليته عن، أعلنت … تبنيها, before the next clause"""
    for step in range(index, min(index + 14, len(chart.tokens))):
        word = text_at(chart, step)
        if word in COMPLEMENTS or word in (":", ".") or chart.tokens[step].kind == "newline":
            return False
        if word.lstrip("بو").startswith(GUILT_WORDS):
            return True
    return False
