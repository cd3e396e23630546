"""Bluesky (AT Protocol) and Mastodon."""

from collections.abc import Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from setwatch.reading.fields import at, objects_at, time_at, words_at
from setwatch.reading.platforms.posted import Posted

POST = "app.bsky.feed.post"


def from_view(found: Mapping[str, Any]) -> Posted:
    """Return a post as Bluesky's AppView shows it: the record with its author, and the post that it quotes."""
    quoted = at(found, "embed", "record")
    quoted = quoted.get("record", quoted) if isinstance(quoted, Mapping) and "value" not in quoted else quoted
    return _bluesky(
        found.get("uri"),
        found.get("record"),
        handle=words_at(found, "author.handle"),
        author=words_at(found, "author.displayName"),
        quoted=_quoted(quoted),
    )


def _quoted(found: object) -> Posted | None:
    if not isinstance(found, Mapping) or not words_at(found, "value.text"):
        return None
    handle, author = words_at(found, "author.handle"), words_at(found, "author.displayName")
    return _bluesky(found.get("uri"), found.get("value"), handle=handle, author=author)


def from_record(found: Mapping[str, Any]) -> Posted:
    """Return a post as a repository keeps it (listRecords, getRecord): without its author's name."""
    return _bluesky(found.get("uri"), found.get("value"))


def from_jetstream(found: Mapping[str, Any]) -> Posted:
    """Return a post of the Jetstream."""
    commit = at(found, "commit")
    uri = f"at://{words_at(found, 'did')}/{words_at(commit, 'collection') or POST}/{words_at(commit, 'rkey')}"
    return _bluesky(uri, at(commit, "record"))


def _bluesky(
    uri: object,
    record: object,
    handle: str | None = None,
    author: str | None = None,
    quoted: Posted | None = None,
) -> Posted:
    parts = uri.removeprefix("at://").split("/") if isinstance(uri, str) else []
    who, key = (parts[0], parts[-1]) if len(parts) == 3 else (None, None)
    langs = at(record, "langs")
    features = [f for facet in objects_at(record, "facets") for f in objects_at(facet, "features")]
    links = [words_at(record, "embed.external.uri"), *(words_at(f, "uri") for f in features)]
    return Posted(
        platform="bluesky",
        post_id=key,
        permalink=f"https://bsky.app/profile/{handle or who}/post/{key}" if who and key else None,
        author=author,
        handle=handle,
        words=words_at(record, "text") or "",
        created=time_at(record, "createdAt"),
        lang=langs[0] if isinstance(langs, list) and langs and isinstance(langs[0], str) else None,
        links=tuple(dict.fromkeys(link for link in links if link)),
        quoted=quoted,
    )


def from_mastodon(found: Mapping[str, Any]) -> Posted:
    """Return a post of Mastodon's API; one that passes another on has no words and reuses it."""
    passed_on = words_at(found, "reblog.url", "reblog.uri")
    return Posted(
        platform="mastodon",
        post_id=words_at(found, "id"),
        permalink=words_at(found, "url", "uri"),
        author=words_at(found, "account.display_name"),
        handle=words_at(found, "account.acct"),
        words=plain(words_at(found, "content") or ""),
        created=time_at(found, "created_at"),
        lang=words_at(found, "language"),
        reused=(passed_on,) if passed_on else (),
    )


def from_activity(found: Mapping[str, Any]) -> Posted:
    """Return a post as ActivityPub has it: a Note, Video or Article of ActivityStreams, its author by address alone."""
    permalink = _link(found.get("url")) or words_at(found, "id")
    parts = (permalink or "").rstrip("/").rsplit("/", 1)
    langs = at(found, "contentMap")
    return Posted(
        platform="mastodon",
        post_id=parts[-1] if len(parts) > 1 and parts[-1].isalnum() else None,
        permalink=permalink,
        handle=_name(found.get("attributedTo")),
        words=plain(words_at(found, "content") or ""),
        title=words_at(found, "name"),
        created=time_at(found, "published"),
        lang=next(iter(langs), None) if isinstance(langs, Mapping) and len(langs) == 1 else None,
    )


def _link(found: object) -> str | None:
    """Return the address in a link: itself, an object with one, or the first of several that is a page."""
    if isinstance(found, list):
        pages = [each for each in found if words_at(each, "mediaType") == "text/html"] or found
        return _link(pages[0]) if pages else None
    return found if isinstance(found, str) else words_at(found, "href")


def _name(found: object) -> str | None:
    """Return the name at the end of an actor's address: `https://films.example/users/reel`, `…/@reel`."""
    if isinstance(found, list):
        found = next((each for each in found if words_at(each, "type") == "Person" or isinstance(each, str)), None)
    address = found if isinstance(found, str) else words_at(found, "id")
    return (address or "").rstrip("/").rpartition("/")[2].removeprefix("@") or None


def plain(html: str) -> str:
    """Return the words of a post's HTML, paragraphs and breaks as new lines."""
    tree = LexborHTMLParser(html.replace("<br", "\n<br").replace("</p>", "</p>\n"))
    return tree.body.text().strip() if tree.body else ""
