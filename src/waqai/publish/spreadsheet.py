"""CSV for spreadsheets: one row an incident or an event; no cell can run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from waqai.claims.model import Account, ReportedEvent
from waqai.incidents.model import Incident

# What a spreadsheet takes for a formula, in the wide forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNPRINTABLE = dict.fromkeys(range(32), " ") | {0: None, 9: "\t", 10: "\n", 13: "\r"}
Cell = str | int | float | None


def incident_lines(incidents: Iterable[Incident]) -> Iterator[str]:
    """The header and a line for each incident."""
    yield line(_INCIDENT_COLUMNS)
    for one in incidents:
        lat, lon = one.places[0][1:] if one.places else (None, None)
        places = "; ".join(name for name, _, _ in one.places)
        cells: tuple[Cell, ...] = (
            *(one.id, one.start, one.end, one.date_precision, one.event_type, one.sub_event_type),
            *(places, lat, lon, "; ".join(one.initiators), "; ".join(one.targets)),
            *(*one.killed, *one.injured, one.damage, "; ".join(one.outcome)),
            *(len(one.reports), "; ".join(one.reports), "; ".join(d.field for d in one.disagreements)),
        )
        yield line(cells)


def event_lines(accounts: Iterable[Account]) -> Iterator[str]:
    """The header and a line for each reported event."""
    yield line(_EVENT_COLUMNS)
    for account in accounts:
        for event in account.events:
            yield line(_event(account, event))


_INCIDENT_COLUMNS = (
    *("incident", "start", "end", "date_precision", "event_type", "sub_event_type"),
    *("places", "lat", "lon", "initiators", "targets"),
    *("killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high"),
    *("damage", "outcome", "report_count", "reports", "disagreements"),
)
_EVENT_COLUMNS = (
    *("report", "outlet", "published", "event", "background", "trigger", "event_type", "sub_event_type"),
    *("start", "end", "date_precision", "places", "initiators", "targets", "weapons"),
    *("casualties", "damage", "outcome", "sources"),
)


def _event(account: Account, event: ReportedEvent) -> tuple[Cell, ...]:
    when = event.when
    tolls = (f"{t.kind} {t.low}-{'' if t.high is None else t.high} {t.words.text}" for t in event.casualties)
    authors = (f"{p.words.text} ({p.stance.value if p.stance else '?'})" for p in event.initiators)
    return (
        *(
            account.name,
            account.outlet,
            str(account.published or ""),
            event.id,
            str(event.background).lower(),
        ),
        *(event.trigger.text, event.event_type, event.sub_event_type),
        *(str(when.earliest or ""), str(when.latest or ""), when.precision.value),
        "; ".join(place.words.text for place in event.places),
        "; ".join(authors),
        "; ".join(party.words.text for party in event.targets),
        "; ".join(weapon.words.text for weapon in event.weapons),
        "; ".join(tolls),
        event.damage,
        "; ".join(event.outcome),
        "; ".join(f"{voice.words.text} ({voice.stance.value})" for voice in event.voices),
    )


def line(cells: Iterable[Cell]) -> str:
    """One CSV line without its line break; text that looks like a formula has an apostrophe before it."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return out.getvalue().removesuffix("\r\n")


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = cell.translate(_UNPRINTABLE)
    return f"'{text}" if text.lstrip(" \ufeff").startswith(_FORMULA) else text
