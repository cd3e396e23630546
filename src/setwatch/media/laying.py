"""Affine maps that lay one frame over another."""

import cv2
import numpy as np
from numpy.typing import NDArray

from setwatch.media.blocks import SIDE, Size
from setwatch.media.figures import FEATURES
from setwatch.media.frames import Grey

Affine = NDArray[np.float64]
"""Two rows of three: brings shares of a reference's width and height to shares of a query's."""
Box = tuple[float, float, float, float]


def fitted(ours: NDArray[np.float32], theirs: NDArray[np.float32], size: Size) -> tuple[Affine, int] | None:
    """Return the affine map that brings most of `theirs` onto `ours`, and how many; None where too few agree.

    Places are shares of width and height; `size` is the query's in pixels.
    """
    scale = np.array(size, np.float32)
    if len(ours) < FEATURES["inliers"]:
        return None
    solved, agreeing = cv2.estimateAffine2D(
        theirs * scale, ours * scale, ransacReprojThreshold=FEATURES["pixels"], maxIters=1000, confidence=0.99
    )
    if solved is None or agreeing is None:
        return None
    found = np.array(solved, np.float64)
    count = int(agreeing.sum())
    area = abs(found[0, 0] * found[1, 1] - found[0, 1] * found[1, 0])
    if count < FEATURES["inliers"] or not FEATURES["smallest"] < area < FEATURES["largest"]:
        return None
    longest, shortest = np.linalg.svd(found[:, :2], compute_uv=False)
    if longest > FEATURES["stretch"] * shortest:
        return None
    found[0, 1] *= scale[1] / scale[0]
    found[1, 0] *= scale[0] / scale[1]
    found[:, 2] /= scale
    return found, count


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
