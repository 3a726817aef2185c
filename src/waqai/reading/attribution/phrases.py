"""The noun phrases that name a speaker: مصدر أمني عراقي، المتحدث باسم البنتاغون جون كيربي، وكالة «رويترز».

A phrase is read from a token onwards and ends at the first word that cannot belong to a name. What stands
before it (a verb of saying, «بحسب») is the concern of the grammar.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.reading.attribution.bounds import STOPS
from waqai.reading.attribution.speakers import klass_of
from waqai.reading.attribution.steps import next_step
from waqai.reading.attribution.wording import LONGEST, NAMED, NOUNS, PEOPLE, Phrase, longest, nameable
from waqai.reading.engine import Chart
from waqai.reading.model import Mention

FAMILY = frozenset("ال ابو ام ابن بن عز".split())
"""آل فرج، أبو حسن، عز الدين: short words that begin a name."""


def speaker_at(chart: Chart, index: int, lead: str = "", *, unknown: bool = False) -> Mention | None:
    """The speaker phrase that begins at the token, `lead` being the proclitic that it must carry.

    With `unknown` a name that no list knows («وقال كيربي إن») is one, too.
    """
    index = chart.next_token(index)
    some = longest(chart, index, "some", "number") if not lead else None
    if some is not None and some.kind == "number" and longest(chart, some.last, "speaker-noun") is None:
        some = None
    head = some.last if some is not None else index
    phrase = _head(chart, chart.next_token(head), lead, unknown=unknown and some is None)
    if phrase is None:
        return None
    if some is not None:
        phrase = replace(phrase, first=some.first, start=some.start, name=-1)
    while phrase.last - phrase.first < LONGEST and (step := next_step(chart, phrase)):
        phrase.last = step
    _apposition(chart, phrase)
    return _mention(chart, phrase)


def _mention(chart: Chart, phrase: Phrase) -> Mention:
    """The phrase as a mention; a personal name within it is its part `name`."""
    last = phrase.last
    end = chart.tokens[last - 1].end
    parts: tuple[tuple[str, Mention], ...] = ()
    if phrase.first < phrase.name < last:
        begin = chart.tokens[phrase.name].start
        name = Mention("speaker-part", "name", begin, end, phrase.name, last, "attribution.speaker")
        parts = (("name", name),)
    value, klass = phrase.value, phrase.klass
    return Mention("speaker", value, phrase.start, end, phrase.first, last, "attribution.speaker", klass, "", "", parts)


def _head(chart: Chart, index: int, lead: str, *, unknown: bool) -> Phrase | None:
    """The phrase that has only its first words: a known name, a speaker noun, or an unknown name."""
    if index >= len(chart.tokens) or chart.tokens[index].kind != "word":
        return None
    if chart.tokens[index].text in STOPS and not lead:
        return None
    named, noun = _licensed(chart, index, lead, NAMED), _licensed(chart, index, lead, NOUNS)
    if noun is not None and (named is None or (noun.end >= named.end and named.kind != "source-name")):
        return _noun_head(chart, noun)
    if named is not None:
        personal = named.kind in PEOPLE
        value = str(named.value)
        return Phrase(index, named.start, named.last, named.kind, value, closed=True, personal=personal)
    if longest(chart, index, "matter") is not None:
        return None
    return _unknown_name(chart, index, lead) if unknown else None


def _noun_head(chart: Chart, noun: Mention) -> Phrase:
    klass = klass_of(str(noun.value)) if noun.kind == "speaker-noun" else "person"
    definite = noun.form.endswith(".the") or bool(noun.tail) or "لل" in noun.lead
    last_word = chart.tokens[noun.last - 1].text
    closed = definite or (noun.last - noun.first > 1 and last_word.startswith("ال"))
    personal = klass in ("person", "own") and (closed or noun.kind == "rank")
    value = str(noun.value)
    return Phrase(noun.first, noun.start, noun.last, klass, value, closed=closed, personal=personal)


def _licensed(chart: Chart, index: int, lead: str, kinds: tuple[str, ...]) -> Mention | None:
    """The longest head there that carries the proclitic asked for, and no other."""
    leads = ("ل",) if lead else ("", "و", "ف")
    found = [m for m in chart.starts.get(index, ()) if m.kind in kinds and m.lead.removeprefix("و") in (*leads, "لل")]
    if not lead:
        found = [m for m in found if m.lead in leads]
    return max(found, key=lambda m: m.end, default=None)


def _unknown_name(chart: Chart, index: int, lead: str) -> Phrase | None:
    """كيربي، رامي عبد الرحمن: words that mean nothing else."""
    token = chart.tokens[index]
    cut = len(lead) if lead and token.text.startswith(lead) else 0
    if (lead and not cut) or not nameable(chart, index):
        return None
    family = token.text[cut:] in FAMILY and index + 1 < len(chart.tokens) and nameable(chart, index + 1)
    if len(token.text) - cut < 3 and not family:
        return None
    if longest(chart, index, "human", "object", "placeword") is not None:
        return None
    return Phrase(index, token.start + cut, index + 1, "name", "name", personal=True, name=index)


def _apposition(chart: Chart, phrase: Phrase) -> None:
    """المتحدث باسم الوزارة، جون كيربي، إن: the name between commas is part of the phrase."""
    tokens, index = chart.tokens, phrase.last + 1
    if phrase.name >= 0 or phrase.klass != "person" or index >= len(tokens) or tokens[index - 1].text not in ("،", ","):
        return
    while index < len(tokens) and index - phrase.last <= 6 and nameable(chart, index) and tokens[index].text != "ل":
        index += 1
    if 1 < index - phrase.last <= 6 and index < len(tokens):
        following = tokens[index].text
        titled = longest(chart, phrase.last + 1, "rank", "given") is not None
        if (following == "." or tokens[index].kind == "newline") and titled:
            phrase.name, phrase.last = phrase.last + 1, index  # «…، بحسب المتحدث باسم الجيش، العميد فلان.»
        if following in ("،", ",", "ان", ":", "انه", "ل", "«") or following.startswith("ل"):
            phrase.name, phrase.last = phrase.last + 1, index
