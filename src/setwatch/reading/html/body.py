"""The main text of a page."""

from setwatch.reading.html.boxes import lay_out
from setwatch.reading.html.page import Page

SURE = 250
"""Characters from which the text found is taken to be an article's; below it trafilatura is asked too."""

ASKED = 1_000_000
"""Bytes up to which a page is given to trafilatura, which needs some seconds for a page of this size at worst."""


def body_of(page: Page, payload: bytes) -> str:
    """Return the words of the article, a block a line."""
    text = _own(page)
    if len(text) < SURE and len(payload) <= ASKED:
        import trafilatura  # noqa: PLC0415 - it takes long to import, and few pages need it

        other = trafilatura.extract(payload, include_comments=False) or ""
        return other if len(other) > 2 * len(text) else text
    return text


def _own(page: Page) -> str:
    node = page.tree.body
    if node is None:
        return ""
    layout = lay_out(node)
    good = [
        len(b.text) - 3 * b.linked if b.kind in ("paragraph", "text") and len(b.text) > 80 else 0 for b in layout.blocks
    ]
    boxes = layout.boxes
    sums = [0.0] * len(boxes)
    for block, weight in zip(layout.blocks, good, strict=True):
        sums[block.box] += weight
    for index in range(len(boxes) - 1, 0, -1):
        if not boxes[index].junk:
            sums[boxes[index].parent] += sums[index] - 20
    best = max(range(len(boxes)), key=lambda i: (sums[i], i))
    inside = {best}
    for index in range(best + 1, len(boxes)):
        if boxes[index].parent in inside and not boxes[index].junk:
            inside.add(index)
    return "\n".join(b.text for b in layout.blocks if b.box in inside and b.linked < 0.5 * len(b.text))
