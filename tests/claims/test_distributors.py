"""Who brings films out that do not exist, and whose name is there for another reason."""

import json
from datetime import UTC, datetime

import pytest

from setwatch.claims.distributor import find
from setwatch.desk import read_capture
from setwatch.model import Kind, Production, Property, take
from tests.claims.scenes import scene

PEOPLE = ("Ada Quill",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paramount has moved Harbour Lights to the autumn.", ["Paramount"]),
        ("Sony Pictures Classics will release Harbour Lights.", ["Sony Pictures Classics"]),
        ("The makers of Harbour Lights met Ada Quill of Sony Pictures Classics and others.", []),
    ],
)
def test_a_studio_is_the_distributor_unless_somebody_only_works_there(text: str, expected: list[str]) -> None:
    assert [claim.value for claim in find(scene(text, people=PEOPLE))] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "“Harbour Lights” will be released in April 2031 on Netflix.", ["Netflix"]),
        ("fr", "« Harbour Lights » est attendue en avril 2031 sur Netflix.", ["Netflix"]),
        ("de", "„Harbour Lights“ startet am 24. April 2031 auf Disney+.", ["Disney+"]),
        ("en", "“Harbour Lights” will be released in April 2031, said a fan on a page about Netflix.", []),
    ],
)
def test_a_service_right_behind_a_date_brings_the_production_out(lang: str, text: str, expected: list[str]) -> None:
    row = {"url": "https://reel.example/a", "published": "2030-03-04", "lang": lang, "text": text}
    capture = take(json.dumps(row).encode(), "application/json", datetime(2040, 1, 1, tzinfo=UTC), str(row["url"]))
    claims = read_capture(capture, (Production("Harbour Lights", (), None, Kind.SERIES),)).claims
    assert [claim.value for claim in claims if claim.property is Property.DISTRIBUTOR] == expected
