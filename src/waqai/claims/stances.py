"""What a speaker takes which stance on: that it happened, who did it, or a figure (codebook, section 7)."""

from __future__ import annotations

from waqai.claims.model import Stance
from waqai.reading.model import Mention
from waqai.reading.read import Text

EVENT, AUTHOR, FIGURE = "event", "author", "figure"
GUILT = tuple(
    """مسوول مسيول ضلوع تورط علاقت علاقه صلت صله مشاركت مشاركه وقوف تبني اتهام انخراط استخدام استهداف
    مسووليت مسيوليت مسيوليه""".split()
)
FIGURES = ("حصيل", "عدد", "الرقم", "رقم", "ارقام", "الاعداد", "العدد")
DOUBTED = ("وقوع", "حدوث", "مقتل", "سقوط", "اصاب", "تعرض", "قتل", "قضي", "استهداف", "وفاه", "ارتفاع")
REACH = 12
DENIAL = frozenset("نفيه نفيها نفيهم نفيهما تكذيبه تكذيبها تكذيبهم انكاره انكارها".split())
"""A denial with whose it is."""


def stances(text: Text, mention: Mention, stance: Stance) -> list[tuple[Stance, str]]:
    """Each stance of the attribution with what it is about; who accuses asserts the act itself."""
    words = [token.text.lstrip("و") for token in text.tokens[mention.last : mention.last + REACH]]
    if stance is Stance.SUSPECTS:
        return _suspicion(mention, words)
    if stance is Stance.CLAIMS_RESPONSIBILITY:
        return [(stance, EVENT), (stance, AUTHOR)]
    if stance is Stance.DENIES or passes_on_denial(text, mention) or _calls_it_false(text, mention):
        before = (
            [token.text for token in text.tokens[max(0, mention.first - 2) : mention.first]] if mention.tail else []
        )
        return [(Stance.DENIES, _denied([*before, *words]))]
    return [(stance, EVENT)]


def passes_on_denial(text: Text, mention: Mention) -> bool:
    """«ونقل عن مصادر محلية نفيها أن …», «نقلت عن قيادي نفيه»: what is passed on is a denial."""
    after = text.tokens[mention.last].text if mention.last < len(text.tokens) else ""
    return getattr(mention.value, "cue", "") == "transmit" and after in DENIAL


def _suspicion(mention: Mention, words: list[str]) -> list[tuple[Stance, str]]:
    """اتهم، نسب، رجّح وقوف فلان وراء: the author; رجّح مقتل فلان: the act."""
    doubted = getattr(mention.value, "cue", "") == "hedge" and any(word.startswith(DOUBTED) for word in words[:3])
    return [(Stance.SUSPECTS if doubted else Stance.ASSERTS, EVENT), (Stance.SUSPECTS, AUTHOR)]


def _denied(words: list[str]) -> str:
    """نفى مسؤوليته: the author; نفى الحصيلة: the figure; نفى وقوع هجوم: the act."""
    first = [word.removeprefix("ال").lstrip("ب") for word in words[:5]]
    if any(word.startswith(FIGURES) for word in first[:3]):
        return FIGURE
    return AUTHOR if any(word.startswith(GUILT) for word in first) else EVENT


def _calls_it_false(text: Text, mention: Mention) -> bool:
    """قال إنه لا صحة للأنباء عن …"""
    near = (m for step in range(5) for m in text.chart.starts.get(mention.last + step, ()))
    return any(cue.kind == "saying" and cue.value == "false" for cue in near)
