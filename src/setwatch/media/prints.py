"""Frames to fingerprints: PDQ hashes, small grey frames, local features."""

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
import pdqhash
from cv2.typing import MatLike
from numpy.typing import NDArray

from setwatch.media.figures import FEATURES, SAMPLE
from setwatch.media.frames import Frame, Grey, sample
from setwatch.model import FramePrint, MediaPrint

PLAIN = 6.0
"""Standard deviation of grey along an edge below which a row or column is a bar."""
LEAST_LEFT = 0.3
"""Share of a side that must be left between bars: a dark scene is no bar."""

cv2.setNumThreads(1)
_REFERENCE = cv2.ORB.create(nfeatures=int(FEATURES["reference"]), fastThreshold=10)
_QUERY = cv2.ORB.create(nfeatures=int(FEATURES["query"]), fastThreshold=8)


def print_of(payload: bytes) -> MediaPrint:
    """Return the fingerprint of a picture or video. Pure.

    Raises:
        ValueError: as `sample`.
    """
    sampled = sample(payload, int(SAMPLE["reference"]))
    every = int(SAMPLE["features_every"])
    frames = tuple(_print(frame, with_features=n % every == 0) for n, frame in enumerate(sampled.frames))
    return MediaPrint(sampled.width, sampled.height, sampled.duration, frames)


def _print(frame: Frame, *, with_features: bool) -> FramePrint:
    box = box_of(frame.grey)
    code, quality = code_of(inside(frame.grey, box))
    small = shrunk(frame.grey, int(SAMPLE["small"]))
    height, width = small.shape
    found = _local(frame.grey, *_REFERENCE.detectAndCompute(frame.grey, None)) if with_features else None
    return FramePrint(
        time=round(frame.time, 3),
        box=box,
        code=code,
        quality=quality,
        small=small.tobytes(),
        small_size=(width, height),
        points=found.places.astype(np.float16).tobytes() if found else b"",
        features=found.descriptors.tobytes() if found else b"",
    )


_NO_POINTS: NDArray[np.float32] = np.zeros((0, 2), np.float32)
_NO_FEATURES: NDArray[np.uint8] = np.zeros((0, 32), np.uint8)


class Local(NamedTuple):
    """The local features of a picture: their places as shares of width and height, and their descriptors."""

    grey: Grey
    keypoints: Sequence[cv2.KeyPoint]
    places: NDArray[np.float32]
    descriptors: NDArray[np.uint8]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture in pixels."""
        return self.grey.shape[1], self.grey.shape[0]


def local_of(grey: Grey) -> Local:
    """Return the local features of a query's frame, ORB's 32 bytes each."""
    return _local(grey, *_QUERY.detectAndCompute(grey, None))


def mirror_of(local: Local) -> Local:
    """Return the local features of a picture's mirror image: they lie where its own do, so none has to be found."""
    width = local.size[0]
    flipped = np.ascontiguousarray(local.grey[:, ::-1])
    keypoints = [
        cv2.KeyPoint(width - 1 - k.pt[0], k.pt[1], k.size, (180 - k.angle) % 360, k.response, k.octave)
        for k in local.keypoints
    ]
    return _local(flipped, *_QUERY.compute(flipped, keypoints))


def _local(grey: Grey, keypoints: Sequence[cv2.KeyPoint], descriptors: MatLike | None) -> Local:
    if descriptors is None or not keypoints:
        return Local(grey, (), _NO_POINTS, _NO_FEATURES)
    height, width = grey.shape
    places = np.array([point.pt for point in keypoints], np.float32) / np.array([width, height], np.float32)
    return Local(grey, keypoints, places.astype(np.float32), np.ascontiguousarray(descriptors, np.uint8))


def code_of(grey: Grey) -> tuple[bytes, int]:
    """Return the PDQ hash of a grey picture (32 bytes) and its quality, 0 to 100 [PDQ, Meta, 2019].

    The picture is shrunk to one size first, so that copies of other sizes are hashed alike.
    """
    square = cv2.resize(grey, (128, 128), interpolation=cv2.INTER_AREA)
    bits, quality = pdqhash.compute(cv2.cvtColor(square, cv2.COLOR_GRAY2RGB))
    return np.packbits(bits.astype(np.uint8)).tobytes(), int(quality)


def shrunk(grey: Grey, longer_side: int) -> Grey:
    """Return a picture with `longer_side` pixels on its longer side."""
    height, width = grey.shape
    scale = longer_side / max(height, width)
    size = max(2, round(width * scale)), max(2, round(height * scale))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def picture_of(frame: FramePrint) -> Grey:
    """Return the small grey frame of a print."""
    width, height = frame.small_size
    return np.frombuffer(frame.small, np.uint8).reshape(height, width)


def box_of(grey: Grey) -> tuple[float, float, float, float]:
    """Return what is left of a picture without plain bars at its edges, as shares (left, top, right, bottom)."""
    top, bottom = _between(grey.std(axis=1) > PLAIN)
    left, right = _between(grey.std(axis=0) > PLAIN)
    return (left, top, right, bottom)


def _between(alive: NDArray[np.bool_]) -> tuple[float, float]:
    places = np.flatnonzero(alive)
    if len(places) < LEAST_LEFT * len(alive):
        return 0.0, 1.0
    return round(float(places[0] / len(alive)), 4), round(float((places[-1] + 1) / len(alive)), 4)


def inside(grey: Grey, box: tuple[float, float, float, float]) -> Grey:
    """Return the part of a picture in a box of shares."""
    height, width = grey.shape
    left, top, right, bottom = box
    return grey[int(top * height) : max(int(top * height) + 2, round(bottom * height)), :][
        :, int(left * width) : max(int(left * width) + 2, round(right * width))
    ]
