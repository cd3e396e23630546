"""How much is taken in at once. What is larger is refused with a line that says so; memory stays within them."""

DOCUMENT_BYTES = 8 * 1024 * 1024
"""Bytes that one page, text or record may have: far more than any article, little enough to be read in bounded time.

A file of records or an archive may be of any length: it is read record by record.
"""

WHOLE_BYTES = 64 * 1024 * 1024
"""Bytes of a file that can be read only as a whole: a JSON array, an account export, what a compressed file holds.

Parsed JSON takes some ten times its bytes, so this keeps an `add` under a gigabyte.
"""

MEDIA_BYTES = 256 * 1024 * 1024
"""Bytes of a picture or video: a quarter of an hour as platforms deliver it."""

PARTS = 100_000
"""Members of one archive and records of one JSON array that are looked at: more is a bomb or wants splitting."""
