"""The log of people's decisions, which can only grow; ids remember the events that they were first named for."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_REFUSED = "a decision is never changed or taken out: undo it with a new one"


def upgrade() -> None:
    """A table for the log, and names by what points at an event instead of a hash alone."""
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decisions_no_{change.lower()} BEFORE {change} ON decisions "
                f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
            )
    _founders()


def _founders() -> None:
    with op.batch_alter_table("incidents") as table:
        table.alter_column("founder", new_column_name="founders")
    incidents = sa.table("incidents", sa.column("number", sa.Integer), sa.column("founders", sa.Text))
    connection = op.get_bind()
    for number, content in connection.execute(sa.select(incidents.c.number, incidents.c.founders)).all():
        first = {"report": "", "content": content, "start": 0, "end": 0, "words": ""}
        body = json.dumps({"anchors": [first]}, separators=(",", ":"))
        connection.execute(sa.update(incidents).where(incidents.c.number == number).values(founders=body))
