"""Units that no registry lists: لواء التوحيد، كتيبة شهداء الحولة، غرفة عمليات البنيان، اللواء الرابع."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.language.fold import fold_word
from waqai.reading.actors.model import ActorRef
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention

HEADS = frozenset(
    "لواء الويه كتيبه كتايب سريه سرايا فيلق فوج افواج حركه جبهه جيش جماعه تجمع فرقه تشكيلات فصايل "
    "مجلس عصبه رجال".split()
)
NUMBERED = frozenset("اللواء الفرقه الكتيبه الفوج الفيلق السريه للواء للفرقه للكتيبه للفوج للفيلق الجبهه".split())
ORDINALS = frozenset(
    fold_word(word)
    for word in "الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة "
    "السابع السابعة الثامن الثامنة التاسع التاسعة العاشر العاشرة".split()
)
BRANCHES = frozenset(
    "عشر عشره مدرع مدرعه مشاه ميكانيكي جبلي مظلات ساحليه الساحليه حرس جمهوري صاعقه خاصه حدود "
    "مدفعيه الجنوبيه الشماليه".split()
)
NAMING = frozenset("شهداء احرار انصار اسود ابناء صقور مجاهدي ثوار مغاوير درع فرسان جند سيوف عمليات شوري عسكري".split())
NOT_NAMES = frozenset(
    "المرور السير النقل البيع الشراء الطيران الملاحه المسافرين القتال المواجهه المعركه الامن الوزراء النواب الشعب "
    "الامه الشوري القضاء الادب الاعلام النزوح التي الذي الذين اليوم الاحد الاثنين الثلاثاء الاربعاء "
    "الخميس الجمعه السبت".split()
)
LONGEST = 4
CLITICS = ("", "ف", "ب", "ل", "و", "وب", "ول")
WRITTEN = {lead + word: (lead, word) for lead in CLITICS for word in (*HEADS, *NUMBERED, "غرفه")}
"""The heads of units as they may be written, with the proclitics that they bear."""


def units(chart: Chart) -> Iterator[Mention]:
    """Every head of a unit with the name or number behind it."""
    named = {m.first for kind in ("actor-name", "place", "not-actor") for m in chart.kinds.get(kind, ())}
    for index, token in enumerate(chart.tokens):
        if token.text not in WRITTEN or index in named or token.kind != "word":
            continue
        lead, word = WRITTEN[token.text]
        last = _numbered(chart, index) if word in NUMBERED else _named(chart, index) if word in HEADS else index
        if last > index + 1:
            start = token.start + len(lead)
            value = ActorRef(None, None, "name")
            yield Mention("actor", value, start, chart.tokens[last - 1].end, index, last, "actors.unit", "noun", lead)
        elif word == "غرفه" and _text(chart, index + 1) == "عمليات" and _text(chart, index + 2):
            last = _name_end(chart, index + 2)
            value = ActorRef(None, None, "name")
            if last > index + 2:
                start = token.start + len(lead)
                yield Mention(
                    "actor", value, start, chart.tokens[last - 1].end, index, last, "actors.unit", "noun", lead
                )


def _text(chart: Chart, index: int) -> str:
    return chart.tokens[index].text if 0 <= index < len(chart.tokens) else ""


def _numbered(chart: Chart, index: int) -> int:
    """اللواء الرابع، الفرقة 17، اللواء 35 مدرع"""
    after = chart.tokens[index + 1] if index + 1 < len(chart.tokens) else None
    if after is None or not (after.text in ORDINALS or after.kind == "number"):
        return index
    last = index + 2
    while _text(chart, last) in BRANCHES and last < index + LONGEST:
        last += 1
    return last


def _named(chart: Chart, index: int) -> int:
    """كتائب شهداء الحولة، لواء «القدس», حركة رجال الكرامة"""
    at = index + 1
    if _text(chart, at) in QUOTES and _text(chart, at):
        closing = next((i for i in range(at + 1, at + 5) if _text(chart, i) in QUOTES and _text(chart, i)), None)
        return closing if closing is not None else index
    if _text(chart, at) in NAMING:
        at += 1
    return _name_end(chart, at) if _is_name(_text(chart, at)) else index


def _name_end(chart: Chart, at: int) -> int:
    last = at
    while last < at + LONGEST - 1 and _is_name(_text(chart, last)):
        if any(m.kind in ("when", "place") for m in chart.starts.get(last, ())) and last > at:
            break
        last += 1
    return last


def _is_name(word: str) -> bool:
    return word.startswith("ال") and len(word) > 4 and word not in NOT_NAMES
