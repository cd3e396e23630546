"""What the network answered, as captures."""

import io
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from setwatch.capture.charsets import as_utf8
from setwatch.capture.headers import kept_headers
from setwatch.capture.kind import HTML, fault, feed_root, holds_records, media_type
from setwatch.capture.limits import DOCUMENT_BYTES
from setwatch.capture.source import captures_of
from setwatch.model import Answer, Capture, Refusal, take

_HEAD = 4096


def captures_in(answer: Answer) -> Iterator[Capture | Refusal]:
    """Yield a capture for each document in an answer: the page itself, or the entries of a feed, or posts.

    The headers are kept with a capture of the whole body; a part of it, as an entry of a feed, has none of its own.
    """
    for found in _captures_in(answer):
        if isinstance(found, Capture) and found.payload == answer.body:
            yield replace(found, headers=kept_headers(answer.headers))
        else:
            yield found


def _captures_in(answer: Answer) -> Iterator[Capture | Refusal]:
    charset = _charset(answer)
    body = as_utf8(answer.body, charset)
    if feed_root(body[:_HEAD]) is not None or holds_records(body[:_HEAD]):
        yield from captures_of(io.BytesIO(body), answer.fetched, answer.url)
        return
    if len(answer.body) > DOCUMENT_BYTES:
        yield Refusal(answer.url, f"has more than {DOCUMENT_BYTES:,} bytes; one document may not be longer")
    elif (wrong := fault(answer.body, charset)) is not None:
        yield Refusal(answer.url, wrong)
    else:
        kind = media_type(answer.body)
        kind = f"{kind};charset={charset}" if charset and kind == HTML else kind
        yield take(answer.body, kind, answer.fetched, answer.url, answer.url)


def _charset(answer: Answer) -> str | None:
    message = Message()
    message["content-type"] = answer.header("content-type") or ""
    charset = message.get_param("charset")
    return charset if isinstance(charset, str) and charset.isascii() else None
