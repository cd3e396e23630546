"""What only looks alike is no copy."""

import pytest

pytest.importorskip("av", reason="the media extra is not installed")

from setwatch.media import Library, matches
from setwatch.model import Likeness
from tests.media.clips import COPIES, picture, scene, texture, video


@pytest.mark.parametrize("number", range(20, 26))
def test_another_scene_matches_nothing(number: int, library: Library) -> None:
    assert matches(video(scene(number, number)), library) == ()


@pytest.mark.parametrize("mover", range(50, 54))
def test_another_mover_in_the_same_place_is_no_copy(mover: int, library: Library) -> None:
    found = matches(video(scene(1, mover)), library)
    assert [(m.reference, m.likeness) for m in found] == [("place 1", Likeness.SAME_TAKE)]


def test_the_same_mover_in_another_place_is_no_copy(library: Library) -> None:
    assert all(m.likeness is not Likeness.COPY for m in matches(video(scene(40, 2)), library))


def test_a_plain_picture_matches_nothing(library: Library) -> None:
    assert matches(picture(texture(1, 320, 180) // 64), Library({})) == ()
    assert matches(picture(texture(3, 320, 180) * 0 + 90), library) == ()


def test_a_still_of_a_clip_is_found(library: Library) -> None:
    still = scene(3, 3)[24]
    (match,) = matches(picture(still), library)
    assert (match.reference, match.likeness) == ("place 3", Likeness.COPY)
    assert match.reference_time == pytest.approx(2.0, abs=0.3)


def test_a_captioned_still_is_found(library: Library) -> None:
    still = COPIES["captioned"](scene(3, 3)[24])
    assert [m.reference for m in matches(picture(still), library)] == ["place 3"]
