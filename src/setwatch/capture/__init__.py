"""Captures: bytes in from files, folders and streams."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.capture.answers import captures_in
    from setwatch.capture.archive import write_warc
    from setwatch.capture.charsets import as_utf8
    from setwatch.capture.kind import feed_root
    from setwatch.capture.limits import DOCUMENT_BYTES
    from setwatch.capture.media import noted_address
    from setwatch.capture.seen import unseen
    from setwatch.capture.source import captures_of

__all__ = [
    "DOCUMENT_BYTES",
    "as_utf8",
    "captures_in",
    "captures_of",
    "feed_root",
    "noted_address",
    "unseen",
    "write_warc",
]

# Imported when first used: most commands answer without it.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "answers": ["captures_in"],
        "archive": ["write_warc"],
        "charsets": ["as_utf8"],
        "kind": ["feed_root"],
        "limits": ["DOCUMENT_BYTES"],
        "media": ["noted_address"],
        "seen": ["unseen"],
        "source": ["captures_of"],
    },
)
