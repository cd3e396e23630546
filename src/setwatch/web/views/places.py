"""Filming places as a map and a list show them."""

from dataclasses import dataclass

from setwatch.model import Property, Record
from setwatch.publish import Shelf
from setwatch.web.views.record import ALL_TOLD, Resting, ValueView, value_view
from setwatch.web.views.whereabouts import Spot, spot_of


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place: what the record has of it, and where it lies, if that is known."""

    value: ValueView
    spot: Spot | None


def place_views(record: Record, shelf: Shelf, resting: Resting) -> tuple[PlaceView, ...]:
    """Return the filming places of a record in the order in which they were first said."""
    values = [value for value in record.values if value.property is Property.FILMING_LOCATION]
    ordered = sorted(values, key=lambda v: (str(v.first_said.not_after), v.value))
    return tuple(PlaceView(value_view(v, shelf, resting, ALL_TOLD), spot_of(v.value, v.place_id)) for v in ordered)
