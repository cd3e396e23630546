"""Where a picture or video is found among those at hand."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from setwatch.media.figures import ALONG, FEATURES, SAMPLE
from setwatch.media.frames import Sampled, sample
from setwatch.media.judge import judge, laid_out
from setwatch.media.library import Library
from setwatch.media.propose import Proposal, by_code, by_feature, ranked
from setwatch.media.query import Query, View
from setwatch.model import Likeness, MediaMatch

Found = dict[str, MediaMatch]


def matches(payload: bytes, library: Library, always: Sequence[str] = ()) -> tuple[MediaMatch, ...]:
    """Return where a picture or video is found in `library`, the surest first. Pure.

    Hashes and local features propose, what the frames show all along where they are laid over each other decides.
    The references told `always`, the likeliest first, are looked at even where nothing proposes them: footage that is
    filed under the same production and time. Of these the first few count (`FEATURES.always`).

    Raises:
        ValueError: the bytes are no picture or video that can be decoded.
    """
    return look(sample(payload, int(SAMPLE["query"]), SAMPLE["query_per_second"]), library, always)


def look(sampled: Sampled, library: Library, always: Sequence[str] = ()) -> tuple[MediaMatch, ...]:
    """Return the matches of what was sampled: `matches` after the decoding."""
    plain = Query(sampled)
    queries = (plain, Query(sampled, plain))
    known = [reference for reference in always if reference in library.prints][: int(FEATURES["always"])]
    found: Found = {}
    by_hash = [proposal for query in queries for proposal in by_code(query, library)]
    for mirrored, reference, proposals in ranked(by_hash, int(FEATURES["references"])):
        _keep(found, judge(queries[mirrored], reference, proposals, library))
    if not _sure(found):
        _closer(queries, library, found, FEATURES["votes"])
    near = library.only([reference for reference in known if reference not in found])
    if near.prints:
        _closer(queries, near, found, FEATURES["votes_always"])
    return tuple(sorted(found.values(), key=_rank))


def _closer(queries: Sequence[Query], library: Library, found: Found, least: float) -> None:
    """Add to `found` what local features lead to, frame by frame until something is sure."""
    before = dict(found)
    pooled: list[Proposal] = []
    laid: list[Proposal] = []
    tries: Counter[tuple[bool, str]] = Counter()
    for query, view, aspect in _looks(queries, library):
        proposals = by_feature(view, library, aspect, least)
        likeliest = [p for p in proposals if not _copied(found, p.place.reference)][: int(FEATURES["laid_at_once"])]
        laid_now = list(laid_out(likeliest, library))
        for mirrored, reference, those in ranked(laid_now, len(likeliest)):
            tries[mirrored, reference] += those[0].votes >= FEATURES["clear_inliers"]
            if those[0].votes >= FEATURES["clear_inliers"] and tries[mirrored, reference] <= FEATURES["tries"]:
                _keep(found, judge(query, reference, those, library))
        if _sure({key: match for key, match in found.items() if key not in before}):
            return
        laid += laid_now
        pooled += [proposal for proposal in proposals if proposal not in likeliest]
    # Votes are noisy; features of both frames against each other are not, so many are laid out and few judged.
    left = [p for p in pooled if not _copied(found, p.place.reference)]
    likely = [p for _, _, those in ranked(left, int(FEATURES["laid"])) for p in those[: int(FEATURES["laid_pairs"])]]
    laid = [p for p in (*laid, *laid_out(likely, library)) if not _copied(found, p.place.reference)]
    for mirrored, reference, those in ranked(laid, int(FEATURES["references"])):
        _keep(found, judge(queries[mirrored], reference, those, library))


def _looks(queries: Sequence[Query], library: Library) -> Iterator[tuple[Query, View, float | None]]:
    """Yield the views in the order in which they are looked at, with the shape to which each is pulled if it is.

    The middle comes first, and what is as it is before what is pulled.
    """
    count = len(queries[0].views)
    order = sorted(range(count), key=lambda n: (abs(n - count // 2) % 2, abs(n - count // 2)))
    for number in order:
        for query in queries:
            yield query, query.views[number], None
    height, width = queries[0].views[0].grey.shape
    for aspect in library.aspects_unlike(width / height):
        for number in order[: int(FEATURES["pulled"])]:
            for query in queries:
                yield query, query.views[number], aspect


def _keep(found: Found, match: MediaMatch | None) -> None:
    if match and (match.reference not in found or _rank(match) < _rank(found[match.reference])):
        found[match.reference] = match


def _copied(found: Mapping[str, MediaMatch], reference: str) -> bool:
    return reference in found and found[reference].likeness is Likeness.COPY


def _sure(found: Mapping[str, MediaMatch]) -> bool:
    return any(match.likeness is Likeness.COPY and match.agreement >= ALONG["sure"] for match in found.values())


def _rank(match: MediaMatch) -> tuple[str, float, str]:
    return match.likeness, -match.agreement, match.reference
