"""The check at the store's door: nothing without evidence."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from setwatch.model import Evidence, Reading
from setwatch.store.errors import EvidenceError


def check(reading: Reading) -> None:
    """Raise `EvidenceError` for the first evidence anywhere in `reading` that does not stand in its document's text."""
    document = reading.document
    for evidence in _all(reading):
        if not evidence.stands_in(document.text):
            raise EvidenceError(evidence, document.document_id)


def _all(part: object) -> Iterator[Evidence]:
    """All evidence in a reading, found by its type, so that a new part of the model is checked as well."""
    if isinstance(part, Evidence):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _all(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _all(getattr(part, field.name))
