"""One pass over a page's tree: its blocks of words in order, and the boxes that they lie in."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from selectolax.lexbor import LexborNode

from setwatch.reading.html.words import load

_WORDS = load("body.toml")
_BLOCK = frozenset(_WORDS["tags"]["block"])
_POST = _WORDS["tags"]["post"]
_SILENT = frozenset(_WORDS["tags"]["silent"]) | frozenset(_WORDS["tags"]["aside"])
_BODY = frozenset(_WORDS["hints"]["body"])
_BESIDE = frozenset(_WORDS["hints"]["beside"])
_ODD = frozenset(_WORDS["hints"]["odd"])
_LABEL = frozenset(_WORDS["hints"]["label"])
_PROSE = _WORDS["blocks"]["prose"]
_MOST_BESIDE, _MOST_ODD = _WORDS["limits"]["beside"], _WORDS["limits"]["odd"]
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

BODY, BESIDE, ODD, LABEL = 1, 2, 4, 8
"""What the markup of a box hints at, as bits: see `[hints]` of body.toml."""

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
    """

    kind: str
    text: str
    linked: int
    box: int
    prose: int = 0


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


def lay_out(body: LexborNode) -> Layout:
    """Return the boxes and blocks of a page's body."""
    walk = _Walk()
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

    __slots__ = ("_in_link", "_linked", "_words", "blocks", "boxes")

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._linked = 0
        self._in_link = False

    def children(self, node: LexborNode, box: int, kind: str, depth: int) -> None:
        """Take in what is in an element; the block that is open at its end stays open."""
        words = self._words
        if depth > DEEPEST:
            words.append(node.text())
            return
        child = node.first_child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
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
            self.blocks.append(Block(kind, text, self._linked, box, prose))
        self._words.clear()
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
                if tag == "blockquote" and any(name in names for name in _POST):
                    self._post(node, parent)
                    return
                hints = hints_of(names)
            if attributes.get("itemprop") == "articleBody":
                hints |= BODY
        box = len(self.boxes)
        self.boxes.append(Box(parent, hints, tag + names))
        kind = _KINDS.get(tag) or (kind if kind in _HANDED_DOWN else "text")
        self.children(node, box, kind, depth + 1)
        if self._words:
            self.close(box, kind)

    def _post(self, node: LexborNode, box: int) -> None:
        text = " ".join(node.text(separator=" ").split())
        if text:
            self.blocks.append(Block("post", text, 0, box))
