"""The traits of each block of a page that speak for or against its being a part of the article."""

from collections import Counter
from math import log1p

from setwatch.reading.html.boxes import BESIDE, BODY, LABEL, ODD, Box, Layout
from setwatch.reading.html.words import load

_WORDS = load("body.toml")
_BLOCKS = _WORDS["blocks"]
_KNOWN, _ECHO, _PHRASED = (_BLOCKS[name] for name in ("known", "echo", "phrased"))
_PHRASES = tuple(_WORDS["phrases"]["before"])
_ENDS = frozenset(".!?…。！？")
_CLOSING = "'\"”’»)]"

TRAITS = (
    "links", "paragraph", "heading", "caption", "row", "post", "body", "beside", "odd", "label", "open_end", "phrase",
    "company", "likeness", "main_likeness", "echo", "commas", "lateness", "item_among_prose", "main_room",
    "before", "after", "two_before", "two_after", "three_before", "three_after",
)  # fmt: skip
"""Their names, in the order of the figures that `traits` gives.

`links`: the share of links times the length (logarithms of characters throughout); `open_end`: the length where no
sentence ends; `company`: the other prose in the same box; `likeness`: the other prose with the same markup,
`main_likeness` as a share of all prose; `main_room`: the share of all prose two boxes up; the last six: the unlinked
length of neighbours.
"""

_NEIGHBOURS = 3


def traits(layout: Layout) -> list[list[float]]:
    """Return the figures of each block, in the order of `TRAITS`."""
    boxes, blocks = layout.boxes, layout.blocks
    company: dict[int, int] = {}
    likeness: dict[str, int] = {}
    texts = Counter([block.text for block in blocks])
    markup = [_markup(boxes[block.box], boxes) for block in blocks]
    for block, name in zip(blocks, markup, strict=True):
        if own := block.prose:
            parent = boxes[block.box].parent
            company[parent] = company.get(parent, 0) + own
            likeness[name] = likeness.get(name, 0) + own
    total = sum(likeness.values()) + 1
    rows: list[list[float]] = []
    weights = [0.0] * _NEIGHBOURS
    for at, (block, name) in enumerate(zip(blocks, markup, strict=True)):
        text, kind, own = block.text, block.kind, block.prose
        size = len(text)
        box = boxes[block.box]
        hints = box.hints
        outer = boxes[box.parent] if box.parent >= 0 else box
        room = boxes[outer.parent] if outer.parent >= 0 else outer
        length = log1p(min(size, _KNOWN))
        linked = min(1.0, block.linked / size)
        weights.append(0.0 if kind == "caption" else length * (1 - linked))
        alike = likeness.get(name, own) - own
        rows.append([
            linked * length, kind == "paragraph", kind == "heading", kind == "caption", kind == "row", kind == "post",
            hints & BODY > 0, hints & BESIDE > 0, hints & ODD > 0, hints & LABEL > 0,
            0.0 if text.rstrip(_CLOSING)[-1:] in _ENDS else length,
            size < _PHRASED and text[:32].lower().startswith(_PHRASES),
            log1p(company.get(box.parent, own) - own), log1p(alike), alike / total,
            size > _ECHO and texts[text] > 1, log1p(text.count(",")), at / len(blocks),
            log1p(room.prose - outer.prose) if kind == "item" else 0.0, room.prose / total,
        ])  # fmt: skip
    weights += [0.0] * _NEIGHBOURS
    for at, row in enumerate(rows):
        w = weights[at : at + 2 * _NEIGHBOURS + 1]
        row.extend((w[2], w[4], w[1], w[5], w[0], w[6]))
    return rows


def _markup(box: Box, boxes: list[Box]) -> str:
    """Names of a box and of the one around it: equal for blocks with the same markup."""
    return f"{box.name}\n{boxes[box.parent].name}" if box.parent >= 0 else box.name
