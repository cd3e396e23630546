"""A document made ready for comparison: its own words without posts, quotations and page furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from setwatch.model import (
    Document,
    Post,
    Property,
    Reading,
    Role,
    after_leading_date,
    days_of,
    flat,
    fold,
    interval_of,
    leading_date,
)
from setwatch.tracing.across.actors import is_studio
from setwatch.tracing.across.figures import COPIES, FURNITURE, PLAIN, THINGS

_QUOTED = re.compile(r"“[^”\n]{25,800}”|\"[^\"\n]{25,800}\"|«[^»\n]{25,800}»|„[^“”\n]{25,800}[“”]")
_NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-zà-þа-яё]\w{3,}|\b\d{2,}\b")
_LEAD = 700
"""Characters of a text that tell its event."""
_TOKEN = re.compile(r"\w+(?:-\w*)?")
_WORD = re.compile(r"\w+")
_CYRILLIC = str.maketrans("абвгдезийклмнопрстуфхы", "abvgdezijklmnoprstufhy")
_LATIN = str.maketrans("wc", "vk")
STEM = 6
"""Letters of a word that tell its subject in most European languages, whatever its ending."""
LONGEST = 60_000
"""Characters of a text that are compared: no article is longer, and hostile input stays cheap."""


@dataclass(frozen=True)
class Paper:
    """What is compared of one document. `days` are the ordinals of the first and last day that its
    date covers, or of the newest date that it shows."""

    reading: Reading
    words: tuple[str, ...]
    shingles: frozenset[tuple[str, ...]]
    telling: tuple[str, ...]
    topics: frozenset[str]
    lead: frozenset[str]
    names: frozenset[str]
    posts: frozenset[str]
    actors: frozenset[str]
    release_dates: frozenset[str]
    days: tuple[int, int] | None
    dated: bool

    @property
    def id(self) -> str:
        """The document's id."""
        return self.reading.document.document_id

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.reading.document


def with_sure_date(reading: Reading) -> Reading:
    """Return a reading without its document's date where that is a release that the document speaks of.

    Such a date was read off running text, and would set the document a year away from what it reports; one that
    leads the text is the document's own.
    """
    document = reading.document
    dates = {claim.value for claim in reading.claims if claim.property is Property.RELEASE_DATE}
    if document.published not in dates or leading_date(document.text):
        return reading
    return replace(reading, document=replace(document, published=None))


def paper_of(reading: Reading) -> Paper:
    """Return what is compared of a reading's document."""
    document = reading.document
    body = _own_words(document)
    words = tuple(_WORD.findall(fold(body)))
    size = int(COPIES["shingle"])
    plain = document.text[after_leading_date(document.text) : LONGEST]
    return Paper(
        reading=reading,
        words=words,
        shingles=frozenset(tuple(words[i : i + size]) for i in range(len(words) - size + 1)),
        telling=_telling(body, words),
        topics=topics_of(plain),
        lead=topics_of(_lead(plain)),
        names=names_of(plain) | things_in(_lead(plain)),
        posts=frozenset(key for post in document.posts for key in post_keys(post)) | linked_posts(document),
        actors=frozenset(
            flat(step.actor)
            for mention in reading.telling.footage
            for step in mention.trail
            if step.actor and step.role is Role.ORIGIN and not is_studio(step.actor)
        ),
        release_dates=frozenset(c.value for c in reading.claims if c.property is Property.RELEASE_DATE),
        days=days_shown(document),
        dated=document.published is not None and days_of(document.published) is not None,
    )


def latest(versions: Sequence[Reading]) -> Reading:
    """Return the version of a document that stands for it: the one captured last."""
    return max(versions, key=lambda r: (r.document.captured, r.document.version))


def post_time(post: Post) -> datetime | None:
    """Return the earliest time of a post: its clock, else the date printed for it."""
    if post.clock and post.clock.not_before:
        return post.clock.not_before
    return interval_of(post.printed).not_before if post.printed else None


def post_keys(post: Post) -> tuple[str, ...]:
    """Return keys that two showings of one post have in common: its id, its media, its author with its words."""
    keys = list(post.keys)
    words = fold(post.text).split()
    if len(words) >= 5:
        keys.append("words " + " ".join(words[:8]))
    return tuple(keys)


_LINK_IDS = (
    ("twitter", re.compile(r"/status(?:es)?/(\d{5,20})(?!\d)")),
    ("instagram", re.compile(r"(?:instagram\.com|instagr\.am)/(?:[\w.]{1,30}/)?(?:p|reels?|tv)/([\w-]{5,40})")),
    ("tiktok", re.compile(r"tiktok\.com/(?:@[\w.]{1,30}/(?:video|photo)|v|share/video|embed(?:/v2)?)/(\d{8,20})")),
    ("youtube", re.compile(r"(?:youtu\.be/|youtube\.com/(?:watch\?v=|shorts/|embed/|live/))([\w-]{11})(?![\w-])")),
)
"""What in an address tells which post it is of, on whatever host of its platform or mirror of it."""
_MOST_LINKS = 200
"""Links of a page that are looked at: a page with more is a list."""


