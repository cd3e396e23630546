"""A record of one document: a JSON object with `text`.

`url`, `lang`, `published`, `title`, `outlet` and `byline` are taken from it where they are there.
"""

import json
from typing import Any

from setwatch.model import Capture, Document, days_of
from setwatch.reading.text import document_of


def read_record(capture: Capture) -> Document:
    """Return the document of a JSON record. A `published` that is no EDTF counts as absent.

    Raises:
        ValueError: no JSON, no object, or an object without a `text`.
    """
    try:
        record = json.loads(capture.payload)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"no JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError("no document: a JSON object with a `text` is asked for")
    return document_of(
        capture,
        record["text"].encode("utf-8", "replace").decode("utf-8"),
        url=_text(record, "url"),
        lang=_text(record, "lang"),
        published=_edtf(_text(record, "published")),
        title=_text(record, "title"),
        outlet=_text(record, "outlet"),
        byline=_names(record.get("byline")),
    )


def _text(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return (value.strip() or None) if isinstance(value, str) else None


def _names(value: object) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list):
        return ()
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _edtf(value: str | None) -> str | None:
    """The date of an EDTF text or of an ISO 8601 time, to the day."""
    for text in (value[:10], value) if value else ():
        if text and days_of(text):
            return text
    return None
