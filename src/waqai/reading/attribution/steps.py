"""How a speaker's phrase goes on: adjectives, genitives, «باسم …», «في …», the name after a title."""

from __future__ import annotations

from waqai.reading.attribution.bounds import (
    DEPARTMENTS,
    GIVEN_TOO,
    GROUPS,
    INNER,
    ISSUED,
    JOINTS,
    LOOSE_JOINTS,
    NOT_WITHIN,
    OFFICES,
    STOPS,
)
from waqai.reading.attribution.speakers import adjectival, klass_of
from waqai.reading.attribution.wording import (
    DEMONSTRATIVES,
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

NAME_WORDS = 5
OPENING, CLOSING = frozenset("«“‘"), frozenset("»”’")


def next_step(chart: Chart, phrase: Phrase) -> int | None:
    """The token after the next words that belong to the phrase; None where it ends."""
    if phrase.last >= len(chart.tokens):
        return None
    marked = _between_marks(chart, phrase)
    return _next_words(chart, phrase) if marked is None else marked


def _next_words(chart: Chart, phrase: Phrase) -> int | None:
    index = phrase.last
    token = chart.tokens[index]
    if token.kind != "word":
        return _mark(chart, phrase, index)
    if token.text in JOINTS or (token.text in LOOSE_JOINTS and _has_complement(chart, index + 1)):
        return _joint(chart, phrase, index)
    if phrase.klass == "text" and token.text in ISSUED and chart.tokens[index + 1 : index + 2] != []:
        return _issued(chart, phrase, index)
    if token.text in OFFICES and phrase.closed and phrase.name < 0:
        return index + 1  # القائد العام لقوات …
    if has_article(chart, index) and chart.tokens[index - 1].text in DEPARTMENTS and phrase.name < 0:
        phrase.closed = True
        phrase.personal = phrase.klass == "person"
        return index + 1  # وكيل وزارة الصحة
    if token.text in INNER or token.text in DEMONSTRATIVES or token.text == "عن":
        return _particle(chart, phrase, index)
    if token.text in GIVEN_TOO and longest(chart, index - 1, "rank") is not None:
        return _personal_name(phrase, index)
    known = longest(chart, index, *NAMED, *NOUNS, *PLACES, "nisba", "speaker-adjective", "force")
    if known is not None and token.text not in STOPS:
        return _known(chart, phrase, known)
    return _word(chart, phrase, index) if nameable(chart, index) else None


def _has_complement(chart: Chart, index: int) -> bool:
    """حسابات مقربة من …، صفحات تابعة ل…"""
    word = chart.tokens[index].text if index < len(chart.tokens) else ""
    return word in ("من", "ل") or (word.startswith("ل") and len(word) > 3 and nameable(chart, index))


def _issued(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """بيان صادر عن وزارة الصحة، تقرير أصدرته المنظمة: whose statement it is."""
    index = chart.next_token(index + (2 if chart.tokens[index + 1].text == "عن" else 1))
    known = longest(chart, index, *NAMED, *NOUNS) if index < len(chart.tokens) else None
    if known is None:
        return None
    phrase.klass, phrase.personal = "body", False
    phrase.closed = known.kind in NAMED or known.form.endswith(".the")
    return known.last


def _mark(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """العربية/الحدث، وكالة «رويترز»"""
    if chart.tokens[index].text in QUOTES:
        return _quoted(chart, phrase)
    follows = index + 1 < len(chart.tokens) and chart.tokens[index + 1].kind == "word"
    return index + 2 if chart.tokens[index].text == "/" and follows else None


def _particle(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """مصدر في الوزارة، قائد هذه القوات، المسؤول عن الطوارئ"""
    if index + 1 >= len(chart.tokens) or not nameable(chart, index + 1):
        return None
    word = chart.tokens[index].text
    if word in DEMONSTRATIVES:
        if phrase.closed:
            return None
        phrase.closed = phrase.personal = True
        return index + 2
    return _within(chart, phrase, index) if word != "عن" or phrase.value == "official" else None


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
    """A known word inside the phrase: another speaker, a title or name, an adjective or genitive."""
    adjective = longest(chart, known.first, "nisba", "speaker-adjective")
    known = adjective if adjective is not None and adjective.end >= known.end else known
    if known.lead.startswith(("و", "ف")):
        return _coordinated(phrase, known)
    if known.kind == "source-name" and known.value == phrase.value:
        return known.last  # وكالة الأنباء السورية سانا
    if known.lead.endswith(("ب", "ل")):
        return _with_particle(chart, phrase, known)
    if known.kind == "rank" or known.kind in PEOPLE:
        phrase.personal, phrase.closed = True, True
        phrase.name = known.first if phrase.name < 0 and known.kind in PEOPLE else phrase.name
        return known.last
    if phrase.name >= 0:
        return None if phrase.name > phrase.first and _is_group(chart, known) else _name_goes_on(chart, phrase, known)
    return _attached(chart, phrase, known)


def _attached(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """Its genitive, its adjective, or the given name after the title."""
    definite = has_article(chart, known.first)
    if phrase.personal and not definite and longest(chart, known.first, "given") is not None:
        return _personal_name(phrase, known.first)
    if known.kind not in ("nisba", "speaker-adjective"):
        return _genitive(chart, phrase, known)
    if phrase.closed and not definite:
        return None
    phrase.closed = phrase.closed or definite
    phrase.bare = phrase.bare or not definite
    phrase.personal = phrase.personal or phrase.klass == "person"
    return known.last


def _is_group(chart: Chart, known: Mention) -> bool:
    """اتهم الوزير سالم الحوراني تنظيم داعش: the group is not of his name."""
    return known.kind in ("actor-name", "actor-context") or chart.tokens[known.first].text in GROUPS


def _name_goes_on(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """A name may have a word of another meaning in it: محمد الحمصي، سمير الحاج."""
    fits = nameable(chart, known.first) and phrase.last - phrase.name < NAME_WORDS
    return known.first + 1 if fits else None


def _genitive(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """وزارة الدفاع، شرطة الأنبار; after a definite word only what is in apposition: الشرطة الاتحادية."""
    definite = has_article(chart, known.first)
    if (phrase.bare and not phrase.closed) or phrase.klass == "metonym":
        return None
    if phrase.closed and not phrase.personal:
        single = known.last - known.first == 1 and known.kind != "speaker-noun"
        return known.last if definite and single and adjectival(chart.tokens[known.first].text) else None
    if phrase.closed and not definite:
        return None if known.kind in ("speaker-noun", *NAMED) else _personal_name(phrase, known.first)
    phrase.closed = definite or known.kind in NAMED or known.kind in ("toponym", "weak-toponym")
    phrase.personal = phrase.personal or phrase.klass == "person"
    return known.last


def _coordinated(phrase: Phrase, known: Mention) -> int | None:
    """مصادر طبية وسكان، مسؤولون عراقيون وأكراد; a second named speaker is another speaker."""
    if known.kind in ("nisba", "speaker-adjective"):
        return known.last
    loose = phrase.klass in ("people", "media") or phrase.value in ("activist", "medic", "official", "source")
    if known.kind == "speaker-noun" and loose and klass_of(str(known.value)) in ("people", "media", "person"):
        phrase.closed = known.form.endswith(".the")
        return known.last
    return None


def _with_particle(chart: Chart, phrase: Phrase, known: Mention) -> int | None:
    """مصادر بالشرطة، مسعفون بمستشفى، بيان للجيش، القائد العام للقوات، مراسل لوكالة فرانس برس"""
    if phrase.name >= 0 or known.kind in ("rank", "metonym"):
        return None
    text = phrase.klass in ("text", "own") or phrase.value == "office" or _told_by(chart, phrase, known)
    if (known.lead.endswith("ب") and phrase.klass in ("person", "people", "body", "source")) or (
        known.lead.endswith("ل") and text
    ):
        phrase.closed = "ال" in known.lead or known.form.endswith(".the") or known.kind in NAMED
        return known.last
    return None


def _told_by(chart: Chart, phrase: Phrase, known: Mention) -> bool:
    """العشائر المتصدية للتنظيم، القائد العام للقوات; but «المتحدث العسكري لوكالة …» is told to an agency."""
    media = known.kind == "source-name" or (known.kind == "speaker-noun" and klass_of(str(known.value)) == "media")
    before = chart.tokens[phrase.last - 1].text
    adjective = before.endswith(("ي", "يه", "ين", "ون")) or before == "العام"
    return not media and adjective and phrase.last - phrase.first > 1 and has_article(chart, phrase.last - 1)


def _word(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """A word that no list knows: an adjective, a genitive, or part of the name after a title."""
    word, definite = chart.tokens[index].text, has_article(chart, index)
    if word == "ل":
        return None  # مصادر طبية لـ«الوطن»
    if phrase.name >= 0:
        return _personal_name(phrase, index) if not word.startswith(("ب", "ل")) or index == phrase.name + 1 else None
    if definite and adjectival(word):
        phrase.closed = True
        return index + 1 if phrase.klass != "metonym" else None
    if word.startswith("و") and adjectival(word) and len(word) > 4 and phrase.klass in ("people", "media", "body"):
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
    return index + 1 if index - phrase.name < NAME_WORDS else None


def _within(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """مصدر في وزارة الداخلية، مسؤول من الشرطة، المسؤول عن الطوارئ"""
    if phrase.klass not in ("person", "people", "media", "source") or phrase.name >= 0:
        return None
    if index + 1 >= len(chart.tokens):
        return None
    word = chart.tokens[index + 1].text
    if phrase.value == "rank" and longest(chart, index + 1, "speaker-noun", "actor-name") is None:
        return None
    if word in NOT_WITHIN or not nameable(chart, index + 1) or chart.tokens[index + 1].kind != "word":
        return None
    known = longest(chart, index + 1, *NAMED, *NOUNS, *PLACES, "force")
    phrase.bare = False
    phrase.closed = has_article(chart, index + 1) or (known is not None and known.kind in (*NAMED, "toponym"))
    phrase.personal = phrase.personal or (phrase.klass == "person" and phrase.closed)
    return known.last if known is not None else index + 2


def _between_marks(chart: Chart, phrase: Phrase) -> int | None:
    """«مرصد النهرين للتوثيق والعدالة» رجّح: a body's name that opens a quotation goes on to its end."""
    opened = phrase.first > 0 and chart.tokens[phrase.first - 1].text in OPENING
    if not opened or phrase.klass not in ("body", "media"):
        return None
    for end in range(phrase.last, min(phrase.first + NAME_WORDS + 1, len(chart.tokens))):
        if chart.tokens[end].text in CLOSING:
            phrase.closed = True
            return end if end > phrase.last else None
        saying = any(m.kind == "saying" and m.form.startswith("verb") for m in chart.starts.get(end, ()))
        if chart.tokens[end].kind != "word" or saying:
            return None
    return None


def _quoted(chart: Chart, phrase: Phrase) -> int | None:
    """وكالة «رويترز»، (البنتاغون): a name of up to six words between marks."""
    tokens, index = chart.tokens, phrase.last
    if tokens[index].text in "»”)]’" or (phrase.first and tokens[phrase.first - 1].text == tokens[index].text):
        return None
    for end in range(index + 1, min(index + 8, len(tokens))):
        if tokens[end].text in QUOTES and end > index + 1:
            phrase.closed = True
            return end + 1
        if tokens[end].kind not in ("word", "number") and tokens[end].text not in "/-.":
            return None
        if any(m.kind == "saying" and m.form.startswith("verb") for m in chart.starts.get(end, ())):
            return None
    return None
