"""A post as its platform's own data gives it, and the document that it makes."""

from dataclasses import dataclass
from datetime import UTC, datetime

from setwatch.model import Capture, Document, Interval, Post, quote
from setwatch.reading.clocks import clock_of

MAX_WORDS = 100_000
"""Characters of one post's words; the longest that a platform allows is a quarter of that."""


@dataclass(frozen=True, slots=True)
class Posted:
    """The fields of a post; None and empty where its data does not tell. `created` is in UTC.

    `title` is a video's or link's own, `quoted` the post that it quotes. `reused` are addresses of the posts whose
    pictures or video it shows again, `history` the ids of its other versions, oldest first.
    """

    platform: str
    post_id: str | None = None
    permalink: str | None = None
    author: str | None = None
    handle: str | None = None
    words: str = ""
    title: str | None = None
    created: datetime | None = None
    lang: str | None = None
    links: tuple[str, ...] = ()
    media_keys: tuple[str, ...] = ()
    reused: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    first_permalink: str | None = None
    quoted: "Posted | None" = None


def document_of(posted: Posted, capture: Capture) -> Document:
    """Return the document that consists of one post, with the post that it quotes below its words."""
    own = shown(posted)
    text = own
    posts = [_post(posted, text, 0, len(own))]
    if posted.quoted is not None:
        start = len(text) + 2
        text = f"{text}\n\n{shown(posted.quoted)}"
        posts = [_post(posted, text, 0, len(own)), _post(posted.quoted, text, start, len(text))]
    created = posted.created or _clock(posted)
    return Document(
        document_id=posted.first_permalink or posted.permalink or capture.url or f"sha256:{capture.digest}",
        version=capture.digest,
        url=posted.permalink or capture.url,
        outlet=None,
        byline=(),
        title=posted.title,
        published=created.date().isoformat() if created else None,
        captured=capture.captured.isoformat(),
        lang=posted.lang or "und",
        text=text,
        posts=tuple(posts),
        links=posted.links,
    )


def shown(posted: Posted) -> str:
    """Return the words that a post shows: title and words, each once; its address where it shows none."""
    title, words = (posted.title or "").strip(), posted.words.strip()
    parts = [words] if not title or words.startswith(title.rstrip("….")) else [title, words]
    text = "\n".join(part for part in parts if part)[:MAX_WORDS]
    return _storable(text or posted.permalink or f"@{posted.handle or posted.author or posted.platform}")


def _post(posted: Posted, text: str, start: int, end: int) -> Post:
    words = text[start:end] if posted.words or posted.title else ""
    created = posted.created
    return Post(
        platform=posted.platform,
        author=posted.author,
        handle=posted.handle,
        text=words,
        evidence=quote(text, start, end),
        permalink=posted.permalink,
        post_id=posted.post_id,
        printed=created.date().isoformat() if created else None,
        clock=Interval(created, created) if created else clock_of(posted.platform, posted.post_id),
        media_keys=posted.media_keys,
        reused=posted.reused,
        history=posted.history,
    )


def _clock(posted: Posted) -> datetime | None:
    clock = clock_of(posted.platform, posted.post_id)
    return clock.not_before.astimezone(UTC) if clock and clock.not_before else None


def _storable(text: str) -> str:
    """Return a text without half surrogate pairs, which are no characters."""
    return text.encode("utf-8", "replace").decode("utf-8")
