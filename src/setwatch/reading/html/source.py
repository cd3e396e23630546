"""From bytes to a tree, in bounded time and memory."""

from selectolax.lexbor import LexborHTMLParser


def parse_page(payload: bytes) -> LexborHTMLParser:
    """Return the tree of a page: UTF-8 if it is that, else as its byte order mark or meta element says.

    Bytes that are wrong in that encoding become U+FFFD.
    """
    try:
        payload.decode()
    except UnicodeDecodeError:
        return LexborHTMLParser(payload, encoding=True)
    return LexborHTMLParser(payload)
