"""What was not read is held; what was taken in is in a ledger; raw bytes and ledger cannot be altered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from waqai.record.ledger import enter

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_FIXED = ("raw", "ledger")


def upgrade() -> None:
    """Tables `held` and `ledger`, and the triggers that keep evidence as it is."""
    op.create_table(
        "held",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("sha256", sa.Text, sa.ForeignKey("raw.sha256")),
        sa.Column("ending", sa.Text, nullable=False),
        sa.Column("done", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "ledger",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("chain", sa.Text, nullable=False),
    )
    known = op.get_bind().execute(sa.text("SELECT name, sha256, body FROM reports ORDER BY name, version")).all()
    for row in known:
        enter(op.get_bind(), "report", row.name, row.sha256, row.body)
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in _FIXED:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is evidence: it is never altered'); END"
            )


def downgrade() -> None:
    """The first schema."""
    for table in _FIXED:
        for act in ("update", "delete"):
            op.execute(f"DROP TRIGGER {table}_no_{act}")
    op.drop_table("ledger")
    op.drop_table("held")
