"""The fingerprints at hand, so that what looks like a frame is found among millions."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import cv2
import faiss
import numpy as np
from numpy.typing import NDArray

from setwatch.media.blocks import Blocks, blocks_of, grid
from setwatch.media.figures import FEATURES, PDQ
from setwatch.media.prints import picture_of
from setwatch.model import FramePrint, MediaPrint

BITS = 256
MANY = 20_000
"""Features from which an inverted index is faster than looking at all, hundreds being asked at once (measured)."""
MANY_CODES = 200_000
"""Hashes from which it is, ten being asked at once (measured)."""
faiss.omp_set_num_threads(1)


class Place(NamedTuple):
    """A frame of a reference."""

    reference: str
    frame: int


class Library:
    """Fingerprints by their keys, indexed by PDQ hash and by local feature. Not changed once made."""

    def __init__(self, prints: Mapping[str, MediaPrint]) -> None:
        self.prints = dict(sorted(prints.items()))
        self._hashed: list[Place] = []
        self._featured: list[Place] = []
        codes: list[bytes] = []
        features: list[NDArray[np.uint8]] = []
        total = sum(len(frame.features) for media in self.prints.values() for frame in media.frames) // (BITS // 8)
        # Of very many clips only some features of each are looked up: it bounds memory and time.
        apart = max(1, math.ceil(total / FEATURES["indexed"]))
        for key, media in self.prints.items():
            for number, frame in enumerate(media.frames):
                if frame.quality >= PDQ["quality"]:
                    self._hashed.append(Place(key, number))
                    codes.append(frame.code)
                found = descriptors(frame)[::apart]
                features.append(found)
                self._featured += [Place(key, number)] * len(found)
        self._blocks: dict[str, Blocks] = {}
        self._shapes = {key: _shape(media.width / media.height) for key, media in self.prints.items()}
        self._codes = coded(_matrix(codes))
        self._descriptors = np.concatenate(features) if features else _matrix([])
        self._features = celled(self._descriptors)
        self._of_shape: dict[int, tuple[faiss.IndexBinary, list[Place]]] = {}

    def blocks(self, reference: str) -> Blocks:
        """Return the blocks of a reference's frames; made when they are first asked for."""
        if reference not in self._blocks:
            frames = self.prints[reference].frames
            size = grid(frames[0].small_size)
            pictures = [np.asarray(cv2.resize(picture_of(frame), size), np.uint8) for frame in frames]
            self._blocks[reference] = blocks_of([frame.time for frame in frames], pictures, size)
        return self._blocks[reference]

    def only(self, references: Iterable[str]) -> "Library":
        """Return a library of some of these references alone."""
        part = Library({reference: self.prints[reference] for reference in references})
        part._blocks = self._blocks
        return part

    def aspects_unlike(self, aspect: float) -> list[float]:
        """Return the commonest shapes (width by height) of references that are quite another than a query's."""
        own = _shape(aspect)
        common = [shape for shape, _ in Counter(self._shapes.values()).most_common() if abs(shape - own) >= 2]
        return [FEATURES["shape"] ** shape for shape in common[: int(FEATURES["shapes"])]]

    def near_codes(self, codes: list[bytes], most: int = 8) -> list[list[tuple[Place, int]]]:
        """Return for each PDQ hash the nearest frames with their distances in bits, at most `PDQ.near`."""
        return _near(self._codes, _matrix(codes), self._hashed, most, int(PDQ["near"]))

    def near_features(
        self, features: NDArray[np.uint8], aspect: float | None = None, most: int = 3
    ) -> list[list[tuple[Place, int]]]:
        """Return for each descriptor the frames that have one like it, with an `aspect` of references of that shape."""
        index, places = (self._features, self._featured) if aspect is None else self._shaped(_shape(aspect))
        return _near(index, features, places, most, int(FEATURES["near"]))

    def _shaped(self, shape: int) -> tuple[faiss.IndexBinary, list[Place]]:
        """Return the features of the references of one shape; indexed when they are first asked for."""
        if shape not in self._of_shape:
            rows = [row for row, place in enumerate(self._featured) if self._shapes[place.reference] == shape]
            self._of_shape[shape] = celled(self._descriptors[rows]), [self._featured[row] for row in rows]
        return self._of_shape[shape]


def _shape(aspect: float) -> int:
    """Return which shape comes nearest: 1 is a landscape, -1 a portrait, 0 a square."""
    return round(math.log(aspect, FEATURES["shape"]))


def descriptors(frame: FramePrint) -> NDArray[np.uint8]:
    """Return the descriptors of a frame's local features."""
    return np.frombuffer(frame.features, np.uint8).reshape(-1, BITS // 8)


def points(frame: FramePrint) -> NDArray[np.float32]:
    """Return the places of a frame's local features, as shares of width and height."""
    return np.frombuffer(frame.points, np.float16).reshape(-1, 2).astype(np.float32)


def _matrix(codes: list[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(codes), np.uint8).reshape(-1, BITS // 8)


def flat(rows: NDArray[np.uint8]) -> faiss.IndexBinary:
    """Return an index of codes that looks at all: a million take some milliseconds, and none is missed."""
    index = faiss.IndexBinaryFlat(BITS)
    if len(rows):
        index.add(np.ascontiguousarray(rows))
    return index


def coded(rows: NDArray[np.uint8]) -> faiss.IndexBinary:
    """Return an index of PDQ hashes: one that looks at all, or of very many at the nearest cells.

    Of a million random hashes 1024 cells, of which 64 are looked at, find 98, 94, 80 and 56 % of those that lie 20, 31,
    45 and 60 bits off, in 0.4 ms (measured); a copy has several frames.
    """
    if len(rows) < MANY_CODES:
        return flat(rows)
    return _inverted(rows, cells=1024, looked_at=64)


def celled(rows: NDArray[np.uint8]) -> faiss.IndexBinary:
    """Return an index of features, of which many are asked at once and some may be missed.

    The cells of a large one lie around rows drawn at random: as good as trained ones, and made at once.
    """
    if len(rows) < MANY:
        return flat(rows)
    # Of a million, twice as many cells have half as many rows each: fewer to compare, as much found (measured).
    if len(rows) >= MANY_CODES:
        return _inverted(rows, cells=2048, looked_at=6)
    return _inverted(rows, cells=min(1024, int(np.sqrt(len(rows)))), looked_at=8)


def _inverted(rows: NDArray[np.uint8], cells: int, looked_at: int) -> faiss.IndexBinary:
    index = faiss.IndexBinaryIVF(flat(np.random.default_rng(0).choice(rows, cells, replace=False)), BITS, cells)
    index.is_trained = True
    index.nprobe = looked_at
    index.add(np.ascontiguousarray(rows))
    return index


def _near(
    index: faiss.IndexBinary, rows: NDArray[np.uint8], places: list[Place], most: int, within: int
) -> list[list[tuple[Place, int]]]:
    if not len(rows) or not places:
        return [[] for _ in range(len(rows))]
    distances, found = index.search(np.ascontiguousarray(rows), most)
    near: list[list[tuple[Place, int]]] = [[] for _ in range(len(rows))]
    for row, column in np.argwhere((found >= 0) & (distances <= within)).tolist():
        near[row].append((places[found[row, column]], int(distances[row, column])))
    return near
