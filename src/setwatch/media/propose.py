"""Which frames of which references a frame may show: by its PDQ hashes, and by its local features."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from setwatch.media.figures import FEATURES, PDQ
from setwatch.media.laying import Affine, Box, boxed
from setwatch.media.library import Library, Place
from setwatch.media.prints import code_of, inside
from setwatch.media.query import Query, View

WINDOWS = ((0.0, 0.0, 1.0, 1.0), (0.1, 0.1, 0.9, 0.9))
"""Parts of a frame that are hashed: the whole, and what is left where a caption or a border was added."""


class Proposal(NamedTuple):
    """A view that may show what a frame of a reference shows; more votes are better.

    `laid` is how the reference would lie on it, None where features have to tell; `aspect` is the shape to which the
    view was pulled, as `View.features` has it.
    """

    votes: float
    view: View
    place: Place
    laid: Affine | None = None
    aspect: float | None = None


def by_code(query: Query, library: Library) -> Iterator[Proposal]:
    """Yield frames whose PDQ hashes lie near those of a query's frame or its middle."""
    asked = [(view, _within(view.box, window)) for view in query.hashed for window in WINDOWS]
    codes = [code_of(inside(view.grey, box)) for view, box in asked]
    kept = [(a, code) for a, (code, quality) in zip(asked, codes, strict=True) if quality >= PDQ["quality"]]
    near = library.near_codes([code for _, code in kept])
    for ((view, box), _), found in zip(kept, near, strict=True):
        for place, distance in found:
            frame = library.prints[place.reference].frames[place.frame]
            yield Proposal(1.0 - distance / PDQ["near"], view, place, boxed(box, frame.box))


def _within(box: Box, window: Box) -> Box:
    width, height = box[2] - box[0], box[3] - box[1]
    left, top, right, bottom = window
    return (box[0] + left * width, box[1] + top * height, box[0] + right * width, box[1] + bottom * height)


def by_feature(view: View, library: Library, aspect: float | None, least: float) -> list[Proposal]:
    """Return the frame of each reference that shares most local features with a view, one vote a feature.

    Frames with less than `least` votes are left out. The most voted for come first.
    """
    votes: dict[Place, int] = defaultdict(int)
    asked = view.features(aspect).descriptors[:: int(FEATURES["asked_every"])]
    for found in library.near_features(asked, aspect):
        for place in {place for place, _ in found}:
            votes[place] += 1
    best: dict[str, Proposal] = {}
    for place, count in sorted(votes.items(), key=lambda v: (-v[1], v[0])):
        if count >= least:
            best.setdefault(place.reference, Proposal(float(count), view, place, None, aspect))
    return list(best.values())


def ranked(proposals: Sequence[Proposal], most: int) -> list[tuple[bool, str, list[Proposal]]]:
    """Return the references that most speaks for, mirrored or not, at most so many, each with its best proposals.

    Twice as many where they are about as likely: cuts of one take, or one room.
    """
    by_reference: dict[tuple[bool, str], list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        by_reference[proposal.view.mirrored, proposal.place.reference].append(proposal)
    pairs, found = int(FEATURES["pairs"]), []
    for (mirrored, reference), those in by_reference.items():
        those.sort(key=lambda p: (-p.votes, p.view.number, p.place))
        found.append((sum(p.votes for p in those[:pairs]), mirrored, reference, those[:pairs]))
    found.sort(key=lambda r: (-r[0], r[1], r[2]))
    likely = [f for f in found[: 2 * most] if f[0] >= FEATURES["likely"] * found[0][0]]
    return [(mirrored, reference, those) for _, mirrored, reference, those in found[: max(most, len(likely))]]
