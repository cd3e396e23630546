"""Bytes that are no picture, break off or are made to exhaust us end in one clear error, or in what came before."""

import struct
import zlib

import pytest

pytest.importorskip("av", reason="the media extra is not installed")

from setwatch.media import print_of
from tests.media.clips import picture, scene, texture, video


def huge_png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "payload", [b"", b"\0" * 5000, b"The cable car went up.\n" * 50, b"\xff\xd8\xff\xe0" + b"\x11" * 900]
)
def test_what_is_no_picture_is_refused(payload: bytes) -> None:
    with pytest.raises(ValueError, match=r"is no picture|has no"):
        print_of(payload)


def test_a_picture_of_huge_dimensions_is_refused() -> None:
    with pytest.raises(ValueError, match=r"pixels|is no picture|has no"):
        print_of(huge_png(60_000, 60_000))


def test_a_video_that_breaks_off_gives_what_came_before() -> None:
    whole = video(scene(3, 3))
    try:
        found = print_of(whole[: len(whole) // 2])
    except ValueError:
        return  # the index stands at the end of this MP4, and is lost
    assert 0 < len(found.frames) <= len(print_of(whole).frames)


@pytest.mark.parametrize("at", range(0, 3000, 300))
def test_flipped_bytes_never_end_otherwise(at: int) -> None:
    payload = bytearray(video(scene(3, 3, 1.0)))
    payload[at : at + 40] = bytes(255 - byte for byte in payload[at : at + 40])
    try:
        print_of(bytes(payload))
    except ValueError as error:
        assert str(error)


def test_a_picture_has_one_frame_and_no_duration() -> None:
    found = print_of(picture(texture(1, 320, 180)))
    assert (found.width, found.height, found.duration, len(found.frames)) == (320, 180, None, 1)


def test_the_same_bytes_give_the_same_print() -> None:
    payload = video(scene(2, 2, 1.0))
    assert print_of(payload) == print_of(payload)
