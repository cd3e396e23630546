"""Posts in JSON to documents of one post."""

import json
from datetime import UTC, datetime

from setwatch.model import Document, take
from setwatch.reading import read

NOW = datetime(2031, 5, 1, tzinfo=UTC)
STATUS = 1899000000000000000
"""An id of X whose clock is 2025-03-10."""


def posted(kind: str, value: object) -> Document:
    return read(take(json.dumps(value).encode(), f"application/json;profile={kind}", NOW))


def test_a_post_of_x_is_a_document_with_its_author_time_and_pictures() -> None:
    document = posted(
        "x-post",
        {
            "id": str(STATUS),
            "text": "Boat chase! https://t.co/a",
            "created_at": "2025-03-10T07:10:00.000Z",
            "lang": "en",
            "author": {"name": "Film Dock", "username": "filmdock"},
            "entities": {"urls": [{"display_url": "pic.twitter.com/a", "expanded_url": "https://x.com/a"}]},
        },
    )
    (post,) = document.posts
    assert (document.published, document.url) == ("2025-03-10", f"https://twitter.com/filmdock/status/{STATUS}")
    assert (post.author, post.handle, post.printed) == ("Film Dock", "filmdock", "2025-03-10")
    assert post.media_keys == ("pic.twitter.com/a",)
    assert post.evidence.stands_in(document.text)


def test_a_picture_that_was_posted_before_names_the_post_that_had_it_first() -> None:
    first = f"https://twitter.com/quaywatcher/status/{STATUS - 5}"
    urls = [{"expanded_url": f"{first}/video/1"}]
    document = posted("x-post", {"id": str(STATUS), "text": "Wow", "entities": {"urls": urls}})
    assert document.posts[0].reused == (first,)
    old = {"id_str": str(STATUS), "text": "Wow", "extended_entities": {"media": [{"source_status_id_str": "77"}]}}
    assert posted("x-post-v1", old).posts[0].reused == ("https://twitter.com/i/status/77",)


def test_the_versions_of_an_edited_post_are_one_document() -> None:
    ids = [str(STATUS), str(STATUS + 9)]
    versions = [
        posted("x-post", {"id": i, "text": f"version {i}", "edit_history_tweet_ids": ids, "author": {"username": "q"}})
        for i in ids
    ]
    assert len({v.document_id for v in versions}) == 1
    assert versions[1].posts[0].history == (ids[0],)


def test_a_quoted_post_keeps_its_own_words_and_place() -> None:
    value = {
        "id": str(STATUS),
        "text": "Look",
        "referenced": [
            {"type": "quoted", "post": {"id": str(STATUS - 1), "text": "Boat!"}, "author": {"username": "quay"}}
        ],
    }
    document = posted("x-post", value)
    assert [(p.handle, p.text) for p in document.posts] == [(None, "Look"), ("quay", "Boat!")]
    assert all(p.evidence.stands_in(document.text) for p in document.posts)


def test_a_video_has_its_title_and_words_each_once() -> None:
    value = {
        "extractor_key": "Youtube",
        "webpage_url": "https://www.youtube.com/watch?v=abcdefghijk",
        "id": "abcdefghijk",
        "title": "Glass Harbour | Official Trailer",
        "description": "In cinemas October 2.",
        "uploader": "Lantern Pictures",
        "upload_date": "20300301",
    }
    document = posted("ytdlp", value)
    assert document.text == "Glass Harbour | Official Trailer\nIn cinemas October 2."
    assert (document.published, document.posts[0].author) == ("2030-03-01", "Lantern Pictures")


def test_a_post_of_bluesky_has_its_address_and_time() -> None:
    value = {
        "uri": "at://did:plc:abc/app.bsky.feed.post/3l6oveex3ii2l",
        "author": {"handle": "quay.example", "displayName": "Quay"},
        "record": {"text": "Boat!", "createdAt": "2030-03-01T10:00:00Z", "langs": ["en"]},
    }
    document = posted("atproto-view", value)
    assert document.url == "https://bsky.app/profile/quay.example/post/3l6oveex3ii2l"
    assert (document.published, document.posts[0].handle) == ("2030-03-01", "quay.example")


def test_a_post_of_mastodon_is_its_words_without_tags() -> None:
    value = {
        "url": "https://m.example/@quay/1",
        "account": {"acct": "quay", "display_name": "Quay"},
        "content": "<p>Boat<br>chase</p>",
        "created_at": "2030-03-01T10:00:00Z",
    }
    assert posted("mastodon", value).text == "Boat\nchase"


def test_an_oembed_reply_gives_author_words_and_the_printed_day() -> None:
    html = (
        '<blockquote class="twitter-tweet"><p lang="en">Boat!</p>&mdash; Film Dock (@filmdock) '
        f'<a href="https://twitter.com/filmdock/status/{STATUS}">March 10, 2025</a></blockquote>'
    )
    value = {"type": "rich", "author_name": "Film Dock", "author_url": "https://twitter.com/filmdock", "html": html}
    document = posted("oembed", value)
    assert (document.text, document.published) == ("Boat!", "2025-03-10")
    assert document.posts[0].post_id == str(STATUS)


def test_instagrams_export_is_mended_where_it_broke_its_characters() -> None:
    broken = "Strömmen".encode().decode("latin-1")
    assert (
        posted("instagram-export", {"media": [{"creation_timestamp": 1900000000, "title": broken}]}).text == "Strömmen"
    )


def test_a_post_without_words_stands_by_its_address() -> None:
    value = {"id": str(STATUS), "text": "", "author": {"username": "quay"}}
    document = posted("x-post", value)
    assert document.text == f"https://twitter.com/quay/status/{STATUS}"
    assert document.posts[0].text == ""


def test_a_saved_page_of_a_post_is_the_post() -> None:
    page = (
        '<html><head><meta property="og:url" content="https://www.instagram.com/p/CF6-Yx2nE5k/">'
        '<meta property="og:title" content="Quay Watch on Instagram: &quot;Boat chase!&quot;">'
        '<meta name="twitter:title" content="Quay Watch (@quaywatch) • Instagram photos"></head><body></body></html>'
    )
    document = read(take(page.encode(), "text/html", NOW))
    (post,) = document.posts
    assert (post.author, post.handle, post.text) == ("Quay Watch", "quaywatch", "Boat chase!")
