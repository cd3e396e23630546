"""Tracing by parts of homes, and a list of what is unread; what is derived is dropped, and derived again with them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the tables, drop what was derived without them."""
    op.create_table(
        "places",
        sa.Column("document_id", sa.Text, primary_key=True),
        sa.Column("home", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("versions", sa.String(64), nullable=False),
    )
    op.create_index("ix_places_home_at", "places", ["home", "at", "document_id", "versions"])
    op.drop_table("tracings")
    op.create_table(
        "tracings",
        sa.Column("home", sa.Text, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True),
        sa.Column("size", sa.Integer, primary_key=True),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("tracing", sa.LargeBinary, nullable=False),
    )
    op.create_table("unread", sa.Column("digest", sa.String(64), sa.ForeignKey("captures.digest"), primary_key=True))
    op.create_index("ix_prints_basis", "prints", ["basis"])
    op.execute("DELETE FROM keys")
    op.execute("DELETE FROM readings")
    op.execute("DELETE FROM prints")
    op.execute("INSERT INTO unread SELECT digest FROM captures")


def downgrade() -> None:
    """Drop them; tracings as they were before are made again when asked for."""
    op.drop_index("ix_prints_basis", "prints")
    for table in ("unread", "tracings", "places"):
        op.drop_table(table)
    op.create_table(
        "tracings",
        sa.Column("inputs", sa.String(64), primary_key=True),
        sa.Column("tracing", sa.LargeBinary, nullable=False),
    )
