"""Words passed on: «نقلت رويترز عن مسؤول», «نسبت الوكالة إلى مصدر أمني قوله إن»; who passes them on is a channel."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.attribution.bounds import COMPLEMENTS
from waqai.reading.attribution.phrases import speaker_at
from waqai.reading.attribution.said import attribution, cues, text_at
from waqai.reading.engine import Chart
from waqai.reading.model import Mention

REACH = 16
ASCRIBED = 8
WORDS_OF = frozenset("قوله قولها قولهم القول تاكيده تاكيدها تصريحات تصريحا تصريحه انه انها".split())


def as_channel(inner: Mention | None) -> Mention | None:
    """The same words as where it was said."""
    if inner is None:
        return None
    return Mention("channel", inner.value, inner.start, inner.end, inner.first, inner.last, "attribution.channel")


def transmitted(chart: Chart) -> Iterator[Mention]:
    """نقلت رويترز عن مسؤول: the official is a speaker besides the agency."""
    for cue in cues(chart, "transmit", "ascribe"):
        speaker = quoted_by(chart, cue) if cue.value == "transmit" else ascribed_to(chart, cue)
        if speaker is not None:
            teller = speaker_at(chart, cue.last)
            channel = as_channel(teller if teller is None or teller.last <= speaker.first else None)
            yield attribution(cue, "attribution.transmitted-from", "transmit", speaker, channel=channel)


def ascribed_to(chart: Chart, cue: Mention) -> Mention | None:
    """نسبت الوكالة إلى مصدر أمني قوله إن: his words, not the deed, are what is ascribed to him."""
    for index in range(cue.last, min(cue.last + ASCRIBED, len(chart.tokens))):
        word, speaker = text_at(chart, index), None
        if word in COMPLEMENTS or word in (".", "،"):
            return None
        if word == "الي":
            speaker = speaker_at(chart, index + 1, unknown=True)
        elif word.startswith("ل") and index == cue.last:
            speaker = speaker_at(chart, index, "ل")
        if speaker is not None and text_at(chart, speaker.last) in WORDS_OF:
            return speaker
    return None


def quoted_by(chart: Chart, cue: Mention) -> Mention | None:
    """Whom it quotes: نقلت رويترز عن مسؤول."""
    for index in range(cue.last, min(cue.last + REACH, len(chart.tokens))):
        word = text_at(chart, index)
        if word in (".", ":") or word in COMPLEMENTS or chart.tokens[index].kind == "newline":
            return None
        if word == "عن":
            return speaker_at(chart, index + 1, unknown=_agency_before(chart, cue, index))
    return None


def _agency_before(chart: Chart, cue: Mention, index: int) -> bool:
    """An unknown name after «عن» is a speaker where a known speaker transmits it."""
    return any(speaker_at(chart, step) is not None for step in range(cue.last, index))
