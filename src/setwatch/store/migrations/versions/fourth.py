"""An index on the media types of captures: decisions are asked for at every answer, and there are few of them."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the index."""
    op.create_index("ix_captures_media_type", "captures", ["media_type"])


def downgrade() -> None:
    """Drop the index."""
    op.drop_index("ix_captures_media_type", "captures")
