"""Who says what: verbs of saying with their speaker before or after them, and «بحسب».

Every `attribution` has the value `Said(stance, cue)` and the parts `cue` and, where named, `speaker`,
`channel` («قال لوكالة …»: where it was said, no source) and `accused`. What it governs is decided in
`waqai.claims.voices`.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.attribution import verbless
from waqai.reading.attribution.accused import accused_of, accuser, is_passive
from waqai.reading.attribution.bounds import (
    AFTER_SPEAKER,
    CALLED,
    CLAUSE_OPENERS,
    COMPLEMENTS,
    QUOTED_HIM,
)
from waqai.reading.attribution.phrases import speaker_at
from waqai.reading.attribution.said import attribution, cues, feels, takes_it_on, text_at, told_at_once, told_soon
from waqai.reading.attribution.speakers import add_names
from waqai.reading.attribution.transmitted import as_channel, ascribed_to, quoted_by, transmitted
from waqai.reading.attribution.wording import before_platform, longest, nameable
from waqai.reading.engine import QUOTES, Chart, Rule
from waqai.reading.model import Mention

names = add_names
WITNESSES = frozenset("eyewitness witness residents locals citizens activist".split())
"""Whose seeing and hearing is a saying: «سمع شهود عيان دوي انفجارات»."""
VERBS = frozenset("say tell note add witness transmit ascribe hedge accuse blame deny claim condemn".split())
TRANSITIVE = frozenset("accuse blame deny claim condemn".split())
"""What stands after these may be their object: «تركيا تتهم الحزب», «وكان الوزير حمل التنظيم مسؤولية …»."""
TRANSMITTED = frozenset("عن : بيانا خبرا تصريحا مقطعا صورا صوره علي بيان تسجيلا".split())
THINGS = (
    "بين",
    "يعتبر",
    "تعتبر",
    "اعتبر",
    "رد",
    "ترد",
    "يرد",
    "علق",
    "تحدث",
    "راي",
    "رات",
    "يري",
    "تري",
    "شدد",
    "تشدد",
    "تشرح",
    "اظهر",
)
"""بين is a preposition, too; «تعتبر» is said of things: they need what is said after them."""
TIMES = frozenset(
    """ذلك اليوم امس الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت مساء صباحا ايضا لاحقا بدوره
    بدورها""".split()
)
GUILT = frozenset("وقوف ضلوع تورط مسووليه بوقوف بضلوع بتورط".split())
NEGATORS = frozenset("لم لن لا دون".split())
SURE = frozenset("source spokesman named_spokesman medic eyewitness activist official rescuer".split())
LOOK_BACK = 16


def _verb_speaker(chart: Chart) -> Iterator[Mention]:
    """قال مصدر أمني إن …؛ أعلنت وزارة الدفاع …؛ وقال لرويترز مدير المرصد …؛ رجّح المرصد …"""
    for cue in cues(chart, *VERBS):
        if cue.value in TRANSITIVE and _before(chart, cue.first) is not None:
            continue
        if cue.value == "ascribe" and ascribed_to(chart, cue) is not None:
            continue
        channel = _channel(chart, cue.last, told=cue.value == "tell")
        after = _past_time(chart, channel.last if channel else cue.last)
        after += 1 if cue.tail == "" and text_at(chart, after) in ("به", "بها", "له", *QUOTED_HIM) else 0
        speaker = _subject(chart, cue, after)
        if speaker is not None and cue.value == "transmit" and text_at(chart, cue.last) in QUOTED_HIM:
            yield attribution(cue, "attribution.transmitted-from", "add", None, channel=as_channel(speaker))
            continue
        if speaker is not None and cue.value == "transmit" and quoted_by(chart, cue) is not None:
            continue
        if text_at(chart, cue.first - 1) == "ما" and text_at(chart, cue.first - 2) in COMPLEMENTS:
            continue  # «أكد أن ما تتناقله القنوات غير صحيح»: what is talked of, told by nobody
        if speaker is not None and text_at(chart, cue.first - 1).lstrip("وف") not in NEGATORS:
            yield _said(chart, cue, speaker, channel, "attribution.verb-speaker")


def _past_time(chart: Chart, index: int) -> int:
    """أفاد الأحد المرصد: the day may stand between the verb and its subject."""
    when = longest(chart, index, "when", "weekday")
    if when is not None and when.lead == "":
        return when.last
    while text_at(chart, index) in TIMES:
        index += 1
    return index


def _subject(chart: Chart, cue: Mention, index: int) -> Mention | None:
    """The one who speaks, right after the verb; a verb of several meanings needs what is said, too."""
    speaker = speaker_at(chart, index)
    if speaker is not None and _fits(chart, cue, speaker, speaker.last):
        return speaker
    called = text_at(chart, cue.first).lstrip("وف") in CALLED
    if cue.value not in ("say", "add") or cue.tail or called or _speech_begins(chart, index):
        return None
    speaker = speaker_at(chart, index, unknown=True)
    if speaker is None or speaker.form != "name":
        return None
    after = speaker.last + (chart.next_token(index) > index)
    spoken = _speaks(chart, after) or longest(chart, speaker.first, "given") is not None
    return speaker if spoken and text_at(chart, index) not in ("عن", "علي", "في") else None


def _speech_begins(chart: Chart, index: int) -> bool:
    """وقال «سنتباحث في …»: what stands between the marks is said; «شجاع» alone between them is a name."""
    name = chart.next_token(index)
    return name > index and (name + 1 >= len(chart.tokens) or chart.tokens[name + 1].text not in QUOTES)


def _fits(chart: Chart, cue: Mention, speaker: Mention, after: int) -> bool:
    """«نقلت السيارات الجرحى», «رصدت القوات مركبات» are no sayings."""
    after = chart.next_token(after)
    if text_at(chart, cue.first).lstrip("وف") in CALLED:
        return told_at_once(chart, after)
    if cue.value == "transmit":
        window = {text_at(chart, step).lstrip("و") for step in range(after, after + 8)}
        if speaker.form not in ("media", "source-name"):
            window.discard("علي")
        return bool(window & (COMPLEMENTS | TRANSMITTED)) or bool(cue.tail) or text_at(chart, cue.first - 1) == "ما"
    if cue.value == "note":
        said = told_soon(chart, after)
        verb = chart.tokens[cue.first].text.lstrip("وف")
        if verb.startswith("بين") and (cue.tail or not told_at_once(chart, after)):
            return False  # بينهم قيادي، بين الجيش والمعارضة على أن
        if verb.startswith(THINGS):
            return said or (verb.startswith("تحدث") and text_at(chart, after) == "عن")
        return said or speaker.form in ("source-name", "media") or speaker.value in SURE
    if cue.value == "say" and text_at(chart, cue.first).lstrip("وفل").startswith("كشف"):
        window = {text_at(chart, step) for step in range(after, after + 8)}
        return bool(window & (COMPLEMENTS | {"عن", "النقاب", "لل", ":"})) or bool(cue.tail)  # «لكشف المنفذين»
    if cue.value == "witness":
        return speaker.value in WITNESSES
    if cue.value == "blame":
        return any(text_at(chart, step).lstrip("ال").startswith("مسوول") for step in range(after, after + 8))
    return cue.value != "hedge" or _follows_clause(chart, after, into="شتبه" not in text_at(chart, cue.first))


def _follows_clause(chart: Chart, index: int, *, into: bool) -> bool:
    """«يعتقد الجيش أن», «رجح المصدر وقوف»; «اشتبه الحراس في سيارة» tells of a car."""
    window = [text_at(chart, step) for step in range(index, index + 8)]
    return any(word in COMPLEMENTS or word in GUILT or (into and word == "في") for word in window)


def _speaks(chart: Chart, index: int) -> bool:
    """Whether what stands there shows that somebody speaks: إن، نقطتان، مزدوجان، لوكالة."""
    word = text_at(chart, index)
    return word in AFTER_SPEAKER or (word.startswith("ل") and _channel(chart, index) is not None)


def _said(chart: Chart, cue: Mention, speaker: Mention, channel: Mention | None, rule: str) -> Mention:
    way = str(cue.value)
    if way in ("accuse", "blame"):
        speaker = accuser(chart, speaker)
    after = max(speaker.last, cue.last)
    if way == "say" and takes_it_on(chart, after):
        way = "claim"
    if way == "say" and feels(chart, cue, after):
        way = "condemn"
    accused = accused_of(chart, cue, _past_time(chart, after)) if way in ("accuse", "blame", "ascribe") else None
    if way == "accuse" and accused is None and is_passive(text_at(chart, after)):
        return attribution(cue, "attribution.hedged", "perhaps", None, accused=speaker)  # اتُّهم الحزب بالوقوف وراء
    return attribution(cue, rule, way, speaker, channel=channel or _channel(chart, after), accused=accused)


def _channel(chart: Chart, index: int, *, told: bool = False) -> Mention | None:
    """لوكالة رويترز، لـ«الشرق الأوسط»، أبلغ «رويترز»: where it was said."""
    index = chart.next_token(index)
    word = text_at(chart, index)
    if word == "ل":
        inner = speaker_at(chart, index + 1, unknown=True)
    elif word.startswith("ل") or told:
        inner = speaker_at(chart, index, lead="" if told else "ل")
        if inner is None or inner.form not in ("media", "source-name"):
            return None
    else:
        return None
    return as_channel(inner)


def _speaker_verb(chart: Chart) -> Iterator[Mention]:
    """المرصد السوري يعلن …؛ وكان المتحدث العسكري قال …؛ الجيش، وهو …، أكد …"""
    for cue in cues(chart, *VERBS):
        speaker = _before(chart, cue.first)
        if speaker is not None and cue.value == "transmit" and quoted_by(chart, cue) is not None:
            continue
        if speaker is not None and _fits(chart, cue, speaker, cue.last):
            yield _said(chart, cue, speaker, None, "attribution.speaker-verb")


def _before(chart: Chart, end: int) -> Mention | None:
    """The longest speaker phrase that ends where the verb begins, and begins where a clause does."""
    stop = end
    while stop > 0 and text_at(chart, stop - 1) in (
        "قد",
        "كان",
        "كانت",
        "ايضا",
        "لاحقا",
        "من",
        "جهته",
        "جهتها",
        "بدورها",
        "بدوره",
    ):
        stop -= 1
    stop = before_platform(chart, stop)
    comma = text_at(chart, stop - 1) in ("،", ",")
    for index in range(max(0, stop - LOOK_BACK), stop):
        if not _clause_begins(chart, index):
            continue
        speaker = speaker_at(chart, index)
        if speaker is None or (speaker.form in ("source", "name") and comma):
            continue
        if speaker.form == "text" and text_at(chart, index).endswith("ا"):
            continue  # نشر الدفاع المدني بيانا أكد فيه
        after = chart.next_token(speaker.last)
        if after == stop or (comma and text_at(chart, after) in ("،", ",") and _openstext_at(chart, index)):
            return speaker
    return None


def _openstext_at(chart: Chart, index: int) -> bool:
    """Whether a sentence begins there, past «وكانت» and the like."""
    while index > 0 and (
        text_at(chart, index - 1) in CLAUSE_OPENERS or text_at(chart, index - 1) in ("«", '"', "“", "(")
    ):
        index -= 1
    return index == 0 or chart.tokens[index - 1].kind == "newline" or text_at(chart, index - 1) in (".", "؛")


def _clause_begins(chart: Chart, index: int) -> bool:
    before = chart.tokens[index - 1] if index else None
    return before is None or before.kind in ("newline", "punct") or before.text in CLAUSE_OPENERS


def _according(chart: Chart) -> Iterator[Mention]:
    """بحسب المرصد السوري، وفقا لوكالة رويترز، نقلا عن مصادر محلية"""
    for cue in cues(chart, "according"):
        if cue.lead == "ف" or text_at(chart, cue.last) in ("ما", "لما"):
            continue
        speaker = _with_lead(chart, cue.last)
        if speaker is not None and nameable(chart, speaker.first):
            yield attribution(cue, "attribution.according-to", "according", speaker)


def _with_lead(chart: Chart, index: int) -> Mention | None:
    """The phrase after «بحسب» or «وفقا ل», with the ل written onto it or not."""
    index = chart.next_token(index)
    if text_at(chart, index) in ("ل", "الي", "عن"):
        return speaker_at(chart, index + 1, unknown=True)
    known = speaker_at(chart, index) or speaker_at(chart, index, "ل")
    if known is not None:
        return known
    unknown = speaker_at(chart, index, "ل" if text_at(chart, index).startswith("ل") else "", unknown=True)
    return unknown if unknown is not None and unknown.last - unknown.first < 5 else None


RULES = (
    Rule("attribution.verb-speaker", "attribution", find=_verb_speaker, about="قال مصدر أمني إن"),
    Rule("attribution.speaker-verb", "attribution", find=_speaker_verb, about="المرصد السوري يعلن"),
    Rule("attribution.according-to", "attribution", find=_according, about="بحسب المرصد السوري"),
    Rule("attribution.transmitted-from", "attribution", find=transmitted, about="نقلت رويترز عن مسؤول"),
    *verbless.RULES,
)
