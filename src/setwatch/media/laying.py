"""Affine maps that lay one frame over another."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from setwatch.media.blocks import SIDE, Size
from setwatch.media.figures import FEATURES
from setwatch.media.frames import Grey

Affine = NDArray[np.float64]
"""Two rows of three: brings shares of a reference's width and height to shares of a query's."""
Places = NDArray[np.float32]
Box = tuple[float, float, float, float]


def fits(ours: Places, theirs: Places, size: Size) -> Iterator[tuple[Affine, int]]:
    """Yield affine maps that bring most of `theirs` onto `ours`, and how many: the best, then of what that leaves.

    At two moments of one take what moved is brought together by another map than what stands still. Places are shares
    of width and height; `size` is the query's in pixels. A map that only shifts and pulls is taken where it brings
    about as many together: most copies are not turned, and it has less to go wrong.
    """
    there, here = theirs * np.array(size, np.float32), ours * np.array(size, np.float32)
    for _ in range(2):
        found = _fit(there, here)
        if found is None:
            return
        laid, inliers = found
        there, here = there[~inliers], here[~inliers]
        if _likely(laid):
            laid[0, 1] *= size[1] / size[0]
            laid[1, 0] *= size[0] / size[1]
            laid[:, 2] /= size
            yield laid, int(inliers.sum())


def _fit(there: Places, here: Places) -> tuple[Affine, NDArray[np.bool_]] | None:
    if len(here) < FEATURES["inliers"]:
        return None
    solved, agreeing = cv2.estimateAffine2D(
        there, here, ransacReprojThreshold=FEATURES["pixels"], maxIters=int(FEATURES["draws"]), confidence=0.99
    )
    if solved is None or agreeing is None:
        return None
    found, inliers = np.array(solved, np.float64), agreeing.ravel() > 0
    if inliers.sum() < FEATURES["inliers"]:
        return None
    upright = _upright(there, here, inliers)
    if upright is not None and upright[1].sum() >= FEATURES["upright"] * inliers.sum():
        return upright
    return found, inliers


def _likely(laid: Affine) -> bool:
    """Return whether a map keeps a picture recognisable."""
    longest, shortest = np.linalg.svd(laid[:, :2], compute_uv=False)
    within = FEATURES["smallest"] < longest * shortest < FEATURES["largest"]
    return bool(within and longest <= FEATURES["stretch"] * shortest)


def _upright(there: Places, here: Places, inliers: NDArray[np.bool_]) -> tuple[Affine, NDArray[np.bool_]] | None:
    """Return the map without turn or shear, begun from an affine one's inliers, and what it brings together."""
    for _ in range(3):
        if inliers.sum() < FEATURES["inliers"]:
            return None
        x, y = there[inliers], here[inliers]
        middle, onto = x.mean(axis=0), y.mean(axis=0)
        spread = ((x - middle) ** 2).sum(axis=0)
        if (spread < 1).any():
            return None
        pull = ((x - middle) * (y - onto)).sum(axis=0) / spread
        shift = onto - pull * middle
        inliers = np.linalg.norm(there * pull + shift - here, axis=1) <= FEATURES["pixels"]
    return np.array([[pull[0], 0, shift[0]], [0, pull[1], shift[1]]], np.float64), inliers


def boxed(ours: Box, theirs: Box) -> Affine:
    """Return the map that brings one box of shares onto another: what equal hashes of the two propose."""
    x = (ours[2] - ours[0]) / (theirs[2] - theirs[0])
    y = (ours[3] - ours[1]) / (theirs[3] - theirs[1])
    return np.array([[x, 0.0, ours[0] - theirs[0] * x], [0.0, y, ours[1] - theirs[1] * y]])


def lifted(picture: Grey, laid: Affine, size: Size) -> Grey:
    """Return what a query's picture shows of the reference laid over it, brought to `size`."""
    return np.asarray(cv2.warpAffine(picture, _matrix(picture, laid, size), size, flags=_FLAGS), np.uint8)


_FLAGS = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP


def _matrix(picture: Grey, laid: Affine, size: Size) -> Affine:
    height, width = picture.shape
    into = np.diag([width, height]) @ laid[:, :2] @ np.diag([1 / size[0], 1 / size[1]])
    # Centres of pixels lie half a pixel in, on both sides.
    shift = laid[:, 2] * (width, height) + into @ (0.5, 0.5) - 0.5
    return np.column_stack([into, shift])


def covered(picture: Grey, laid: Affine, size: Size) -> NDArray[np.bool_]:
    """Return which blocks of a reference of `size` lie wholly, or nearly, on a query's picture."""
    there = cv2.warpAffine(np.full_like(picture, 255), _matrix(picture, laid, size), size, flags=_FLAGS)
    shares = (np.asarray(there) > 127).reshape(SIDE, size[1] // SIDE, SIDE, size[0] // SIDE).mean(axis=(1, 3))
    return np.asarray(shares.reshape(-1) >= 0.9)


def area_of(laid: Affine, *, mirrored: bool) -> Box:
    """Return the part of a query on which the reference lies, as shares (left, top, right, bottom)."""
    corners = np.array([[0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 1]]) @ laid.T
    left, top = np.clip(corners.min(axis=0), 0, 1)
    right, bottom = np.clip(corners.max(axis=0), 0, 1)
    if mirrored:
        left, right = 1 - right, 1 - left
    return (round(float(left), 3), round(float(top), 3), round(float(right), 3), round(float(bottom), 3))


def unseen(laid: Affine) -> float:
    """Return the share of the reference that lies outside the query, 0 to 1."""
    across = (np.arange(20) + 0.5) / 20
    places = np.array([(x, y, 1.0) for x in across for y in across]) @ laid.T
    return round(1.0 - float(((places >= 0) & (places <= 1)).all(axis=1).mean()), 3)
