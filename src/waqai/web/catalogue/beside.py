"""What stands beside the incidents: stated totals against what they count, and days proposed for undated reports."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from waqai.claims.model import Account
from waqai.incidents.join import Joined
from waqai.incidents.proposals import Proposal, proposals
from waqai.incidents.totals import Total, totals
from waqai.record import serial
from waqai.record.opinions import past
from waqai.record.store import Record
from waqai.reference.places import Gazetteer
from waqai.web.catalogue.catalogue import Catalogue

TABLES = """
CREATE TABLE totals(report TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX totals_report ON totals(report);
CREATE TABLE proposals(report TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
"""
_NAMED = 2000  # incidents of one total that are named, the newest; all are counted


@dataclass(frozen=True, slots=True)
class Beside:
    """Every stated total of the record, in order of report, and the best proposal for each undated report."""

    totals: tuple[Total, ...] = ()
    proposals: tuple[Proposal, ...] = ()


def beside(record: Record, accounts: Sequence[Account], joined: Joined, places: Gazetteer) -> Beside:
    """What the record's reports state and lack, held against its incidents."""
    stating = [account for account in accounts if account.tallies]
    if all(account.published for account in accounts):
        return Beside(totals(stating, joined.incidents, places))
    prints = past(record, accounts).prints
    return Beside(totals(stating, joined.incidents, places), proposals(accounts, joined, places, prints))


def add_beside(connection: sqlite3.Connection, made: Beside) -> None:
    """The rows of `TABLES`."""
    counted = ((one.report, serial.dump(replace(one, incidents=one.incidents[-_NAMED:]))) for one in made.totals)
    connection.executemany("INSERT INTO totals VALUES (?,?)", counted)
    rows = ((one.report, serial.dump(one)) for one in made.proposals)
    connection.executemany("INSERT INTO proposals VALUES (?,?)", rows)


def totals_of(catalogue: Catalogue, report: str) -> tuple[Total, ...]:
    """The report's stated totals, as they were when the catalogue was made."""
    rows = catalogue.rows("SELECT body FROM totals WHERE report = ? ORDER BY rowid", (report,))
    return tuple(serial.load(Total, str(body)) for (body,) in rows)


@lru_cache(maxsize=2)
def all_totals(catalogue: Catalogue) -> tuple[Total, ...]:
    """Every stated total of the record, in order of report."""
    rows = catalogue.rows("SELECT body FROM totals ORDER BY rowid")
    return tuple(serial.load(Total, str(body)) for (body,) in rows)


@lru_cache(maxsize=2)
def proposed(catalogue: Catalogue) -> tuple[Proposal, ...]:
    """The days that are proposed for undated reports, in order of report."""
    rows = catalogue.rows("SELECT body FROM proposals ORDER BY report")
    return tuple(serial.load(Proposal, str(body)) for (body,) in rows)
