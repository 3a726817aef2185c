"""What reference knows of speakers, for the lexicon: the names of sources, and speaker nouns by class.

The class says how a noun is completed: `person` may be followed by a name, `people` not; `text` speaks for
whom it is «ل»; `own` is the outlet's own correspondent.
"""

from __future__ import annotations

from functools import cache

from waqai.reading.lexicon import Lexicon
from waqai.reading.model import Entry
from waqai.reference.sources import Kind, Sort, Speaker, Takes, load, load_speakers

OWN = frozenset("correspondent envoy photographer".split())
CLASSES = frozenset("person people body media text own source".split())


def add_names(lexicon: Lexicon) -> None:
    """Sources and speaker nouns (value: their ids) and the adjectives that narrow them are in the lexicon."""
    for source in load().values():
        for wording in source.wordings():
            kind = "spokesperson" if wording in source.people else "source-name"
            lexicon.add_name(wording, Entry(kind, source.id, "", f"attribution/{kind}/{source.id}"))
    for speaker in load_speakers().values():
        if speaker.id == "anonymous":
            continue
        kind = "speaker-adjective" if speaker.sort is Sort.ADJECTIVE else "speaker-noun"
        for form in speaker.forms:
            _add(lexicon, form, kind, speaker.id)


def _add(lexicon: Lexicon, form: str, kind: str, value: str) -> None:
    entry = Entry(kind, value, "noun", f"attribution/{kind}/{value}", "noun", 1)
    lexicon.add(form, entry)
    if form.endswith("ة"):
        lexicon.add(form[:-1] + "ت", Entry(kind, value, "noun", entry.rule, "noun", 2))
    if not form.startswith("ال"):
        lexicon.add_article(form, Entry(kind, value, "noun.the", entry.rule, "article"))


@cache
def klass_of(value: str) -> str:
    """How a speaker noun of this value is completed."""
    if value in CLASSES:
        return value
    return _klass(load_speakers()[value])


def _klass(speaker: Speaker) -> str:
    if speaker.id in OWN:
        return "own"
    if speaker.sort is Sort.TEXT:
        return "text"
    if speaker.sort is Sort.PERSON:
        return "person" if Takes.PERSON in speaker.takes else "people"
    return "media" if speaker.kind in (Kind.OUTLET, Kind.AGENCY) else "body"


def adjectival(word: str) -> bool:
    """أمني، عراقية، المحليين: by its ending what narrows a speaker noun."""
    return len(word) > 3 and word.endswith(("ي", "يه", "يين", "يون", "ين", "ون", "ه", "ات", "اء", "اك", "اد", "ان"))
