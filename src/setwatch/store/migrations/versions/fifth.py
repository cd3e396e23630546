"""Sources that are followed, and what is remembered of hosts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "sources",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("source", sa.LargeBinary, nullable=False),
        sa.Column("schedule", sa.LargeBinary, nullable=False),
        sa.Column("due", sa.Text),
    )
    op.create_index("ix_sources_due", "sources", ["due"])
    op.create_table(
        "hosts",
        sa.Column("host", sa.Text, primary_key=True),
        sa.Column("asked", sa.Text),
        sa.Column("robots", sa.LargeBinary),
    )


def downgrade() -> None:
    """Drop both."""
    op.drop_table("hosts")
    op.drop_table("sources")
