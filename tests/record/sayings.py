"""Dated statements to judge, made in a line each."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from setwatch.model import (
    Claim,
    Copy,
    CopyKind,
    Credit,
    Document,
    Modality,
    Polarity,
    Production,
    Property,
    Reading,
    Record,
    Telling,
    Tracing,
    Value,
    quote,
)
from setwatch.record import record

GLASS = Production("Glass Harbour")
CAPTURED = datetime(2031, 6, 1, tzinfo=UTC)


def claim(value: str, prop: Property = Property.RELEASE_DATE, **more: Any) -> Claim:
    """A plain claim of Glass Harbour; `more` are fields of a claim."""
    plain = Claim(
        production=GLASS.name,
        property=prop,
        value=value,
        modality=Modality.CERTAIN,
        polarity=Polarity.AFFIRMED,
        attribution=None,
        evidence=quote(f"It is {value}.", 6, 6 + len(value)),
    )
    return replace(plain, **more)


def page(
    outlet: str,
    published: str | None,
    *claims: Claim,
    via: str | None = None,
    captured: datetime = CAPTURED,
    version: str | None = None,
) -> Reading:
    """A document of an outlet with its claims, credited to `via` where that is given."""
    address = f"https://{outlet.lower().replace(' ', '')}.example/{published}"
    document = Document(
        document_id=address,
        version=version or f"{outlet} {published}",
        url=address,
        outlet=outlet,
        byline=(),
        title=None,
        published=published,
        captured=captured.isoformat(),
        lang="en",
        text="It is so.",
    )
    credit = (Credit(via, quote("via", 0, 3)),) if via else ()
    return Reading(document, claims, Telling(credits=credit))


def copy_of(original: Reading, copy: Reading) -> Tracing:
    """The finding that one document copies another."""
    ids = original.document.document_id, copy.document.document_id
    return Tracing(copies=(Copy(*ids, CopyKind.VERBATIM, undecided=False, reason="words"),))


def day(text: str) -> datetime:
    """The end of a day."""
    return datetime.fromisoformat(f"{text}T23:59:59+00:00")


def known(pages: list[Reading], on: str | None = None, tracing: Tracing | None = None) -> Record:
    """The record of Glass Harbour as known on a day."""
    return record(pages, tracing or Tracing(), GLASS, day(on) if on else None)


def standings(found: Record, prop: Property = Property.RELEASE_DATE) -> dict[str, str]:
    """The standing of each value of a property."""
    return {value.value: value.standing.value for value in found.values if value.property is prop}


def value_of(found: Record, value: str) -> Value:
    """The value of a record that is spelled so."""
    (match,) = [v for v in found.values if v.value == value]
    return match
