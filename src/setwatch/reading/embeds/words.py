"""Words and addresses in a piece of markup."""

from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from setwatch.reading.addresses import PostAddress, post_address

MOST = 1500
"""Nodes of an embed that are looked at."""

LONGEST = 20_000
"""Characters of an embed that are read; posts on X Premium may have 25,000, nearly none has."""

_PARTED = frozenset(
    (
        "br",
        "p",
        "div",
        "section",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "td",
        "header",
        "footer",
    )
)

_SILENT = frozenset(("script", "style", "svg", "title", "template", "noscript"))


def words_of(node: LexborNode) -> str:
    """Return the words of a node in one line; blocks and line breaks part them."""
    parts: list[str] = []
    length = 0
    for child in islice(node.traverse(include_text=True), MOST):
        if child.tag == "-text":
            parent = child.parent
            if parent is None or parent.tag not in _SILENT:
                words = child.text_content or ""
                parts.append(words)
                length += len(words)
        elif child.tag in _PARTED:
            parts.append(" ")
        if length > LONGEST:
            break
    return " ".join("".join(parts)[:LONGEST].split())


def attribute(node: LexborNode, *names: str) -> str | None:
    """Return the first of these attributes that is there and not blank."""
    attributes = node.attributes
    return next((value.strip() for name in names if (value := attributes.get(name)) and value.strip()), None)


def links_in(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the links in a node, in order."""
    for child in islice(node.traverse(), MOST):
        if child.tag == "a" and "href" in child.attributes:
            yield child


def addresses_in(node: LexborNode, platform: str) -> Iterator[PostAddress]:
    """Yield the addresses of posts of one platform that a node links to, in order."""
    for link in links_in(node):
        address = post_address(attribute(link, "href") or "")
        if address and address.platform == platform:
            yield address
