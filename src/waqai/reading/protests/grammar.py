"""A march is no drone: «مسيرة حاشدة» is spelled like «مسيّرة»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention


def _marches(chart: Chart) -> Iterator[Mention]:
    """The weapon that stands within the words of a march goes."""
    marches = [m for m in chart.of("act", "not-act") if m.value == "protest" or m.kind == "not-act"]
    for weapon in tuple(chart.kinds.get("weapon", ())):
        if any(m.first <= weapon.first and weapon.last <= m.last for m in marches):
            chart.remove(weapon)
            yield replace(weapon, kind="not-weapon", rule="protests.march", parts=(("weapon", weapon),))


RULES = (Rule("protests.march", "not-weapon", find=_marches, about="مسيرة حاشدة في صعدة"),)
