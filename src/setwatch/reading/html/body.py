"""The main text of a page, with the posts in it."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from operator import mul

from selectolax.lexbor import LexborHTMLParser, LexborNode

from setwatch.model import Post
from setwatch.reading.embeds import find_embeds, post_at
from setwatch.reading.html.boxes import BESIDE, SMALL, Block, Box, Layout, lay_out
from setwatch.reading.html.traits import TRAITS, traits
from setwatch.reading.html.words import load

_WEIGHTS = load("weights.toml")
_BIAS: float = _WEIGHTS["bias"]
_EACH: tuple[float, ...] = tuple(_WEIGHTS["traits"][name] for name in TRAITS)
_BLOCKS = load("body.toml")["blocks"]
_KEEP, _LEAST, _NEAR, _ECHO = _BLOCKS["keep"], _BLOCKS["least"], _BLOCKS["near"], _BLOCKS["echo"]

SURE = 250
"""Characters from which the text found is taken to be an article's; below it trafilatura is asked too."""

WRAPPED = 3
"""Elements that pages put around an embed: a figure, a box for the consent, a box that is as wide as the text."""

ASKED = 1_000_000
"""Bytes up to which a page is given to trafilatura, which needs some seconds for a page of this size at worst."""


@dataclass(frozen=True, slots=True)
class Body:
    """The words of an article, a block a line, the posts in them and the elements of the links."""

    text: str
    posts: tuple[Post, ...] = ()
    anchors: tuple[LexborNode, ...] = ()


def body_of(tree: LexborHTMLParser, payload: bytes) -> Body:
    """Return the words of the article, with the posts in their places."""
    layout = layout_of(tree)
    blocks = with_posts(layout, choose(layout.blocks, [weigh(row) for row in traits(layout)]))
    text = "\n".join([block.text for block in blocks])
    if len(text) < SURE and len(payload) <= ASKED:
        import trafilatura  # noqa: PLC0415 - it takes long to import, and few pages need it

        other = trafilatura.extract(payload, include_comments=False) or ""
        if len(other) > 2 * len(text):
            return Body(other)
    return Body(text, _posts(blocks, text), tuple(anchor for block in blocks for anchor in block.anchors))


def layout_of(tree: LexborHTMLParser, small: int = SMALL) -> Layout:
    """Return the boxes and blocks of a page, posts among them; `small` is as for `lay_out`."""
    node = tree.body
    return lay_out(node, find_embeds(tree), small) if node is not None else Layout()


def _posts(blocks: Sequence[Block], text: str) -> tuple[Post, ...]:
    posts = []
    start = 0
    for block in blocks:
        if block.embed is not None:
            posts.append(post_at(block.embed, text, start))
        start += len(block.text) + 1
    return tuple(posts)


def with_posts(layout: Layout, chosen: Sequence[Block]) -> list[Block]:
    """Return the chosen blocks with the embedded posts that stand in the same boxes as their prose.

    How long or how linked a post is says nothing of whether it belongs to the article: where it stands does.
    """
    boxes = layout.boxes
    taken = {id(block) for block in chosen}
    rooms = {max(boxes[block.box].parent, 0) for block in chosen if block.prose}
    return [b for b in layout.blocks if id(b) in taken or (b.embed is not None and _lies_in(rooms, b.box, boxes))]


def _lies_in(rooms: Set[int], box: int, boxes: Sequence[Box]) -> bool:
    """Whether a box is one of the rooms, or a few levels inside one, and not beside the article."""
    if boxes[box].hints & BESIDE:
        return False
    for _ in range(WRAPPED):
        if box in rooms or box < 0:
            break
        box = boxes[box].parent
    return box in rooms


def weigh(row: Sequence[float]) -> float:
    """Return the log odds that a block with these traits is a part of the article."""
    return sum(map(mul, _EACH, row), _BIAS)


def choose(blocks: Sequence[Block], weights: Sequence[float]) -> list[Block]:
    """Return the blocks that weigh enough, each text once, and the posts between and right beside them.

    If there is none, the blocks that are no links.
    """
    least = _KEEP
    if sum(len(block.text) for block, weight in zip(blocks, weights, strict=True) if weight > least) < _LEAST:
        best = max((weight for block, weight in zip(blocks, weights, strict=True) if block.prose), default=least)
        least = min(least, best - _NEAR)
    seen: set[str] = set()
    found: list[Block] = []
    waiting: list[Block] = []
    right_after, touching = 0, True
    for block, weight in zip(blocks, weights, strict=True):
        if weight > least and block.text not in seen:
            found += (*waiting, block)
            waiting, right_after, touching = [], 0, True
            if len(block.text) > _ECHO:
                seen.add(block.text)
        elif block.kind == "post" and block.text not in seen:
            waiting.append(block)
            right_after += touching
        else:
            touching = False
            waiting = waiting if found else []
    found += waiting[:right_after]
    return found or [block for block in blocks if 2 * block.linked < len(block.text)]
