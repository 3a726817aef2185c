"""The noun phrases that name a speaker: مصدر أمني عراقي، المتحدث باسم البنتاغون جون كيربي، وكالة «رويترز».

A phrase is read from a token onwards; it ends at the first word that cannot belong to a name. What comes before
it (a verb of saying, «بحسب») is the concern of the grammar.
"""

from __future__ import annotations

from dataclasses import dataclass

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention

NAMED = ("source-name", "actor-name", "actor-context", "leader", "metonym")
TITLES = frozenset("title spokesman official own fighter expert activist medic witness source".split())
WITH_IN = frozenset("source official medic activist witness text own fighter body title spokesman media".split())
JOINTS = frozenset("باسم بلسان لدي التابعه التابع التابعين المواليه الموالي الموالين".split())
INNER = frozenset("في من ب لدي داخل بـ".split())
NEVER_IN = frozenset(
    """تصريح تصريحات بيان حديث مقابله موتمر تغريده وقت اتصال اعقاب كلمه منشور تقرير خطاب رساله حين ان انه انها
    سياق مداخله لقاء صفحته صفحتها حسابه حسابها موقعه موقعها وقت مستهل ختام افاده جهته جهتها جانبه جانبها
    هجوم قصف غاره اشتباكات تفجير انفجار مقتل اصابه ان بينهم جراء نبا خبر وقوع بينها بين احصاء""".split()
)
STOPS = frozenset(
    """ان انه انها انهم انهما بان بانه بانها بانهم الذي التي الذين اللذين اللتين قوله قولها قولهم عن علي الي خلال عبر بعد
    قبل مع حول اثناء عقب لكن فيما بينما كما حيث حين عندما منذ حتي او ام ثم قد لقد كان كانت يكون تكون لم لن لا ليس ليست هو
    هي هم بشان ازاء تعليقا ردا مساء صباح ظهر فجر ليل امس اليوم غدا الان لوكاله لصحيفه لقناه رفض رفضت طلب طلبت فضل
    مشيرا موكدا مضيفا لافتا مبينا موضحا معتبرا مشددا محذرا متهما مشيره موكده مضيفه لافته مبينه موضحه وذلك ايضا انذاك
    اما اذا لو سوف هذا هذه ذلك تلك هناك دون ضد نحو ما به بها بهم منه منها منهم فيه فيها عليه عليها له لها لهم بعدما قبيل
    فان بل غير الا سوي مثل بسبب جراء نتيجه اثر قبيل صحه علما يوم قائلا قائله قائلين اننا انني اني بهذا وهو وهي عنها عنه
    الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد وقالت وقال التالي تاليا بالقول""".split()
)
LONGEST = 14


@dataclass(slots=True)
class Phrase:
    """A phrase under construction: `klass` of its head, `closed` once a definite word has ended the genitives."""

    first: int
    start: int
    last: int
    klass: str
    value: str
    closed: bool = False
    personal: bool = False
    name: int = -1


def at(chart: Chart, index: int, *kinds: str) -> Mention | None:
    """The longest mention of these kinds that begins at the token."""
    found = [m for m in chart.starts.get(index, ()) if m.kind in kinds]
    return max(found, key=lambda m: m.end, default=None)


def speaker_at(chart: Chart, index: int, lead: str = "", unknown: bool = False) -> Mention | None:
    """The speaker phrase that begins at the token, `lead` being the proclitic that it must carry.

    With `unknown` a bare personal name («وقال كيربي إن») is one, too, if what follows it shows that somebody speaks.
    """
    index = chart.next_token(index)
    phrase = _head(chart, index, lead, unknown)
    if phrase is None:
        return None
    _extend(chart, phrase)
    _apposition(chart, phrase)
    return _mention(chart, phrase)


def _mention(chart: Chart, phrase: Phrase) -> Mention:
    end = chart.tokens[phrase.last - 1].end
    parts: tuple[tuple[str, Mention], ...] = ()
    whole = Mention("speaker", phrase.value, phrase.start, end, phrase.first, phrase.last, "attribution.speaker")
    if phrase.name >= 0 and phrase.name < phrase.last:
        begin = chart.tokens[phrase.name]
        name = Mention("speaker", "name", begin.start, end, phrase.name, phrase.last, "attribution.speaker-name")
        parts = (("name", name),)
    return Mention(
        "speaker", whole.value, whole.start, end, whole.first, whole.last, whole.rule, phrase.klass, "", "", parts
    )


