"""Who says what: voices of an act, the voice that names its author, the voice of a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.claims.cast import bare, told_words
from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.model import Stance, Voice, Words
from waqai.claims.quoting import words
from waqai.claims.voices import Attribution, Voices
from waqai.language.fold import fold_word
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

NAMED = ("source-name", "actor-name", "metonym")
FIRM = frozenset([Stance.CLAIMS_RESPONSIBILITY, Stance.DENIES])
"""Stances on the author that are stances on the event as well (codebook, section 7)."""
PRESUPPOSING = frozenset(
    """رد ردا الرد بالرد عقب اثر بعد بعيد غداه انتقاما ثارا اعقاب علاقه صله منفذ منفذي مرتكبي مدبري ضحايا ضلوع تورط
    متورط متورطين المتورطين المتورطه متهم متهمين المتهمين تداعيات مشاركته مشاركتهم مشاركتها مساعده ضلوعه ضلوعهم
    ضلوعها تورطه تورطهم تورطها علاقته علاقتهم صلته صلتهم""".split()
)
ANSWERED = PRESUPPOSING - frozenset("اثر بعد بعيد عقب اعقاب غداه".split())
AREAS = ("toponym", "weak-toponym", "place")
SINCE = frozenset("بعد بعيد عقب غداه اثر منذ قبل".split())
"""«وبعيد هذا التفجير استهدف هجوم آخر … كما أفاد المرصد»: he tells the other, whichever way his words reach."""
TELLING = frozenset("site origin casualty weapon when initiator target damage outcome".split())
THIS = frozenset("هذا هذه لهذا لهذه بهذا بهذه تلك ذلك".split())
NEAR = 4
ROLES = frozenset("مسوول محلل ناشط طبيب ضابط قايد قيادي متحدث ناطق خبير شاهد".split())
NEXT = 400
"""Characters within which the unnamed speaker of the lead is named."""
BESIDE = 40
ARTICLES = ("ال", "بال", "لل", "وال")
RELATIVE = frozenset("الذي التي".split())
CLAUSE = 3
"""«رد على الهجوم الانتحاري الذي استهدف …»: words of the act that a relative clause goes on about."""


def sources(text: Text, voices: Voices, draft: Draft, beside: tuple[Attribution, ...] = ()) -> tuple[Voice, ...]:
    """The voices that say the act happened, each once, with what they hold of it; `beside` are told of elsewhere."""
    found: list[Voice] = []
    names = {m.start for m in _speakers(draft, voices, beside) if m.form in NAMED}
    for one in (*_heard(text, voices, draft), *beside):
        keeps = one.about == "event" or one.stance in FIRM
        stance = one.stance if keeps else Stance.ASSERTS
        _hear(found, _voice(text, one.canonical, stance), names)
    for author in draft.authors:
        if author.speaker is not None:
            stance = author.stance if author.stance in FIRM else Stance.ASSERTS
            speaker = voices.canonical(author.speaker)
            _hear(found, _voice(text, speaker, stance), names)
    return tuple(voice for voice in found if not _named_next(text, voice, found))


def _voice(text: Text, speaker: Mention, stance: Stance) -> Voice:
    return Voice(words(text, speaker), stance, str(speaker.value))


def _speakers(draft: Draft, voices: Voices, beside: tuple[Attribution, ...]) -> Iterator[Mention]:
    """Whoever may speak of the act, by the fullest mention."""
    yield from (one.canonical for one in beside)
    yield from (scope.attribution.canonical for scope in voices.scopes)
    yield from (voices.canonical(author.speaker) for author in draft.authors if author.speaker is not None)


def _named_next(text: Text, voice: Voice, found: list[Voice]) -> bool:
    """ذكر مسؤول كردي أن … . وقال سعيد فلان، مسؤول الإعلام في …: the lead's official is the one named next."""
    head = fold_word(voice.words.text).split()[0]
    if head not in ROLES:
        return False
    near = (one.words for one in found if 0 < one.words.start - voice.words.end < NEXT)
    titles = (fold_word(text.folded.original[words.end : words.end + BESIDE]).lstrip("، ").split() for words in near)
    return any(title and bare(title[0]) == head for title in titles)


def _heard(text: Text, voices: Voices, draft: Draft) -> Iterator[Attribution]:
    """Whoever tells the act, or gives a figure of it."""
    recalled: set[Mention] = set()
    for event in draft.mentions:
        trigger = event.trigger
        presupposed = _presupposed(text, event)
        recalled |= set(event.of("casualty")) if presupposed else set()
        since = presupposed and _opens_since(text, trigger)
        for one in voices.at(trigger.start, trigger.end):
            if not since and not (presupposed and one.cue.start < trigger.start):
                yield one
        for act in event.of("act"):
            yield from (one for one in voices.at(act.start, act.end) if one.stance is Stance.DENIES)
    beside = (figure for figure in draft.figures if _stands_in(text, figure, draft))
    for figure in dict.fromkeys((*draft.of("casualty"), *beside)):
        if figure not in recalled:
            yield from voices.at(figure.start, figure.end)


def _stands_in(text: Text, figure: Mention, draft: Draft) -> bool:
    """Whether the figure stands in a sentence that tells the act: «أعلنت السلطات مقتل ستة، فيما قال طبيب إن …»."""
    told = (text.sentences[number] for number in draft.sentences)
    return any(low <= figure.start < high for low, high in told)


