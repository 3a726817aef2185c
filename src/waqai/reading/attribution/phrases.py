"""The noun phrases that name a speaker: مصدر أمني عراقي، المتحدث باسم البنتاغون جون كيربي، وكالة «رويترز».

A phrase is read from a token onwards and ends at the first word that cannot belong to a name. What stands before
it (a verb of saying, «بحسب») is the concern of the grammar.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.reading.attribution.bounds import INNER, JOINTS, NOT_WITHIN, STOPS
from waqai.reading.attribution.speakers import adjectival, klass_of
from waqai.reading.attribution.wording import (
    DEMONSTRATIVES,
    LONGEST,
    NAMED,
    NOUNS,
    PEOPLE,
    PLACES,
    Phrase,
    has_article,
    longest,
    nameable,
)
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention


def speaker_at(chart: Chart, index: int, lead: str = "", *, unknown: bool = False) -> Mention | None:
    """The speaker phrase that begins at the token, `lead` being the proclitic that it must carry.

    With `unknown` a name that no list knows («وقال كيربي إن») is one, too.
    """
    index = chart.next_token(index)
    some = longest(chart, index, "some") if not lead else None
    head = some.last if some is not None else index
    phrase = _head(chart, chart.next_token(head), lead, unknown=unknown and some is None)
    if phrase is None:
        return None
    if some is not None:
        phrase = replace(phrase, first=some.first, start=some.start, name=-1)
    while phrase.last - phrase.first < LONGEST and (step := _next(chart, phrase)):
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
    return Mention(
        "speaker", value, phrase.start, end, phrase.first, last, "attribution.speaker", klass, "", "", parts
    )


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
        return Phrase(
            index, named.start, named.last, named.kind, str(named.value), True, named.kind in PEOPLE
        )
    if longest(chart, index, "matter") is not None:
        return None
    return _unknown_name(chart, index, lead) if unknown else None


def _noun_head(chart: Chart, noun: Mention) -> Phrase:
    klass = klass_of(str(noun.value)) if noun.kind == "speaker-noun" else "person"
    definite = noun.form.endswith(".the") or bool(noun.tail) or "لل" in noun.lead
    last_word = chart.tokens[noun.last - 1].text
    closed = definite or (noun.last - noun.first > 1 and last_word.startswith("ال"))
    personal = klass in ("person", "own") and (closed or noun.kind == "rank")
    return Phrase(noun.first, noun.start, noun.last, klass, str(noun.value), closed, personal)


def _licensed(chart: Chart, index: int, lead: str, kinds: tuple[str, ...]) -> Mention | None:
    """The longest head there that carries the proclitic asked for, and no other."""
    leads = ("ل",) if lead else ("", "و", "ف")
    found = [
        m
        for m in chart.starts.get(index, ())
        if m.kind in kinds and m.lead.removeprefix("و") in (*leads, "لل")
    ]
    if not lead:
        found = [m for m in found if m.lead in leads]
    return max(found, key=lambda m: m.end, default=None)


def _unknown_name(chart: Chart, index: int, lead: str) -> Phrase | None:
    """كيربي، رامي عبد الرحمن: words that mean nothing else."""
    token = chart.tokens[index]
    cut = len(lead) if lead and token.text.startswith(lead) else 0
    if (lead and not cut) or not nameable(chart, index) or len(token.text) - cut < 3:
        return None
    if longest(chart, index, "human", "object", "placeword") is not None:
        return None
    return Phrase(index, token.start + cut, index + 1, "name", "name", False, True, index)


def _next(chart: Chart, phrase: Phrase) -> int | None:
    """The token after the next words that belong to the phrase; None where it ends."""
    index = phrase.last
    if index >= len(chart.tokens):
        return None
    token = chart.tokens[index]
    if token.text in QUOTES:
        return _quoted(chart, phrase)
    if token.text == "/":
        return index + 2 if index + 1 < len(chart.tokens) and chart.tokens[index + 1].kind == "word" else None
    if token.kind != "word":
        return None
    if token.text in JOINTS:
        return _joint(chart, phrase, index)
    if token.text in DEMONSTRATIVES and not phrase.closed and nameable(chart, index + 1):
        phrase.closed = phrase.personal = True
        return index + 2
    if token.text in INNER or (token.text == "عن" and phrase.value == "official"):
        return _within(chart, phrase, index)
    known = longest(chart, index, *NAMED, *NOUNS, *PLACES, "nisba", "speaker-adjective", "force")
    if known is not None and token.text not in STOPS:
        return _known(chart, phrase, known)
    return _word(chart, phrase, index) if nameable(chart, index) else None


def _joint(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """باسم البنتاغون، التابعة لوزارة الدفاع، المقربة من الحزب"""
    index += 2 if index + 1 < len(chart.tokens) and chart.tokens[index + 1].text == "من" else 1
    if index >= len(chart.tokens) or chart.tokens[index].kind != "word":
        return None
    known = longest(chart, index, *NAMED, *NOUNS, *PLACES, "force")
    phrase.closed = (known is not None and known.kind in NAMED) or has_article(chart, index)
    phrase.personal = phrase.klass in ("person", "people")
    return known.last if known is not None else index + 1


def _known(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """A known word inside the phrase: its genitive, its adjective, or the person after the title."""
    adjective = longest(chart, known.first, "nisba", "speaker-adjective")
    known = adjective if adjective is not None and adjective.end >= known.end else known
    definite = has_article(chart, known.first)
    if known.lead.startswith(("و", "ف")):
        return _coordinated(chart, phrase, known)
    if known.lead.endswith(("ب", "ل")):
        return _with_particle(chart, phrase, known)
    if known.kind == "rank" or known.kind in PEOPLE:
        phrase.personal, phrase.closed = True, True
        phrase.name = known.first if phrase.name < 0 and known.kind in PEOPLE else phrase.name
        return known.last
    if phrase.name >= 0:
        return _name_goes_on(chart, phrase, known)
    if phrase.personal and not definite and longest(chart, known.first, "given") is not None:
        return _personal_name(phrase, known.first)
    if known.kind in ("nisba", "speaker-adjective"):
        if phrase.closed and not definite:
            return None
        phrase.closed = phrase.closed or definite
        phrase.bare = phrase.bare or not definite
        phrase.personal = phrase.personal or phrase.klass == "person"
        return known.last
    return _genitive(chart, phrase, known)


def _name_goes_on(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """A name may have a word of another meaning in it: محمد الحمصي، سمير الحاج."""
    return known.first + 1 if nameable(chart, known.first) and phrase.last - phrase.name < 5 else None


def _genitive(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """وزارة الدفاع، شرطة الأنبار; after a definite word only what stands in apposition: الشرطة الاتحادية."""
    definite = has_article(chart, known.first)
    if phrase.bare and not phrase.closed:
        return None
    if phrase.closed and not phrase.personal:
        single = known.last - known.first == 1 and known.kind != "speaker-noun"
        return known.last if definite and single and adjectival(chart.tokens[known.first].text) else None
    if phrase.closed and phrase.personal and not definite:
        if known.kind in ("speaker-noun", *NAMED):
            return None
        return _personal_name(phrase, known.first)
    phrase.closed = definite or known.kind in NAMED or known.kind in ("toponym", "weak-toponym")
    phrase.personal = phrase.personal or phrase.klass == "person"
    return known.last


def _coordinated(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """مصادر طبية وسكان، مسؤولون عراقيون وأكراد; a second named speaker is another speaker."""
    if known.kind in ("nisba", "speaker-adjective"):
        return known.last
    loose = phrase.klass in ("people", "media") or phrase.value in ("activist", "medic", "official", "source")
    if known.kind == "speaker-noun" and loose and klass_of(str(known.value)) in ("people", "media", "person"):
        phrase.closed = known.form.endswith(".the")
        return known.last
    return None


def _with_particle(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """مصادر بالشرطة، مسعفون بمستشفى، بيان للجيش، القائد العام للقوات"""
    if phrase.name >= 0 or known.kind in ("rank", "metonym"):
        return None
    text = phrase.klass == "text" or phrase.value == "office" or _told_by(chart, phrase, known)
    if (known.lead.endswith("ب") and phrase.klass in ("person", "people", "body")) or (
        known.lead.endswith("ل") and text
    ):
        phrase.closed = "ال" in known.lead or known.form.endswith(".the") or known.kind in NAMED
        return known.last
    return None


def _told_by(chart: Chart, phrase: Phrase, known: Mention) -> bool:
    """العشائر المتصدية للتنظيم، القائد العام للقوات; but «المتحدث العسكري لوكالة …» is told to an agency."""
    media = known.kind == "source-name" or (
        known.kind == "speaker-noun" and klass_of(str(known.value)) == "media"
    )
    before = chart.tokens[phrase.last - 1].text
    adjective = before.endswith(("ي", "يه", "ين", "ون")) or before == "العام"
    return not media and adjective and phrase.last - phrase.first > 1 and has_article(chart, phrase.last - 1)


def _word(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """A word that no list knows: an adjective, a genitive, or part of the name after a title."""
    word, definite = chart.tokens[index].text, has_article(chart, index)
    if phrase.name >= 0:
        return (
            _personal_name(phrase, index)
            if not word.startswith(("ب", "ل")) or index == phrase.name + 1
            else None
        )
    if definite and adjectival(word):
        phrase.closed = True
        return index + 1 if phrase.klass != "metonym" else None
    if (
        word.startswith("و")
        and adjectival(word)
        and len(word) > 4
        and phrase.klass in ("people", "media", "body")
    ):
        return index + 1 if phrase.value == "source" else None
    if phrase.closed:
        return _personal_name(phrase, index) if phrase.personal and not definite else None
    if adjectival(word) and phrase.klass in ("person", "people", "text", "media"):
        return index + 1
    phrase.closed = definite
    phrase.personal = phrase.personal or (phrase.klass == "person" and definite)
    return index + 1 if definite or phrase.klass in ("body", "media", "person") else None


def _personal_name(phrase: Phrase, index: int) -> int | None:
    """The name after a title: رئيس الوزراء التركي أحمد داود."""
    if phrase.name < 0:
        phrase.name = index
    return index + 1 if index - phrase.name < 5 else None


def _within(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """مصدر في وزارة الداخلية، مسؤول من الشرطة، المسؤول عن الطوارئ"""
    if phrase.klass not in ("person", "people", "media", "source") or phrase.name >= 0:
        return None
    if index + 1 >= len(chart.tokens) or phrase.value == "rank":
        return None
    word = chart.tokens[index + 1].text
    if word in NOT_WITHIN or not nameable(chart, index + 1) or chart.tokens[index + 1].kind != "word":
        return None
    known = longest(chart, index + 1, *NAMED, *NOUNS, *PLACES, "force")
    phrase.closed = has_article(chart, index + 1) or (known is not None and known.kind in (*NAMED, "toponym"))
    phrase.personal = phrase.personal or (phrase.klass == "person" and phrase.closed)
    return known.last if known is not None else index + 2


def _quoted(chart: Chart, phrase: Phrase) -> int | None:
    """وكالة «رويترز»، (البنتاغون): a name of up to six words between marks."""
    tokens, index = chart.tokens, phrase.last
    if tokens[index].text in "»”)]’" or (
        phrase.first and tokens[phrase.first - 1].text == tokens[index].text
    ):
        return None
    for end in range(index + 1, min(index + 8, len(tokens))):
        if tokens[end].text in QUOTES and end > index + 1:
            phrase.closed = True
            return end + 1
        if tokens[end].kind not in ("word", "number") and tokens[end].text not in "/-.":
            return None
    return None


def _apposition(chart: Chart, phrase: Phrase) -> None:
    """المتحدث باسم الوزارة، جون كيربي، إن: the name between commas is part of the phrase."""
    tokens, index = chart.tokens, phrase.last + 1
    if (
        phrase.name >= 0
        or phrase.klass != "person"
        or index >= len(tokens)
        or tokens[index - 1].text not in ("،", ",")
    ):
        return
    while index < len(tokens) and index - phrase.last <= 6 and nameable(chart, index):
        index += 1
    if 1 < index - phrase.last <= 6 and index < len(tokens):
        following = tokens[index].text
        if following in ("،", ",", "ان", ":", "انه", "ل", "«") or following.startswith("ل"):
            phrase.name, phrase.last = phrase.last + 1, index
