"""Streams that can be read again from their start, and compressed bytes unpacked within bounds."""

import gzip
import tempfile
import zlib
from typing import BinaryIO, cast

from setwatch.capture.limits import WHOLE_BYTES

GZIP = b"\x1f\x8b"
_CHUNK = 1024 * 1024


def unpacked(stream: BinaryIO, limit: int = WHOLE_BYTES) -> bytes:
    """Return the bytes of a gzip stream, at most `limit` and one more, so that the caller sees that there are more.

    Raises:
        ValueError: the stream is cut off or faulty.
    """
    try:
        with gzip.open(stream) as inside:
            return inside.read(limit + 1)
    except (EOFError, zlib.error, OSError) as error:
        raise ValueError(f"is a cut-off or faulty gzip file ({error})") from error


def seekable(stream: BinaryIO) -> BinaryIO:
    """Return `stream`, or for a pipe, which can be read only once, its bytes; many are laid on disk for the time."""
    if stream.seekable():
        return stream
    spool = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=WHOLE_BYTES))  # noqa: SIM115 (it goes with its last reader)
    while chunk := stream.read(_CHUNK):
        spool.write(chunk)
    spool.seek(0)
    return spool
