"""Following: which sources an address stands for, and when each is asked. Pure."""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from setwatch.following.candidates import marked_in
    from setwatch.following.discover import account, sources_in
    from setwatch.following.hubs import hub_of
    from setwatch.following.lists import feeds_in, opml
    from setwatch.following.namings import named_in
    from setwatch.following.posts import accepted, closed, is_gone, lookup, refusal_of
    from setwatch.following.schedule import answered, asking, failed, first, gone, pause_of_stream, unanswered
    from setwatch.following.sitemaps import listed_in
    from setwatch.following.streams import event_of, is_wanted, phrases_of
    from setwatch.following.suggest import suggestions

__all__ = [
    "accepted",
    "account",
    "answered",
    "asking",
    "closed",
    "event_of",
    "failed",
    "feeds_in",
    "first",
    "gone",
    "hub_of",
    "is_gone",
    "is_wanted",
    "listed_in",
    "lookup",
    "marked_in",
    "named_in",
    "opml",
    "pause_of_stream",
    "phrases_of",
    "refusal_of",
    "sources_in",
    "suggestions",
    "unanswered",
]

# Imported when first used: only commands that follow need it.
__getattr__, __dir__, _ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "candidates": ["marked_in"],
        "discover": ["account", "sources_in"],
        "hubs": ["hub_of"],
        "lists": ["feeds_in", "opml"],
        "namings": ["named_in"],
        "posts": ["accepted", "closed", "is_gone", "lookup", "refusal_of"],
        "schedule": ["answered", "asking", "failed", "first", "gone", "pause_of_stream", "unanswered"],
        "sitemaps": ["listed_in"],
        "streams": ["event_of", "is_wanted", "phrases_of"],
        "suggest": ["suggestions"],
    },
)
