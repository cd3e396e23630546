"""Posts in JSON from platforms and tools: which kind an object is, and the parts of one that holds many."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

_TABLE = tomllib.loads((files(__package__) / "platforms.toml").read_text(encoding="utf-8"))
KINDS: tuple[tuple[str, tuple[tuple[tuple[str, ...], ...], ...]], ...] = tuple(
    (kind["name"], tuple(tuple(tuple(way.split(".")) for way in path.split("|")) for path in kind["paths"]))
    for kind in _TABLE["kind"]
)
LISTS: dict[str, str] = _TABLE["list"]
TABLES: dict[str, list[str]] = _TABLE["table"]


class Part(NamedTuple):
    """One post: its kind, and the object that holds it."""

    kind: str
    value: Mapping[str, Any]


def kind_of(found: Mapping[str, Any]) -> str | None:
    """Return the name of the kind in `platforms.toml` that an object is, or None."""
    for name, paths in KINDS:
        if all(any(_has(found, way) for way in ways) for ways in paths):
            return name
    return None


def _has(found: object, way: tuple[str, ...]) -> bool:
    for step in way:
        if not isinstance(found, dict) or found.get(step) in (None, "", []):
            return False
        found = found[step]
    return True


def parts_of(found: object) -> Iterator[Part]:
    """Yield the posts in a JSON value of a platform or tool; nothing where it is none that is known."""
    if isinstance(found, list):
        for item in found:
            yield from _of_gallery(item) if isinstance(item, list) else parts_of(item)
        return
    if not isinstance(found, dict):
        return
    kind = kind_of(found)
    if kind == "x-page":
        yield from _of_page(found)
    elif kind == "instagram-export":
        yield from (Part(kind, post) for post in [found] if _has(found, ("media",)))
    elif kind is not None:
        yield Part(kind, found)
    else:
        yield from _of_lists(found)


def _of_lists(found: Mapping[str, Any]) -> Iterator[Part]:
    for name, kind in LISTS.items():
        for item in _listed(found.get(name)):
            inner = item.get("post", item) if isinstance(item, dict) else None
            if isinstance(inner, dict) and kind_of(inner) == kind:
                yield Part(kind, inner)
    yield from _of_tiktok_export(found)


def _listed(value: object) -> list[Any]:
    """Return a list, or the list of one object."""
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []


def _of_page(found: Mapping[str, Any]) -> Iterator[Part]:
    """Yield each post of a page of the X API with the authors, media and posts that it refers to."""
    included = found.get("includes")
    included = included if isinstance(included, dict) else {}
    data = found["data"] if isinstance(found["data"], list) else [found["data"]]
    users = _by(included.get("users"), "id")
    media = _by(included.get("media"), "media_key")
    posts = _by(included.get("tweets"), "id")
    told = [post for post in data if isinstance(post, dict)]
    # A post that another refers to came in as well: it may be the one that had the footage first.
    for post in [*told, *(post for key, post in posts.items() if key not in {p.get("id") for p in told})]:
        if isinstance(post.get("text"), str):
            keys = post.get("attachments")
            keys = keys.get("media_keys") if isinstance(keys, dict) else None
            referred = [
                {"type": ref.get("type"), "post": other, "author": users.get(other.get("author_id"))}
                for ref in post.get("referenced_tweets") or []
                if isinstance(ref, dict) and (other := posts.get(ref.get("id")))
            ]
            whole = {
                **post,
                "author": users.get(post.get("author_id")),
                "media": [media[key] for key in keys or [] if key in media],
                "referenced": referred,
            }
            yield Part("x-post", whole)


def _by(items: object, key: str) -> dict[Any, dict[str, Any]]:
    return {i[key]: i for i in items if isinstance(i, dict) and key in i} if isinstance(items, list) else {}


def _of_gallery(item: list[Any]) -> Iterator[Part]:
    """gallery-dl -j writes `[2, {post}]` for a post and `[3, address, {post and file}]` for each of its files."""
    if len(item) >= 2 and item[0] == 2 and isinstance(item[1], dict) and item[1].get("category"):
        yield Part("gallery-dl", item[1])


def _of_tiktok_export(found: Mapping[str, Any]) -> Iterator[Part]:
    """TikTok's account export has the videos under `Video` or `Post`, the account's name under `Profile`."""
    name = _first(found, ("Profile", "Profile Information", "ProfileMap", "userName")) or _first(
        found, ("Profile And Settings", "Profile Info", "ProfileMap", "userName")
    )
    for way in (("Video", "Videos", "VideoList"), ("Post", "Posts", "VideoList")):
        videos = _first(found, way)
        for video in videos if isinstance(videos, list) else []:
            if isinstance(video, dict) and video.get("Date"):
                yield Part("tiktok-export", {**video, "userName": name})


def _first(found: object, way: tuple[str, ...]) -> Any:
    for step in way:
        found = found.get(step) if isinstance(found, dict) else None
    return found


def payload_of(part: Part) -> bytes:
    """Return a part as bytes that are the same for the same part."""
    return json.dumps(part.value, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
