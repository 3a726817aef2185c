"""What the record holds as opinion: incidents' names, redirects, judgements. Settling twice is once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from waqai.incidents.identity import Naming, follow
from waqai.incidents.join import Joined, Past, join
from waqai.incidents.model import Judgement
from waqai.record import serial
from waqai.record.database import reading
from waqai.record.store import Record
from waqai.record.tables import incidents, judgements, redirects
from waqai.reference.places import Gazetteer

_RULES = "rules"


def settle(record: Record, gazetteer: Gazetteer) -> Joined:
    """All incidents of the record as it stands; new names and judgements are kept, decisions heeded."""
    with reading(record.engine) as connection:
        past = _past(connection)
    joined = join(record.accounts(), gazetteer, past)
    with record.engine.begin() as connection:
        _keep_names(connection, joined.naming)
        _keep_judgements(connection, joined.judgements)
    return joined


def current_id(record: Record, name: str) -> str:
    """The id that stands today for this one, which may have been merged into another."""
    with reading(record.engine) as connection:
        return follow(name, _redirects(connection))


def decide(record: Record, judgement: Judgement) -> None:
    """A person's judgement is appended to the log; a later one on the same pair supersedes it."""
    if judgement.by == _RULES or judgement.left >= judgement.right:
        raise ValueError("a decision has a person's name, and its pair in order")
    with record.engine.begin() as connection:
        connection.execute(insert(judgements), [_row(judgement)])


def _past(connection: Connection) -> Past:
    founders = connection.execute(select(incidents.c.id, incidents.c.founder).order_by(incidents.c.number))
    mine = select(judgements.c.body).where(judgements.c.by != _RULES).order_by(judgements.c.number)
    return Past(
        founders={row.id: row.founder for row in founders},
        redirects=_redirects(connection),
        decisions=tuple(serial.load(Judgement, body) for body in connection.execute(mine).scalars()),
    )


def _redirects(connection: Connection) -> Mapping[str, str]:
    return {row.id: row.now for row in connection.execute(select(redirects.c.id, redirects.c.now))}


def _keep_names(connection: Connection, naming: Naming) -> None:
    known = set(connection.execute(select(incidents.c.id)).scalars())
    new = [{"id": name, "founder": first} for name, first in naming.founders.items() if name not in known]
    if new:
        connection.execute(insert(incidents), new)
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
