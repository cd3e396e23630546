"""Fingerprints of pictures and video, and what two of them have in common."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from setwatch.model.document import Post


@dataclass(frozen=True, slots=True)
class FramePrint:
    """One sampled frame. `time` is in seconds from the start.

    `box` is what is left without bars at the edges, as shares of width and height (left, top, right, bottom).
    `code` is the PDQ hash of what is in it (32 bytes), `quality` PDQ's own, 0 to 100. `small` is the frame in grey,
    `small_size` pixels (width, height), a byte a pixel. `points` are the places of local features (pairs of 16-bit
    floats, as shares of width and height), `features` their ORB descriptors, 32 bytes each; both empty on most frames.
    """

    time: float
    box: tuple[float, float, float, float]
    code: bytes
    quality: int
    small: bytes
    small_size: tuple[int, int]
    points: bytes = b""
    features: bytes = b""


@dataclass(frozen=True, slots=True)
class MediaPrint:
    """The fingerprint of one picture (one frame, no duration) or video. `duration` is in seconds."""

    width: int
    height: int
    duration: float | None
    frames: tuple[FramePrint, ...]


class Likeness(StrEnum):
    """What two pieces have in common."""

    COPY = "copy"
    SAME_TAKE = "same_take"
    """One place and camera, at another moment: consecutive cuts, or another shot of the set-up."""


@dataclass(frozen=True, slots=True)
class MediaMatch:
    """Where a piece is found in another, with the evidence.

    `agreement` is the share of what moves and has texture that is the same, 0 to 1. At `time` seconds of the piece
    stands what is at `reference_time` of the other; `area` is the part of the piece that shows it, as shares of its
    width and height (left, top, right, bottom); `mirrored` is whether it is shown left to right. `unseen` is the share
    of the other's frame that lies outside the piece, 0 to 1.
    """

    reference: str
    likeness: Likeness
    agreement: float
    time: float
    reference_time: float
    area: tuple[float, float, float, float]
    mirrored: bool
    unseen: float = 0.0


class CameFrom(StrEnum):
    """Which of two copies came from the other."""

    THIS_FROM_THAT = "this_from_that"
    THAT_FROM_THIS = "that_from_this"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A capture in which a picture or video was found, with who had it.

    `match.reference` is the capture's digest. `came_from` is which of the two came from the other, as far as the
    clocks of their posts and what each shows tell. `posts` are those at its address that documents show,
    `documents` the ids of these documents. `same_file`: the capture has the very bytes that were asked about.
    """

    match: MediaMatch
    origin: str
    url: str | None
    captured: datetime
    posts: tuple[Post, ...] = ()
    documents: tuple[str, ...] = ()
    came_from: CameFrom = CameFrom.UNDECIDED
    same_file: bool = False
