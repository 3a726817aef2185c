"""Who says what: verbs of saying with their speaker before or after them, «بحسب», headings, accusations, denials.

Every `attribution` has the value `Said(stance, cue)` and the parts `cue`, and, where named, `speaker`, `channel`
(«قال لوكالة …»: where it was said, no source) and `accused`. What it governs is decided in `waqai.claims.voices`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from waqai.reading.attribution.phrases import at, speaker_at
from waqai.reading.engine import QUOTES, Chart, Rule
from waqai.reading.lexicon import Lexicon
from waqai.reading.model import Entry, Mention
from waqai.reference.sources import load

COMPLEMENTS = frozenset("ان انه انها انهم انهما بان بانه بانها بانهم انني اننا وان وانه وانها".split())
AFTER_SPEAKER = COMPLEMENTS | frozenset([":", "،", ",", "«", "“", '"', "(", ".", "في", "عن", "علي", "الي", "ل", "اليوم", "امس"])
OPENERS = frozenset("فيما بينما كما لكن وكان كان ان وان غير الا حيث هذا وقد قد وكانت كانت فقد".split())
STANCES = {
    "hedge": "suspects",
    "accuse": "suspects",
    "blame": "suspects",
    "deny": "denies",
    "claim": "claims_responsibility",
    "condemn": "condemns",
}
BLAME = frozenset("المسءوليه المسوليه المسووليه مسووليه مسوليه المسؤوليه".split())
VERBS = ("say", "add", "transmit", "hedge", "accuse", "blame", "deny", "claim", "condemn")
AMBIGUOUS = frozenset("بين سجل حدد رد علق قدر دون رصد زاد واصل شدد تابع شرح تحدث حمل رفض ختم اورد بث نشر نقل مضي".split())
LOOK_BACK = 16


class Said(NamedTuple):
    """The stance of a way of saying, and which way it is."""

    stance: str
    cue: str


def names(lexicon: Lexicon) -> None:
    """The names of all sources are in the lexicon, the value being the source's id."""
    for source in load().values():
        for wording in source.wordings():
            lexicon.add_name(wording, Entry("source-name", source.id, "", f"attribution/source-name/{source.id}"))


def _stance(cue: Mention) -> str:
    return STANCES.get(str(cue.value), "asserts")


def _made(cue: Mention, rule: str, stance: str, way: str, **parts: Mention | None) -> Mention:
    """The attribution that has this cue and these parts, spanning all of them."""
    filled = [("cue", cue)] + [(role, mention) for role, mention in parts.items() if mention is not None]
    span = [mention for _, mention in filled]
    first, last = min(span, key=lambda m: m.first), max(span, key=lambda m: m.last)
    value = Said("own" if _own(parts.get("speaker")) else stance, way)
    return Mention(
        "attribution", value, first.start, last.end, first.first, last.last, rule, cue.form, cue.lead, "", tuple(filled)
    )


def _own(speaker: Mention | None) -> bool:
    """«مراسلنا» is the outlet itself."""
    return speaker is not None and speaker.form == "own"


def _text(chart: Chart, index: int) -> str:
    return chart.tokens[index].text if 0 <= index < len(chart.tokens) else ""


def _verbs(chart: Chart) -> Iterator[Mention]:
    """The words of saying that are verbs, with و ف س before them or nothing."""
    for cue in tuple(chart.kinds.get("saying", ())):
        if cue.value in VERBS and cue.form.startswith("verb") and cue.lead in ("", "و", "ف", "س"):
            yield cue


def _speaks(chart: Chart, index: int) -> bool:
    """Whether what stands there shows that somebody speaks: إن، نقطتان، مزدوجان."""
    word = _text(chart, index)
    return word in AFTER_SPEAKER or word.startswith("ل") and at(chart, index, "speaker-noun", "source-name") is not None


def _verb_speaker(chart: Chart) -> Iterator[Mention]:
    """قال مصدر أمني إن …؛ أعلنت وزارة الدفاع …؛ وقال لرويترز مدير المرصد …؛ رجّح المرصد …"""
    for cue in _verbs(chart):
        if cue.tail:
            continue
        channel = _channel(chart, cue.last)
        after = channel.last if channel else cue.last
        speaker = speaker_at(chart, after)
        if speaker is None:
            speaker = speaker_at(chart, after, unknown=True)
            if speaker is None or not _speaks(chart, speaker.last):
                continue
        if cue.value == "transmit" and not _transmits(chart, speaker.last):
            continue
        yield _said(chart, cue, speaker, channel, "attribution.verb-speaker")


