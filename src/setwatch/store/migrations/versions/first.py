"""The first shape: captures, productions, readings, tracings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "captures",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("captured", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
    )
    op.create_table(
        "productions",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("details", sa.LargeBinary, nullable=False),
        sa.Column("watched", sa.Text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("digest", sa.String(64), sa.ForeignKey("captures.digest"), primary_key=True),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("document_id", sa.Text),
        sa.Column("reading", sa.LargeBinary),
        sa.Column("refused", sa.Text),
    )
    op.create_index("ix_readings_basis", "readings", ["basis"])
    op.create_index("ix_readings_document_id", "readings", ["document_id"])
    op.create_table(
        "tracings",
        sa.Column("inputs", sa.String(64), primary_key=True),
        sa.Column("tracing", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Drop all tables."""
    for table in ("tracings", "readings", "productions", "captures"):
        op.drop_table(table)
