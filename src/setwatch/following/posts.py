"""Where a post is had by its address."""

import json
import re
import tomllib
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import quote, urlsplit

from setwatch.model import Answer, shown_address

_POSTS = tuple(
    (re.compile(each["page"]), each["url"])
    for each in tomllib.loads((files(__package__) / "posts.toml").read_text(encoding="utf-8"))["post"]
)


REFUSES = frozenset({401, 403, 451})
"""Answers of a platform that keeps a post from programs: it may be there for people all the same."""
_GONE = frozenset({404, 410})
_GONE_WORDS = frozenset({"NotFound"})
"""What AT Protocol's AppView calls a post that is not there, with 400 as its status (app.bsky.feed.getPostThread)."""
_SHORT = 4096


def is_gone(answer: Answer) -> bool:
    """Whether a platform says that a post is not there (any more): 404, 410, or its own word for it."""
    if answer.status in _GONE:
        return True
    if answer.status != HTTPStatus.BAD_REQUEST or len(answer.body) > _SHORT:
        return False
    try:
        told = json.loads(answer.body)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.get("error") in _GONE_WORDS


def refusal_of(url: str, answer: Answer) -> str | None:
    """Return in one line that a platform keeps a post from programs, or None where it does not."""
    if answer.status not in REFUSES:
        return None
    told = f"its platform refuses it to programs ({answer.status}); the post keeps its address and its clock"
    return f"{shown_address(url)}: {told}"


def lookup(url: str) -> str | None:
    """Return the address at which a platform tells a post as data, or None for an address that is no such post."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    for pattern, target in _POSTS:
        found = pattern.fullmatch(f"https://{host}{parts.path}")
        if found is not None:
            groups = {name: quote(value, safe=":.") for name, value in found.groupdict().items()}
            return str(target.format(address=quote(url, safe=""), **groups))
    return None