def _said(chart: Chart, cue: Mention, speaker: Mention, channel: Mention | None, rule: str) -> Mention:
    way, stance = str(cue.value), _stance(cue)
    after = max(speaker.last, cue.last)
    if way == "say" and _responsibility(chart, after):
        way, stance = "claim", "claims_responsibility"
    accused = speaker_at(chart, after) if way in ("accuse", "blame") else None
    return _made(cue, rule, stance, way, speaker=speaker, channel=channel or _channel(chart, after), accused=accused)


def _responsibility(chart: Chart, index: int) -> bool:
    """أعلن … مسؤوليته عن، أعلنت … تبنيها"""
    words = [_text(chart, step) for step in range(index, index + 4)]
    return any(word.startswith(("مسوليت", "مسووليت", "تبنيه", "تبنيهم", "مسووليته")) for word in words)


def _transmits(chart: Chart, index: int) -> bool:
    """نقلت الوكالة عن …، بثت القناة أن …: not «نقلت السيارات الجرحى»."""
    words = {_text(chart, step).lstrip("و") for step in range(index, index + 5)}
    return bool(words & (COMPLEMENTS | {"عن", ":", "بيانا", "خبرا", "تصريحا", "مقطعا", "صورا", "علي"}))


def _channel(chart: Chart, index: int) -> Mention | None:
    """لوكالة رويترز، لـ«الشرق الأوسط»: where it was said."""
    index = chart.next_token(index)
    word = _text(chart, index)
    if word == "ل":
        inner = speaker_at(chart, index + 1, unknown=True)
    elif word.startswith("ل"):
        inner = speaker_at(chart, index, lead="ل")
        if inner is not None and inner.form not in ("media", "source-name"):
            inner = None
    else:
        inner = None
    if inner is None:
        return None
    return Mention("channel", inner.value, inner.start, inner.end, inner.first, inner.last, "attribution.channel")


def _speaker_verb(chart: Chart) -> Iterator[Mention]:
    """المرصد السوري يعلن …؛ وكان المتحدث العسكري قال …"""
    for cue in _verbs(chart):
        speaker = _before(chart, cue.first)
        if speaker is not None:
            yield _said(chart, cue, speaker, None, "attribution.speaker-verb")


def _before(chart: Chart, end: int) -> Mention | None:
    """The longest speaker phrase that ends where the verb begins, and begins where a clause does."""
    stop = end - 1 if _text(chart, end - 1) in ("قد", "كان", "كانت", "ايضا") else end
    for index in range(max(0, end - LOOK_BACK), stop):
        if not _clause_begins(chart, index):
            continue
        speaker = speaker_at(chart, index)
        if speaker is not None and speaker.last == stop:
            return speaker
    return None


def _clause_begins(chart: Chart, index: int) -> bool:
    before = _text(chart, index - 1)
    return index == 0 or chart.tokens[index - 1].kind in ("newline", "punct") or before in OPENERS or _text(chart, index).startswith("و")


def _heading(chart: Chart) -> Iterator[Mention]:
    """المرصد السوري: مقتل …  at the beginning of a line."""
    for index, token in enumerate(chart.tokens):
        if token.text != ":" or index + 1 >= len(chart.tokens):
            continue
        line = index
        while line > 0 and index - line < LOOK_BACK and chart.tokens[line - 1].kind != "newline":
            line -= 1
        if line > 0 and chart.tokens[line - 1].kind != "newline":
            continue
        for begin in range(line, index):
            if begin > line and chart.tokens[begin - 1].kind != "punct":
                continue
            speaker = speaker_at(chart, begin)
            if speaker is not None and chart.next_token(speaker.last) == index:
                colon = Mention("saying", "heading", token.start, token.end, index, index + 1, "attribution.colon")
                yield _made(colon, "attribution.heading", "asserts", "heading", speaker=speaker)
                break


def _according(chart: Chart) -> Iterator[Mention]:
    """بحسب المرصد السوري، وفقا لوكالة رويترز، نقلا عن مصادر محلية"""
    for cue in tuple(chart.kinds.get("saying", ())):
        if cue.value != "according" or cue.lead.startswith("ف"):
            continue
        index = cue.last
        if _text(chart, index) in ("ما", "لما"):
            continue
        speaker = _with_lead(chart, index)
        if speaker is not None:
            yield _made(cue, "attribution.according-to", "asserts", "according", speaker=speaker)


