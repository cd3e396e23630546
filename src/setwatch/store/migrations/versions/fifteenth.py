"""Which document a reading is of, without a look at the reading."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Create the index."""
    op.create_index("ix_readings_digest_document", "readings", ["digest", "document_id"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_readings_digest_document", "readings")
