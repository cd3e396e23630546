"""Where a picture or video is found among those at hand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from setwatch.media.along import Along, along
from setwatch.media.blocks import Likenesses, blocks_of, grid, likenesses
from setwatch.media.figures import AGREEMENT, ALONG, FEATURES, PDQ, SAMPLE
from setwatch.media.frames import Grey, Sampled, sample
from setwatch.media.laying import Affine, Box, area_of, boxed, covered, fitted, lifted
from setwatch.media.library import Library, Place, descriptors, points
from setwatch.media.prints import box_of, code_of, features_of, inside, shrunk
from setwatch.model import FramePrint, Likeness, MediaMatch

WINDOWS = ((0.0, 0.0, 1.0, 1.0), (0.1, 0.1, 0.9, 0.9))
"""Parts of a frame that are hashed: the whole, and what is left where a caption or a border was added."""


class View:
    """A frame of the query that is looked at closely; `number` is which of the frames."""

    def __init__(self, number: int, grey: Grey) -> None:
        self.number = number
        self.grey = grey
        self.box = box_of(grey)

    @cached_property
    def features(self) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
        """The places of its local features and their descriptors; found when they are first asked for."""
        return features_of(self.grey, query=True)


class Query(NamedTuple):
    """A picture or video that is looked for, as it is or mirrored: its frames, a few to look at closely."""

    mirrored: bool
    times: tuple[float, ...]
    grey: tuple[Grey, ...]
    small: tuple[Grey, ...]
    views: tuple[View, ...]


class Proposal(NamedTuple):
    """A view that may show what a frame of a reference shows; more votes are better."""

    votes: float
    view: int
    place: Place
    laid: Affine | None


class Judged(NamedTuple):
    """A reference laid over a query: how far the two agree all along, and at the best moment."""

    laid: Affine
    along: Along
    peak: float


def matches(payload: bytes, library: Library, always: Sequence[str] = ()) -> tuple[MediaMatch, ...]:
    """Return where a picture or video is found in `library`, the surest first. Pure.

    Hashes and local features propose, what the frames show all along where they are laid over each other decides.
    What is told `always` is among the proposed.

    Raises:
        ValueError: the bytes are no picture or video that can be decoded.
    """
    return look(sample(payload, int(SAMPLE["query"]), SAMPLE["query_per_second"]), library, always)


def look(sampled: Sampled, library: Library, always: Sequence[str] = ()) -> tuple[MediaMatch, ...]:
    """Return the matches of what was sampled: `matches` after the decoding."""
    found: dict[str, MediaMatch] = {}
    queries = [_query(sampled, mirrored=mirrored) for mirrored in (False, True)]
    for proposers in (_by_code, _by_feature):
        for query in queries:
            proposals = _best(list(proposers(query, library)), always)
            for reference, those in proposals:
                judged = _judged(query, reference, those, library)
                match = _told(query, reference, judged) if judged else None
                if match and (reference not in found or _rank(match) < _rank(found[reference])):
                    found[reference] = match
            if any(match.likeness is Likeness.COPY and match.agreement >= ALONG["sure"] for match in found.values()):
                return tuple(sorted(found.values(), key=_rank))
    return tuple(sorted(found.values(), key=_rank))


def _rank(match: MediaMatch) -> tuple[str, float, str]:
    return match.likeness, -match.agreement, match.reference


def _query(sampled: Sampled, *, mirrored: bool) -> Query:
    frames = [np.asarray(cv2.flip(f.grey, 1), np.uint8) if mirrored else f.grey for f in sampled.frames]
    count = min(len(frames), int(FEATURES["frames"]))
    # The middle of each of so many equal parts: first and last frames are often black.
    chosen = [int((n + 0.5) * len(frames) / count) for n in range(count)]
    views = tuple(View(n, frames[n]) for n in chosen)
    small = tuple(shrunk(frame, int(AGREEMENT["small"])) for frame in frames)
    return Query(mirrored, tuple(frame.time for frame in sampled.frames), tuple(frames), small, views)


def _by_code(query: Query, library: Library) -> Iterator[Proposal]:
    """Yield frames whose PDQ hashes lie near those of a query's frame or its middle."""
    asked = [(number, _within(view.box, window)) for number, view in enumerate(query.views) for window in WINDOWS]
    codes = [code_of(inside(query.views[number].grey, box)) for number, box in asked]
    kept = [(a, code) for a, (code, quality) in zip(asked, codes, strict=True) if quality >= PDQ["quality"]]
    near = library.near_codes([code for _, code in kept])
    for ((number, box), _), found in zip(kept, near, strict=True):
        for place, distance in found:
            frame = library.prints[place.reference].frames[place.frame]
            yield Proposal(1.0 - distance / PDQ["near"], number, place, boxed(box, frame.box))


def _within(box: Box, window: Box) -> Box:
    width, height = box[2] - box[0], box[3] - box[1]
    left, top, right, bottom = window
    return (box[0] + left * width, box[1] + top * height, box[0] + right * width, box[1] + bottom * height)


