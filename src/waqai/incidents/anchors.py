"""An event pointed at so that a newer reader's event is found again: by its words in the report, not by its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waqai.incidents.model import Telling


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an event stands: its report, the place and words of its trigger there, and which part of it is meant.

    `content` (Telling.content) is the same as long as bytes and trigger are, `body` (Telling.body) as long as bytes.
    """

    report: str
    content: str
    start: int
    end: int
    words: str
    part: int = 1
    body: str = ""


def anchor(telling: Telling) -> Anchor:
    """What points at this telling."""
    trigger = telling.event.trigger
    return Anchor(
        telling.report, telling.content, trigger.start, trigger.end, trigger.text, telling.part[0], telling.body
    )


class Finder:
    """Finds the tellings of today that anchors of any day point at."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._by_report: dict[str, list[Telling]] = {}
        self._by_content: dict[str, str] = {}
        for telling in tellings:
            self._by_report.setdefault(telling.report, []).append(telling)
            self._by_content[telling.content] = telling.key

    def find(self, anchor: Anchor) -> str | None:
        """The key of its event; None where no event of the report is told by those words any more."""
        known = self._by_content.get(anchor.content)
        if known is not None:
            return known
        here = self._by_report.get(anchor.report, ())
        ranked = ((_likeness(telling, anchor), -number, telling.key) for number, telling in enumerate(here))
        best = max(ranked, default=None)
        return best[2] if best is not None and best[0] > 0 else None


def found(anchors: Iterable[Anchor], finder: Finder) -> Mapping[Anchor, str]:
    """Those of the anchors whose event is still told, each with its key."""
    keys = ((one, finder.find(one)) for one in anchors)
    return {one: key for one, key in keys if key is not None}


def _likeness(telling: Telling, anchor: Anchor) -> int:
    """How surely the telling is what the anchor points at; 0: it is not."""
    trigger = telling.event.trigger
    # The words alone count only where the text around them moved: a changed version of the report.
    alike = trigger.text == anchor.words and telling.body != anchor.body
    here = _meet(trigger.start, trigger.end, anchor)
    again = any(_meet(one.start, one.end, anchor) for one in telling.event.mentions)
    same_part = telling.part[0] == anchor.part
    return (8 * here + 4 * again + 2 * alike) * 2 + same_part if here or again or alike else 0


def _meet(start: int, end: int, anchor: Anchor) -> bool:
    return start < anchor.end and anchor.start < end
