"""Where somebody shot a clip and posted it is not where the film is told to be shot."""

import pytest

from setwatch.claims import filming_location
from tests.claims.scenes import scene


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Harbour Lights is back. A fan shot it in Oslo and posted it.", []),
        ("Harbour Lights is back. A fan filmed the clip in Oslo and shared it.", []),
        ("The crew of Harbour Lights shot it in Oslo last year.", ["Oslo"]),
        ("Harbour Lights was shot in Oslo, a fan posted.", ["Oslo"]),
    ],
)
def test_a_clip_that_is_posted_is_no_shoot(text: str, found: list[str]) -> None:
    assert [claim.value for claim in filming_location.find(scene(text, places=("Oslo",)))] == found