def _presupposed(text: Text, event: EventMention) -> bool:
    """قالت إن العملية رد على الهجوم الذي …: the act that is answered is only recalled, not vouched for.

    «إن حريقا اندلع إثر القصف»: whoever tells what it did tells the act.
    """
    trigger = event.trigger
    at = trigger.first
    if _bare(text, event):
        return True
    effects = [m for role in ("casualty", "damage") for m in event.of(role)]
    if any(effect.first < at for effect in effects):
        return False
    if trigger.form.startswith("verb") and at and text.tokens[at - 1].text in RELATIVE:
        at -= CLAUSE
    elif not text.tokens[at].text.startswith(ARTICLES):
        return _is_construct(text, trigger) and _after(text, at, ANSWERED)
    return _after(text, at, PRESUPPOSING)


def _after(text: Text, at: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands right before the token."""
    return any(token.text.lstrip("ول") in words for token in text.tokens[max(0, at - NEAR) : at])


def _is_construct(text: Text, trigger: Mention) -> bool:
    """«قتل الشرطيين», «هجوم سوروتش»: definite by what it is of."""
    if not trigger.form.startswith("noun") or trigger.last >= len(text.tokens):
        return False
    known = any(m.kind in AREAS and not m.lead for m in text.chart.starts.get(trigger.last, ()))
    return known or text.tokens[trigger.last].text.startswith("ال")


def _opens_since(text: Text, trigger: Mention) -> bool:
    """«وبعيد هذا التفجير استهدف هجوم آخر حاجزا، كما أفاد المرصد»: he tells the other, not what came before it."""
    start = next((low for low, high in text.sentences if low <= trigger.start < high), 0)
    opening = [token for token in text.tokens[max(0, trigger.first - CLAUSE) : trigger.first] if token.start >= start]
    return any(token.text.lstrip("وف") in SINCE for token in opening) and opening[0].start - start <= 1


def _bare(text: Text, event: EventMention) -> bool:
    """«كتبت صحيفة أن هذا الهجوم هو انتقام»: who only comments on an act known already, and tells nothing of it."""
    at = event.trigger.first
    pointed = at > 0 and text.tokens[at - 1].text.lstrip("وب") in THIS
    return pointed and not any(role in TELLING for role, _ in event.arguments)


def _hear(found: list[Voice], voice: Voice, names: set[int]) -> None:
    """Each voice once, by its fuller name; a claim of responsibility outranks a plain statement.

    `names`: where those begin that are named as such («داعش» and «تنظيم الدولة» are one), no office or spokesman.
    """
    for number, known in enumerate(found):
        both = known.words.start in names and voice.words.start in names and known.source == voice.source
        if both or _one_voice(known.words.text, voice.words.text):
            firmer = known.stance is Stance.ASSERTS and voice.stance in FIRM
            stance = voice.stance if firmer else known.stance
            fuller = max(known, voice, key=lambda one: len(told_words(one.words.text)))
            found[number] = replace(fuller, stance=stance)
            return
    found.append(voice)


def _one_voice(left: str, right: str) -> bool:
    """«مصدر أمني» and «مصدر أمني عراقي», «الجيش الأميركي» and «بيان الجيش» are one."""
    one, other = sorted((told_words(left), told_words(right)), key=len)
    if len(one) == 1 and left.rsplit(maxsplit=1)[-1] == right.rsplit(maxsplit=1)[-1]:
        return True
    return left == right or (one[:1] == other[:1] and set(one) <= set(other))


def author_naming(text: Text, voices: Voices, mention: Mention) -> tuple[Words | None, Stance]:
    """Who names this author, and how surely; the outlet's own voice asserts."""
    heard = voices.at(mention.start, mention.end)
    if not heard:
        return None, Stance.ASSERTS
    one: Attribution = heard[0]
    stance = Stance.ASSERTS if _is_of_another(text, one, mention) else one.stance
    return words(text, one.speaker), stance


def _is_of_another(text: Text, one: Attribution, author: Mention) -> bool:
    """«تبنى الحزب هجوما ردا على الغارات التركية», «اتهمت الشرطة رجلا في الهجوم الذي نفذه انتحاري»: not who is meant."""
    if one.stance not in (Stance.CLAIMS_RESPONSIBILITY, Stance.SUSPECTS):
        return False
    said = (m for m in text.chart.kinds.get("attribution", ()) if m.part("cue") == one.cue)
    part = "accused" if one.stance is Stance.SUSPECTS else "speaker"
    meant = next((phrase for m in said if (phrase := m.part(part)) is not None), None)
    if meant is None:
        return author.kind == "bomber"
    if meant.start < author.end and author.start < meant.end:
        return False
    actors = (m for m in text.chart.kinds.get("actor", ()) if m.start < meant.end and meant.start < m.end)
    known, its = {codebook_id(m) for m in actors} - {None}, codebook_id(author)
    if author.kind == "bomber":
        return True
    return bool(known) and its is not None and its not in known


def figure_speaker(text: Text, voices: Voices, mention: Mention) -> Words | None:
    """Who gives this figure; None for the outlet's own voice."""
    heard = voices.at(mention.start, mention.end)
    return words(text, heard[0].canonical) if heard else None
