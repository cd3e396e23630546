"""Where a post is had by its address."""

import json
import re
import tomllib
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import quote, urlsplit

from setwatch.model import Answer, shown_address

_DATA = tomllib.loads((files(__package__) / "posts.toml").read_text(encoding="utf-8"))
_POSTS = tuple((re.compile(each["page"]), each["url"], each.get("accept")) for each in _DATA["post"])
_CLOSED = tuple((re.compile(each["page"]), each["told"]) for each in _DATA["closed"])
_KEEPS = "the post keeps its address and its clock"


REFUSES = frozenset({401, 403, 451})
"""Answers of a platform that keeps a post from programs: it may be there for people all the same."""
_GONE = frozenset({404, 410})
_GONE_WORDS = frozenset({"NotFound"})
"""What AT Protocol's AppView calls a post that is not there, with 400 as its status (app.bsky.feed.getPostThread)."""
_NO_POST = "app.bsky.feed.defs#notFoundPost"
"""What stands in the place of the post where the AppView answers 200 all the same."""
_TOMBSTONE = "Tombstone"
"""What ActivityStreams puts in the place of a post that was deleted [ActivityPub, section 6.4]."""
_SAFE = ":.@/"
_SHORT = 4096


def is_gone(answer: Answer) -> bool:
    """Whether a platform says that a post is not there (any more): 404, 410, or its own word for it."""
    if answer.status in _GONE:
        return True
    if answer.status not in (HTTPStatus.BAD_REQUEST, HTTPStatus.OK) or len(answer.body) > _SHORT:
        return False
    try:
        told = json.loads(answer.body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(told, dict):
        return False
    if answer.status == HTTPStatus.OK:
        thread = told.get("thread")
        if told.get("type") == _TOMBSTONE:
            return True
        return isinstance(thread, dict) and thread.get("$type") == _NO_POST
    return told.get("error") in _GONE_WORDS


def refusal_of(url: str, answer: Answer) -> str | None:
    """Return in one line that a platform keeps a post from programs, or None where it does not."""
    if answer.status not in REFUSES:
        return None
    return f"{shown_address(url)}: its platform refuses it to programs ({answer.status}); {_KEEPS}"


def closed(url: str) -> str | None:
    """Return in one line why a post is not asked for at all: its platform tells posts to whom it knows alone."""
    page = _page(url)
    told = next((told for pattern, told in _CLOSED if pattern.fullmatch(page)), None)
    return None if told is None else f"{shown_address(url)}: {told}; {_KEEPS}"


def lookup(url: str) -> str | None:
    """Return the address at which a platform tells a post as data, or None for an address that is no such post."""
    page = _page(url)
    for pattern, target, _ in _POSTS:
        found = pattern.fullmatch(page)
        if found is not None:
            groups = {name: quote(value, safe=_SAFE) for name, value in found.groupdict().items()}
            return str(target.format(address=quote(url, safe=""), **groups))
    return None


def accepted(url: str) -> str | None:
    """Return the media type in which a platform is asked for a post at its own address, None for no certain one."""
    page = _page(url)
    return next((accept for pattern, _, accept in _POSTS if pattern.fullmatch(page) is not None), None)


def _page(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"https://{(parts.hostname or '').removeprefix('www.')}{parts.path}"
