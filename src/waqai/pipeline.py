"""The stages in order: a report is read, its events and claims drawn up, or the failure is kept with its reason."""

from __future__ import annotations

from waqai.claims.account import account
from waqai.claims.model import Account
from waqai.reports.model import Report


class ReadingError(Exception):
    """One report could not be read; the others are not touched."""


def read_report(report: Report) -> Account:
    """Everything read from the report; any failure inside becomes a ReadingError that names it."""
    try:
        return account(report)
    except Exception as error:  # the one boundary of the design: one report never stops the others
        raise ReadingError(f"{report.name}: the reader failed ({type(error).__name__}: {error})") from error
