"""What crowds do: «أضرم المحتجون النار», «قطع متظاهرون الطريق»; and «مسيرة حاشدة», which is no drone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

NEAR = 3
BEFORE = 2
THROWN = 9
STONES = frozenset("بالحجاره الحجاره بالزجاجات بالحجاره. بزجاجات والحجاره".split())
FIGHTING = frozenset("مكافحه لمكافحه شرطه ضد".split())


def _marches(chart: Chart) -> Iterator[Mention]:
    """The weapon that stands within the words of a march goes."""
    marches = [m for m in chart.of("act", "not-act") if m.value == "protest" or m.kind == "not-act"]
    for weapon in tuple(chart.kinds.get("weapon", ())):
        if any(m.first <= weapon.first and weapon.last <= m.last for m in marches):
            chart.remove(weapon)
            yield replace(weapon, kind="not-weapon", rule="protests.march", parts=(("weapon", weapon),))


def _crowds(chart: Chart) -> Iterator[Mention]:
    """A verb of burning, blocking or gathering whose subject is a crowd of protesters; other readings of it go."""
    for verb in tuple(chart.kinds.get("crowd-verb", ())):
        crowd = next((m for m in chart.kinds.get("crowd", ()) if _is_subject(chart, verb, m)), None)
        if crowd is None or verb.lead.endswith(("ل", "س")):
            continue
        for other in [m for m in chart.starts.get(verb.first, ()) if m.kind == "act" and m.rule != "protests.crowd"]:
            chart.remove(other)
        first, last = (verb, crowd) if verb.first < crowd.first else (verb, verb)
        yield Mention(
            "act",
            str(verb.value),
            first.start,
            last.end,
            first.first,
            last.last,
            "protests.crowd",
            verb.form,
            verb.lead,
            "",
            (("verb", verb), ("crowd", crowd)),
        )


def _is_subject(chart: Chart, verb: Mention, crowd: Mention) -> bool:
    """أضرم عشرات المحتجين، متظاهرون يغلقون: near, with only words between and no preposition before it."""
    if 0 <= crowd.first - verb.last < NEAR and not verb.tail:
        between = range(verb.last, crowd.first)
        object_like = crowd.lead or chart.tokens[crowd.first - 1].text in ("علي", "في", "من", "الي", "بين", "ضد")
        return not object_like and all(chart.tokens[index].kind in ("word", "number") for index in between)
    return 0 <= verb.first - crowd.last < BEFORE and crowd.lead in ("", "و", "ف")


def _stoned(chart: Chart) -> Iterator[Mention]:
    """«رشق شبان دوريات الجيش بالحجارة»: the verb, and stones or bottles behind whom they hit."""
    for verb in tuple(chart.kinds.get("crowd-verb", ())):
        if "رشق" not in chart.tokens[verb.first].text or verb.lead.endswith(("ل", "س")):
            continue
        words = [token.text for token in chart.tokens[verb.last : verb.last + THROWN]]
        if any(m.kind == "act" for m in chart.starts.get(verb.first, ())) or not set(words) & STONES:
            continue
        yield replace(verb, kind="act", value="riot", rule="protests.stoned", parts=(("verb", verb),))


def _riot_police(chart: Chart) -> Iterator[Mention]:
    """«قوات مكافحة الشغب»: who fights riots, and no riot."""
    for act in tuple(chart.kinds.get("act", ())):
        before = chart.tokens[act.first - 1].text if act.first else ""
        if act.value == "riot" and before.lstrip("ولب") in FIGHTING:
            chart.remove(act)
            yield replace(act, kind="not-act", rule="protests.riot-police", parts=(("act", act),))


RULES = (
    Rule("protests.stoned", "act", find=_stoned, about="رشق شبان الدوريات بالحجارة"),
    Rule("protests.riot-police", "not-act", find=_riot_police, about="قوات مكافحة الشغب"),
    Rule("protests.march", "not-weapon", find=_marches, about="مسيرة حاشدة في صعدة"),
    Rule("protests.crowd", "act", find=_crowds, about="أضرم المحتجون النار في المقر"),
)
