"""Ledgers of productions, and when what they depend on changed last."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "ledgers",
        sa.Column("production", sa.Text, primary_key=True),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("serial", sa.Integer, nullable=False),
    )
    op.create_table(
        "sheets",
        sa.Column("production", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("sheet", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "ledger_keys",
        sa.Column("production", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
    )
    op.create_index("ix_ledger_keys_key", "ledger_keys", ["key"])
    op.create_table(
        "touched",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("serial", sa.Integer, nullable=False),
    )
    op.create_index("ix_touched_serial", "touched", ["serial"])


def downgrade() -> None:
    """Drop them."""
    for table in ("touched", "ledger_keys", "sheets", "ledgers"):
        op.drop_table(table)
