"""Attributions without a verb and its subject: headings, statements, nouns of saying, hedges, «وأضاف»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.attribution.accused import accused_of, lays_blame
from waqai.reading.attribution.bounds import CLAUSE_OPENERS, COLONS, COMPLEMENTS
from waqai.reading.attribution.phrases import speaker_at
from waqai.reading.attribution.said import attribution, cues, feels, text_at
from waqai.reading.attribution.wording import nameable
from waqai.reading.engine import QUOTES, Chart, Rule
from waqai.reading.model import Mention
from waqai.reference.sources import Kind
from waqai.reference.sources import load as load_sources

PUBLISHED = frozenset(
    """صادر رسمي مقتضب لها له صدر نشر نشره نشرته اصدره اصدرته صحفي صحافي عاجل مصور متلفز مشترك
    اليوم امس""".split()
)
NOTED = COLONS | frozenset("ان بان انه انها".split())
UNCLAIMED = frozenset("لم لا دون عدم بدون غياب".split())
LINE = 14
NEAR = 14
OWN_GUILT = ("مسووليت", "مسوليت", "مسيوليت")
DESPITE = frozenset("رغم برغم بالرغم الرغم مع".split())
DENIAL = 8
CAME = frozenset("جاء ورد وجاء وورد جا وجا".split())
STATING = frozenset("body source-name actor-name actor-context spokesperson metonym person".split())
UNOWNED = frozenset(["نفي", "ونفي"])
AREAS = ("toponym", "weak-toponym")
COUNTRY = 2
"""Letters of the gazetteer id of a country; every other place has a longer one."""


def _colons(chart: Chart) -> Iterator[tuple[int, int]]:
    """The colons near the beginning of a line, each with the token where the line begins."""
    begins = 0
    for index, token in enumerate(chart.tokens):
        if token.kind == "newline":
            begins = index + 1
        elif token.text == ":" and index - begins <= LINE:
            yield begins, index


def _heading(chart: Chart) -> Iterator[Mention]:
    """المرصد السوري: مقتل …  at the beginning of a line."""
    for begins, index in _colons(chart):
        for start in range(begins, index):
            if start > begins and chart.tokens[start - 1].kind != "punct":
                continue
            speaker = speaker_at(chart, start)
            if speaker is None or chart.next_token(speaker.last) != index or _about(chart, speaker):
                continue
            if start == begins or chart.next_token(begins) == start or text_at(chart, start - 1) in (".", "|", "-"):
                yield attribution(_mark(chart, index), "attribution.heading", "heading", speaker)
                break


def _about(chart: Chart, speaker: Mention) -> bool:
    """«اليمن: مقتل …» says where, «وكالات: …» is a byline: nobody speaks."""
    if speaker.value in ("outlet", "agency") and speaker.form == "media":
        return speaker.last - speaker.first == 1
    places = (m for m in chart.starts.get(speaker.first, ()) if m.kind in AREAS and m.last >= speaker.last)
    return any(len(str(place_id)) == COUNTRY for m in places if isinstance(m.value, tuple) for place_id in m.value)


def _mark(chart: Chart, index: int) -> Mention:
    token = chart.tokens[index]
    return Mention("saying", "mark", token.start, token.end, index, index + 1, "attribution.mark")


def _signature(chart: Chart) -> Iterator[Mention]:
    """— الدفاع المدني السوري (@…) under an embedded post: who wrote what stands above."""
    for index, token in enumerate(chart.tokens):
        if token.text != "—" or (index and chart.tokens[index - 1].kind != "newline"):
            continue
        speaker = speaker_at(chart, index + 1, unknown=True)
        after = {text_at(chart, step) for step in range(index, index + 12)}
        if speaker is not None and "@" in after:
            yield attribution(_mark(chart, index), "attribution.signature", "signature", speaker)


def _statement(chart: Chart) -> Iterator[Mention]:
    """في بيان للجيش، في بيان صادر عن القيادة"""
    for cue in cues(chart, "publication"):
        index = cue.last
        while text_at(chart, index) in PUBLISHED:
            index += 1
        if text_at(chart, index) in ("ل", "عن"):
            speaker = speaker_at(chart, index + 1)
        else:
            speaker = speaker_at(chart, index, "ل") or _stated(chart, cue, index)
        if speaker is not None and not (speaker.form == "media" or _heard_by(chart, cue, speaker)):
            way = "condemn" if _condemning(chart, cue.first) else "statement"
            yield attribution(cue, "attribution.in-a-statement", way, speaker)


def _condemning(chart: Chart, index: int) -> bool:
    """«أدانت الحكومة في بيان للخارجية الهجوم»: the statement that condemns tells nothing either."""
    for step in range(index - 1, max(-1, index - NEAR), -1):
        if chart.tokens[step].kind == "newline" or text_at(chart, step) in (".", "؛"):
            return False
        for m in chart.starts.get(step, ()):
            if m.kind == "saying" and m.form.startswith("verb"):
                return m.value == "condemn" or feels(chart, m, m.last)
    return False


def _stated(chart: Chart, cue: Mention, index: int) -> Mention | None:
    """وجاء في بيان الوزارة أن، كما ورد في تقرير المنظمة: whose statement it is, without «ل»."""
    speaker = speaker_at(chart, index) if index == cue.last else None
    if speaker is None or speaker.form not in STATING or text_at(chart, cue.first - 1) not in CAME:
        return None
    return speaker


def _heard_by(chart: Chart, cue: Mention, speaker: Mention) -> bool:
    """في تصريح لـ«عكاظ»، في حديث لوكالة …: the outlet is told; «في بيان لوكالة …» the agency tells."""
    source = load_sources().get(str(speaker.value)) if speaker.form == "source-name" else None
    remark = chart.tokens[cue.last - 1].text.startswith(("تصريح", "حديث", "مقابل", "اتصال", "لقاء", "حوار"))
    return remark and source is not None and source.kind in (Kind.OUTLET, Kind.AGENCY)


def _noun(chart: Chart) -> Iterator[Mention]:
    """بعد إعلان الجيش …، اتهامه من قبل الرئيس …، نفي الوزارة …"""
    for cue in cues(chart, "saying-noun", "denying-noun", "accusing-noun", "claiming-noun"):
        index = cue.last
        agent = text_at(chart, index) == "من" and text_at(chart, index + 1) in ("قبل", "جانب")
        if cue.value == "saying-noun" and cue.lead not in ("", "و", "ب"):
            continue
        speaker = speaker_at(chart, index + 2) if agent else speaker_at(chart, index)
        if speaker is None or (speaker.form in ("text", "people") and not agent):
            continue
        if cue.value == "accusing-noun" and not agent and not _of_something(chart, speaker.last):
            continue
        if cue.value == "saying-noun" and not _what_follows(chart, speaker.last):
            continue
        if cue.value == "claiming-noun" and _unclaimed(chart, cue.first):
            continue
        yield attribution(cue, "attribution.noun-of-saying", _way(chart, cue, speaker), speaker)


def _unclaimed(chart: Chart, index: int) -> bool:
    """لم يصدر بيان تبن من قبل الجماعة، دون تبني أي جهة: nobody took it on."""
    return any(text_at(chart, step).lstrip("و") in UNCLAIMED for step in range(max(0, index - 6), index))


def _way(chart: Chart, cue: Mention, speaker: Mention) -> str:
    following = [text_at(chart, step).lstrip("ب") for step in range(speaker.last, speaker.last + 3)]
    taken = any(word.startswith(OWN_GUILT) for word in following)
    return "claim" if taken and cue.value == "saying-noun" else str(cue.value)


def _what_follows(chart: Chart, index: int) -> bool:
    """إعلان الجيش مقتل …, not «إعلان الحكومة» alone."""
    if text_at(chart, index) in ("علي", "عبر", "في"):
        index = _past_channel(chart, index)
    word = text_at(chart, index)
    if word in COMPLEMENTS or word.startswith(OWN_GUILT):
        return True
    return any(m.kind in ("matter", "act") for m in chart.starts.get(index, ()))


def _past_channel(chart: Chart, index: int) -> int:
    """على «تويتر» على …، عبر حسابه …: past where it was said, to what was said."""
    after = chart.next_token(index + 1) + 1
    while after < len(chart.tokens) and chart.tokens[after].text in QUOTES | {"علي", "عن"}:
        after += 1
    return after


def _of_something(chart: Chart, index: int) -> bool:
    """اتهام الحكومة مسلحين ب / اتهام المرصد للتحالف ب"""
    return any(text_at(chart, step).startswith(("ب", "لل")) for step in range(index, index + 6))


def _elided(chart: Chart) -> Iterator[Mention]:
    """وأضاف أن …؛ وقال: …؛ مشيرا إلى: whoever spoke last goes on."""
    for cue in cues(chart, "say", "add", "hedge", "deny", "accuse", "note", "condemn"):
        impersonal = cue.form == "verb.passive" or chart.tokens[cue.first].text in (
            "يذكر",
            "ويذكر",
            "يشار",
            "ويشار",
        )
        if cue.tail or impersonal or not _begins_clause(chart, cue):
            continue
        word = text_at(chart, cue.last)
        if cue.value == "say" and word.lstrip("ب").startswith(OWN_GUILT):
            yield attribution(cue, "attribution.elided", "claim", None)
            continue
        bare = word in COMPLEMENTS or word in COLONS or (word in ("الي", "علي", "في", "عن") and cue.value != "note")
        if (not bare and cue.value not in ("add", "condemn")) or (cue.value == "note" and word not in NOTED):
            continue
        if speaker_at(chart, cue.last) is None:
            way = "condemn" if feels(chart, cue, cue.last) else str(cue.value)
            yield attribution(cue, "attribution.elided", "add" if way in ("say", "note") else way, None)


def _begins_clause(chart: Chart, cue: Mention) -> bool:
    before = chart.tokens[cue.first - 1] if cue.first else None
    return before is None or before.kind in ("newline", "punct") or before.text in CLAUSE_OPENERS or cue.lead == "و"


def _hedged(chart: Chart) -> Iterator[Mention]:
    """على الأرجح، يُعتقد أن، ربما: a doubt that nobody is named for."""
    for cue in cues(chart, "perhaps"):
        yield attribution(cue, "attribution.hedged", "perhaps", None, accused=accused_of(chart, cue, cue.last - 1))
    for cue in cues(chart, "ascribe"):
        accused = None if cue.tail or speaker_at(chart, cue.last) else accused_of(chart, cue, cue.last)
        if accused is not None:
            yield attribution(cue, "attribution.hedged", "perhaps", None, accused=accused)  # نُسب الهجوم إلى الحركة


def _denying(chart: Chart) -> Iterator[Mention]:
    """اتهمت أنقرة الحزب، رغم نفيه، بالتفجير: who is accused denies it."""
    for mention in tuple(chart.kinds.get("attribution", ())):
        accused = mention.part("accused")
        if accused is None:
            continue
        window = range(mention.last, min(mention.last + DENIAL, len(chart.tokens)))
        cue = next((c for i in window for c in chart.starts.get(i, ()) if _denies_it(chart, c)), None)
        if cue is not None:
            yield attribution(cue, "attribution.denies-it", "denying-noun", accused)


def _denies_it(chart: Chart, cue: Mention) -> bool:
    """«رغم نفيها», «مع نفيهم»: the denial is of whoever was accused."""
    led = text_at(chart, cue.first - 1).lstrip("و") in DESPITE or text_at(chart, cue.first - 2) in DESPITE
    return cue.kind == "saying" and cue.value == "denying-noun" and text_at(chart, cue.first) not in UNOWNED and led


def _accusing(chart: Chart) -> Iterator[Mention]:
    """…، متهما الحوثيين بشن الهجوم: whoever speaks accuses them."""
    for cue in cues(chart, "accusing"):
        accused = accused_of(chart, cue, cue.last)
        if accused is not None:
            yield attribution(cue, "attribution.accusing", "accuse", None, accused=accused)


def _beside(chart: Chart) -> Iterator[Mention]:
    """أعلن المقاتلون الأكراد والمرصد السوري: the second speaker says it, too."""
    for mention in tuple(chart.kinds.get("attribution", ())):
        speaker, cue = mention.part("speaker"), mention.part("cue")
        if speaker is None or cue is None:
            continue
        index = chart.next_token(speaker.last)
        joined = [m for m in chart.starts.get(index, ()) if m.lead == "و" and m.kind in ("source-name", "actor-name")]
        if text_at(chart, index) == "و" and nameable(chart, chart.next_token(index + 1)):
            other = speaker_at(chart, index + 1, unknown=chart.next_token(index + 1) > index + 1)
        else:
            other = speaker_at(chart, index) if joined or _second_noun(chart, index) else None
        if other is not None and isinstance(mention.value, tuple):
            yield attribution(cue, "attribution.second-speaker", str(mention.value[1]), other)


def _second_noun(chart: Chart, index: int) -> bool:
    """مسعفون بمستشفى محلي ومنقذون بالدفاع المدني"""
    return any(m.kind == "speaker-noun" and m.lead == "و" for m in chart.starts.get(index, ()))


def _speakers(chart: Chart) -> Iterator[Mention]:
    """Every speaker that an attribution names."""
    for mention in tuple(chart.kinds.get("attribution", ())):
        speaker = mention.part("speaker")
        if speaker is not None:
            yield speaker


RULES = (
    Rule("attribution.heading", "attribution", find=_heading, about="المرصد السوري: مقتل"),
    Rule("attribution.signature", "attribution", find=_signature, about="— الدفاع المدني السوري (@"),
    Rule("attribution.in-a-statement", "attribution", find=_statement, about="في بيان للجيش"),
    Rule("attribution.noun-of-saying", "attribution", find=_noun, about="بعد إعلان الجيش مقتل"),
    Rule("attribution.elided", "attribution", find=_elided, about="وأضاف أن"),
    Rule("attribution.lays-blame", "attribution", find=lays_blame, about="ألقت دمشق باللوم على تل أبيب"),
    Rule("attribution.accusing", "attribution", find=_accusing, about="متهما الحوثيين بشن الهجوم"),
    Rule("attribution.denies-it", "attribution", find=_denying, about="رغم نفيه"),
    Rule("attribution.hedged", "attribution", find=_hedged, about="على الأرجح"),
    Rule("attribution.second-speaker", "attribution", find=_beside, about="الجيش والمرصد السوري"),
    Rule("attribution.speaker", "speaker", find=_speakers, about="المرصد السوري لحقوق الإنسان"),
)
