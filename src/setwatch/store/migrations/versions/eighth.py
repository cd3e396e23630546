"""Tokens of the API, targets of alerts, and what is on its way to them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "tokens",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("made", sa.Text, nullable=False),
        sa.Column("writes", sa.Boolean, nullable=False),
    )
    op.create_table(
        "targets",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("means", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("secret", sa.Text),
        sa.Column("rule", sa.LargeBinary, nullable=False),
        sa.Column("since", sa.Text, nullable=False),
    )
    op.create_table(
        "outbox",
        sa.Column("target", sa.Text, sa.ForeignKey("targets.name", ondelete="CASCADE"), primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("message", sa.LargeBinary, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("error", sa.Text),
    )
    op.create_index("ix_outbox_due", "outbox", ["state", "due"])


def downgrade() -> None:
    """Drop them."""
    for table in ("outbox", "targets", "tokens"):
        op.drop_table(table)
