"""What a total is made of: «135 هجوما، منها 36 على العمر»; the parts of a total are totals too."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.language.fold import fold_word
from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reading.tallies.counts import counted, tally

PARTS_REACH = 40
PARTED = frozenset(fold_word(w) for w in "توزعت منها بينها ضمنها بين".split())
OF_THEM = frozenset(fold_word(w) for w in "منها ومنها بينها وبينها ضمنها".split())
WHERE = frozenset(fold_word(w) for w in "على في ضد".split())
THINGS = ("toponym", "actor", "object", "placeword")


def parts(chart: Chart) -> Iterator[Mention]:
    """«… توزعت على النحو الآتي: 127 غارة على إدلب، 25 على اللاذقية»: the parts of a total are totals too."""
    found = [m for m in chart.kinds.get("tally", ()) if m.rule in ("tallies.total", "tallies.risen")]
    for count, what in counted(chart):
        if any(0 < count.first - m.last <= PARTS_REACH and _broken_down(chart, m.last, count.first) for m in found):
            yield tally("tallies.part", count, what.last, str(what.value), ("what", what))


def _broken_down(chart: Chart, low: int, high: int) -> bool:
    words = {chart.tokens[index].text.removeprefix("و") for index in range(low, high)}
    return bool(words & PARTED) and "." not in words


def shares(chart: Chart) -> Iterator[Mention]:
    """«135 هجوما على القواعد، منها 36 على العمر و17 على كونيكو»: a bare number of the acts just counted."""
    for whole in chart.of("tally"):
        if whole.rule not in ("tallies.total", "tallies.risen"):
            continue
        at = _opening(chart, whole.last)
        while at is not None:
            count = next((m for m in chart.starts.get(at, ()) if m.kind == "count"), None)
            thing = _thing(chart, count) if count is not None else None
            if count is None or thing is None:
                break
            yield tally("tallies.share", count, thing.last, str(getattr(whole.value, "what", "")), ("where", thing))
            at = _joined(chart, thing.last)


def _opening(chart: Chart, low: int) -> int | None:
    """The token behind «منها» in the total's own sentence."""
    for index in range(low, min(low + PARTS_REACH, len(chart.tokens))):
        if chart.tokens[index].text in ".؟!؛" or chart.tokens[index].kind == "newline":
            return None
        if chart.tokens[index].text in OF_THEM:
            return index + 1
    return None


def _thing(chart: Chart, count: Mention) -> Mention | None:
    """What «على», «في» or «ضد» right behind the number leads to."""
    if count.last >= len(chart.tokens) or chart.tokens[count.last].text not in WHERE:
        return None
    rows = [m for m in chart.starts.get(count.last + 1, ()) if m.kind in THINGS]
    return max(rows, key=lambda m: m.last, default=None)


def _joined(chart: Chart, index: int) -> int | None:
    """«و17 على …»: where the next number begins, which is joined with «و»."""
    for at in (index, index + 1):
        if any(m.kind == "count" and m.lead == "و" for m in chart.starts.get(at, ())):
            return at
    return None
