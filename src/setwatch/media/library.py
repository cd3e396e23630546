"""The fingerprints at hand, so that what looks like a frame is found among millions."""

from collections.abc import Mapping
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
"""Codes from which an inverted index is faster than looking at all (measured)."""
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
        for key, media in self.prints.items():
            for number, frame in enumerate(media.frames):
                if frame.quality >= PDQ["quality"]:
                    self._hashed.append(Place(key, number))
                    codes.append(frame.code)
                found = descriptors(frame)
                features.append(found)
                self._featured += [Place(key, number)] * len(found)
        self._blocks: dict[str, Blocks] = {}
        self._codes = flat(_matrix(codes))
        self._features = celled(np.concatenate(features) if features else _matrix([]))

    def blocks(self, reference: str) -> Blocks:
        """Return the blocks of a reference's frames; made when they are first asked for."""
        if reference not in self._blocks:
            frames = self.prints[reference].frames
            size = grid(frames[0].small_size)
            pictures = [np.asarray(cv2.resize(picture_of(frame), size), np.uint8) for frame in frames]
            self._blocks[reference] = blocks_of([frame.time for frame in frames], pictures, size)
        return self._blocks[reference]

    def near_codes(self, codes: list[bytes], most: int = 8) -> list[list[tuple[Place, int]]]:
        """Return for each PDQ hash the nearest frames with their distances in bits, at most `PDQ.near`."""
        return _near(self._codes, _matrix(codes), self._hashed, most, int(PDQ["near"]))

    def near_features(self, features: NDArray[np.uint8], most: int = 3) -> list[list[tuple[Place, int]]]:
        """Return for each descriptor the frames that have one like it."""
        return _near(self._features, features, self._featured, most, int(FEATURES["near"]))


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


def celled(rows: NDArray[np.uint8]) -> faiss.IndexBinary:
    """Return an index of features, of which many are asked at once and some may be missed.

    The cells of a large one lie around rows drawn at random: as good as trained ones, and made at once.
    """
    if len(rows) < MANY:
        return flat(rows)
    cells = min(4096, int(np.sqrt(len(rows))))
    index = faiss.IndexBinaryIVF(flat(np.random.default_rng(0).choice(rows, cells, replace=False)), BITS, cells)
    index.is_trained = True
    index.nprobe = max(8, cells // 40)
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
