"""The main text of a page."""

from operator import mul

from selectolax.lexbor import LexborHTMLParser

from setwatch.reading.html.boxes import Block, lay_out
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


def body_of(tree: LexborHTMLParser, payload: bytes) -> str:
    """Return the words of the article, a block a line."""
    text = "\n".join(block.text for block in kept(tree))
    if len(text) < SURE and len(payload) <= ASKED:
        import trafilatura  # noqa: PLC0415 - it takes long to import, and few pages need it

        other = trafilatura.extract(payload, include_comments=False) or ""
        return other if len(other) > 2 * len(text) else text
    return text


def kept(tree: LexborHTMLParser) -> list[Block]:
    """Return the blocks of a page that are parts of its article."""
    node = tree.body
    if node is None:
        return []
    layout = lay_out(node)
    return choose(layout.blocks, [weigh(row) for row in traits(layout)])


def weigh(row: list[float]) -> float:
    """Return the log odds that a block with these traits is a part of the article."""
    return sum(map(mul, _EACH, row), _BIAS)


def choose(blocks: list[Block], weights: list[float]) -> list[Block]:
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
