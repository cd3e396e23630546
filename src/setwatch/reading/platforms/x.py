"""X: the API v2 as twarc keeps it, the API v1.1, and account exports."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from setwatch.reading.addresses import post_address
from setwatch.reading.fields import at, objects_at, time_at, words_at
from setwatch.reading.platforms.posted import Posted

PICTURE = "pic.twitter.com/"


def from_v2(found: Mapping[str, Any], author: Mapping[str, Any] | None = None) -> Posted:
    """Return a post of the API v2, with its author, media and the posts that it refers to beside it.

    A picture or video that was posted before keeps the address of the post that had it first: that one is `reused`.
    """
    user = author or at(found, "author") or {}
    handle, post_id = words_at(user, "username"), words_at(found, "id")
    history = tuple(str(i) for i in at(found, "edit_history_tweet_ids") or [] if str(i) != post_id)
    first = min((*history, post_id or ""), key=lambda i: (len(i), i)) if history else None
    quoted, passed_on = None, []
    for reference in objects_at(found, "referenced"):
        other = from_v2(reference.get("post") or {}, reference.get("author"))
        if reference.get("type") == "quoted" and quoted is None:
            quoted = replace(other, quoted=None)
        elif reference.get("type") == "retweeted" and other.permalink:
            passed_on.append(other.permalink)
    urls = list(objects_at(found, "entities", "urls"))
    return Posted(
        platform="twitter",
        post_id=post_id,
        permalink=_address(handle, post_id),
        author=words_at(user, "name"),
        handle=handle,
        words=words_at(found, "note_tweet.text", "text") or "",
        created=time_at(found, "created_at"),
        lang=_lang(found),
        links=_links(urls),
        media_keys=_keys(urls),
        reused=(*passed_on, *_reused(urls, post_id)),
        history=history,
        first_permalink=_address(handle, first) if first else None,
        quoted=quoted,
    )


def from_v1(found: Mapping[str, Any]) -> Posted:
    """Return a post of the API v1.1; `source_status_id` names the post that had its media first."""
    user = at(found, "user") or {}
    handle, post_id = words_at(user, "screen_name"), words_at(found, "id_str", "id")
    media = [*objects_at(found, "extended_entities", "media"), *objects_at(found, "entities", "media")]
    urls = [*objects_at(found, "entities", "urls"), *media]
    sources = dict.fromkeys(s for m in media if (s := words_at(m, "source_status_id_str", "source_status_id")))
    quoted, passed_on = at(found, "quoted_status"), at(found, "retweeted_status")
    repost = from_v1(passed_on).permalink if isinstance(passed_on, Mapping) else None
    return Posted(
        platform="twitter",
        post_id=post_id,
        permalink=_address(handle, post_id),
        author=words_at(user, "name"),
        handle=handle,
        words=words_at(found, "full_text", "extended_tweet.full_text", "text") or "",
        created=time_at(found, "created_at"),
        lang=_lang(found),
        links=_links(urls),
        media_keys=_keys(urls),
        reused=(*((repost,) if repost else ()), *(a for s in sources if s != post_id and (a := _address(None, s)))),
        quoted=replace(from_v1(quoted), quoted=None) if isinstance(quoted, Mapping) else None,
    )


def from_export(found: Mapping[str, Any]) -> Posted:
    """Return a post of an account export, which does not name the account."""
    return from_v1(at(found, "tweet") or {})


def _address(handle: str | None, post_id: str | None) -> str | None:
    return f"https://twitter.com/{handle or 'i'}/status/{post_id}" if post_id and post_id.isdigit() else None


def _lang(found: Mapping[str, Any]) -> str | None:
    lang = words_at(found, "lang")
    return None if lang in {None, "und", "qst", "qme", "qht", "zxx", "art", "qam", "qct"} else lang


def _links(urls: list[Mapping[str, Any]]) -> tuple[str, ...]:
    found = (words_at(u, "unwound_url", "expanded_url", "url") for u in urls)
    return tuple(dict.fromkeys(u for u in found if u and u.startswith(("https://", "http://"))))


def _keys(urls: list[Mapping[str, Any]]) -> tuple[str, ...]:
    shown = (words_at(u, "display_url") for u in urls)
    return tuple(dict.fromkeys(s for s in shown if s and s.startswith(PICTURE)))


def _reused(urls: list[Mapping[str, Any]], own: str | None) -> tuple[str, ...]:
    """A picture's expanded address is that of the post that had it first, with `/photo/1` or `/video/1` behind it."""
    found = []
    for url in urls:
        address = words_at(url, "expanded_url") or ""
        post = post_address(address)
        if post and post.post_id != own and ("/photo/" in address or "/video/" in address):
            found.append(post.permalink)
    return tuple(dict.fromkeys(found))
