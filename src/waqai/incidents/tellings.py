"""The reported events of accounts, each with where it is told."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from waqai.claims.model import Account
from waqai.incidents.model import Telling


def tellings(accounts: Iterable[Account]) -> tuple[Telling, ...]:
    """Every event of every account, in order; keys are unique as long as report names are."""
    return tuple(telling for account in accounts for telling in _of(account))


def _of(account: Account) -> list[Telling]:
    """The events of one account; `content` stays the same when a newer reader numbers events anew."""
    out = []
    seen: Counter[tuple[int, int]] = Counter()
    for event in account.events:
        span = (event.trigger.start, event.trigger.end)
        mark = f"{account.report}:{span[0]}:{span[1]}:{seen[span]}"
        seen[span] += 1
        content = hashlib.sha256(mark.encode()).hexdigest()
        out.append(
            Telling(
                key=f"{account.name}/{event.id}",
                report=account.name,
                outlet=account.outlet,
                title=account.title,
                published=account.published,
                event=event,
                content=content,
                body=account.report[:16],
            )
        )
    return out
