"""A copy is found whatever was done to it on the way, and where it stands in the other."""

import cv2
import numpy as np
import pytest

pytest.importorskip("av", reason="the media extra is not installed")

from setwatch.media import Library, matches, print_of
from setwatch.model import Likeness, MediaMatch
from tests.media.clips import COPIES, RATE, Picture, scene, video


def copies_in(payload: bytes, library: Library) -> list[MediaMatch]:
    return [match for match in matches(payload, library) if match.likeness is Likeness.COPY]


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_is_found(kind: str, library: Library) -> None:
    for number in (2, 3):
        frames = [COPIES[kind](frame) for frame in scene(number, number)]
        assert [m.reference for m in copies_in(video(frames, crf=30), library)] == [f"place {number}"]


def test_a_trimmed_copy_says_from_when_it_is(library: Library) -> None:
    frames = scene(2, 2)[RATE : 3 * RATE]
    (match,) = copies_in(video(frames), library)
    assert match.reference_time - match.time == pytest.approx(1.0, abs=0.2)


def test_a_faster_copy_is_found(library: Library) -> None:
    (match,) = copies_in(video(scene(4, 4, seconds=3.6, speed=1.1)), library)
    assert match.reference == "place 4"


def test_a_mirrored_copy_is_said_to_be_mirrored(library: Library) -> None:
    (match,) = copies_in(video([frame[:, ::-1] for frame in scene(3, 3)]), library)
    assert match.mirrored
    assert match.area == pytest.approx((0, 0, 1, 1), abs=0.05)


def test_a_picture_in_a_picture_says_where(library: Library) -> None:
    frames = [COPIES["picture in picture"](frame) for frame in scene(5, 5)]
    (match,) = copies_in(video(frames), library)
    assert match.area == pytest.approx((290 / 640, 150 / 360, 610 / 640, 330 / 360), abs=0.04)


def test_a_longer_piece_that_holds_a_clip_is_found(library: Library) -> None:
    frames = [*scene(31, 31, 3.0), *scene(2, 2), *scene(32, 32, 3.0)]
    (match,) = copies_in(video(frames), library)
    assert match.reference == "place 2"
    assert match.time - match.reference_time == pytest.approx(3.0, abs=0.2)


def test_a_portrait_pulled_to_a_landscape_is_found(library: Library) -> None:
    upright = [np.ascontiguousarray(np.rot90(frame)) for frame in scene(8, 8)]
    pulled = [COPIES["captioned"](np.asarray(cv2.resize(frame, (320, 180))[:, ::-1], np.uint8)) for frame in upright]
    more = Library({**library.prints, "upright": print_of(video(upright))})
    (match,) = copies_in(video(pulled, crf=32), more)
    assert (match.reference, match.mirrored) == ("upright", True)


def test_a_caption_over_a_plain_sky_hides_no_copy(library: Library) -> None:
    def sky(frame: Picture) -> Picture:
        shown = np.full_like(frame, 200)
        shown[20:100, 100:240] = frame[40:120, 100:240]
        return shown

    skies = [sky(frame) for frame in scene(9, 9)]
    more = Library({**library.prints, "sky": print_of(video(skies))})
    assert [m.reference for m in copies_in(video([COPIES["captioned"](f) for f in skies], crf=30), more)] == ["sky"]


def test_a_crop_says_how_much_of_the_other_it_does_not_show(library: Library) -> None:
    (match,) = copies_in(video([COPIES["cropped"](frame) for frame in scene(4, 4)]), library)
    assert match.unseen == pytest.approx(1 - 150 / 180 * 280 / 320, abs=0.05)
