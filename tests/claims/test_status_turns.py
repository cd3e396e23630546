"""Where a production stands in turns that look like others: ends at a place, orders, other works, stops of buses."""

import pytest

from setwatch.claims.production_status import find
from setwatch.model import Status
from tests.claims.scenes import scene

PLACES = ("Oslo", "Bergen")


def told(text: str, lang: str = "en") -> set[Status]:
    return {claim.value for claim in find(scene(text, lang=lang, places=PLACES)) if isinstance(claim.value, Status)}


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("en", "Harbour Lights has wrapped filming in Oslo.", Status.WRAPPED),
        ("en", "Harbour Lights has wrapped filming in Oslo and moves to Bergen.", Status.FILMING),
        ("en", "Channel Nine has ordered Harbour Lights.", Status.ANNOUNCED),
        ("en", "The studio has taken Harbour Lights off its calendar.", Status.DELAYED),
        ("en", "Harbour Lights was halted in May. It has since resumed.", Status.RESUMED),
        ("es", "Canal Nueve ha renovado Harbour Lights.", Status.ANNOUNCED),
        ("it", "Le riprese di Harbour Lights si concluderanno a fine mese.", Status.WRAPPED),
    ],
)
def test_turns_tell_where_a_production_stands(lang: str, text: str, status: Status) -> None:
    assert status in told(text, lang)


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Lights has two stops of the tour bus.",
        "Another series is being shot there, not far from where the stairs of Harbour Lights are.",
        "Harbour Lights is the last stop of the tour.",
    ],
)
def test_what_is_said_of_other_things_tells_nothing(text: str) -> None:
    assert told(text) == set()
