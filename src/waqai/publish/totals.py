"""Stated totals against the record, as lines for the terminal and one a line for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rich.text import Text

from waqai.incidents.totals import Total
from waqai.publish.safe import safe

_SHOWN = 8


def lines(found: Iterable[Total]) -> Iterator[Text]:
    """What each report states, quoted; under it what the record counts, which incidents, and what it lacks."""
    for total in found:
        about = "about " if total.tally.approximate else ""
        yield Text(f"{total.report}: «{safe(total.tally.words.text)}»", style="bold")
        yield Text(f"  states {about}{total.tally.count}, the record holds {total.recorded}: {safe(total.scope)}")
        if total.missing:
            yield Text(f"  {total.missing} are not in the record", style="yellow")
        for start in range(0, min(len(total.incidents), 4 * _SHOWN), _SHOWN):
            yield Text(f"    {' '.join(total.incidents[start : start + _SHOWN])}", style="dim")


def json_lines(found: Iterable[Total]) -> Iterator[str]:
    """One total a line."""
    for total in found:
        yield json.dumps(row(total), ensure_ascii=False)


def row(total: Total) -> dict[str, Any]:
    """The total as one JSON object."""
    said = total.tally
    return {
        "report": total.report,
        "text": said.words.text,
        "start": said.words.start,
        "end": said.words.end,
        "stated": said.count,
        "approximate": said.approximate,
        "what": said.what,
        "place": said.place,
        "since": said.since.isoformat() if said.since else None,
        "until": said.until.isoformat() if said.until else None,
        "by": list(said.by),
        "against": list(said.against),
        "scope": total.scope,
        "recorded": total.recorded,
        "missing": total.missing,
        "incidents": list(total.incidents),
    }
