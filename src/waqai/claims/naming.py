"""Who says what: voices of an act, the voice that names its author, the voice of a figure."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.claims.cast import told_words
from waqai.claims.drafts import Draft
from waqai.claims.model import Stance, Voice, Words
from waqai.claims.quoting import words
from waqai.claims.voices import Attribution, Voices
from waqai.reading.model import Mention
from waqai.reading.read import Text

FIRM = frozenset([Stance.CLAIMS_RESPONSIBILITY, Stance.DENIES])
"""Stances on the author that are stances on the event as well (codebook, section 7)."""
PRESUPPOSING = frozenset("رد ردا عقب اثر بعد غداه انتقاما ثارا اعقاب علاقه صله".split())
NEAR = 4


def sources(text: Text, voices: Voices, draft: Draft) -> tuple[Voice, ...]:
    """The voices that say the act happened, each once, with what they hold of it."""
    found: list[Voice] = []
    for one in _heard(text, voices, draft):
        keeps = one.about == "event" or one.stance in FIRM
        stance = one.stance if keeps else Stance.ASSERTS
        _hear(found, Voice(words(text, one.canonical), stance, str(one.canonical.value)))
    for author in draft.authors:
        if author.speaker is not None:
            claims = author.stance is Stance.CLAIMS_RESPONSIBILITY
            stance = author.stance if claims else Stance.ASSERTS
            _hear(found, Voice(words(text, author.speaker), stance, str(author.speaker.value)))
    return tuple(found)


def _heard(text: Text, voices: Voices, draft: Draft) -> Iterator[Attribution]:
    """Whoever tells the act, or gives a figure of it."""
    for event in draft.mentions:
        trigger = event.trigger
        presupposed = _presupposed(text, trigger)
        for one in voices.at(trigger.start, trigger.end):
            if not (presupposed and one.cue.start < trigger.start):
                yield one
    for figure in draft.of("casualty"):
        yield from voices.at(figure.start, figure.end)


def _presupposed(text: Text, trigger: Mention) -> bool:
    """قالت إن العملية رد على الهجوم الذي …: the act that is answered is only recalled, not vouched for."""
    if not trigger.form.endswith(".the"):
        return False
    before = text.tokens[max(0, trigger.first - NEAR) : trigger.first]
    return any(token.text.lstrip("ول") in PRESUPPOSING for token in before)


def _hear(found: list[Voice], voice: Voice) -> None:
    """Each voice once, by its fuller name; a claim of responsibility outranks a plain statement."""
    for number, known in enumerate(found):
        if _one_voice(known.words.text, voice.words.text):
            if known.stance is Stance.ASSERTS and voice.stance in FIRM:
                found[number] = voice
            return
    found.append(voice)


def _one_voice(left: str, right: str) -> bool:
    """«مصدر أمني» and «مصدر أمني عراقي», «الجيش الأميركي» and «بيان الجيش» are one."""
    one, other = told_words(left), told_words(right)
    head = one[:1] == other[:1]
    return left == right or (head and (set(one) <= set(other) or set(other) <= set(one)))


def author_naming(text: Text, voices: Voices, mention: Mention) -> tuple[Words | None, Stance]:
    """Who names this author, and how surely; the outlet's own voice asserts."""
    heard = voices.at(mention.start, mention.end)
    if not heard:
        return None, Stance.ASSERTS
    one: Attribution = heard[0]
    return words(text, one.speaker), one.stance


def figure_speaker(text: Text, voices: Voices, mention: Mention) -> Words | None:
    """Who gives this figure; None for the outlet's own voice."""
    heard = voices.at(mention.start, mention.end)
    return words(text, heard[0].canonical) if heard else None
