"""Frames cut into blocks, and which blocks of two pieces show the same once one is laid over the other."""

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from setwatch.media.figures import AGREEMENT
from setwatch.media.frames import Grey

SIDE = int(AGREEMENT["blocks"])
BESIDE = AGREEMENT["beside"]
Floats = NDArray[np.float32]
Size = tuple[int, int]
"""Width and height in pixels."""


class Blocks(NamedTuple):
    """The frames of a piece, each in `SIDE` times `SIDE` blocks.

    `normal` are the blocks' greys and `change` what is new in them since `beside` seconds before (block, frame,
    pixel), their mean taken away and their length made 1. `deviation` is the standard deviation of a block's grey,
    `moving` how much it differs from the frames around (frame, block).
    """

    times: NDArray[np.float64]
    normal: Floats
    change: Floats
    deviation: Floats
    moving: Floats


class Likenesses(NamedTuple):
    """How far each frame of a query agrees with each of a reference (query, reference).

    `moving` is the share of blocks that show the same, weighed by what moves in them, and `all` alike; both mean
    something only where `telling`, that is, where `counts`, the blocks that show something in the reference, are many.
    `changes` counts the blocks in which something moves, `changed` those of them in which the same does.
    """

    moving: Floats
    all: Floats
    telling: NDArray[np.bool_]
    counts: NDArray[np.int64]
    changed: Floats
    changes: Floats


def grid(size: Size) -> Size:
    """Return the size, near `size`, to which a picture is brought so that it falls into whole blocks."""
    return SIDE * max(4, round(size[0] / SIDE)), SIDE * max(4, round(size[1] / SIDE))


def blocks_of(times: Sequence[float], pictures: Sequence[Grey], size: Size) -> Blocks:
    """Return the blocks of pictures that have `size`, in the order of their times."""
    width, height = size
    stack = np.stack([cv2.GaussianBlur(picture, (0, 0), 1.0) for picture in pictures]).astype(np.float32)
    cut = stack.reshape(len(stack), SIDE, height // SIDE, SIDE, width // SIDE).transpose(1, 3, 0, 2, 4)
    cut = cut.reshape(SIDE * SIDE, len(stack), -1)
    at = np.asarray(times, np.float64)
    before, after = cut - cut[:, _nearest(at, -BESIDE)], cut - cut[:, _nearest(at, BESIDE)]
    normal, lengths = _normal(cut)
    return Blocks(
        times=at,
        normal=normal,
        change=_normal(before)[0],
        deviation=(lengths / np.sqrt(cut.shape[2])).T,
        moving=np.maximum(np.abs(before).mean(axis=2), np.abs(after).mean(axis=2)).T,
    )


def _nearest(times: NDArray[np.float64], away: float) -> NDArray[np.intp]:
    """Return for each frame the one that lies nearest to so many seconds away from it."""
    return np.asarray(np.abs(times[None, :] - (times[:, None] + away)).argmin(axis=1))


def _normal(cut: Floats) -> tuple[Floats, Floats]:
    centred = cut - cut.mean(axis=2, keepdims=True)
    lengths = np.sqrt(np.einsum("bnp,bnp->bn", centred, centred))
    return centred / np.maximum(lengths, 1e-6)[:, :, None], lengths


def likenesses(query: Blocks, reference: Blocks, covered: NDArray[np.bool_]) -> Likenesses:
    """Return how far frames of a query, laid over a reference, agree with its frames in the `covered` blocks."""
    same = _products(query.normal, reference.normal, covered) > AGREEMENT["alike"]
    ours, theirs = query.deviation.T[covered][:, :, None], reference.deviation.T[covered][:, None, :]
    own = np.broadcast_to(theirs >= AGREEMENT["flat"], same.shape)
    # Where the reference is plain, what the query shows may be a caption laid over it.
    telling = np.where(own, 1.0, AGREEMENT["over"] * (ours >= AGREEMENT["flat"])).astype(np.float32)
    same &= (telling > 0) & (np.minimum(ours, theirs) >= AGREEMENT["dead"])
    mine, yours = query.moving.T[covered][:, :, None], reference.moving.T[covered][:, None, :]
    weight = telling * (AGREEMENT["still"] + np.minimum(1.0, np.maximum(mine, yours) / AGREEMENT["moving"]))
    count, total = own.sum(axis=0), weight.sum(axis=0)
    # In a single picture nothing happens, whatever does in the other.
    moves = (yours >= AGREEMENT["moves"]) & np.full_like(same, len(query.times) > 1)
    changed = moves & (_products(query.change, reference.change, covered) > AGREEMENT["change"])
    return Likenesses(
        moving=((weight * same).sum(axis=0) / np.maximum(total, 1e-6)).astype(np.float32),
        all=((telling * same).sum(axis=0) / np.maximum(telling.sum(axis=0), 1)).astype(np.float32),
        telling=count >= AGREEMENT["least"],
        counts=count.astype(np.int64),
        changed=changed.sum(axis=0).astype(np.float32),
        changes=moves.sum(axis=0).astype(np.float32),
    )


def _products(ours: Floats, theirs: Floats, covered: NDArray[np.bool_]) -> Floats:
    return np.asarray(np.matmul(ours[covered], theirs[covered].transpose(0, 2, 1)))
