"""The wording of reports, kept so that it need not be computed each time incidents are asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Table `prints`; it can be emptied at any time."""
    op.create_table(
        "prints",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("starts", sa.LargeBinary, nullable=False),
        sa.Column("hashes", sa.LargeBinary, nullable=False),
    )
