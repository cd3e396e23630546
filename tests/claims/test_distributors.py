"""Who brings films out that do not exist, and whose name is there for another reason."""

import pytest

from setwatch.claims.distributor import find
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
