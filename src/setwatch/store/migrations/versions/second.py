"""Fingerprints of pictures and video."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table of fingerprints."""
    op.create_table(
        "prints",
        sa.Column("digest", sa.String(64), sa.ForeignKey("captures.digest"), primary_key=True),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("print", sa.LargeBinary),
        sa.Column("refused", sa.Text),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("prints")
