"""The board, and the keys of outlets; the keys of readings that are there are made from their JSON."""

import sqlalchemy as sa
from alembic import op

from setwatch.model import fold

revision = "0012"
down_revision = "0011"

BATCH = 1000
OUTLETS = """
SELECT digest, json_extract(CAST(reading AS TEXT), '$.document.outlet') FROM readings WHERE reading IS NOT NULL
"""


def upgrade() -> None:
    """Create the table, and write by which outlet each reading is."""
    op.create_table(
        "board",
        sa.Column("production", sa.Text, primary_key=True),
        sa.Column("list", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("subject", sa.Text),
        sa.Column("about", sa.Text),
        sa.Column("standing", sa.Text),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("captured", sa.Text, nullable=False),
        sa.Column("entry", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_board_said", "board", ["list", "said"])
    op.create_index("ix_board_captured", "board", ["list", "captured"])
    op.create_index("ix_board_subject", "board", ["subject", "list", "said"])
    connection = op.get_bind()
    rows = connection.execute(sa.text(OUTLETS)).all()
    keys = [{"key": f"by {fold(named)}", "digest": digest} for digest, named in rows if named]
    for start in range(0, len(keys), BATCH):
        statement = sa.text("INSERT OR IGNORE INTO keys (key, digest) VALUES (:key, :digest)")
        connection.execute(statement, keys[start : start + BATCH])


def downgrade() -> None:
    """Drop both."""
    op.execute("DELETE FROM keys WHERE key LIKE 'by %'")
    op.drop_table("board")
