"""Clips made for the tests: textures and shapes that move, and what happens to clips as they travel."""

import io
from collections.abc import Callable, Sequence

import numpy as np
import pytest

av = pytest.importorskip("av", reason="the media extra is not installed")
cv2 = pytest.importorskip("cv2", reason="the media extra is not installed")

Picture = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
RATE = 12
SIZE = (320, 180)


def texture(seed: int, width: int, height: int) -> Picture:
    """A picture with detail of every size, the same for the same seed."""
    random = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    for cells in (4, 9, 20, 45):
        rough = random.random((cells, cells * 2), np.float32)
        total += cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC)
    total = (total - total.min()) / (total.max() - total.min())
    return np.asarray(20 + 215 * total, np.uint8)


def scene(background: int, mover: int, seconds: float = 4.0, speed: float = 1.0) -> list[Picture]:
    """Frames of a place (`background`) through which something (`mover`) goes on a way of its own."""
    width, height = SIZE
    place = texture(background, width, height)
    thing = texture(1000 + mover, 90, 90)
    turn = np.random.default_rng(mover).uniform(0, 6, 4)
    frames = []
    for number in range(int(seconds * RATE)):
        time = number / RATE * speed
        left = int((width - 90) * (0.5 + 0.5 * np.sin(turn[0] + time * (1.1 + turn[1] / 6))))
        top = int((height - 90) * (0.5 + 0.5 * np.sin(turn[2] + time * (1.3 + turn[3] / 6))))
        frame = place.copy()
        frame[top : top + 90, left : left + 90] = thing
        frames.append(frame)
    return frames


def video(frames: Sequence[Picture], rate: int = RATE, crf: int = 23) -> bytes:
    """The bytes of an MP4 with these grey frames."""
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=rate, options={"crf": str(crf), "preset": "ultrafast"})
        stream.height, stream.width = frames[0].shape
        stream.pix_fmt = "yuv420p"
        for frame in frames:
            made = av.VideoFrame.from_ndarray(cv2.cvtColor(np.ascontiguousarray(frame), cv2.COLOR_GRAY2RGB))
            container.mux(stream.encode(made))
        container.mux(stream.encode(None))
    return out.getvalue()


def picture(frame: Picture) -> bytes:
    """The bytes of a JPEG."""
    return bytes(cv2.imencode(".jpg", frame)[1])


def _letterboxed(frame: Picture) -> Picture:
    return np.pad(frame, ((70, 70), (0, 0)))


def _captioned(frame: Picture) -> Picture:
    shown = frame.copy()
    shown[140:165, :] = 10
    cv2.putText(shown, "SEEN ON SET TODAY", (30, 158), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 240, 2)
    return shown


def _in_a_picture(frame: Picture) -> Picture:
    shown = texture(77, 640, 360)
    shown[150:330, 290:610] = frame
    return shown


def _from_a_screen(frame: Picture) -> Picture:
    shown = cv2.warpAffine(frame, np.array([[0.93, 0.03, 14], [-0.02, 0.95, 12]]), (350, 200), borderValue=20)
    return np.asarray(np.clip(shown * 0.8 + 30, 0, 255), np.uint8)


COPIES: dict[str, Callable[[Picture], Picture]] = {
    "re-encoded": lambda frame: frame,
    "smaller": lambda frame: cv2.resize(frame, (214, 120), interpolation=cv2.INTER_AREA),
    "cropped": lambda frame: frame[20:170, 10:290],
    "letterboxed": _letterboxed,
    "captioned": _captioned,
    "mirrored": lambda frame: frame[:, ::-1],
    "blurred": lambda frame: cv2.GaussianBlur(frame, (0, 0), 2.0),
    "picture in picture": _in_a_picture,
    "filmed off a screen": _from_a_screen,
}
"""What is done to each frame of a copy."""
