"""Changes as pages show them: was this, now that, because of these words."""

from dataclasses import dataclass
from datetime import datetime

from setwatch.model import Change, Property
from setwatch.publish import Shelf
from setwatch.publish.dates import spoken
from setwatch.publish.words import CHANNEL, PROPERTY
from setwatch.web.views.quotes import Quote, quote_statement


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change of a production's record."""

    production: str
    name: str
    key: str
    marks: str
    before: str | None
    after: str | None
    said: datetime
    quote: Quote


def change_view(change: Change, shelf: Shelf) -> ChangeView:
    """Return a change with the sentence that it stands on."""
    marks = [
        f"season {change.season}" if change.season is not None else "",
        change.region or "",
        CHANNEL[change.channel] if change.channel and change.channel != "theatrical" else "",
    ]
    return ChangeView(
        change.production,
        PROPERTY[change.property],
        change.property.value,
        ", ".join(mark for mark in marks if mark),
        _named(change.property, change.before),
        _named(change.property, change.after),
        change.said,
        quote_statement(change.because, shelf),
    )


def _named(prop: Property, value: str | None) -> str | None:
    if value is None:
        return None
    if prop is Property.RELEASE_DATE:
        return spoken(value)
    return value.replace("_", " ") if prop is Property.PRODUCTION_STATUS else value
