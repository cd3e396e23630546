"""One pass over a page's tree: its blocks of words in order, and the boxes that they lie in."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from selectolax.lexbor import LexborNode

from setwatch.reading.html.words import load

_WORDS = load("body.toml")
_INLINE = frozenset(_WORDS["tags"]["inline"])
_SILENT = frozenset(_WORDS["tags"]["silent"])
_ASIDE = frozenset(_WORDS["tags"]["aside"])
_HEADING = frozenset(_WORDS["tags"]["heading"])
_BODY = frozenset(_WORDS["hints"]["body"])
_JUNK = frozenset(_WORDS["hints"]["junk"])
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

DEEPEST = 300
"""Levels of elements that are told apart; what lies deeper is taken as one text, so that no page exhausts the stack."""

_KINDS = {
    "p": "paragraph", "li": "item", "blockquote": "quote", "figcaption": "caption", "caption": "caption", "pre": "pre",
    "td": "cell", "th": "cell", "dt": "item", "dd": "item", **dict.fromkeys(_HEADING, "heading"),
}  # fmt: skip


@dataclass(slots=True)
class Box:
    """A block-level element: the index of the box around it, what its markup hints at, and the characters in it."""

    parent: int
    tag: str
    body: bool
    junk: bool
    chars: int = 0
    node: LexborNode | None = None


@dataclass(slots=True)
class Block:
    """Words that stand together, such as a paragraph. `linked` counts the characters of them that are links."""

    kind: str
    text: str
    linked: int
    box: int


@dataclass(slots=True)
class Layout:
    """The boxes of a page, outer ones first, and its blocks in the order of the page."""

    boxes: list[Box] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@lru_cache(maxsize=8192)
def hints(names: str) -> tuple[bool, bool]:
    """Return whether a class and id speak of an article's body, and whether of anything but the article."""
    words = [word.lower() for word in _WORD.findall(names)]
    body = not (_BODY.isdisjoint(words) and _BODY.isdisjoint(map(" ".join, pairwise(words))))
    return body, not _JUNK.isdisjoint(words)


def lay_out(body: LexborNode) -> Layout:
    """Return the boxes and blocks of a page's body."""
    walk = _Walk()
    walk.enter(body, "body", -1, "text", 0)
    boxes = walk.layout.boxes
    for block in walk.layout.blocks:
        boxes[block.box].chars += len(block.text)
    for box in reversed(boxes):
        if box.parent >= 0:
            boxes[box.parent].chars += box.chars
    return walk.layout


class _Walk:
    """The state of the pass: the words of the block that is open, and how many of them are links."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._words: list[str] = []
        self._linked = 0
        self._in_link = 0

    def enter(self, node: LexborNode, tag: str, parent: int, kind: str, depth: int) -> None:
        """Take in a block-level element as a box of its own."""
        attributes = node.attributes
        if "hidden" in attributes:
            return
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        body, junk = hints(names) if len(names) > 1 else (False, False)
        if attributes.get("itemprop") == "articleBody":
            body = True
        box = len(self.layout.boxes)
        self.layout.boxes.append(Box(parent, tag, body, junk or tag in _ASIDE))
        kind = _KINDS.get(tag, kind if kind in ("quote", "caption", "item") else "text")
        self._children(node, box, kind, depth)
        self._close(box, kind)

    def _children(self, node: LexborNode, box: int, kind: str, depth: int) -> None:
        if depth > DEEPEST:
            self._words.append(node.text())
            return
        child = node.first_child
        while child is not None:
            tag = child.tag
            if tag == "-text":
                words = child.text_content
                if words:
                    self._words.append(words)
                    if self._in_link:
                        self._linked += len(words.strip())
            elif tag in _INLINE:
                self._in_link += tag == "a"
                self._children(child, box, kind, depth + 1)
                self._in_link -= tag == "a"
            elif tag == "br":
                self._words.append("\n")
            elif tag == "hr":
                self._close(box, kind)
            elif tag is not None and tag not in _SILENT and tag[0] not in "-_!":
                self._close(box, kind)
                self.enter(child, tag, box, kind, depth + 1)
            child = child.next

    def _close(self, box: int, kind: str) -> None:
        if not self._words:
            return
        lines = ["".join(self._words)] if kind == "pre" else "".join(self._words).replace("\r", "\n").split("\x00")
        text = " ".join(" ".join(lines).split())
        if text:
            self.layout.blocks.append(Block(kind, text, self._linked, box))
        self._words.clear()
        self._linked = 0
