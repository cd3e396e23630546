"""JSON: lines, one value over several lines, and the account exports that are scripts."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, Protocol

from setwatch.capture.feeds import JSON_FEED, json_feed_entries
from setwatch.capture.kind import BOM, JSON, profile
from setwatch.capture.limits import DOCUMENT_BYTES, PARTS
from setwatch.capture.platforms import Part, parts_of, payload_of
from setwatch.model import Capture, Decision, Refusal, decision_payload, is_decision, take

_SCRIPT = re.compile(rb"\s*window\.YTD\.\w+\.part\d+\s*=\s*")
"""How files of an X account export begin (`data/tweets.js`)."""


class Lines(Protocol):
    """What bytes are read from, line by line."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or its first `size` bytes; nothing at the end."""


def lines(stream: Lines) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1, None for one longer than `DOCUMENT_BYTES`; keeps one in memory."""
    number = 0
    while line := stream.readline(DOCUMENT_BYTES + 1):
        number += 1
        if len(line) <= DOCUMENT_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(DOCUMENT_BYTES)
        yield number, None


def records(stream: Lines, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield captures or a refusal for each line that is not blank; `#4` after `origin` is the fourth line."""
    for number, line in lines(stream):
        place = f"{origin}#{number}"
        if line is None:
            yield Refusal(place, f"has more than {DOCUMENT_BYTES:,} bytes; one record may not be longer")
        elif line.removeprefix(BOM).strip():
            yield from captures_in(line.removeprefix(BOM).strip(), captured, place)


def captures_in(payload: bytes, captured: datetime, origin: str) -> Iterator[Capture | Refusal]:
    """Yield the captures in one JSON value, or a refusal that says what is wrong.

    A record with a `text` of its own is one capture of its very bytes, a decision one of its own keys; a post of a
    platform or tool is one of the kind that it is; what holds many gives one for each, `!4` after `origin` being the
    fourth.
    """
    script = _SCRIPT.match(payload)
    found = parse(payload[script.end() :] if script else payload, origin)
    if isinstance(found, Refusal):
        yield found
        return
    if isinstance(found, dict) and str(found.get("version", "")).startswith(JSON_FEED):
        yield from json_feed_entries(found, captured, origin)
        return
    if decisions := _decisions(found):
        for number, row in enumerate(decisions, 1):
            yield _decision(row, captured, _place(origin, number, len(decisions)))
        return
    parts = list(islice(parts_of(found), PARTS))
    for number, part in enumerate(parts, 1):
        yield _post(part, payload if part.value is found else None, captured, _place(origin, number, len(parts)))
    if not parts:
        yield _record(found, payload, captured, origin)


def _decisions(found: Any) -> list[dict[str, Any]]:
    """Return the decisions that a value is, or is a list of."""
    rows = found if isinstance(found, list) else [found]
    return list(islice(filter(is_decision, rows), PARTS)) if all(map(is_decision, rows)) else []


def _decision(row: dict[str, Any], captured: datetime, origin: str) -> Capture | Refusal:
    try:
        return take(decision_payload(row), Decision.MEDIA_TYPE, captured, None, origin)
    except ValueError:
        return Refusal(origin, "has half a surrogate pair, which is no character; write the decision anew as UTF-8")


def _place(origin: str, number: int, count: int) -> str:
    return origin if count == 1 else f"{origin}!{number}"


def _post(part: Part, payload: bytes | None, captured: datetime, origin: str) -> Capture | Refusal:
    payload = payload or payload_of(part)
    if len(payload) > DOCUMENT_BYTES:
        return Refusal(origin, f"has more than {DOCUMENT_BYTES:,} bytes; one record may not be longer")
    return take(payload, profile(part.kind), captured, None, origin)


def parse(payload: bytes, origin: str) -> Any:
    """Return the JSON value of `payload`, or a refusal that says in one line why it is none."""
    try:
        return json.loads(payload.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Refusal(origin, f"is not UTF-8 (byte {error.start}); save it as UTF-8")
    except json.JSONDecodeError as error:
        return Refusal(
            origin, f"is faulty or cut-off JSON ({error.msg}, character {error.pos}); write one whole record a line"
        )
    except (ValueError, RecursionError):
        return Refusal(origin, "is JSON with too large a number or too deep; write a flat record with `text`")


def _record(found: Any, payload: bytes, captured: datetime, origin: str) -> Capture | Refusal:
    if isinstance(found, dict) and isinstance(found.get("errors"), list):
        return Refusal(origin, f"is a platform's reply that it failed ({_told(found['errors'])})")
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return Refusal(origin, "is JSON without a `text`; give each record its words as `text`")
    text, url = found["text"], found.get("url")
    if not text.strip():
        return Refusal(origin, "has an empty `text`; there is nothing to read")
    if url is not None and not isinstance(url, str):
        return Refusal(origin, "has a `url` that is not a string; give an address or leave it out")
    if not _storable(text) or not _storable(url or ""):
        return Refusal(origin, "has half a surrogate pair, which is no character; write the record anew as UTF-8")
    return take(payload, JSON, captured, url, origin)


def _told(errors: list[Any]) -> str:
    first = errors[0] if errors else ""
    told = first.get("message") or first.get("detail") or first.get("title") if isinstance(first, dict) else first
    return " ".join(str(told or "no reason given").split())[:160]


def _storable(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)
