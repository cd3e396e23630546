"""The second look: whether a query shows a reference that was proposed, laid over it, all along."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import faiss
import numpy as np

from setwatch.media.along import Along, along
from setwatch.media.blocks import Likenesses, blocks_of, grid, likenesses
from setwatch.media.figures import AGREEMENT, ALONG, FEATURES
from setwatch.media.laying import Affine, area_of, covered, fits, lifted, unseen
from setwatch.media.library import Library, descriptors, points
from setwatch.media.propose import Proposal
from setwatch.media.query import Query, View
from setwatch.model import FramePrint, Likeness, MediaMatch


class Judged(NamedTuple):
    """A reference laid over a query: how far the two agree all along, and at the best moment."""

    laid: Affine
    along: Along
    peak: float


def laid_out(proposals: Iterable[Proposal], library: Library) -> Iterator[Proposal]:
    """Yield the ways in which features lay what was proposed over a query, one vote a feature that falls together."""
    for proposal in proposals:
        frame = library.prints[proposal.place.reference].frames[proposal.place.frame]
        for laid, count in _laid(proposal.view, frame, proposal.aspect):
            yield proposal._replace(votes=float(count), laid=laid)


def judge(query: Query, reference: str, proposals: Sequence[Proposal], library: Library) -> MediaMatch | None:
    """Return the match of a query with a reference, laid as one of `proposals` has it; None where there is none."""
    best, laid = ALONG["worth"], None
    for tried in (proposal.laid for proposal in proposals if proposal.laid is not None):
        told = _compared(query, [view.number for view in query.views], tried, reference, library)
        score = float((told.moving * told.telling).max(axis=1).mean())
        if score > best:
            best, laid = score, tried
        if best >= FEATURES["clear"]:
            break
    if laid is None:
        return None
    judged = _all_along(query, laid, reference, library)
    if judged is None or judged.along.agreement < ALONG["again"]:
        aspect = next((proposal.aspect for proposal in proposals if proposal.aspect), None)
        again = _laid_again(query, judged.along, library.prints[reference].frames, aspect) if judged else None
        second = _all_along(query, again, reference, library) if again is not None else None
        judged = max((j for j in (judged, second) if j is not None), key=lambda j: j.along.agreement, default=None)
    return _told(query, reference, judged) if judged is not None else None


def _laid_again(query: Query, told: Along, frames: Sequence[FramePrint], aspect: float | None) -> Affine | None:
    """Return the map between frames of one moment, near the best: the first were proposed by what looks alike."""
    featured = [frame for frame in frames if frame.features]
    if not featured:
        return None
    frame = min(featured, key=lambda frame: abs(frame.time - told.reference_time))
    view = query.view_at(told.time + frame.time - told.reference_time)
    return next((laid for laid, _ in _laid(view, frame, aspect)), None)


def _compared(query: Query, numbers: Sequence[int], laid: Affine, reference: str, library: Library) -> Likenesses:
    size = grid(library.prints[reference].frames[0].small_size)
    share = float(np.sqrt(abs(np.linalg.det(laid[:, :2]))))
    small = [query.small(n, share) for n in numbers]
    pictures = [lifted(picture, laid, size) for picture in small]
    ours = blocks_of([query.times[n] for n in numbers], pictures, size)
    return likenesses(ours, library.blocks(reference), covered(small[0], laid, size))


def _all_along(query: Query, laid: Affine, reference: str, library: Library) -> Judged | None:
    told = _compared(query, range(len(query.times)), laid, reference, library)
    found = along(told, np.asarray(query.times), library.blocks(reference).times)
    wide = told.counts >= AGREEMENT["take_blocks"]
    return Judged(laid, found, float((told.all * wide).max())) if found else None


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
        unseen=unseen(judged.laid),
    )


def _laid(view: View, frame: FramePrint, aspect: float | None) -> Iterator[tuple[Affine, int]]:
    """Yield the maps under which most features of two frames fall together, and how many do."""
    theirs, features = points(frame), descriptors(frame)
    own = view.features(aspect)
    if len(own.descriptors) < 2 or len(features) < 2:
        return
    distances, nearest = faiss.knn_hamming(own.descriptors, np.ascontiguousarray(features), 2)
    good = (distances[:, 0] < FEATURES["clearer"] * distances[:, 1]) & (distances[:, 0] <= FEATURES["same"])
    yield from fits(own.places[good], theirs[nearest[good, 0]], own.size)
