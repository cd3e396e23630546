"""Search over documents and posts; readings are derived again, so that all of them are in it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the index and what keeps it in step with the readings that go."""
    op.create_table(
        "found",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("post", sa.Integer),
        sa.Column("said", sa.Text, nullable=False),
    )
    op.create_index("ix_found_digest", "found", ["digest"])
    op.create_index("ix_found_said", "found", ["said"])
    op.execute("CREATE VIRTUAL TABLE search USING fts5(title, who, words, tokenize='unicode61 remove_diacritics 2')")
    op.execute(
        "CREATE TRIGGER readings_unsearched AFTER DELETE ON readings BEGIN "
        "DELETE FROM search WHERE rowid IN (SELECT id FROM found WHERE digest = old.digest); "
        "DELETE FROM found WHERE digest = old.digest; END"
    )
    op.execute("DELETE FROM tracings")
    op.execute("DELETE FROM keys")
    op.execute("DELETE FROM readings")


def downgrade() -> None:
    """Drop it."""
    op.execute("DROP TRIGGER readings_unsearched")
    op.execute("DROP TABLE search")
    op.drop_table("found")
