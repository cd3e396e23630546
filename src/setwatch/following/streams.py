"""Bluesky's Jetstream: which posts of all that are posted are wanted, and which were deleted."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from setwatch.model import fold

PREFIX = "jetstream:"
"""How the address of such a source begins; words follow, `,` between those of which one is enough."""
COLLECTION = "app.bsky.feed.post"


class _Record(msgspec.Struct):
    text: str = ""


class _Commit(msgspec.Struct):
    operation: str = ""
    collection: str = ""
    rkey: str = ""
    record: _Record | None = None


class _Message(msgspec.Struct):
    did: str = ""
    time_us: int = 0
    commit: _Commit | None = None


_DECODER = msgspec.json.Decoder(_Message)


@dataclass(frozen=True, slots=True)
class Event:
    """What a message tells: a post with its words, or (without) one that was deleted. `at` is its place in the stream.

    `address` is the post's permalink, with the account's DID in it.
    """

    at: int
    address: str
    words: str | None


def event_of(message: str) -> Event | None:
    """Return what a message of Jetstream tells of a post, or None where it tells of none."""
    try:
        found = _DECODER.decode(message)
    except (msgspec.DecodeError, RecursionError):
        return None
    commit = found.commit
    if commit is None or commit.collection != COLLECTION or not found.did or not commit.rkey:
        return None
    address = f"https://bsky.app/profile/{found.did}/post/{commit.rkey}"
    if commit.operation == "delete":
        return Event(found.time_us, address, None)
    return Event(found.time_us, address, commit.record.text) if commit.record is not None else None


def is_wanted(words: str, phrases: Iterable[str]) -> bool:
    """Whether one of these phrases (folded) stands in the words of a post."""
    plain = f" {fold(words)} "
    return any(f" {phrase} " in plain for phrase in phrases)


def phrases_of(url: str, titles: Iterable[str]) -> frozenset[str]:
    """Return the phrases that a source asks for, folded: its own, or where it names none, the titles."""
    own = [fold(each) for each in url.removeprefix(PREFIX).split(",")]
    return frozenset(filter(None, own)) or frozenset(filter(None, map(fold, titles)))
