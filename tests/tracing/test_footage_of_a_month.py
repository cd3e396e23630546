"""Footage is compared by the month that its own sentence names, before that of its document."""

import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from setwatch.capture import captures_of
from setwatch.desk import read_capture
from setwatch.model import Capture, Footage, FootageKind, Production, Reading
from setwatch.tracing import trace

WATCHED = (Production("The Glass Harbour"),)
CLIP = (
    "2021-03-09\n\nA tourist filmed Mara Lindqvist leaping from a burning ferry in Bergen on the set of The Glass"
    " Harbour. The video was first posted on TikTok by @quaywatcher."
)
LOOK_BACK = (
    "2023-05-02\n\nThe film The Glass Harbour opened in cinemas on Friday. Everybody remembers the video of Mara"
    " Lindqvist leaping from the burning ferry in Bergen, which a tourist filmed in {month} 2021."
)


def read(*texts: str) -> list[Reading]:
    lines = [json.dumps({"url": f"https://p{n}.example/{n}", "text": text}).encode() for n, text in enumerate(texts)]
    found = captures_of(io.BytesIO(b"\n".join(lines)), datetime(2026, 1, 1, tzinfo=UTC))
    return [read_capture(capture, WATCHED) for capture in found if isinstance(capture, Capture)]


def videos(*texts: str) -> Sequence[Footage]:
    return [piece for piece in trace(read(*texts), WATCHED).footage if piece.kind is FootageKind.VIDEO]


@pytest.mark.parametrize(
    ("published", "said", "dated"),
    [
        ("2023-05-02", "A passer-by filmed the stunt on the set of The Glass Harbour in March 2021.", "2021-03"),
        ("2023-05-02", "In March 2021, a clip from the set of The Glass Harbour went round TikTok.", "2021-03"),
        ("2023-05-02", "The clip from the set of The Glass Harbour, out in March 2021, went round TikTok.", None),
        ("2023-05-02", "A clip from the set of The Glass Harbour went round TikTok in 2021.", None),
        ("2021-03-09", "A clip from The Glass Harbour, due in May 2022, went round TikTok.", None),
        ("2021-03-09", "A trailer for The Glass Harbour was shown in February 2021.", None),
    ],
)
def test_the_month_is_that_of_the_clause_and_past(published: str, said: str, dated: str | None) -> None:
    (reading,) = read(f"{published}\n\n{said}")
    assert [mention.dated for mention in reading.telling.footage] == [dated]


def test_a_look_back_tells_of_the_clip_of_the_month_that_it_names() -> None:
    (piece,) = videos(CLIP, LOOK_BACK.format(month="March"))
    assert len(piece.documents) == 2


def test_the_origin_was_not_after_the_month_that_is_named() -> None:
    (piece,) = videos(LOOK_BACK.format(month="September"))
    assert str(piece.appearances[0].time.not_after).startswith("2021-09-30")
