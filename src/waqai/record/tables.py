"""The tables of the record. `migrations/` makes them; a test holds the two together."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

raw = Table(
    "raw",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, ForeignKey("raw.sha256"), primary_key=True),
    Column("series", Text, nullable=False, index=True),  # the article: its address, or its name
    Column("version", Integer, nullable=False),  # within the series, from 1
    Column("body", Text, nullable=False),  # the Report with its text
)

held = Table(
    "held",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False, unique=True),  # the hash of the bytes; name and reason where there are none
    Column("sha256", Text, ForeignKey("raw.sha256")),
    Column("ending", Text, nullable=False),  # set aside, or quarantined
    Column("done", Text),  # what became of it later
    Column("body", Text, nullable=False),  # the Holding
)

ledger = Table(
    "ledger",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("entry", Text, nullable=False),  # the Entry: what was taken in, when, with which hash
    Column("chain", Text, nullable=False),  # the SHA-256 of the chain before and this entry
)

accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("reading", Integer, nullable=False),  # 1 for the first reader of this report, 2 for the next ...
    Column("body", Text, nullable=False),  # the Account without its events and claims
    ForeignKeyConstraint(["name", "sha256"], ["reports.name", "reports.sha256"]),
)

_OF_ACCOUNT = ["accounts.name", "accounts.sha256", "accounts.reader"]

events = Table(
    "events",
    metadata,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("start", Text, index=True),
    Column("end", Text),
    Column("body", Text, nullable=False),
    ForeignKeyConstraint(["name", "sha256", "reader"], _OF_ACCOUNT),
)

claims = Table(
    "claims",
    metadata,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("event", Text, nullable=False),
    Column("property", Text, nullable=False, index=True),
    Column("value", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("body", Text, nullable=False),
    ForeignKeyConstraint(["name", "sha256", "reader"], _OF_ACCOUNT),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # the log's order
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("body", Text, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # age: the older name stays
    Column("id", Text, nullable=False, unique=True),
    Column("founders", Text, nullable=False),  # what points at the events it was first named for
)

redirects = Table(
    "redirects",
    metadata,
    Column("id", Text, primary_key=True),
    Column("now", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # the log's order
    Column("act", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),  # the Decision
)

prints = Table(
    "prints",
    metadata,
    Column("key", Text, primary_key=True),  # the bytes of the report, and what of its page was set aside
    Column("starts", LargeBinary, nullable=False),
    Column("hashes", LargeBinary, nullable=False),
)

watched = Table(
    "watched",
    metadata,
    Column("address", Text, primary_key=True),
    Column("body", Text, nullable=False),  # the Watched: when it was had, when it is due, what went wrong
)
