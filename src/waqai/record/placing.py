"""Where an arrival belongs among the reports: known already, a new version of one, or new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection, and_, select

from waqai.record import serial
from waqai.record.tables import reports
from waqai.reports.intake import Arrival, Ending
from waqai.reports.model import Metadata, Report

_ALIKE = 0.3  # of the pairs of words: two reports of one name that share less are two reports


class Placed(NamedTuple):
    """The arrival under its name in the record, with all that is known of it; its series, version and ending."""

    arrival: Arrival
    ending: Ending
    series: str
    version: int


def place(connection: Connection, arrival: Arrival) -> Placed:
    """Where the arrival belongs.

    The same bytes are the same report under whatever name they come, unless another outlet or another
    address is known of them. The same text at the same address is known, though the page around it changed.
    """
    report = arrival.report
    for name, series, version, kept in _same_bytes(connection, report):
        if _may_be_one(kept.metadata, report.metadata):
            return _known(arrival, series, version, replace(kept, name=name))
    series = arrival.series or report.metadata.url or f"name:{report.name}"
    newest = _newest(connection, series)
    if newest is None:
        return _new(connection, arrival, series)
    version, kept = newest
    if kept.text.split() == report.text.split() and _may_be_one(kept.metadata, report.metadata):
        return _known(arrival, series, version, kept)
    if series.startswith("name:") and not alike(kept.text, report.text):
        return _new(connection, arrival, series)
    changed = replace(report, name=kept.name, metadata=report.metadata.filled(kept.metadata))
    return Placed(replace(arrival, report=changed), Ending.NEW_VERSION, series, version + 1)


def alike(left: str, right: str) -> bool:
    """Whether two texts can be two versions of one article."""
    pairs = [_pairs(text.split()) for text in (left, right)]
    least = min(map(len, pairs))
    return least > 0 and len(pairs[0] & pairs[1]) >= _ALIKE * least


def _pairs(words: list[str]) -> set[tuple[str, ...]]:
    return set(pairwise(words)) if len(words) > 1 else {tuple(words)}


def _known(arrival: Arrival, series: str, version: int, kept: Report) -> Placed:
    filled = replace(kept, metadata=arrival.report.metadata.filled(kept.metadata))
    return Placed(replace(arrival, report=filled), Ending.KNOWN, series, version)


def _new(connection: Connection, arrival: Arrival, series: str) -> Placed:
    """The arrival under a name that no other report has."""
    name, number = arrival.report.name, 1
    while connection.execute(select(reports.c.name).where(reports.c.name == name)).first() is not None:
        number += 1
        name = f"{arrival.report.name} ({number})"
    series = f"name:{name}" if series.startswith("name:") else series
    return Placed(replace(arrival, report=replace(arrival.report, name=name)), Ending.NEW, series, 1)


def _same_bytes(connection: Connection, report: Report) -> Iterator[tuple[str, str, int, Report]]:
    """The reports of these bytes, that of the same name first."""
    query = select(reports).where(reports.c.sha256 == report.id).order_by(reports.c.name != report.name, reports.c.name)
    for row in connection.execute(query):
        yield row.name, row.series, row.version, serial.load(Report, row.body)


def _newest(connection: Connection, series: str) -> tuple[int, Report] | None:
    query = select(reports).where(and_(reports.c.series == series)).order_by(reports.c.version.desc()).limit(1)
    row = connection.execute(query).first()
    return None if row is None else (row.version, serial.load(Report, row.body))


def _may_be_one(kept: Metadata, new: Metadata) -> bool:
    """Whether nothing known of the two says that they are two publications."""
    if kept.url and new.url:
        return kept.url == new.url
    return not (kept.outlet and new.outlet and kept.outlet != new.outlet)
