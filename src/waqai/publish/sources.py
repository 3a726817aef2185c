"""The independent sources of a record, one a line: how reliable each is, and who says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from waqai.incidents.ratings import LETTERS, Rated
from waqai.publish.safe import safe


def lines(found: Iterable[Rated]) -> Iterator[str]:
    """For people."""
    for one in found:
        acts = f"{one.incidents} incident{'' if one.incidents == 1 else 's'}"
        reports = f"{one.reports} report{'' if one.reports == 1 else 's'}"
        said = f"{one.reliability}, {LETTERS[one.reliability]} ({safe(one.rated_by)})"
        yield f"{safe(one.name)}  {one.kind}  {acts} in {reports}  {said}"


def json_lines(found: Iterable[Rated]) -> Iterator[str]:
    """For programs: the fields of Rated."""
    return (json.dumps(asdict(one), ensure_ascii=False) for one in found)
