"""The wording of the record's reports, computed once for each text and each reading of its page furniture."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from zlib import crc32

from sqlalchemy import insert, select

from waqai.claims.model import Account
from waqai.incidents.prints import Print, print_of
from waqai.record.database import reading
from waqai.record.store import Record
from waqai.record.tables import prints

_FEW = 50


def wordings(record: Record, accounts: Iterable[Account]) -> Mapping[str, Print]:
    """The print of each account's report, by the report's name; new ones are kept."""
    keys = {account.name: _key(account) for account in accounts}
    furniture = {account.name: account.furniture for account in accounts}
    with reading(record.engine) as connection:
        known = {row.key: Print(_load(row.starts), _load(row.hashes)) for row in connection.execute(select(prints))}
    missing = {name: key for name, key in keys.items() if key not in known}
    made = {missing[name]: print_of(text, furniture[name]) for name, text in _texts(record, missing)}
    if made:
        rows = [{"key": k, "starts": _dump(one.starts), "hashes": _dump(one.hashes)} for k, one in made.items()]
        with record.engine.begin() as connection:
            kept = set(connection.execute(select(prints.c.key)).scalars())
            new = [row for row in rows if row["key"] not in kept]
            if new:
                connection.execute(insert(prints), new)
    found = known | made
    return {name: found[key] for name, key in keys.items() if key in found}


def _texts(record: Record, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """The newest text under each of the names: one by one where they are few, else all in one go through the record."""
    if len(names) <= _FEW:
        for name in names:
            report = record.report(name)
            if report is not None:
                yield name, report.text
        return
    for name, versions in groupby(record.reports(), key=lambda report: report.name):
        if name in names:
            *_, newest = versions
            yield name, newest.text


def _key(account: Account) -> str:
    """The same for the same bytes with the same stretches set aside."""
    aside = ",".join(f"{one.start}-{one.end}" for one in account.furniture)
    return f"{account.report}:{crc32(aside.encode()):08x}"


def _dump(numbers: Iterable[int]) -> bytes:
    """Four bytes each, the lowest first on every machine."""
    packed = array("I", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _load(packed: bytes) -> tuple[int, ...]:
    numbers = array("I")
    numbers.frombytes(packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return tuple(numbers)
