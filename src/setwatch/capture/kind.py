"""What bytes are, judged from their content and never from a file's name."""

import codecs
import re

HTML = "text/html"
TEXT = "text/plain"
JSON = "application/json"
FEED_ENTRY = "application/json;profile=feed-entry"
"""An entry of a feed with what names the feed."""

BOM = codecs.BOM_UTF8
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_RECORDS = re.compile(rb'\s*(\{\s*(["}]|$)|\[\s*([\[{\]]|$)|window\.YTD\.)')
_FEED = re.compile(
    rb"(?:\s|<\?[^>]{0,200}>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,200}>)*<(?:[A-Za-z]\w{0,19}:)?(rss|feed|RDF|opml)[\s>]",
    re.DOTALL,
)
_PROLOGUE = re.compile(rb"(?:\s|<\?[^>]{0,200}>|<!--.{0,2000}?-->)*", re.DOTALL)
_TAG = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|main|article|section|header|div|span|p|h[1-6]"
    rb"|blockquote|figure|iframe|a|ul|ol|table)(?:[\s/>]))",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes at the start of a page in which its encoding is looked for; the HTML standard says 1024, pages exceed it."""


def profile(kind: str) -> str:
    """Return the media type of a post of a kind that `platforms.toml` names."""
    return f"{JSON};profile={kind}"


def holds_records(first_line: bytes) -> bool:
    """Whether a file that begins with this line holds JSON records."""
    return _RECORDS.match(first_line.removeprefix(BOM)) is not None


def feed_root(start: bytes) -> str | None:
    """Return the root element of a feed or list of feeds that begins so (`rss`, `feed`, `RDF`, `opml`), or None."""
    root = _FEED.match(start[:_HEAD].removeprefix(BOM))
    return root[1].decode("ascii") if root else None


def media_type(payload: bytes) -> str:
    """Return `text/html` for bytes that begin as a page or a piece of one, else `text/plain`."""
    head = payload[:_HEAD].removeprefix(BOM)
    prologue = _PROLOGUE.match(head)
    return HTML if _TAG.match(head, prologue.end() if prologue else 0) else TEXT


def fault(payload: bytes, charset: str | None = None) -> str | None:
    """Say in one line why these bytes are no document and what to do, or None where they are fine.

    `charset` is the encoding that the transfer named, if it did.
    """
    if not payload.removeprefix(BOM).strip():
        return "is empty; there is nothing to read"
    if payload.startswith(WIDE):
        return "is UTF-16; save it as UTF-8"
    if b"\x00" in payload or payload.startswith(b"%PDF-"):
        return "is binary; give text, HTML or JSON Lines"
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError as error:
        if _decodes(payload, charset) or _declared(payload):
            return None
        return f"is not UTF-8 (byte {error.start}); save it as UTF-8"
    return None


def _declared(payload: bytes) -> bool:
    """Whether this is a page that names the encoding it is in, and is in it."""
    charset = _CHARSET.search(payload[:_HEAD])
    if charset is None or media_type(payload) != HTML:
        return False
    return _decodes(payload, charset[1].decode("ascii"))


def _decodes(payload: bytes, charset: str | None) -> bool:
    try:
        payload.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return False
    return True
