"""Places told with what stands before them: under whose office a force is, and where it is calm again."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.government import step_back, word_at
from waqai.reading.model import Mention

CALM = 6
"""Words from «الهدوء» to the place it came back to."""
UNDER = frozenset("تابعه تابع تابعين تابعتين".split())


def is_calmed(chart: Chart, place: Mention) -> bool:
    """«عاد الهدوء إلى مدينة كذا بعد اشتباكات»: where it was fought until then."""
    return any("هدوء" in token.text for token in chart.tokens[max(0, place.first - CALM) : place.first])


def is_of_force(chart: Chart, place: Mention) -> bool:
    """«قوة تابعة للقيادة العامة», «دورية تابعة لقسم كذا»: under whom a force is, no place of the act."""
    if not place.lead.endswith("ل") or word_at(chart, step_back(chart, place.first)).removeprefix("ال") not in UNDER:
        return False
    return any(
        m.kind in ("actor", "force")
        for i in range(max(0, place.first - 3), place.first - 1)
        for m in chart.starts.get(i, ())
    )
