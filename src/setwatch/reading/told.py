"""The day of a post that shows none itself, as the sentence tells it that leads to the post."""

import re
from dataclasses import replace
from datetime import date

from setwatch.language.dates import find_dates
from setwatch.model import Post, after_leading_date, days_of

LEAD = 700
"""Characters before a post in which it is introduced: two or three paragraphs."""

_WORDS = {
    "twitter": re.compile(r"\b(?:twitter|tweet\w*|X)\b", re.IGNORECASE),
    "instagram": re.compile(r"\b(?:instagram|insta)\b", re.IGNORECASE),
    "tiktok": re.compile(r"\btik ?tok\b", re.IGNORECASE),
    "facebook": re.compile(r"\bfacebook\b", re.IGNORECASE),
    "youtube": re.compile(r"\byoutube\b", re.IGNORECASE),
    "bluesky": re.compile(r"\bbluesky\b", re.IGNORECASE),
    "threads": re.compile(r"\bthreads\b", re.IGNORECASE),
    "mastodon": re.compile(r"\bmastodon\b", re.IGNORECASE),
}
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_DAY = len("2021-11-19")


def with_told_days(text: str, posts: tuple[Post, ...], published: str | None, lang: str) -> tuple[Post, ...]:
    """Return the posts, each without date and clock dated by the nearest sentence before it that names its platform.

    The sentence must name one day and no other, and none after the document's own.
    """
    return tuple(_with_day(text, post, published, lang) for post in posts)


def _with_day(text: str, post: Post, published: str | None, lang: str) -> Post:
    named = _WORDS.get(post.platform or "")
    own = days_of(published) if published else None
    if named is None or own is None or post.printed or post.clock:
        return post
    start = max(0, post.evidence.start - LEAD)
    lead = text[max(start, after_leading_date(text)) : post.evidence.start]
    for sentence in reversed(_SENTENCE.split(lead)):
        if named.search(sentence):
            day = _only_day(sentence, own.first, lang)
            return replace(post, printed=day) if day else post
    return post


def _only_day(sentence: str, base: date, lang: str) -> str | None:
    days = {mention.edtf for mention in find_dates(sentence, base, lang)}
    whole = {edtf for edtf in days if len(edtf) == _DAY and days_of(edtf) is not None}
    return next(iter(whole)) if len(days) == len(whole) == 1 and min(whole) <= base.isoformat() else None
