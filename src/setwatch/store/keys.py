"""Keys of readings: what they are asked for by, so that an answer loads those alone."""

from collections.abc import Iterable

from setwatch.model import Reading, fold

_BY = "by "
_OF = "of "
_SHOWS = "shows "

DECIDED, READ, SET, WATCHED = "decided", "read", "set", "watched"
"""The keys of what people decided, of all readings, of the settings, and of the watch list."""


def of_production(name: str) -> str:
    """Return the key of readings that say something of a production, or of footage of it."""
    return f"{_OF}{name}"


def names_of(keys: Iterable[str]) -> tuple[str, ...]:
    """Return the productions whose keys are among these."""
    return tuple(key.removeprefix(_OF) for key in keys if key.startswith(_OF))


def at_address(address: str) -> str:
    """Return the key of readings of the page at an address, or with this document id."""
    return f"at {address}"


def with_post(address: str) -> str:
    """Return the key of readings of documents that show the post at an address."""
    return f"post {address}"


def with_footage(post: str) -> str:
    """Return the key of readings of documents that tell of footage in a post with this key (`Post.keys`)."""
    return f"{_SHOWS}{post}"


def by_outlet(name: str) -> str:
    """Return the key of readings of documents of an outlet, whatever the case, accents and punctuation of its name."""
    return f"{_BY}{fold(name)}"


def told_of(key: str) -> bool:
    """Whether a key is of productions or of footage: what ledgers depend on."""
    return key.startswith((_OF, _SHOWS))


def keys_of(reading: Reading) -> frozenset[str]:
    """Return all keys of a reading."""
    document = reading.document
    productions = {claim.production for claim in reading.claims}
    productions |= {mention.production for mention in reading.telling.footage if mention.production}
    posts = {post.permalink for post in document.posts if post.permalink}
    told = {step.post for mention in reading.telling.footage for step in mention.trail if step.post is not None}
    shown = {key for number in told if number < len(document.posts) for key in document.posts[number].keys}
    pages = {document.document_id, document.url or document.document_id}
    outlets = {document.outlet} if document.outlet else set[str]()
    return frozenset(
        (
            *map(of_production, productions),
            *map(at_address, pages),
            *map(by_outlet, outlets),
            *map(with_post, posts),
            *map(with_footage, shown),
        )
    )
