"""The tables, in SQL that SQLite and PostgreSQL share."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()

CAPTURES = Table(
    "captures",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("payload", LargeBinary, nullable=False),
    Column("media_type", Text, nullable=False, index=True),
    Column("url", Text),
    Column("captured", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("headers", LargeBinary),
)
"""Bytes as they came in; never changed. `captured` is ISO 8601 in UTC, `headers` JSON: pairs of name and value."""

PRODUCTIONS = Table(
    "productions",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("details", LargeBinary, nullable=False),
    Column("watched", Text, nullable=False),
)
"""What is watched, and since when; `details` is the production as JSON."""

READINGS = Table(
    "readings",
    METADATA,
    Column("digest", String(64), ForeignKey("captures.digest"), primary_key=True),
    Column("basis", Text, nullable=False, index=True),
    Column("document_id", Text, index=True),
    Column("reading", LargeBinary),
    Column("refused", Text),
    Index("ix_readings_digest_document", "digest", "document_id"),
)
"""Derived: the reading of a capture as JSON, or why it could not be read; `basis` names watch list and rules."""

PLACES = Table(
    "places",
    METADATA,
    Column("document_id", Text, primary_key=True),
    Column("home", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("versions", String(64), nullable=False),
    Index("ix_places_home_at", "home", "at", "document_id", "versions"),
)
"""Derived: where each document is traced, and a digest of its versions; `at` grows with its date."""

TRACINGS = Table(
    "tracings",
    METADATA,
    Column("home", Text, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("size", Integer, primary_key=True),
    Column("inputs", String(64), nullable=False),
    Column("tracing", LargeBinary, nullable=False),
)
"""Derived: the tracing of a part of a home as JSON, under a digest of what it was made from."""

NAMED = Table(
    "named",
    METADATA,
    Column("digest", String(64), ForeignKey("captures.digest"), primary_key=True),
    Column("basis", Text, nullable=False),
    Column("named", LargeBinary, nullable=False),
)
"""Derived: the titles that a document names, watched or not, as MessagePack; `basis` names how they were found."""

UNREAD = Table(
    "unread",
    METADATA,
    Column("digest", String(64), ForeignKey("captures.digest"), primary_key=True),
)
"""Captures that nothing was derived from yet, neither a reading nor a fingerprint."""

PRINTS = Table(
    "prints",
    METADATA,
    Column("digest", String(64), ForeignKey("captures.digest"), primary_key=True),
    Column("basis", Text, nullable=False, index=True),
    Column("print", LargeBinary),
    Column("refused", Text),
)
"""Derived: the fingerprint of a picture or video as MessagePack, or why there is none; `basis` names its version."""

KEYS = Table(
    "keys",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("digest", String(64), ForeignKey("readings.digest", ondelete="CASCADE"), primary_key=True, index=True),
)
"""Derived: what each reading is asked for by; see `keys.py`."""

FOUND = Table(
    "found",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, index=True),
    Column("post", Integer),
    Column("said", Text, nullable=False, index=True),
)
"""Derived: the rows of the search (`search.py`): a document (no post) or one of its posts, and when it was said."""

LEDGERS = Table(
    "ledgers",
    METADATA,
    Column("production", Text, primary_key=True),
    Column("basis", Text, nullable=False),
    Column("inputs", String(64), nullable=False),
    Column("serial", Integer, nullable=False),
)
"""Derived: of which productions there is a ledger (`ledgers.py`), a digest of what it was made from, and when."""

SHEETS = Table(
    "sheets",
    METADATA,
    Column("production", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("inputs", String(64), nullable=False),
    Column("sheet", LargeBinary, nullable=False),
)
"""Derived: the sheets of ledgers as JSON, each under the digest of what its ledger was made from."""

LEDGER_KEYS = Table(
    "ledger_keys",
    METADATA,
    Column("production", Text, primary_key=True),
    Column("key", Text, primary_key=True, index=True),
)
"""Derived: the keys that a ledger depends on, and the ids of the footage in it."""

TOUCHED = Table(
    "touched",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("serial", Integer, nullable=False, index=True),
)
"""When what a key stands for changed last; the serial grows from transaction to transaction."""

BOARD = Table(
    "board",
    METADATA,
    Column("production", Text, primary_key=True),
    Column("list", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("subject", Text),
    Column("about", Text),
    Column("standing", Text),
    Column("said", Text, nullable=False),
    Column("captured", Text, nullable=False),
    Column("entry", LargeBinary, nullable=False),
    Index("ix_board_said", "list", "said"),
    Index("ix_board_captured", "list", "captured"),
    Index("ix_board_subject", "subject", "list", "said"),
)
"""Derived: what ledgers say that is asked for over all productions (`board.py`), an entry as JSON in each row.

`said` and `captured` are ISO 8601 in UTC with microseconds, so that texts compare as times do.
"""

SOURCES = Table(
    "sources",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("host", Text, nullable=False),
    Column("source", LargeBinary, nullable=False),
    Column("schedule", LargeBinary, nullable=False),
    Column("due", Text, index=True),
)
"""What is followed, and when it is asked next; `due` is ISO 8601 in UTC, NULL for what is asked no more."""

HOSTS = Table(
    "hosts",
    METADATA,
    Column("host", Text, primary_key=True),
    Column("asked", Text),
    Column("robots", LargeBinary),
)
"""When a host was last asked (ISO 8601 in UTC), by its name; and what it answered for robots.txt, by its origin."""

TOKENS = Table(
    "tokens",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("made", Text, nullable=False),
    Column("writes", Boolean, nullable=False),
)
"""Who may use the API from elsewhere, and who may write; `digest` is the SHA-256 of the token."""

TARGETS = Table(
    "targets",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("means", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("secret", Text),
    Column("rule", LargeBinary, nullable=False),
    Column("since", Text, nullable=False),
)
"""Who is told of changes, and of which; `rule` is JSON. `address` and `secret` are secrets."""

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("target", Text, ForeignKey("targets.name", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("message", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Text, nullable=False),
    Column("error", Text),
    Index("ix_outbox_due", "state", "due"),
)
"""What is told to whom: kept before it is sent, marked after; `key` is the id of the change. `due` is ISO 8601, UTC."""

SETTINGS = Table(
    "settings",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Rules that hold for the whole store, by their names; see `setwatch.model.Setting`."""

SUBSCRIPTIONS = Table(
    "subscriptions",
    METADATA,
    Column("token", Text, primary_key=True),
    Column("source", Text, nullable=False, unique=True),
    Column("topic", Text, nullable=False),
    Column("hub", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("asked", Text),
    Column("until", Text),
    Column("refused", Text),
)
"""Feeds whose news hubs push; `token` and `secret` are secrets, times are ISO 8601 in UTC."""
