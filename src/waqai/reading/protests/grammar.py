"""What crowds do: «أضرم المحتجون النار», «قطع متظاهرون الطريق»; and «مسيرة حاشدة», which is no drone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

NEAR = 3
BEFORE = 2


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


RULES = (
    Rule("protests.march", "not-weapon", find=_marches, about="مسيرة حاشدة في صعدة"),
    Rule("protests.crowd", "act", find=_crowds, about="أضرم المحتجون النار في المقر"),
)
