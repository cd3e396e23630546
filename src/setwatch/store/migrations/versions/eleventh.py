"""Subscriptions at hubs."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "subscriptions",
        sa.Column("token", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, nullable=False, unique=True),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("hub", sa.Text, nullable=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("asked", sa.Text),
        sa.Column("until", sa.Text),
        sa.Column("refused", sa.Text),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("subscriptions")
