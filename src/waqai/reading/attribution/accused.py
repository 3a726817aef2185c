"""Who is accused or suspected in the words of an attribution: «نسبه الجيش إلى فلان», «متهما فلانا ب…»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.reading.attribution.bounds import COMPLEMENTS
from waqai.reading.attribution.phrases import speaker_at
from waqai.reading.attribution.said import attribution, cues, text_at
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention

ACTORS = ("actor", "actor-name", "actor-context", "metonym")
REACH = 12
ENDS = frozenset([".", "،", "؛", ":"])
BLAME = frozenset("باللوم اللوم باللايمه اللايمه بالمسووليه المسووليه مسووليه بمسووليه بالتهمه التهمه".split())
POINTING = ("نسب", "منسوب", "اصابع", "باصابع", "الشكوك", "شكوك", "تحوم")
"""نُسب إلى فلان، أصابع الاتهام تشير إلى فلان، تحوم الشكوك حول فلان"""
TOWARD = frozenset("الي نحو حول".split())
RESPONSIBILITY = frozenset("مسووليه المسووليه".split())
UNDONE = frozenset(
    """الصمت صمت السكوت سكوت التقصير تقصير الفشل فشل الاخفاق التقاعس العجز التواني سلامه سلامته سلامتهم حياه حياته
    حياتهم حياتها ارواح مصير مصيره مصيرهم حمايه امن ادارته تدهور تردي تداعيات عواقب""".split()
)
DUTY = 4
"""Words from whom is held answerable to «مسؤولية»."""
CHARGE = frozenset("الاتهام الاتهامات اتهام اتهامات".split())


def accused_of(chart: Chart, cue: Mention, after: int) -> Mention | None:
    """The one accused, by the cue's way: its object, or what «إلى» leads to."""
    if cue.value in ("ascribe", "perhaps"):
        return _ascribed(chart, cue, after)
    if cue.tail in ("ه", "ها", "هم", "هما"):
        return _relative(chart, cue)
    accused = speaker_at(chart, after) or actor_at(chart, after)
    return None if accused is not None and _is_answerable(chart, accused.last) else accused


def _is_answerable(chart: Chart, index: int) -> bool:
    """«محملا المنظمة مسؤولية الصمت», «مسؤولية حياة الأسرى»: for what was not done, or may yet befall them."""
    words = [text_at(chart, i) for i in range(index, index + DUTY)]
    at = next((i for i, word in enumerate(words) if word in RESPONSIBILITY), len(words))
    return bool(set(words[at + 1 : at + 3]) & UNDONE)


def accuser(chart: Chart, speaker: Mention) -> Mention:
    """«اتهمت الحكومة اليمنية الحوثيين ب…»: who accuses, without the accused that could be read as his adjective."""
    quoted = _quoted_within(chart, speaker)
    if quoted is not None:
        return replace(speaker, last=quoted, end=chart.tokens[quoted - 1].end)
    within = [m for i in range(speaker.first, speaker.last) for m in chart.starts.get(i, ())]
    names = [m for m in within if m.kind == "actor-name"]
    ended = {m.last for m in names}
    last = [
        m
        for m in within
        if m.first > speaker.first
        and m.last == speaker.last
        and m.lead == ""
        and (m.kind == "actor-name" or (m.kind == "actor-context" and m.first in ended))
    ]
    if not last or any(m.first == speaker.first and m.last == speaker.last for m in names):
        return speaker
    cut = max(last, key=lambda m: m.first).first
    return replace(speaker, last=cut, end=chart.tokens[cut - 1].end)


def _quoted_within(chart: Chart, speaker: Mention) -> int | None:
    """«اتهمت الإدارة الذاتية «خلايا تابعة للتنظيم» ب…»: a party between marks ends who accuses."""
    for index in range(speaker.first + 2, speaker.last):
        if chart.tokens[index - 1].text not in QUOTES:
            continue
        party = any(m.kind == "actor" and not m.lead and m.last > index + 1 for m in chart.starts.get(index, ()))
        head = any(
            m.kind in ACTORS and m.last > index
            for i in range(speaker.first, index - 1)
            for m in chart.starts.get(i, ())
        )
        if party and not head:
            return index - 1
    return None


def is_passive(word: str) -> bool:
    """اتُّهم الحزب بالوقوف وراء، not «واتهمت الحكومة بأنها»"""
    return word.startswith("ب") and word not in COMPLEMENTS


def actor_at(chart: Chart, index: int) -> Mention | None:
    """The longest actor that begins at the token."""
    index = chart.next_token(index)
    return max((m for m in chart.starts.get(index, ()) if m.kind in ACTORS), key=lambda m: m.end, default=None)


def _ascribed(chart: Chart, cue: Mention, after: int) -> Mention | None:
    """نسب الجيش الهجوم إلى التنظيم، هجوم نسب للحوثيين"""
    if cue.value == "perhaps" and not text_at(chart, cue.first).lstrip("و").startswith(POINTING):
        return None
    for index in range(cue.first + 1, min(after + REACH, len(chart.tokens))):
        word = text_at(chart, index)
        if word in COMPLEMENTS or word in ENDS or chart.tokens[index].kind == "newline":
            return None
        if word in TOWARD:
            return actor_at(chart, index + 1)
        if word.startswith("ل") and (found := actor_at(chart, index)) is not None:
            return found
    return None


def _relative(chart: Chart, cue: Mention) -> Mention | None:
    """جماعات موالية لإيران، تتهمها واشنطن ب…: the actor right before the verb."""
    for index in range(cue.first - 1, max(-1, cue.first - REACH), -1):
        if chart.tokens[index].kind == "newline" or text_at(chart, index) == ".":
            return None
        ended = [m for m in chart.starts.get(index, ()) if m.kind == "actor"]
        if ended:
            return max(ended, key=lambda m: m.end)
    return None


def lays_blame(chart: Chart) -> Iterator[Mention]:
    """ألقت دمشق باللوم على تل أبيب، وجهت بغداد أصابع الاتهام إلى التنظيم"""
    for cue in cues(chart, "lay"):
        speaker = speaker_at(chart, cue.last)
        after = cue.last if speaker is None else speaker.last
        window = range(after, min(after + REACH, len(chart.tokens)))
        charged = next((i for i in window if text_at(chart, i) in BLAME | CHARGE), None)
        if charged is None or any(text_at(chart, i) in ENDS for i in range(after, charged)):
            continue
        toward = next((i for i in range(charged + 1, charged + 5) if text_at(chart, i) in ("علي", "الي")), None)
        accused = actor_at(chart, charged + 1 if toward is None else toward + 1)
        if speaker is not None:
            yield attribution(cue, "attribution.lays-blame", "blame", speaker, accused=accused)
        elif accused is not None:
            yield attribution(cue, "attribution.hedged", "perhaps", None, accused=accused)
