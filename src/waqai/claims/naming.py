"""Who says what: voices of an act, the voice that names its author, the voice of a figure."""

from __future__ import annotations

from waqai.claims.drafts import Draft
from waqai.claims.model import Stance, Voice, Words
from waqai.claims.quoting import words
from waqai.claims.voices import Attribution, Voices
from waqai.reading.model import Mention
from waqai.reading.read import Text


def sources(text: Text, voices: Voices, draft: Draft) -> tuple[Voice, ...]:
    """The voices that say the act happened, each once, with what they hold of it."""
    found: dict[str, Voice] = {}
    for event in draft.mentions:
        for one in voices.at(event.trigger.start, event.trigger.end):
            said = words(text, one.canonical)
            keeps = one.about == "event" or one.stance is Stance.CLAIMS_RESPONSIBILITY
            stance = one.stance if keeps else Stance.ASSERTS
            _hear(found, Voice(said, stance, str(one.canonical.value)))
    for author in draft.authors:
        if author.speaker is not None:
            claims = author.stance is Stance.CLAIMS_RESPONSIBILITY
            stance = author.stance if claims else Stance.ASSERTS
            _hear(found, Voice(words(text, author.speaker), stance, str(author.speaker.value)))
    return tuple(found.values())


def _hear(found: dict[str, Voice], voice: Voice) -> None:
    """Each voice once; a claim of responsibility outranks a plain statement."""
    known = found.get(voice.words.text)
    if known is None or voice.stance is Stance.CLAIMS_RESPONSIBILITY:
        found[voice.words.text] = voice


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