def _head(chart: Chart, index: int, lead: str, unknown: bool) -> Phrase | None:
    """The phrase that has only its first words: a known name, a speaker noun, or an unknown name."""
    if index >= len(chart.tokens) or chart.tokens[index].kind != "word":
        return None
    if at(chart, index, "matter") or chart.tokens[index].text in STOPS and not lead:
        return None
    named = _licensed(chart, index, lead, NAMED)
    noun = _licensed(chart, index, lead, ("speaker-noun", "rank"))
    if noun is not None and (named is None or noun.end >= named.end):
        klass = str(noun.value) if noun.kind == "speaker-noun" else "title"
        definite = noun.form.endswith(".the") or chart.tokens[noun.last - 1].text.startswith("ال")
        closed = (definite or bool(noun.tail)) and not noun.form == ""
        personal = klass in TITLES and (definite or noun.kind == "rank")
        return Phrase(index, noun.start, noun.last, klass, klass, closed, personal)
    if named is not None:
        personal = named.kind == "leader"
        return Phrase(index, named.start, named.last, named.kind, str(named.value), True, personal)
    return _unknown_name(chart, index, lead) if unknown else None


def _licensed(chart: Chart, index: int, lead: str, kinds: tuple[str, ...]) -> Mention | None:
    found = [
        m
        for m in chart.starts.get(index, ())
        if m.kind in kinds and (m.lead.endswith(lead) if lead else m.lead in ("", "و", "ف"))
    ]
    return max(found, key=lambda m: m.end, default=None)


def _unknown_name(chart: Chart, index: int, lead: str) -> Phrase | None:
    """كيربي، رامي عبد الرحمن، «كتائب الأمل»: words that mean nothing else."""
    token = chart.tokens[index]
    cut = len(lead) if lead and token.text.startswith(lead) else 0
    if lead and not cut or not _nameable(chart, index) or len(token.text) - cut < 3:
        return None
    return Phrase(index, token.start + cut, index + 1, "name", "name", False, True, index)


def _nameable(chart: Chart, index: int) -> bool:
    """Whether the word may belong to a personal or other unknown name."""
    token = chart.tokens[index]
    if token.kind != "word" or token.text in STOPS:
        return False
    known = {"act", "matter", "saying", "negation", "modality", "when", "number", "weapon", "casualty", "damage", "outcome"}
    return not any(m.kind in known and m.lead in ("", "ال") for m in chart.starts.get(index, ()))


def _extend(chart: Chart, phrase: Phrase) -> None:
    """The phrase takes modifiers, genitives, a name after a title, and places after «في», as far as they go."""
    while phrase.last - phrase.first < LONGEST and phrase.last < len(chart.tokens):
        step = _next(chart, phrase)
        if step is None or step <= phrase.last:
            return
        phrase.last = step


def _next(chart: Chart, phrase: Phrase) -> int | None:
    """The token after the next words that belong to the phrase; None where it ends."""
    index = phrase.last
    token = chart.tokens[index]
    if token.text in QUOTES:
        return _quoted(chart, phrase)
    if token.kind != "word":
        return index + 1 if token.text == "/" and index + 1 < len(chart.tokens) else None
    if token.text in JOINTS:
        phrase.closed = False
        return _after_joint(chart, phrase, index)
    if token.text in INNER or token.text in ("ل",):
        return _inner(chart, phrase, index)
    if token.text in STOPS or not _nameable(chart, index):
        return None
    return _word(chart, phrase, index)


def _after_joint(chart: Chart, phrase: Phrase, index: int) -> int | None:
    if index + 1 >= len(chart.tokens) or chart.tokens[index + 1].kind != "word":
        return None
    named = at(chart, index + 1, *NAMED, "speaker-noun", "force", "toponym", "weak-toponym")
    return named.last if named else index + 2


def _word(chart: Chart, phrase: Phrase, index: int) -> int | None:
    token = chart.tokens[index]
    named = at(chart, index, *NAMED, "nisba", "speaker-noun", "rank", "force", "placeword", "toponym", "weak-toponym")
    if named is not None and named.lead.startswith(("و", "ف")):
        return _coordinated(phrase, named)
    if token.text.startswith("و") and named is None and _adjective(token.text[1:]) and len(token.text) > 5:
        return index + 1
    if named is not None and named.lead in ("ب", "ل") and not phrase.personal:
        return _with_particle(phrase, named)
    if named is not None and not named.lead:
        return _joined(chart, phrase, named)
    definite = token.text.startswith("ال")
    if phrase.closed and not definite:
        return _personal_name(chart, phrase, index)
    if definite:
        if phrase.closed and not _adjective(token.text) and not phrase.personal:
            return None
        phrase.closed = True
    elif phrase.value in TITLES and phrase.klass != "title" and not _adjective(token.text):
        return _personal_name(chart, phrase, index) if phrase.personal else None
    return index + 1


