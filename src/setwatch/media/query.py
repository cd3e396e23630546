"""A picture or video that is looked for: its frames, and those of them that are looked at closely."""

from functools import cached_property

import cv2
import numpy as np

from setwatch.media.figures import AGREEMENT, FEATURES, PDQ
from setwatch.media.frames import Grey, Sampled
from setwatch.media.laying import Box
from setwatch.media.prints import Local, box_of, local_of, mirror_of, shrunk


class View:
    """A frame that is looked at closely; `number` is which of the frames. `plain` is its mirror image, if it is one."""

    def __init__(self, number: int, grey: Grey, plain: "View | None" = None) -> None:
        self.number = number
        self.grey = grey
        self.mirrored = plain is not None
        self._plain = plain
        self._local: dict[float | None, Local] = {}

    @cached_property
    def box(self) -> Box:
        """What is left of the frame without plain bars at its edges."""
        if self._plain is not None:
            left, top, right, bottom = self._plain.box
            return (1.0 - right, top, 1.0 - left, bottom)
        return box_of(self.grey)

    def features(self, aspect: float | None = None) -> Local:
        """Return the frame's local features, found when they are first asked for.

        With an `aspect` (width by height) they are those of the frame brought to it: what was pulled to fill another
        screen is as it was.
        """
        if aspect not in self._local:
            if self._plain is not None:
                self._local[aspect] = mirror_of(self._plain.features(aspect))
            else:
                self._local[aspect] = local_of(self.grey if aspect is None else _pulled(self.grey, aspect))
        return self._local[aspect]


class Query:
    """A picture or video that is looked for, as it is or `mirrored`: its frames.

    `views` are the few whose local features are looked at, `hashed` those that are asked for by their hashes.
    """

    def __init__(self, sampled: Sampled, plain: "Query | None" = None) -> None:
        self.mirrored = plain is not None
        self.times = tuple(frame.time for frame in sampled.frames)
        self._grey = tuple(frame.grey for frame in sampled.frames)
        self._plain = plain
        self._views: dict[int, View] = {}
        self._shrunk: dict[tuple[int, int], Grey] = {}
        self.views = self._spread(int(FEATURES["frames"]))
        self.hashed = self._spread(int(PDQ["frames"]))

    def _spread(self, most: int) -> tuple[View, ...]:
        """Return the middle of each of so many equal parts: first and last frames are often black."""
        count = min(len(self._grey), most)
        return tuple(self._view(int((n + 0.5) * len(self._grey) / count)) for n in range(count))

    def _view(self, number: int) -> View:
        if number not in self._views:
            grey = self._grey[number]
            plain = self._plain
            self._views[number] = View(number, _flipped(grey), plain._view(number)) if plain else View(number, grey)
        return self._views[number]

    def small(self, number: int, share: float = 1.0) -> Grey:
        """Return a frame, small: larger where what is compared fills but a `share` of its sides."""
        side = int(AGREEMENT["small"] if share >= AGREEMENT["part"] else 2 * AGREEMENT["small"])
        if (number, side) not in self._shrunk:
            if self._plain is not None:
                self._shrunk[number, side] = _flipped(self._plain.small(number, share))
            else:
                self._shrunk[number, side] = shrunk(self._grey[number], side)
        return self._shrunk[number, side]

    def view_at(self, time: float) -> View:
        """Return the frame nearest to a time, to be looked at closely."""
        return self._view(min(range(len(self.times)), key=lambda n: abs(self.times[n] - time)))


def _pulled(grey: Grey, aspect: float) -> Grey:
    """Return a frame of as many pixels in another shape."""
    height = (grey.size / aspect) ** 0.5
    size = max(2, round(height * aspect)), max(2, round(height))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def _flipped(grey: Grey) -> Grey:
    return np.asarray(cv2.flip(grey, 1), np.uint8)
