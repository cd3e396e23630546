"""One pass over a page's tree: its blocks of words in order, and the boxes that they lie in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from selectolax.lexbor import LexborNode

from setwatch.reading.embeds import Embed
from setwatch.reading.html.words import load

BODY, BESIDE, ODD, LABEL = 1, 2, 4, 8
"""What the markup of a box hints at, as bits: see `[hints]` of body.toml."""

_WORDS = load("body.toml")
_BLOCK = frozenset(_WORDS["tags"]["block"])
_SILENT = frozenset(_WORDS["tags"]["silent"]) | frozenset(_WORDS["tags"]["aside"])
_BODY = frozenset(_WORDS["hints"]["body"])
_BESIDE = frozenset(_WORDS["hints"]["beside"])
_ODD = frozenset(_WORDS["hints"]["odd"])
_LABEL = frozenset(_WORDS["hints"]["label"])
_OWN = BODY | BESIDE
_WHOLE = frozenset(("article", "main"))
_PROSE = _WORDS["blocks"]["prose"]
_MOST_BESIDE, _MOST_ODD = _WORDS["limits"]["beside"], _WORDS["limits"]["odd"]
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

SMALL: int = _WORDS["limits"]["small"]
"""See body.toml."""

DEEPEST = 300
"""Levels of elements that are told apart; what lies deeper is taken as one text, so that no page exhausts the stack."""

_KINDS = {
    "p": "paragraph", "li": "item", "dt": "item", "dd": "item", "blockquote": "quote", "figcaption": "caption",
    "caption": "caption", "tr": "row", **dict.fromkeys(_WORDS["tags"]["heading"], "heading"),
}  # fmt: skip
_HANDED_DOWN = frozenset(("quote", "caption", "item"))
_SPACE = frozenset(("br", "td", "th"))


@dataclass(slots=True)
class Box:
    """A block-level element: the index of the box around it, its hints and those of all around it, and its markup.

    `prose` counts the characters of the prose in it.
    """

    parent: int
    hints: int
    name: str
    prose: int = 0


@dataclass(slots=True)
class Block:
    """Words that stand together, such as a paragraph. `linked` counts the characters of them that are links.

    `prose` counts the characters if the words are long and unlinked enough to be running text, else it is 0.
    `anchors` are the elements of its links, `embed` is the post whose paragraph it is.
    """

    kind: str
    text: str
    linked: int
    box: int
    prose: int = 0
    anchors: Sequence[LexborNode] = ()
    embed: Embed | None = None


@dataclass(slots=True)
class Layout:
    """The boxes of a page, outer ones first, and its blocks in the order of the page."""

    boxes: list[Box] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@lru_cache(maxsize=16384)
def hints_of(names: str) -> int:
    """Return what an element of this class and id hints at."""
    words = [word.lower() for word in _WORD.findall(names[:400])]
    found = 0
    if not (_BODY.isdisjoint(words) and _BODY.isdisjoint(map(" ".join, pairwise(words)))):
        found |= BODY
    for bit, lexicon in ((BESIDE, _BESIDE), (ODD, _ODD), (LABEL, _LABEL)):
        if not lexicon.isdisjoint(words):
            found |= bit
    return found


def lay_out(body: LexborNode, embeds: Iterable[Embed] = (), small: int = SMALL) -> Layout:
    """Return the boxes and blocks of a page's body, where each of its embeds is a block of the kind `post`.

    Sections beside the article of fewer than `small` characters are left out.
    """
    walk = _Walk(embeds, small)
    walk.boxes.append(Box(-1, 0, "body"))
    walk.children(body, 0, "text", 0)
    walk.close(0, "text")
    boxes = walk.boxes
    for block in walk.blocks:
        boxes[block.box].prose += block.prose
    for box in reversed(boxes):
        if box.parent >= 0:
            boxes[box.parent].prose += box.prose
    prose = boxes[0].prose if boxes else 0
    for box in boxes:
        if box.prose > _MOST_ODD * prose:
            box.hints &= ~(ODD | LABEL) if box.prose <= _MOST_BESIDE * prose else ~(ODD | LABEL | BESIDE)
        if box.parent >= 0:
            box.hints |= boxes[box.parent].hints
    return Layout(boxes, walk.blocks)


class _Walk:
    """The state of the pass: the words of the block that is open, and how many of them are links."""

    __slots__ = ("_anchors", "_around", "_embeds", "_in_link", "_linked", "_small", "_words", "blocks", "boxes")

    def __init__(self, embeds: Iterable[Embed], small: int) -> None:
        self._small = small
        self._embeds = {embed.node.mem_id: embed for embed in embeds}
        self._around = set(_around(self._embeds.values()))
        self._anchors: list[LexborNode] = []
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._linked = 0
        self._in_link = False

    def children(self, node: LexborNode, box: int, kind: str, depth: int) -> None:
        """Take in what is in an element; the block that is open at its end stays open."""
        words, embeds = self._words, self._embeds
        if depth > DEEPEST:
            words.append(node.text())
            return
        child = node.first_child
        while child is not None:
            tag = child.tag or ""
            if embeds and (embed := embeds.get(child.mem_id)) is not None:
                self.close(box, kind)
                self.blocks.append(Block("post", embed.paragraph, 0, box, embed=embed))
            elif tag == "-text":
                text = child.text_content
                if text and (words or not text.isspace()):
                    words.append(text)
                    if self._in_link:
                        self._linked += len(text)
            elif tag in _BLOCK:
                if words:
                    self.close(box, kind)
                self._enter(child, tag, box, kind, depth)
            elif tag == "a":
                self._anchors.append(child)
                outside, self._in_link = self._in_link, True
                self.children(child, box, kind, depth + 1)
                self._in_link = outside
            elif tag in _SPACE:
                words.append(" ")
                self.children(child, box, kind, depth + 1)
                words.append(" ")
            elif tag == "hr":
                self.close(box, kind)
            elif tag not in _SILENT:
                self.children(child, box, kind, depth + 1)
            child = child.next

    def close(self, box: int, kind: str) -> None:
        """End the block that is open, if it has words."""
        text = " ".join("".join(self._words).split())
        if text:
            size = len(text)
            prose = size if size > _PROSE and 3 * self._linked < size else 0
            self.blocks.append(Block(kind, text, self._linked, box, prose, self._anchors))
        self._words.clear()
        self._anchors = []
        self._linked = 0

    def _enter(self, node: LexborNode, tag: str, parent: int, kind: str, depth: int) -> None:
        attributes = node.attributes
        names, hints = "", 0
        if attributes:
            style = attributes.get("style")
            if "hidden" in attributes or (style and _UNSEEN.search(style)):
                return
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
            if len(names) > 1:
                hints = hints_of(names)
                if hints & _OWN == BESIDE and tag not in _WHOLE and self._is_small(node):
                    return
            if attributes.get("itemprop") == "articleBody":
                hints |= BODY
        box = len(self.boxes)
        self.boxes.append(Box(parent, hints, tag + names))
        kind = _KINDS.get(tag) or (kind if kind in _HANDED_DOWN else "text")
        self.children(node, box, kind, depth + 1)
        if self._words:
            self.close(box, kind)

    def _is_small(self, node: LexborNode) -> bool:
        """Whether an element has too few words to be around the article, and no post."""
        return node.mem_id not in self._around and len(node.text()) < self._small


def _around(embeds: Iterable[Embed]) -> Iterator[int]:
    """The ids of all elements around embeds."""
    for embed in embeds:
        node, left = embed.node.parent, DEEPEST
        while node is not None and left:
            yield node.mem_id
            node, left = node.parent, left - 1