def _with_lead(chart: Chart, index: int) -> Mention | None:
    """The phrase after «بحسب» or «وفقا ل», with the ل written onto it or not."""
    index = chart.next_token(index)
    if _text(chart, index) in ("ل", "الي", "عن"):
        return speaker_at(chart, index + 1) or speaker_at(chart, index + 1, unknown=True)
    for lead in ("", "ل"):
        speaker = speaker_at(chart, index, lead)
        if speaker is not None:
            return speaker
    return speaker_at(chart, index, "ل", unknown=True) if _text(chart, index).startswith("ل") else speaker_at(chart, index, unknown=True)


def _from(chart: Chart) -> Iterator[Mention]:
    """نقلت رويترز عن مسؤول: the official is a speaker besides the agency."""
    for cue in _verbs(chart):
        if cue.value != "transmit":
            continue
        for index in range(cue.last, min(cue.last + LOOK_BACK, len(chart.tokens))):
            word = _text(chart, index)
            if word in (".", ":") or word in COMPLEMENTS or chart.tokens[index].kind == "newline":
                break
            if word == "عن":
                speaker = speaker_at(chart, index + 1) or speaker_at(chart, index + 1, unknown=True)
                if speaker is not None:
                    yield _made(cue, "attribution.transmitted-from", "asserts", "transmit", speaker=speaker)
                break


def _statement(chart: Chart) -> Iterator[Mention]:
    """في بيان للجيش، جاء في بيان صادر عن القيادة"""
    for cue in tuple(chart.kinds.get("saying", ())):
        if cue.value != "publication":
            continue
        index = cue.last
        while _text(chart, index) in ("صادر", "رسمي", "مقتضب", "لها", "له", "صدر", "نشر", "نشره", "نشرته", "اصدره", "اصدرته"):
            index += 1
        if _text(chart, index) in ("ل", "عن"):
            speaker = speaker_at(chart, index + 1)
        else:
            speaker = speaker_at(chart, index, "ل")
            if speaker is None and index > cue.last:
                speaker = speaker_at(chart, index)
        if speaker is not None:
            yield _made(cue, "attribution.in-a-statement", "asserts", "statement", speaker=speaker)


def _elided(chart: Chart) -> Iterator[Mention]:
    """وأضاف أن …؛ وقال: …: whoever spoke last goes on."""
    for cue in _verbs(chart):
        if cue.tail or cue.value not in ("say", "add", "hedge", "deny", "accuse"):
            continue
        if not _begins_sentence(chart, cue):
            continue
        channel = _channel(chart, cue.last)
        word = _text(chart, channel.last if channel else cue.last)
        if word in COMPLEMENTS or word in (":", "«", "“", '"', "”") or cue.value == "add" or word in ("الي", "علي", "عن"):
            if speaker_at(chart, cue.last) is None:
                yield _made(cue, "attribution.elided", _stance(cue), "add", channel=channel)


def _begins_sentence(chart: Chart, cue: Mention) -> bool:
    before = chart.tokens[cue.first - 1] if cue.first else None
    return before is None or before.kind in ("newline", "punct") or before.text in OPENERS


def _hedged(chart: Chart) -> Iterator[Mention]:
    """على الأرجح، يُعتقد أن، ربما: a doubt that nobody is named for."""
    for cue in tuple(chart.kinds.get("saying", ())):
        if cue.value == "perhaps":
            yield _made(cue, "attribution.hedged", "suspects", "perhaps")


def _speakers(chart: Chart) -> Iterator[Mention]:
    """Every speaker that an attribution names."""
    for mention in tuple(chart.kinds.get("attribution", ())):
        speaker = mention.part("speaker")
        if speaker is not None:
            yield speaker


RULES = (
    Rule("attribution.verb-speaker", "attribution", find=_verb_speaker, about="قال مصدر أمني إن"),
    Rule("attribution.speaker-verb", "attribution", find=_speaker_verb, about="المرصد السوري يعلن"),
    Rule("attribution.heading", "attribution", find=_heading, about="المرصد السوري: مقتل"),
    Rule("attribution.according-to", "attribution", find=_according, about="بحسب المرصد السوري"),
    Rule("attribution.transmitted-from", "attribution", find=_from, about="نقلت رويترز عن مسؤول"),
    Rule("attribution.in-a-statement", "attribution", find=_statement, about="في بيان للجيش"),
    Rule("attribution.elided", "attribution", find=_elided, about="وأضاف أن"),
    Rule("attribution.hedged", "attribution", find=_hedged, about="على الأرجح"),
    Rule("attribution.speaker", "speaker", find=_speakers, about="المرصد السوري لحقوق الإنسان"),
)