def _coordinated(phrase: Phrase, named: Mention) -> int | None:
    """مصادر طبية وسكان; but «قال المرصد وأكدت الشرطة» has a verb between."""
    if named.kind == "speaker-noun" and phrase.klass in ("source", "witness", "medic", "official", "activist", "media"):
        phrase.closed = named.form.endswith(".the")
        return named.last
    return named.last if named.kind == "nisba" else None


def _with_particle(phrase: Phrase, named: Mention) -> int | None:
    """مصادر بالشرطة، بيان للجيش"""
    if phrase.klass in WITH_IN and (named.lead == "ب" or phrase.klass == "text"):
        phrase.closed = True
        return named.last
    return None


def _joined(chart: Chart, phrase: Phrase, named: Mention) -> int | None:
    """A known name or noun inside the phrase: its genitive, its adjective, or the person after the title."""
    if named.kind == "nisba" and not (phrase.closed and not chart.tokens[named.first].text.startswith("ال")):
        phrase.closed = phrase.closed or chart.tokens[named.first].text.startswith("ال")
        return named.last
    if named.kind == "rank" or named.kind == "leader":
        phrase.personal = True
        if phrase.name < 0 and named.kind == "leader":
            phrase.name = named.first
        return named.last
    definite = chart.tokens[named.first].text.startswith("ال")
    if phrase.closed and not (phrase.klass in TITLES or definite and _adjective(chart.tokens[named.last - 1].text)):
        return None
    if phrase.closed and not definite and named.kind == "speaker-noun" and not phrase.personal:
        return None
    if named.kind == "speaker-noun" and named.value in TITLES and named.form.endswith(".the"):
        phrase.personal = True
    phrase.closed = phrase.closed or definite or named.kind in NAMED or named.kind in ("toponym", "weak-toponym")
    if phrase.klass == "title":
        phrase.personal = phrase.personal or phrase.closed
    return named.last


def _personal_name(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """The name after a title: رئيس الوزراء التركي أحمد داود."""
    if not (phrase.personal or phrase.klass in TITLES):
        return None
    if phrase.klass == "witness" and not phrase.personal:
        return None
    if phrase.name < 0:
        phrase.name = index
    return index + 1 if index - phrase.name < 5 else None


def _adjective(word: str) -> bool:
    """أمني، عراقية، المحليين: what narrows a speaker noun."""
    return len(word) > 3 and word.endswith(("ي", "يه", "يين", "يون", "ين", "ون", "ه", "ات", "اء"))


def _inner(chart: Chart, phrase: Phrase, index: int) -> int | None:
    """مصدر في وزارة الداخلية، مسؤول من الشرطة: a place or a body after the particle."""
    if phrase.klass not in WITH_IN or index + 1 >= len(chart.tokens):
        return None
    following = chart.tokens[index + 1]
    if following.kind != "word" or following.text in NEVER_IN or following.text in STOPS:
        return None
    if not _nameable(chart, index + 1):
        return None
    if phrase.personal and phrase.name >= 0:
        return None
    named = at(chart, index + 1, *NAMED, "speaker-noun", "force", "placeword", "toponym", "weak-toponym")
    phrase.closed = following.text.startswith("ال") or (named is not None and named.kind in (*NAMED, "toponym", "weak-toponym"))
    return named.last if named else index + 2


def _quoted(chart: Chart, phrase: Phrase) -> int | None:
    """وكالة «رويترز»، (البنتاغون): a name of up to five words between marks."""
    tokens = chart.tokens
    index = phrase.last
    if tokens[index].text in "»”)]" and tokens[index].text not in "”":
        return index + 1 if _opened(chart, phrase) else None
    for end in range(index + 1, min(index + 7, len(tokens))):
        if tokens[end].text in QUOTES and end > index + 1:
            phrase.closed = True
            return end + 1
        if tokens[end].kind != "word":
            return None
    return None


def _opened(chart: Chart, phrase: Phrase) -> bool:
    """Whether an opening mark stands just before or inside the phrase."""
    return any(token.text in QUOTES for token in chart.tokens[max(0, phrase.first - 1) : phrase.last])


def _apposition(chart: Chart, phrase: Phrase) -> None:
    """المتحدث باسم الوزارة، جون كيربي، إن: the name between commas is part of the phrase."""
    tokens = chart.tokens
    if phrase.name >= 0 or phrase.klass not in ("title", "spokesman"):
        return
    if phrase.last >= len(tokens) or tokens[phrase.last].text not in ("،", ","):
        return
    index = phrase.last + 1
    while index < len(tokens) and index - phrase.last <= 6 and _nameable(chart, index):
        index += 1
    if index == phrase.last + 1 or index >= len(tokens) or index - phrase.last > 6:
        return
    if tokens[index].text in ("،", ",", "ان", ":", "انه"):
        phrase.name, phrase.last = phrase.last + 1, index
