"""Lines of output by the name of their form, for incidents and for accounts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from waqai.claims.model import Account
from waqai.incidents.model import Incident, Link
from waqai.publish import events_jsonl, incidents_jsonl, spreadsheet
from waqai.publish.coded import coded


def incident_lines(form: str, incidents: Sequence[Incident], links: Sequence[Link]) -> Iterator[str]:
    """The incidents as jsonl or csv."""
    if form == "csv":
        return spreadsheet.incident_lines(incidents)
    return incidents_jsonl.lines(incidents, links)


def account_lines(form: str, accounts: Iterable[Account]) -> Iterator[str]:
    """The accounts as coded, jsonl or csv; each is given as soon as it is read."""
    if form == "csv":
        yield from spreadsheet.event_lines(accounts)
        return
    for account in accounts:
        if form == "coded":
            yield json.dumps(coded(account), ensure_ascii=False)
        else:
            yield from events_jsonl.lines(account)
