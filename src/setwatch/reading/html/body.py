"""The main text of a page, with the posts in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from selectolax.lexbor import LexborHTMLParser, LexborNode

from setwatch.model import Post
from setwatch.reading.embeds import find_embeds, post_at
from setwatch.reading.html.boxes import SMALL, Block, Layout, lay_out
from setwatch.reading.html.traits import TRAITS, traits
from setwatch.reading.html.words import load

_WEIGHTS = load("weights.toml")
_BIAS: float = _WEIGHTS["bias"]
_EACH: tuple[float, ...] = tuple(_WEIGHTS["traits"][name] for name in TRAITS)
_BLOCKS = load("body.toml")["blocks"]
_KEEP, _LEAST, _NEAR, _ECHO = _BLOCKS["keep"], _BLOCKS["least"], _BLOCKS["near"], _BLOCKS["echo"]

SURE = 250
"""Characters from which the text found is taken to be an article's; below it trafilatura is asked too."""

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
    blocks = choose(layout.blocks, [weigh(row) for row in traits(layout)])
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


def weigh(row: Sequence[float]) -> float:
    """Return the log odds that a block with these traits is a part of the article."""
    return sum(map(mul, _EACH, row), _BIAS)


def choose(blocks: Sequence[Block], weights: Sequence[float]) -> list[Block]:
    """Return the blocks that weigh enough, each text once; if none does, those that are no links."""
    least = _KEEP
    if sum(len(block.text) for block, weight in zip(blocks, weights, strict=True) if weight > least) < _LEAST:
        best = max((weight for block, weight in zip(blocks, weights, strict=True) if block.prose), default=least)
        least = min(least, best - _NEAR)
    seen: set[str] = set()
    found = []
    for block, weight in zip(blocks, weights, strict=True):
        if weight > least and block.text not in seen:
            found.append(block)
            if len(block.text) > _ECHO:
                seen.add(block.text)
    return found or [block for block in blocks if 2 * block.linked < len(block.text)]
