"""What the record holds as opinion: incidents' names, redirects, judgements. Settling twice is once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from waqai.claims.model import Account
from waqai.incidents.anchors import Anchor
from waqai.incidents.choosing import Choice
from waqai.incidents.identity import Naming, follow
from waqai.incidents.join import Joined, Past, join
from waqai.incidents.model import Judgement
from waqai.record import serial
from waqai.record.database import reading
from waqai.record.log import entries
from waqai.record.store import Record
from waqai.record.tables import incidents, judgements, redirects
from waqai.record.wording import wordings
from waqai.reference.places import Gazetteer

_RULES = "rules"


def settle(
    record: Record,
    gazetteer: Gazetteer,
    choice: Choice = Choice.COMMON,
    accounts: Sequence[Account] | None = None,
) -> Joined:
    """All incidents of the record as it stands; new names and judgements are kept, decisions heeded.

    `accounts` are those of the record, where the caller has them at hand.
    """
    accounts = record.accounts() if accounts is None else accounts
    joined = join(accounts, gazetteer, past(record, accounts), choice)
    with record.engine.begin() as connection:
        _keep_names(connection, joined.naming)
        _keep_judgements(connection, joined.judgements)
    return joined


def current_id(record: Record, name: str) -> str:
    """The id that stands today for this one, which may have been merged into another."""
    with reading(record.engine) as connection:
        return follow(name, _redirects(connection))


def past(record: Record, accounts: Sequence[Account] | None = None) -> Past:
    """What the record knows besides what its reports tell."""
    prints = wordings(record, record.accounts() if accounts is None else accounts)
    with reading(record.engine) as connection:
        query = select(incidents.c.id, incidents.c.founders).order_by(incidents.c.number)
        return Past(
            founders={row.id: serial.load(_Founders, row.founders).anchors for row in connection.execute(query)},
            redirects=_redirects(connection),
            log=entries(connection),
            prints=prints,
        )


@dataclass(frozen=True, slots=True)
class _Founders:
    anchors: tuple[Anchor, ...]


def _redirects(connection: Connection) -> Mapping[str, str]:
    return {row.id: row.now for row in connection.execute(select(redirects.c.id, redirects.c.now))}


def _keep_names(connection: Connection, naming: Naming) -> None:
    query = select(incidents.c.id, incidents.c.founders)
    known = {row.id: row.founders for row in connection.execute(query)}
    wanted = {name: serial.dump(_Founders(first)) for name, first in naming.founders.items()}
    new = [{"id": name, "founders": body} for name, body in wanted.items() if name not in known]
    if new:
        connection.execute(insert(incidents), new)
    for name, body in wanted.items():
        if known.get(name, body) != body:
            connection.execute(update(incidents).where(incidents.c.id == name).values(founders=body))
    if _redirects(connection) != naming.redirects:
        connection.execute(delete(redirects))
        rows = [{"id": old, "now": now} for old, now in sorted(naming.redirects.items())]
        if rows:
            connection.execute(insert(redirects), rows)


def _keep_judgements(connection: Connection, found: Iterable[Judgement]) -> None:
    """The rules' judgements are the found ones; they are written only where they changed."""
    query = select(judgements.c.number, judgements.c.body).where(judgements.c.by == _RULES)
    kept = {row.body: row.number for row in connection.execute(query)}
    wanted = {serial.dump(one): one for one in found}
    gone = [number for body, number in kept.items() if body not in wanted]
    for number in gone:
        connection.execute(delete(judgements).where(judgements.c.number == number))
    new = [_row(one) for body, one in wanted.items() if body not in kept]
    if new:
        connection.execute(insert(judgements), new)


def _row(judgement: Judgement) -> dict[str, str]:
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
        "by": judgement.by,
        "body": serial.dump(judgement),
    }
