"""The titles that documents name."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "named",
        sa.Column("digest", sa.String(64), sa.ForeignKey("captures.digest"), primary_key=True),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("named", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("named")
