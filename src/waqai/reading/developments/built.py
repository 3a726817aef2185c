"""What is set up, laid round a place, handed over, merged or looted: a verb, and behind its subject the thing.

«أنشأت القوات التركية نقطة عسكرية», «فرضت قوات النظام حصارا», «سلمت القوات مواقعها للشرطة», «أعلن فصيلان اندماجهما»,
«سرق عناصر الفصيل محتويات المنازل».
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

STOPS = frozenset(". ؛ ؟ : ! « ،".split())
REACH = 6
TO = 8
"""Words from what is handed over to whom."""
MAKES = {
    "establishing": ("base", "outpost"),
    "laying": ("siege", "ring"),
    "declaring": ("change", "union"),
    "robbing": ("destroy", "goods"),
    "handing": ("transfer", "held"),
}
"""Which act each kind of verb tells with which kind of thing behind it."""
GOVERNING = frozenset("في من الي علي عن مع بعد قبل ان لن لم حتي كي دون بهدف اجل".split())
GOING_ON = ("تواصل", "يواصل", "واصل", "استمر", "تستمر", "يستمر", "تعتزم", "يعتزم")
ARMED = frozenset(["robbing"])
"""Robbery without an armed party is ordinary crime."""


def _built(chart: Chart) -> Iterator[Mention]:
    for kind, (value, thing) in MAKES.items():
        for verb in tuple(chart.kinds.get(kind, ())):
            behind = _behind(chart, verb, thing)
            if behind is None or verb.lead.endswith(("ل", "س")) or _is_noun(chart, verb):
                continue
            if kind in ARMED and not _has_party(chart, verb, behind):
                continue
            if kind == "handing" and not _goes_to(chart, behind):
                continue
            for other in [m for m in chart.starts.get(verb.first, ()) if m.kind == "act" and m.last <= verb.last]:
                chart.remove(other)
            yield Mention(
                "act",
                value,
                verb.start,
                verb.end,
                verb.first,
                verb.last,
                "developments.built",
                verb.form,
                verb.lead,
                verb.tail,
                (("verb", verb), ("thing", behind)),
            )


def _is_noun(chart: Chart, verb: Mention) -> bool:
    """«تواصل فرض الحصار», «من رفع الحصار»: what goes on or is meant, not what was done."""
    before = chart.tokens[verb.first - 1].text.lstrip("و") if verb.first else ""
    return before in GOVERNING or before.startswith(GOING_ON)


def _behind(chart: Chart, verb: Mention, kind: str) -> Mention | None:
    """The thing within a few words, before the clause ends and before another act."""
    for index in range(verb.last, min(verb.last + REACH, len(chart.tokens))):
        if chart.tokens[index].kind == "newline" or chart.tokens[index].text in STOPS:
            return None
        here = chart.starts.get(index, ())
        kinds = (kind, "place") if kind == "held" else (kind,)
        found = next((m for m in here if m.kind in kinds and not m.lead.endswith(("ب", "ل"))), None)
        if found is not None:
            return found
        if any(m.kind == "act" for m in here):
            return None
    return None


def _has_party(chart: Chart, verb: Mention, thing: Mention) -> bool:
    """«سرقت عناصر الفصيل محتويات المنازل»: an armed party between, or just before the verb."""
    near = range(max(0, verb.first - 4), thing.first)
    return any(m.kind == "actor" for i in near for m in chart.starts.get(i, ()))


def _goes_to(chart: Chart, thing: Mention) -> bool:
    """«سلمت نقاطها للشرطة العسكرية», «تسلم الجيش الميناء من الحرس», «دون قتال»: to whom, or that nobody fought."""
    for index in range(thing.last, min(thing.last + TO, len(chart.tokens))):
        word = chart.tokens[index].text
        if chart.tokens[index].kind == "newline" or word in STOPS:
            return False
        if word in ("دون", "بدون", "بلا"):
            return True
        led = chart.tokens[index - 1].text in ("الي", "من")
        for party in chart.starts.get(index, ()):
            if party.kind == "actor" and (led or party.lead.endswith("ل")):
                return True
    return False


RULES = (Rule("developments.built", "act", find=_built, about="أنشأت القوات نقطة عسكرية"),)
