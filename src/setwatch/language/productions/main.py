"""Which watched production a document is about."""

from collections import Counter

from setwatch.model import Document, Span

HEAD = 400
"""Characters in which headline and first paragraph stand."""


def main_production(document: Document, named: list[tuple[Span, int | None]]) -> int | None:
    """Return the index of the watched production that the document is about; None where it names none.

    A mention counts once, thrice in the first characters, twice more in the title; among equals the first named.
    """
    points: Counter[int] = Counter()
    order: dict[int, int] = {}
    title = document.title or ""
    for span, index in named:
        if index is None:
            continue
        points[index] += 3 if span.start < HEAD else 1
        if document.text[span.start : span.end] in title:
            points[index] += 2
        order[index] = min(span.start, order.get(index, span.start))
    if not points:
        return None
    return min(points, key=lambda index: (-points[index], order[index]))
