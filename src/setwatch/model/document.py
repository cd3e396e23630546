"""Documents and posts: what a capture says."""

from dataclasses import dataclass

from setwatch.model.dates import Interval
from setwatch.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Absence:
    """A post that its platform shows no more, as it was seen at `checked` (ISO 8601, UTC).

    `digest` is the SHA-256 of the words that it had, in UTF-8; `hidden` says whether they are hidden by rule.
    """

    checked: str
    digest: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """One social post, met in a document [schema.org SocialMediaPosting].

    `platform` is in lower case (`twitter` is also X), `handle` has no `@`, `text` is the post's own words exactly
    as they stand in the document (empty where it shows none). `printed` is the date that the document prints
    for it (EDTF), `clock` what the post's id tells of its time. `evidence` covers the whole post as the document
    has it, signature included. `media_keys` are keys of pictures or video (`pic.twitter.com/…`).
    """

    platform: str | None
    author: str | None
    handle: str | None
    text: str
    evidence: Evidence
    permalink: str | None = None
    post_id: str | None = None
    printed: str | None = None
    clock: Interval | None = None
    media_keys: tuple[str, ...] = ()
    reused: tuple[str, ...] = ()
    """Addresses of the posts whose pictures or video this one shows again, as its platform's data says."""
    history: tuple[str, ...] = ()
    """Ids of its other versions, where it was edited."""
    gone: Absence | None = None
    """That it is gone, as answers of a desk tell; a reading by itself does not know."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Exact keys that two showings of this post have in common: those of its media, and its id."""
        own = (f"id {self.platform} {self.post_id}",) if self.post_id else ()
        return (*(f"media {key}" for key in self.media_keys), *own)


@dataclass(frozen=True, slots=True)
class Document:
    """What one capture says [schema.org NewsArticle].

    `document_id` is the same for all versions of one page: its address, or the digest where it has none.
    `version` is the digest of the capture. `published` is EDTF, None where the document does not tell.
    `captured` is the capture's time as ISO 8601 in UTC. Offsets of all evidence point into `text`.
    `published_at` and `modified_at` are the instants that the document tells, as ISO 8601, with an offset from UTC
    where it tells that too; None where it tells no more than the day.
    """

    document_id: str
    version: str
    url: str | None
    outlet: str | None
    byline: tuple[str, ...]
    title: str | None
    published: str | None
    captured: str
    lang: str
    text: str
    posts: tuple[Post, ...] = ()
    links: tuple[str, ...] = ()
    published_at: str | None = None
    modified_at: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that a page has otherwise than it had: reworded, or without `before` new, without `after` gone.

    `before` is a place in the older version's text, `after` in the newer one's.
    """

    before: Evidence | None
    after: Evidence | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document, with what it changed of the one before; the first changed nothing."""

    document: Document
    edits: tuple[Edit, ...]
