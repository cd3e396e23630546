"""Bodies unpacked within bounds: a few bytes that stand for gigabytes are refused before they are written out."""

import zlib

from setwatch.model import FetchError, Trouble

ACCEPTED = "gzip, deflate"
"""What is asked for. Brotli and zstd unpack a thousandfold in one step, and their libraries take no bound."""

_GZIP = zlib.MAX_WBITS | 16
_STEP = 64 * 1024


class Unpacker:
    """Unpacks a body as it comes in, up to `limit` bytes in all."""

    def __init__(self, coding: str, limit: int) -> None:
        """`coding` is the value of Content-Encoding; raises `FetchError` for one that was not asked for."""
        self._coding = coding.strip().lower()
        self._left = limit
        self._limit = limit
        self._inflate: zlib._Decompress | None = None
        if self._coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise FetchError(Trouble.ENCODING, f"is packed as {coding[:40]!r}, which was not asked for")

    def add(self, chunk: bytes) -> bytes:
        """Return what these bytes unpack to.

        Raises:
            FetchError: the whole is longer than the limit, or is not what its coding says.
        """
        if self._coding in ("", "identity"):
            return self._counted(chunk)
        if not chunk:
            return b""
        inflate = self._inflate or self._begin(chunk)
        self._inflate = inflate
        found = []
        try:
            while True:
                found.append(self._counted(inflate.decompress(chunk, _STEP)))
                chunk = inflate.unconsumed_tail
                if inflate.eof or (not chunk and len(found[-1]) < _STEP):
                    return b"".join(found)
        except zlib.error as error:
            raise FetchError(Trouble.ENCODING, f"is faulty {self._coding} ({error})") from error

    def finish(self) -> None:
        """Say that the body is at its end.

        Raises:
            FetchError: it was cut off.
        """
        if self._inflate is not None and not self._inflate.eof:
            raise FetchError(Trouble.ENCODING, f"is cut-off {self._coding}")

    def _begin(self, chunk: bytes) -> "zlib._Decompress":
        if self._coding != "deflate":
            return zlib.decompressobj(_GZIP)
        # RFC 9110 means zlib's wrapper by `deflate`; some servers send the stream without it.
        wrapped = chunk[0] & 0x0F == zlib.DEFLATED and (len(chunk) == 1 or (chunk[0] << 8 | chunk[1]) % 31 == 0)
        return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)

    def _counted(self, found: bytes) -> bytes:
        self._left -= len(found)
        if self._left < 0:
            raise FetchError(Trouble.SIZE, f"has more than {self._limit:,} bytes")
        return found
