"""Headers that came with captures."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column; what was captured before has none."""
    op.add_column("captures", sa.Column("headers", sa.LargeBinary))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("captures", "headers")
