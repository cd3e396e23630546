"""What a language model returns is accepted only where the document bears it out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from setwatch.model import (
    Analysis,
    Channel,
    Claim,
    Document,
    Modality,
    Polarity,
    Production,
    Property,
    Span,
    Status,
    When,
    days_of,
    fold,
    quote,
)

E = TypeVar("E", bound=StrEnum)

MOST = 500
"""Claims of one reply that are looked at: more than any document makes."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that a model returned and that was not accepted, and why, in one line."""

    returned: str
    reason: str


def accept(
    reply: object, document: Document, analysis: Analysis, watched: tuple[Production, ...], model: str
) -> tuple[tuple[Claim, ...], tuple[Rejection, ...]]:
    """Return the claims in a model's reply that the document bears out, marked with the model's name, and the rest.

    A quote must stand in the document letter by letter, a name must be in it, a date must be one that the document
    names in or beside the quote, a status one of the known ones.
    """
    named = {fold(name): production.name for production in watched for name in production.names}
    claims, rejected = [], []
    for item in _items(reply):
        found = _claim(item, document, analysis, named, model)
        if isinstance(found, Claim):
            claims.append(found)
        else:
            rejected.append(Rejection(str(item)[:200], found))
    return tuple(sorted(dict.fromkeys(claims), key=lambda c: (c.evidence.start, c.property, c.value))), tuple(rejected)


def _items(reply: object) -> Iterator[Mapping[str, Any]]:
    items = reply.get("claims") if isinstance(reply, Mapping) else reply
    for item in items[:MOST] if isinstance(items, list) else []:
        if isinstance(item, Mapping):
            yield item


def _claim(
    item: Mapping[str, Any], document: Document, analysis: Analysis, named: Mapping[str, str], model: str
) -> Claim | str:
    production = named.get(fold(_text(item, "production") or ""))
    words, value = _text(item, "quote"), _text(item, "value")
    prop = _one_of(Property, item, "property")
    modality = _one_of(Modality, item, "modality")
    if production is None or prop is None or modality is None or not value:
        return "names no watched production, no known property, no modality or no value"
    start = document.text.find(words) if words else -1
    if words is None or start < 0:
        return f"quotes what does not stand in {document.document_id}: {words!r}"
    wrong = _unborne(prop, value, Span(start, start + len(words)), document, analysis)
    if wrong is not None:
        return wrong
    return Claim(
        production=production,
        property=prop,
        value=value,
        modality=modality,
        polarity=Polarity.DENIED if item.get("negated") is True else Polarity.AFFIRMED,
        attribution=_in_text(item, "attributed_to", document),
        evidence=quote(document.text, start, start + len(words)),
        when=_one_of(When, item, "when"),
        region=_text(item, "region"),
        channel=_one_of(Channel, item, "channel"),
        date=date if (date := _text(item, "date")) and days_of(date) else None,
        character=_in_text(item, "character", document),
        found_by=model,
    )


def _unborne(prop: Property, value: str, place: Span, document: Document, analysis: Analysis) -> str | None:
    """Say why the document does not bear a value out; None where it does."""
    if prop is Property.PRODUCTION_STATUS:
        return None if value in set(Status) else f"gives no known status: {value!r}"
    if prop is not Property.RELEASE_DATE:
        return None if fold(value) in fold(document.text) else f"makes up a name: {value!r}"
    near = [d.edtf for d in analysis.dates if d.span.start < place.end + BESIDE and place.start - BESIDE < d.span.end]
    return None if any(_same(value, edtf) for edtf in near) else f"makes up a date: {value!r}"


BESIDE = 40
"""Characters around a quote in which its date may stand: quotes are cut short."""


def _same(value: str, edtf: str) -> bool:
    return value == edtf or (edtf.startswith("XXXX-") and value[5:] == edtf[5:])


def _in_text(item: Mapping[str, Any], key: str, document: Document) -> str | None:
    value = _text(item, key)
    return value if value and fold(value) in fold(document.text) else None


def _text(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _one_of(kind: type[E], item: Mapping[str, Any], key: str) -> E | None:
    value = item.get(key)
    return next((member for member in kind if member.value == value), None)