def linked_posts(document: Document) -> frozenset[str]:
    """Return the keys, as `post_keys` has them, of posts to which a document gives no more than the address."""
    addresses = (*document.links[:_MOST_LINKS], document.text[:LONGEST])
    return frozenset(
        f"id {platform} {found[1]}"
        for address in addresses
        for platform, pattern in _LINK_IDS
        for found in pattern.finditer(address)
    )


def opening_of(post: Post) -> str | None:
    """Return the first words of a post, by which another page may be seen to quote it; None where they are few."""
    words = fold(post.text).split()
    return " ".join(words[:8]) if len(words) >= 8 else None


def path_of(url: str | None) -> str:
    """Return the path of an address without what a mirror changes: scheme, host, query, a trailing slash."""
    return urlsplit(url).path.rstrip("/").casefold() if url else ""


def published_at(document: Document) -> datetime:
    """Return the first instant of a document's date, or the end of time where it has none (for ordering only)."""
    at = interval_of(document.published).not_before if document.published else None
    return at or datetime.max.replace(tzinfo=UTC)


def platform_of(name: str) -> str:
    """Return a platform's name in lower case; `twitter` and `x` are one."""
    folded = fold(name)
    return "x" if folded == "twitter" else folded


def headline_of(document: Document) -> str:
    """Return the title, else the first line that reads like one, of at most 120 characters."""
    lines = [document.title or "", *document.text[after_leading_date(document.text) : 2000].splitlines()]
    fit = (line.strip() for line in lines if len(line.split()) >= 4 and not _is_furniture(line))
    line = next(fit, lines[0] or document.document_id)
    return line if len(line) <= 120 else line[:119].rsplit(" ", 1)[0] + "…"


def topics_of(text: str) -> frozenset[str]:
    """Return what a text is about: the first letters of its words, names spelled alike across languages."""
    lines = (line for line in text.splitlines() if not _is_furniture(line))
    return frozenset(
        word.translate(_CYRILLIC).translate(_LATIN)[:STEM]
        for line in lines
        for word in _WORD.findall(fold(line))
        if len(word) >= 4 and word not in PLAIN and not word.isdigit()
    )


def names_of(text: str) -> frozenset[str]:
    """Return the names and numbers of a text, in the form of `topics_of`: what a translation keeps."""
    found = (m[0] for line in text.splitlines() if not _is_furniture(line) for m in _NAME.finditer(line))
    folded = (fold(name).translate(_CYRILLIC).translate(_LATIN) for name in found)
    return frozenset(name[:STEM] for name in folded if name not in PLAIN)


def things_in(text: str) -> frozenset[str]:
    """Return what a text says is to be seen, under one name in all languages."""
    found = set()
    for match in _TOKEN.finditer(text.casefold()):
        word = match[0]
        for start, alone, thing in THINGS.get(word[:2], ()):
            if (
                word == start
                or (not alone and word.startswith(start))
                or (" " in start and text.startswith(start, match.start()))
            ):
                found.add(thing)
    return frozenset(found)


def days_shown(document: Document) -> tuple[int, int] | None:
    """Return the ordinals of the first and last day of a document's date, else of the newest post that it shows."""
    published = days_of(document.published) if document.published else None
    if published:
        return published.first.toordinal(), published.last.toordinal()
    shown = [time.date().toordinal() for post in document.posts if (time := post_time(post)) is not None]
    return (max(shown), max(shown)) if shown else None


def apart(a: tuple[int, int] | None, b: tuple[int, int] | None) -> int | None:
    """Return how many days lie between two stretches of days, at least; None where one is not known."""
    return None if a is None or b is None else max(0, b[0] - a[1], a[0] - b[1])


def _telling(body: str, words: Sequence[str]) -> tuple[str, ...]:
    """Return the longer words of a text that are no names, by their first letters, each once, in order.

    Names and numbers are every report's on one event; how it is told is the teller's own.
    """
    names = {word for m in _NAME.finditer(body) for word in fold(m[0]).split()}
    own = (w[:STEM] for w in words if len(w) >= 5 and not w.isdigit() and w not in PLAIN and w not in names)
    return tuple(dict.fromkeys(own))


def _lead(text: str) -> str:
    """Return the headline and the first running text, which tell the event before its history."""
    return "\n".join(line for line in text.splitlines() if not _is_furniture(line))[:_LEAD]


def _own_words(document: Document) -> str:
    text = document.text[:LONGEST]
    for post in sorted(document.posts, key=lambda p: -p.evidence.start):
        start, end = post.evidence.start, post.evidence.end
        # Evidence that spans most of the page is no embed: without this a post would swallow its article.
        if end - start < max(600, len(text) // 3):
            text = text[:start] + "\n" + text[end:]
    text = _QUOTED.sub(" ", text[after_leading_date(text) :])
    return "\n".join(line for line in text.splitlines() if not _is_furniture(line))


def _is_furniture(line: str) -> bool:
    folded = fold(line)
    return len(folded) < 160 and any(phrase in folded for phrase in FURNITURE)
