"""Post clocks: a post's id tells when it was made, with no network, and outlives the post."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from setwatch.model import Interval

X_EPOCH_MS = 1_288_834_974_657
"""Epoch of X's snowflake ids, 2010-11-04T01:42:54.657Z (Twitter's snowflake announcement, 2010)."""

X_FIRST_SNOWFLAKE = 29_700_000_000
"""Ids below are serial numbers from before November 2010 and tell no time."""

INSTAGRAM_EPOCH_MS = 1_314_220_021_721
"""Epoch of Instagram's ids, 2011-08-24T21:07:01.721Z (Instagram engineering on sharding and ids, 2012)."""

LONGEST_ID = 64
"""Characters of an id that are looked at."""

_SHORTCODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BASE32_SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
_DIGITS = re.compile(r"\d{1,20}", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_YEAR, _LAST_YEAR = 2005, 2099


def clock_of(platform: str | None, post_id: str | None) -> Interval | None:
    """Return when a post was made, as its id tells it, or None where the id tells nothing.

    Both ends are the same instant where the id holds the time of posting. TikTok's id is drawn when the upload
    begins, a Bluesky record key by the writer's own clock: there only `not_before` is given.
    """
    if platform is None or post_id is None or len(post_id) > LONGEST_ID:
        return None
    reader = _READERS.get(platform)
    return reader(post_id) if reader else None


def _number(post_id: str) -> int | None:
    return int(post_id) if _DIGITS.fullmatch(post_id) else None


def _in_base(text: str, alphabet: str) -> int | None:
    number = 0
    for letter in text:
        digit = alphabet.find(letter)
        if digit < 0:
            return None
        number = number * len(alphabet) + digit
    return number


def _at(microseconds: int) -> datetime | None:
    """The instant, None where no post can have been made then."""
    if not 0 <= microseconds < 2**52:
        return None
    instant = _EPOCH + timedelta(microseconds=microseconds)
    return instant if _FIRST_YEAR <= instant.year <= _LAST_YEAR else None


def _instant(milliseconds: int) -> Interval | None:
    instant = _at(milliseconds * 1000)
    return Interval(instant, instant) if instant else None


def _not_before(microseconds: int) -> Interval | None:
    instant = _at(microseconds)
    return Interval(instant, None) if instant else None


def _x(post_id: str) -> Interval | None:
    number = _number(post_id)
    return None if number is None or number < X_FIRST_SNOWFLAKE else _instant((number >> 22) + X_EPOCH_MS)


def _tiktok(post_id: str) -> Interval | None:
    number = _number(post_id)
    return None if number is None else _not_before((number >> 32) * 1_000_000)


def _instagram(post_id: str) -> Interval | None:
    """A shortcode: base64url of the id. Codes of private posts have a secret after the first eleven letters."""
    number = _in_base(post_id[:11], _SHORTCODE)
    return None if number is None or len(post_id) < 5 else _instant((number >> 23) + INSTAGRAM_EPOCH_MS)


def _bluesky(post_id: str) -> Interval | None:
    """A record key: thirteen letters, microseconds above ten bits of clock id (AT Protocol, TID)."""
    number = _in_base(post_id, _BASE32_SORTABLE)
    return None if number is None or len(post_id) != 13 else _not_before(number >> 10)


def _mastodon(post_id: str) -> Interval | None:
    """Milliseconds above sixteen bits (Mastodon, timestamp_id)."""
    number = _number(post_id)
    return None if number is None else _instant(number >> 16)


_READERS: dict[str, Callable[[str], Interval | None]] = {
    "twitter": _x,
    "tiktok": _tiktok,
    "instagram": _instagram,
    "threads": _instagram,
    "bluesky": _bluesky,
    "mastodon": _mastodon,
}
