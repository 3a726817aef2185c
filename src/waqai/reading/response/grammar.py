"""Which words present an act as the answer to another: ردا على، انتقاما ل، ردت … على … ب; and mere sequence.

Every `cue` has the value `responds_to` or `sequence`, and as parts the words (`cue`), the act that they point
at (`answered`, where one is named) and, with a verb of answering, the act that is the answer (`answer`).
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

STOPS = frozenset([".", "؛", "\n", ":", "؟"])
TALK = frozenset(
    """سوال اسيله استفسار تصريح تصريحات اتهام اتهامات طلب رساله بيان مقترح انتقاد انتقادات عقوبات اقتراح
    كلام خطاب مبادره مزاعم دعوه دعوات حديث تقرير ما""".split()
)
"""ردا على سؤال: an answer in words."""
EVENTS = frozenset(
    """ذلك هذا هذه تلك الحادثه الحادث العمليه العمليات الجريمه الجرائم المجزره الخطوه التصعيد الخرق الخروقات الاعتداء
    هزيمتها هزيمته هزيمتهم خسائرها خسائره خسائرهم خسارتها الخسائر الهزيمه مقتله مقتلهم مقتلها استشهاده""".split()
)
"""«ردا على الحادثة», «انتقاما لهزيمتهم»: what was told before."""
QUELLED = frozenset("قمع تفريق فض استهداف مهاجمه".split())
"""«احتجاجا على قمع المسيرة»: what was done to another protest."""
COMMAS = frozenset(["،", ","])
WHICH = frozenset("ما التي الذي".split())
ON_IT = frozenset("عليه عليها عليهم عليهما".split())
"""«هجوم سارعت إلى الرد عليه بقصف»: the shelling is the answer."""
BACK = frozenset("ذلك هذا هذه تلك الهجوم".split())
AT_ONCE = frozenset(["الفور"])
"""«رد على الفور بفتح النار»: at once, not upon something."""
ON_IT = frozenset(["عليه", "عليها"])
THROUGH = frozenset(["عبر", "بواسطه"])
HARDLY = 3
"""«ردت عبر شن غارات»: words between «عبر» and the answer."""
REPLY = frozenset(["الرد", "والرد"])
SOURCE = frozenset("مصدر مصادر مصدره مصادرها مواقع منصات مرابض نيران النيران".split())
"""«وردت المدفعية على مصادر النيران»: the answer itself is told by the verb."""
REACH = 12
VERB_REACH = 7


def _text(chart: Chart, index: int) -> str:
    return chart.tokens[index].text if 0 <= index < len(chart.tokens) else ""


def _act_after(chart: Chart, index: int, reach: int, *, lead: str | None = None) -> Mention | None:
    """The first act from the token on, before the sentence ends."""
    for step in range(index, min(index + reach, len(chart.tokens))):
        if chart.tokens[step].kind == "newline" or _text(chart, step) in STOPS:
            return None
        for act in chart.starts.get(step, ()):
            if act.kind == "act" and (lead is None or act.lead.endswith(lead)):
                return act
    return None


def _cue(cue: Mention, last: Mention, value: str, rule: str, **parts: Mention | None) -> Mention:
    filled = (("cue", cue), *((role, mention) for role, mention in parts.items() if mention is not None))
    return Mention("cue", value, cue.start, last.end, cue.first, last.last, rule, cue.form, cue.lead, "", filled)


def _answering(chart: Chart) -> Iterator[Mention]:
    """ردا على قصف …، انتقاما لمقتل …، ردا على ذلك: not «ردا على سؤال»."""
    for cue in tuple(chart.kinds.get("answering", ())):
        if cue.value != "answer" or _text(chart, cue.last).removeprefix("ال").lstrip("ل") in TALK:
            continue
        if _text(chart, cue.first).startswith("ال") and not cue.lead and cue.last - cue.first == 1:
            continue
        if _text(chart, cue.last) in AT_ONCE or _text(chart, cue.last - 1) in ON_IT:
            act = _act_after(chart, cue.last, REACH, lead="ب")
            if act is not None:
                yield _cue(cue, cue, "responds_to", "response.answering", answer=act)
            continue
        act = _in_its_clause(chart, cue)
        if act is not None and _is_main(chart, cue, act):
            if _text(chart, cue.last).removeprefix("ل") in EVENTS:
                yield _cue(cue, cue, "responds_to", "response.answering", answer=act)
            continue
        if act is not None and _text(chart, cue.last - 1) in ON_IT and act.lead.endswith("ب"):
            yield _cue(cue, cue, "responds_to", "response.answering", answer=act)
        elif act is not None or _text(chart, cue.last) in BACK:
            yield _cue(cue, cue, "responds_to", "response.answering", answered=act)


def _in_its_clause(chart: Chart, cue: Mention) -> Mention | None:
    """The first act behind the cue; not that of «ردا على صواريخ المدينة والجيش يطلق», which has its own subject."""
    act = _act_after(chart, cue.last, REACH)
    if act is None:
        return None
    subjects = (m for i in range(cue.last, act.first) for m in chart.starts.get(i, ()) if m.kind == "actor")
    present = act.form == "verb.present" and not act.lead
    apart = present and any(m.lead == "و" or _text(chart, m.first - 1) == "و" for m in subjects)
    return None if apart else act


def _is_main(chart: Chart, cue: Mention, act: Mention) -> bool:
    """«وردا على الحادثة، احتجز الأقارب»: the verb behind the comma tells the answer, not what is answered."""
    between = [_text(chart, index) for index in range(cue.last, act.first)]
    verb = act.form.startswith("verb") and not act.lead
    return verb and bool(between) and between[-1] in COMMAS and not WHICH & set(between)


def _protesting(chart: Chart) -> Iterator[Mention]:
    """تظاهر المئات احتجاجا على قصف …: a protest against an act answers it."""
    for cue in tuple(chart.kinds.get("answering", ())):
        act = _act_after(chart, cue.last, VERB_REACH)
        crowd = act is not None and act.value in ("protest", "riot") and _text(chart, act.first - 1) not in QUELLED
        if cue.value == "protest" and act is not None and not crowd:
            yield _cue(cue, cue, "responds_to", "response.protesting", answered=act)


def _verbal(chart: Chart) -> Iterator[Mention]:
    """ردت المدفعية على القصف باستهداف …؛ ورد الجيش بقصف …"""
    for cue in tuple(chart.kinds.get("answering", ())):
        if cue.value != "verb" or not cue.form.startswith("verb") or cue.lead not in ("", "و", "ف", "ل"):
            continue
        step = cue.last
        for step in range(cue.last, min(cue.last + VERB_REACH, len(chart.tokens))):
            if _text(chart, step) in STOPS or _text(chart, step) == "علي":
                break
        on = _text(chart, step) == "علي" and _text(chart, step + 1) not in AT_ONCE and cue.last < len(chart.tokens)
        answered = _act_after(chart, step + 1, VERB_REACH) if on else None
        answer = _act_after(chart, answered.last if answered else cue.last, REACH, lead="ب")
        if answer is None:
            by = next((i for i in range(cue.last, cue.last + VERB_REACH) if _text(chart, i) in THROUGH), None)
            answer = None if by is None else _act_after(chart, by + 1, HARDLY)
        if answer is None and answered is None and _text(chart, step + 1) in SOURCE:
            answer = next((m for m in chart.starts.get(cue.first, ()) if m.kind == "act"), None)
        if answered is not None or answer is not None:
            yield _cue(cue, cue, "responds_to", "response.verbal", answered=answered, answer=answer)


def _noun(chart: Chart) -> Iterator[Mention]:
    """ما دفع الجيش إلى الرد بقصف القرية: the act behind «ب» is the answer."""
    for cue in tuple(chart.kinds.get("retaliating", ())):
        if _text(chart, cue.first) in REPLY:
            act = next((m for m in chart.starts.get(cue.last, ()) if m.kind == "act" and m.lead.endswith("ب")), None)
            if act is not None:
                yield _cue(cue, cue, "responds_to", "response.noun", answer=act)


def _sequel(chart: Chart) -> Iterator[Mention]:
    """عقب، في أعقاب، إثر: sequence, unless the sentence calls the act a retaliation."""
    for cue in tuple(chart.kinds.get("sequel", ())):
        act = _act_after(chart, cue.last, VERB_REACH)
        if act is None:
            continue
        value = "responds_to" if _retaliates(chart, cue) and cue.form == "" else "sequence"
        yield _cue(cue, cue, value, "response.sequel", answered=act)


def _retaliates(chart: Chart, cue: Mention) -> bool:
    """شنت غارات انتقامية عقب الهجوم"""
    low = cue.first
    while low > 0 and chart.tokens[low - 1].kind != "newline" and _text(chart, low - 1) not in STOPS:
        low -= 1
    high = cue.last + VERB_REACH
    return any(low <= m.first < high for m in chart.kinds.get("retaliating", ()))


RULES = (
    Rule("response.answering", "cue", find=_answering, about="ردا على قصف"),
    Rule("response.protesting", "cue", find=_protesting, about="احتجاجا على قصف"),
    Rule("response.verbal", "cue", find=_verbal, about="ردت على القصف باستهداف"),
    Rule("response.noun", "cue", find=_noun, about="إلى الرد بقصف"),
    Rule("response.sequel", "cue", find=_sequel, about="عقب هجوم"),
)
