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
_SILENT = frozenset(_WORDS["tags"]["silent"]) | frozenset(_WORDS["tags"]["aside"]) | {"-comment", "!doctype"}
_BODY = frozenset(_WORDS["hints"]["body"])
_BESIDE = frozenset(_WORDS["hints"]["beside"])
_ODD = frozenset(_WORDS["hints"]["odd"])
_LABEL = frozenset(_WORDS["hints"]["label"])
_MOST_BESIDE, _MOST_ODD = _WORDS["limits"]["beside"], _WORDS["limits"]["odd"]
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

BODY, BESIDE, ODD, LABEL, ARTICLE, HEADER = 1, 2, 4, 8, 16, 32
"""What the markup of a box hints at, as bits: see `[hints]` of body.toml; then the elements of these names."""

DEEPEST = 300
"""Levels of elements that are told apart; what lies deeper is taken as one text, so that no page exhausts the stack."""

_KINDS = {
    "p": "paragraph", "li": "item", "dt": "item", "dd": "item", "blockquote": "quote", "figcaption": "caption",
    "caption": "caption", "tr": "row", **dict.fromkeys(_WORDS["tags"]["heading"], "heading"),
}  # fmt: skip
_TAGS = {"article": ARTICLE, "main": ARTICLE, "header": HEADER}


@dataclass(slots=True)
class Box:
    """A block-level element: the index of the box around it and its hints, at first its own, then also those around it.

    `chars` and `linked` count the characters in it and how many are of links, `prose` those of its paragraphs.
    """

    parent: int
    hints: int
    name: str
    chars: int = 0
    linked: int = 0
    prose: int = 0


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


@lru_cache(maxsize=16384)
def hints_of(names: str) -> int:
    """Return what the class and id of an element hint at."""
    words = [word.lower() for word in _WORD.findall(names[:400])]
    found = 0 if _BODY.isdisjoint(words) and _BODY.isdisjoint(map(" ".join, pairwise(words))) else BODY
    for bit, lexicon in ((BESIDE, _BESIDE), (ODD, _ODD), (LABEL, _LABEL)):
        if not lexicon.isdisjoint(words):
            found |= bit
    return found


def lay_out(body: LexborNode) -> Layout:
    """Return the boxes and blocks of a page's body."""
    walk = _Walk()
    walk.enter(body, "body", -1, "text", 0)
    boxes = walk.boxes
    for block in walk.blocks:
        box = boxes[block.box]
        size = len(block.text)
        box.chars += size
        box.linked += block.linked
        if size > 60 and 3 * block.linked < size:
            box.prose += size
    for box in reversed(boxes):
        if box.parent >= 0:
            outer = boxes[box.parent]
            outer.chars += box.chars
            outer.linked += box.linked
            outer.prose += box.prose
    prose = boxes[0].prose if boxes else 0
    for box in boxes:
        if box.prose > _MOST_ODD * prose:
            box.hints &= ~(ODD | LABEL) if box.prose <= _MOST_BESIDE * prose else ~(ODD | LABEL | BESIDE | HEADER)
        if box.parent >= 0:
            box.hints |= boxes[box.parent].hints
    return Layout(boxes, walk.blocks)


class _Walk:
    """The state of the pass: the words of the block that is open, and how many of them are links."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._linked = 0
        self._in_link = 0

    def enter(self, node: LexborNode, tag: str, parent: int, kind: str, depth: int) -> None:
        """Take in a block-level element as a box of its own."""
        attributes = node.attributes
        hints = _TAGS.get(tag, 0)
        name = tag
        if attributes:
            if "hidden" in attributes or (_UNSEEN.search(attributes.get("style") or "") and tag != "body"):
                return
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
            if tag == "blockquote" and any(name in names for name in _POST):
                self._post(node, parent)
                return
            if len(names) > 1:
                hints |= hints_of(names)
                name = f"{tag} {names}"
            if attributes.get("itemprop") == "articleBody":
                hints |= BODY
        box = len(self.boxes)
        self.boxes.append(Box(parent, hints, name))
        kind = _KINDS.get(tag, kind if kind in ("quote", "caption", "item") else "text")
        self._children(node, box, kind, depth)
        self._close(box, kind)

    def _post(self, node: LexborNode, box: int) -> None:
        text = " ".join(node.text(separator=" ").split())
        if text:
            self.blocks.append(Block("post", text, 0, box))

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
            elif tag == "a":
                self._in_link += 1
                self._children(child, box, kind, depth + 1)
                self._in_link -= 1
            elif tag == "br":
                self._words.append("\n")
            elif tag in ("td", "th"):
                self._words.append(" ")
                self._children(child, box, kind, depth + 1)
                self._words.append(" ")
            elif tag == "hr":
                self._close(box, kind)
            elif tag in _BLOCK:
                self._close(box, kind)
                self.enter(child, tag, box, kind, depth + 1)
            elif tag is not None and tag not in _SILENT:
                self._children(child, box, kind, depth + 1)
            child = child.next

    def _close(self, box: int, kind: str) -> None:
        if self._words:
            text = " ".join("".join(self._words).split())
            if text:
                self.blocks.append(Block(kind, text, self._linked, box))
            self._words.clear()
            self._linked = 0
