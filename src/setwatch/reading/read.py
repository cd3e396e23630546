"""From a capture to its document, by media type."""

from setwatch.model import Capture, Document


def read(capture: Capture) -> Document:
    """Return the document that `capture` holds. Pure: no clock, no network, no store.

    Raises:
        ValueError: the bytes are not what the media type says; the message says in one line what is wrong.
    """
    return Document(
        document_id=capture.url or f"sha256:{capture.digest}",
        version=capture.digest,
        url=capture.url,
        outlet=None,
        byline=(),
        title=None,
        published=None,
        captured=capture.captured.isoformat(),
        lang="en",
        text=capture.payload.decode("utf-8"),
    )
