"""An index from productions and addresses to readings; what is derived is dropped, and derived again with it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the index, drop what was derived without it."""
    op.create_table(
        "keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("digest", sa.String(64), sa.ForeignKey("readings.digest", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_keys_digest", "keys", ["digest"])
    op.execute("DELETE FROM tracings")
    op.execute("DELETE FROM readings")


def downgrade() -> None:
    """Drop the index."""
    op.drop_table("keys")