def _by_feature(query: Query, library: Library) -> Iterator[Proposal]:
    """Yield frames that share local features with a query's frame, one vote a feature."""
    for number, view in enumerate(query.views):
        votes: dict[Place, int] = defaultdict(int)
        for found in library.near_features(view.features[1][:: int(FEATURES["asked_every"])]):
            for place in {place for place, _ in found}:
                votes[place] += 1
        for place, count in votes.items():
            if count >= FEATURES["votes"]:
                yield Proposal(float(count), number, place, None)


def _best(proposals: Sequence[Proposal], always: Sequence[str]) -> list[tuple[str, list[Proposal]]]:
    """Return the references that most speaks for, each with its best proposals of either kind."""
    by_reference: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        by_reference[proposal.place.reference].append(proposal)
    most, ranked = int(FEATURES["pairs"]), []
    for reference, those in by_reference.items():
        those.sort(key=lambda p: (-p.votes, p.view, p.place))
        ranked.append((sum(p.votes for p in those[:most]), reference, those[:most]))
    ranked.sort(key=lambda r: (-r[0], r[1]))
    looked = int(FEATURES["references"])
    return [(r[1], r[2]) for n, r in enumerate(ranked) if n < looked or r[1] in always]


def _judged(query: Query, reference: str, proposals: Sequence[Proposal], library: Library) -> Judged | None:
    """Return how a reference lies best over a query and how far they agree, None where they do not at all."""
    frames = library.prints[reference].frames
    best, laid = ALONG["worth"], None
    for proposal in proposals:
        tried = proposal.laid
        if tried is None:
            tried = _laid(query.views[proposal.view], frames[proposal.place.frame])
        if tried is not None:
            told = _compared(query, [view.number for view in query.views], tried, reference, library)
            score = float((told.moving * told.telling).max(axis=1).mean())
            if score > best:
                best, laid = score, tried
            if best >= FEATURES["clear"]:
                break
    if laid is None:
        return None
    first = _all_along(query, laid, reference, library)
    if first is None or first.along.agreement >= ALONG["again"]:
        return first
    again = _laid_again(query, first.along, frames)
    second = _all_along(query, again, reference, library) if again is not None else None
    return max((j for j in (first, second) if j is not None), key=lambda j: j.along.agreement)


def _laid_again(query: Query, told: Along, frames: Sequence[FramePrint]) -> Affine | None:
    """Return the map between frames of one moment, near the best: the first were proposed by what looks alike."""
    featured = [frame for frame in frames if frame.features]
    if not featured:
        return None
    frame = min(featured, key=lambda frame: abs(frame.time - told.reference_time))
    time = told.time + frame.time - told.reference_time
    number = min(range(len(query.times)), key=lambda n: abs(query.times[n] - time))
    return _laid(View(number, query.grey[number]), frame)


def _compared(query: Query, numbers: Sequence[int], laid: Affine, reference: str, library: Library) -> Likenesses:
    size = grid(library.prints[reference].frames[0].small_size)
    pictures = [lifted(query.small[n], laid, size) for n in numbers]
    ours = blocks_of([query.times[n] for n in numbers], pictures, size)
    return likenesses(ours, library.blocks(reference), covered(query.small[0], laid, size))


def _all_along(query: Query, laid: Affine, reference: str, library: Library) -> Judged | None:
    told = _compared(query, range(len(query.times)), laid, reference, library)
    found = along(told, np.asarray(query.times), library.blocks(reference).times)
    return Judged(laid, found, float((told.all * told.telling).max())) if found else None


def _told(query: Query, reference: str, judged: Judged) -> MediaMatch | None:
    told = judged.along
    if told.agreement >= ALONG["still" if told.changed is None else "copy"]:
        likeness, agreement = Likeness.COPY, told.agreement
    elif judged.peak >= ALONG["take"]:
        likeness, agreement = Likeness.SAME_TAKE, judged.peak
    else:
        return None
    return MediaMatch(
        reference=reference,
        likeness=likeness,
        agreement=round(agreement, 3),
        time=round(told.time, 3),
        reference_time=round(told.reference_time, 3),
        area=area_of(judged.laid, mirrored=query.mirrored),
        mirrored=query.mirrored,
    )


def _laid(view: View, frame: FramePrint) -> Affine | None:
    """Return the map under which most features of two frames fall together."""
    theirs, features = points(frame), descriptors(frame)
    places, own = view.features
    if len(own) < 2 or len(features) < 2:
        return None
    pairs = cv2.BFMatcher(cv2.NORM_HAMMING).knnMatch(own, features, k=2)
    good = [p[0] for p in pairs if len(p) == 2 and p[0].distance < 0.85 * p[1].distance and p[0].distance <= 64]
    if not good:
        return None
    height, width = view.grey.shape
    ours = places[[m.queryIdx for m in good]]
    found = fitted(ours, theirs[[m.trainIdx for m in good]], (width, height))
    return found[0] if found else None
