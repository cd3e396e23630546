"""The JSON-LD of a page: its objects, however they are wrapped."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

Thing = dict[str, Any]
"""One object of JSON-LD as JSON has it."""

THINGS = 2000
"""Objects looked at on one page; pages of articles have some tens."""

LONGEST = 2_000_000
"""Characters of a block of JSON-LD that is read; those of articles have some thousands."""

_FRAME = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def things_of(tree: LexborHTMLParser) -> list[Thing]:
    """Return the objects of all JSON-LD blocks, outer ones before those within; what is no JSON is left out."""
    found: list[Thing] = []
    for script in tree.css('script[type*="ld+json" i]'):
        text = script.text()
        if len(text) <= LONGEST:
            found += _objects(_parse(text), THINGS - len(found))
    return found


def _parse(text: str) -> Any:
    """Return the JSON of one block, or None; frames, raw line ends and trailing commas are forgiven."""
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        pass
    mended = _FRAME.sub("", _FRAME.sub("", text))
    for candidate in (mended, _TRAILING_COMMA.sub(r"\1", mended)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any, most: int) -> Iterator[Thing]:
    """The objects in a value, breadth first."""
    level = [value]
    while level and most > 0:
        inner: list[Any] = []
        for item in level:
            if isinstance(item, list):
                inner += item
            elif isinstance(item, dict):
                most -= 1
                if most < 0:
                    return
                yield item
                inner += item.values()
        level = inner


def kinds(thing: Thing) -> frozenset[str]:
    """Return the types of an object without the address of their vocabulary (`NewsArticle`)."""
    value = thing.get("@type")
    names = value if isinstance(value, list) else [value]
    return frozenset(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))


def texts(value: Any) -> list[str]:
    """Return the strings that a value of JSON-LD stands for: itself, its `name`, or those of its members."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, dict):
        return texts(value.get("name", value.get("@value")))
    if isinstance(value, list):
        return [text for item in value[:100] if not isinstance(item, list) for text in texts(item)]
    return []
