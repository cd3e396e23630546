"""Bytes of a picture or video to grey frames, a few a second, within bounds of time and memory."""

import io
from collections.abc import Iterator
from typing import NamedTuple

import av
import cv2
import numpy as np
from av.error import FFmpegError
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from setwatch.media.figures import SAMPLE

Grey = NDArray[np.uint8]


class Frame(NamedTuple):
    """A frame in grey, and the seconds from the start at which it stands."""

    time: float
    grey: Grey


class Sampled(NamedTuple):
    """What was sampled of one picture or video: its size, its length (None for a picture), its frames."""

    width: int
    height: int
    duration: float | None
    frames: tuple[Frame, ...]


def sample(payload: bytes, longer_side: int, per_second: float = SAMPLE["per_second"]) -> Sampled:
    """Return frames of a picture or video, shrunk so that their longer side has `longer_side` pixels.

    Of very wide or high frames it has more.

    A video that is too long for that many frames a second gives frames that lie farther apart; one that breaks off
    gives those before the break.

    Raises:
        ValueError: the bytes are no picture or video that can be decoded, or larger than the stated limits.
    """
    if len(payload) > SAMPLE["bytes"]:
        raise ValueError(f"has more than {int(SAMPLE['bytes']):,} bytes; a picture or video may not be longer")
    try:
        with av.open(io.BytesIO(payload), "r", metadata_errors="ignore") as container:
            if not container.streams.video:
                raise ValueError("has no picture in it")
            stream = container.streams.video[0]
            if stream.codec_context.width * stream.codec_context.height > SAMPLE["pixels"]:
                raise ValueError(f"has frames of more than {int(SAMPLE['pixels']):,} pixels")
            stream.thread_type = "AUTO"
            length = float(container.duration / av.time_base) if container.duration else None
            step = _step(length or 0.0, per_second)
            found = tuple(_every(container.decode(stream), step, longer_side))
            width, height = stream.codec_context.width, stream.codec_context.height
    except (FFmpegError, OverflowError, MemoryError) as error:
        raise ValueError(f"is no picture or video that can be decoded ({error})") from error
    if not found:
        raise ValueError("has no frame that can be decoded")
    return Sampled(width, height, length if len(found) > 1 else None, found)


def _step(length: float, per_second: float) -> float:
    """Return the seconds between frames: more often in a short video, so that enough can be compared."""
    often = max(per_second, min(SAMPLE["least"] / length, SAMPLE["densest"]) if length else 0.0)
    return max(1 / often, length / SAMPLE["longest"])


def _every(decoded: Iterator[VideoFrame], step: float, longer_side: int) -> Iterator[Frame]:
    due = 0.0
    try:
        for frame in decoded:
            time = float(frame.time or 0.0)
            if time > SAMPLE["seconds"]:
                return
            if time + 1e-6 >= due:
                due = time + step
                yield Frame(time, _shrunk(frame, longer_side))
    except FFmpegError:
        return  # a video that breaks off: what came before counts


_LUMA_FIRST = ("yuv420p", "yuvj420p", "nv12", "yuv422p", "yuvj422p", "yuv444p", "yuvj444p")
"""Formats whose first plane is the grey picture, a byte a pixel."""
_FULL_RANGE = 2
"""FFmpeg's AVCOL_RANGE_JPEG: grey runs from 0 to 255, and not from 16 to 235."""
_WIDENED = np.clip((np.arange(256) - 16) * (255 / 219) + 0.5, 0, 255).astype(np.uint8)


def _shrunk(frame: VideoFrame, longer_side: int) -> Grey:
    longer, shorter = max(frame.width, frame.height), min(frame.width, frame.height)
    # Of a very wide frame too little height would be left to see anything in.
    scale = longer_side / longer * min(max(1.0, SAMPLE["shorter"] * longer / shorter), SAMPLE["longer"])
    size = max(2, round(frame.width * scale)), max(2, round(frame.height * scale))
    if frame.format.name not in _LUMA_FIRST:
        grey = frame.reformat(width=size[0], height=size[1], format="gray").to_ndarray()
        return np.asarray(grey, np.uint8)
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[: frame.height, : frame.width]
    small = cv2.resize(rows, size, interpolation=cv2.INTER_AREA)
    full = frame.format.name.startswith("yuvj") or frame.color_range == _FULL_RANGE
    return np.asarray(small if full else cv2.LUT(small, _WIDENED), np.uint8)
