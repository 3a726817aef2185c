"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every table of the first release."""
    _reports()
    _readings()
    _opinions()


def _reports() -> None:
    op.create_table(
        "raw",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, sa.ForeignKey("raw.sha256"), primary_key=True),
        sa.Column("series", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_reports_series", "reports", ["series"])


def _readings() -> None:
    op.create_table(
        "accounts",
        *_account_key(),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["name", "sha256"], ["reports.name", "reports.sha256"]),
    )
    of_account = ["accounts.name", "accounts.sha256", "accounts.reader"]
    op.create_table(
        "events",
        *_account_key(),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("event_type", sa.Text, nullable=False),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["name", "sha256", "reader"], of_account),
    )
    op.create_index("ix_events_start", "events", ["start"])
    op.create_table(
        "claims",
        *_account_key(),
        sa.Column("position", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("event", "property", "value", "stance")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("rule", "body")),
        sa.ForeignKeyConstraint(["name", "sha256", "reader"], of_account),
    )
    op.create_index("ix_claims_property", "claims", ["property"])


def _opinions() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("left", "right", "verdict", "by", "body")),
    )
    op.create_table(
        "incidents",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("founder", sa.Text, nullable=False),
    )
    op.create_table(
        "redirects",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("now", sa.Text, nullable=False),
    )


def _account_key() -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text, primary_key=True) for name in ("name", "sha256", "reader"))


def downgrade() -> None:
    """An empty file."""
    for name in ("redirects", "incidents", "judgements", "claims", "events", "accounts", "reports", "raw"):
        op.drop_table(name)
