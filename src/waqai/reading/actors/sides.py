"""Whose an armed noun is: the name or adjective behind it (القوات التابعة لروسيا، طائرات حربية تركية)."""

from __future__ import annotations

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention

OF = frozenset("تابعه تابع التابعه التابع الموالي المواليه مواليه موالي المواليين موالين".split())
FROM = frozenset(["من"])
BACKED = frozenset("مدعومه المدعومه مدعوم المدعوم المدعومين مدعومين مدعومون بدعم".split())
TITLES = frozenset(
    "الاحتلال للاحتلال "
    "الرييس للرييس رييس المخلوع للمخلوع السابق اللواء للواء المشير للمشير الجنرال للجنرال العميد العقيد الفريق للفريق "
    "الزعيم الشيخ القايد للقايد اليمني الليبي السوري الراحل المتقاعد".split()
)
KINDS = frozenset("استطلاع نقل تجسس هليكوبتر هليوكوبتر درون شحن تدريب انذار".split())
"""«طائرة استطلاع إسرائيلية»: what kind of aircraft."""
COMMANDS = frozenset(
    "للقياده لقياده القياده العامه لوزاره لرياسه رياسه لاركان الاركان اركان لغرفه عمليات لجهاز لمديريه لهييه".split()
)
"""«قوة تابعة لقيادة الجيش», «وحدة تابعة لوزارة الدفاع اليمنية»: the office under which it is."""
MADE = frozenset("الصنع المنشا الاصل التصنيع الجنسيه الطراز".split())


def named_at(chart: Chart, index: int, kinds: tuple[str, ...]) -> Mention | None:
    """The longest mention of these kinds at the token, over quotation marks."""
    index = chart.next_token(index)
    found = [m for m in chart.starts.get(index, ()) if m.kind in kinds]
    return max(found, key=lambda m: m.end, default=None)


def side_at(chart: Chart, index: int) -> Mention | None:
    """The name or adjective that gives the side, up to three words away: الطائرات الحربية التابعة لروسيا."""
    tokens = chart.tokens
    definite = tokens[index - 1].text.startswith("ال")  # «استهدف الجيش دبابة تابعة للحوثيين»
    for step in range(6):
        at = chart.next_token(index + step)
        if at >= len(tokens) or tokens[at].kind not in ("word", "number"):
            return None
        direct = named_at(chart, at, ("actor-name", "nisba", "leader"))
        if direct is not None and direct.kind == "nisba" and tokens[at - 1].text in TITLES:
            continue
        if direct is not None and _of_make(chart, direct):
            return None
        if direct is not None and _linked(tokens[at - 1].text if at else "", direct, step):
            return direct
        state = named_at(chart, at, ("metonym",))
        if state is not None and _owned(chart, at, state):
            return state
        word = tokens[at].text
        inner = [m for m in chart.starts.get(at, ()) if m.kind in ("force", "means", "weapon")]
        linking = word in OF | TITLES | FROM | BACKED | KINDS | COMMANDS
        if not (linking or inner or is_adjectival(word)):
            return None
        if inner and (any(m.lead for m in inner) or (definite and not word.startswith("ال"))):
            return None
    return None


def is_adjectival(word: str) -> bool:
    """Adjectives that may stand between an armed noun and its side: الحربية، المسلحة، العسكرية."""
    return word.endswith(("يه", "ي", "ين", "ون", "حه")) and len(word) > 3


def _of_make(chart: Chart, side: Mention) -> bool:
    """طائرة إيرانية الصنع: where it was made, not whose it is."""
    return side.last < len(chart.tokens) and chart.tokens[side.last].text in MADE


def _linked(before: str, side: Mention, step: int) -> bool:
    """Whether the side stands in a genitive, an apposition, or after ل / من / في / التابعة ل."""
    if side.lead in ("و", "ف", "ب", "ك"):
        return False
    return step == 0 or side.kind == "nisba" or before not in QUOTES


def is_backed(chart: Chart, side: Mention) -> bool:
    """«قوات مدعومة من الإمارات»: whom a state backs is not its army."""
    if side.kind != "metonym":
        return False
    before = [chart.tokens[i].text for i in range(max(0, side.first - 2), side.first)]
    return bool(BACKED & set(before))


def _owned(chart: Chart, at: int, state: Mention) -> bool:
    """A state or capital is a side after ل or «المدعومة من»: القوات التابعة لتركيا; not after a bare من."""
    before = [token.text for token in chart.tokens[max(0, at - 2) : at]]
    return state.lead == "ل" or (before[-1:] == ["من"] and before[0] in BACKED)
