"""A page captured more than once: what each version changed, sentence by sentence."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from setwatch.language.sentences import sentences
from setwatch.model import Document, Edit, Evidence, Version, quote

REWORDED = 60.0
"""Likeness (0 to 100, rapidfuzz token sort ratio) from which a sentence in another's place is that one reworded: one
that keeps most of its words and moves a date or a name scores above 70, two of one page about other things below 50."""


def versions(documents: Iterable[Document]) -> tuple[Version, ...]:
    """Return the versions of one page in the order of their captures, each with its edits of the one before. Pure."""
    found: list[Version] = []
    for document in sorted(documents, key=lambda d: (d.captured, d.version)):
        before = found[-1].document if found else None
        found.append(Version(document, tuple(_edits(before, document)) if before else ()))
    return tuple(found)


def _edits(old: Document, new: Document) -> Iterator[Edit]:
    """Yield the edits in the order of the newer text; what is the same but for white space is none."""
    before, after = _sentences(old), _sentences(new)
    matcher = SequenceMatcher(None, [_plain(s) for s in before], [_plain(s) for s in after], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield from _pair(before[a:b], after[c:d])


def _sentences(document: Document) -> list[Evidence]:
    return [quote(document.text, s.span.start, s.span.end) for s in sentences(document)]


def _plain(sentence: Evidence) -> str:
    return " ".join(sentence.exact.split())


def _pair(gone: Sequence[Evidence], come: Sequence[Evidence]) -> Iterator[Edit]:
    """Pair each new sentence with the likeliest old one that is left, in the order of the page."""
    left = list(gone)
    for sentence in come:
        best = max(left, key=lambda old: _alike(old, sentence), default=None)
        if best is not None and _alike(best, sentence) >= REWORDED:
            for dropped in left[: left.index(best)]:
                yield Edit(dropped, None)
            del left[: left.index(best) + 1]
            yield Edit(best, sentence)
        else:
            yield Edit(None, sentence)
    yield from (Edit(old, None) for old in left)


def _alike(a: Evidence, b: Evidence) -> float:
    return fuzz.token_sort_ratio(a.exact, b.exact)
