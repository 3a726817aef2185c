"""Reported events one a line, every value with its quoted words, their span and the rule that read them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from waqai.claims.model import Account
from waqai.record.serial import plain


def lines(account: Account) -> Iterator[str]:
    """One JSON object for each event of the account."""
    published = account.published.isoformat() if account.published else None
    about = {"report": account.name, "outlet": account.outlet, "published": published}
    for event in account.events:
        yield json.dumps({**about, "event": plain(event)}, ensure_ascii=False)
