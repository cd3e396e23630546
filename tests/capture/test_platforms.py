"""Files of platforms and tools to a capture a post, told apart by what is in them."""

import gzip
import io
import json
from datetime import UTC, datetime

import pytest

from setwatch.capture import captures_of
from setwatch.model import Capture, Refusal

NOW = datetime(2031, 5, 1, tzinfo=UTC)


def taken(payload: bytes) -> list[Capture | Refusal]:
    return list(captures_of(io.BytesIO(payload), NOW, "in"))


def kinds(value: object) -> list[str]:
    found = taken(json.dumps(value).encode())
    return [c.media_type.partition("profile=")[2] if isinstance(c, Capture) else c.reason for c in found]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"id": "1", "text": "Boat!", "author_id": "2", "created_at": "2030-03-01T10:00:00Z"}, "x-post"),
        ({"id_str": "1", "full_text": "Boat!", "created_at": "x", "user": {"screen_name": "quay"}}, "x-post-v1"),
        ({"source_platform": "tiktok.com", "item_id": "7", "data": {"desc": "Boat!"}}, "zeeschuimer"),
        ({"extractor_key": "TikTok", "webpage_url": "https://t.example/7", "id": "7"}, "ytdlp"),
        ({"category": "twitter", "tweet_id": 7, "content": "Boat!"}, "gallery-dl"),
        ({"version": "1.0", "type": "rich", "provider_name": "X", "html": "<p>Boat!</p>"}, "oembed"),
        ({"uri": "at://d/c/k", "author": {"handle": "q.example"}, "record": {"text": "Boat!"}}, "atproto-view"),
        ({"uri": "at://d/c/k", "value": {"text": "Boat!"}}, "atproto-record"),
        ({"did": "did:plc:q", "commit": {"record": {"text": "Boat!"}}}, "jetstream"),
        ({"url": "https://m.example/@q/1", "account": {"acct": "q"}, "content": "<p>Boat!</p>"}, "mastodon"),
        ({"code": "Cabcdef", "user": {"username": "q"}, "taken_at": 1}, "instagram-item"),
    ],
)
def test_each_kind_is_known_by_its_fields(value: object, kind: str) -> None:
    assert kinds(value) == [kind]


def test_a_record_with_a_text_and_no_more_is_a_record() -> None:
    (found,) = taken(b'{"id": "1", "url": "https://reel.example/1", "published": null, "lang": "en", "text": "Boat!"}')
    assert isinstance(found, Capture)
    assert found.media_type == "application/json"


def test_a_page_of_posts_gives_each_with_its_author_and_the_post_that_it_quotes() -> None:
    page = {
        "data": [
            {"id": "2", "text": "See this", "author_id": "b", "referenced_tweets": [{"type": "quoted", "id": "1"}]}
        ],
        "includes": {
            "users": [{"id": "b", "username": "filmdock"}, {"id": "a", "username": "quaywatcher"}],
            "tweets": [{"id": "1", "text": "Boat!", "author_id": "a"}],
        },
    }
    found = [json.loads(c.payload) for c in taken(json.dumps(page).encode()) if isinstance(c, Capture)]
    assert [(post["id"], post["author"]["username"]) for post in found] == [("2", "filmdock"), ("1", "quaywatcher")]
    assert found[0]["referenced"][0]["post"]["text"] == "Boat!"


def test_an_account_export_that_is_a_script_is_read() -> None:
    posts = b'{"tweet": {"id_str": "1", "full_text": "Boat!"}},\n {"tweet": {"id_str": "2"}}'
    script = b"window.YTD.tweets.part0 = [\n " + posts + b"\n]"
    assert [c.origin for c in taken(script) if isinstance(c, Capture)] == ["in!1", "in!2"]


def test_gallery_dl_writes_posts_and_their_files_in_one_list() -> None:
    assert kinds([[2, {"category": "twitter", "tweet_id": 7}], [3, "https://img.example/1.jpg", {}]]) == ["gallery-dl"]


def test_tiktoks_export_gives_each_video_with_the_accounts_name() -> None:
    export = {
        "Profile": {"Profile Information": {"ProfileMap": {"userName": "quaywatcher"}}},
        "Video": {"Videos": {"VideoList": [{"Date": "2030-03-01 10:00:00", "Link": "https://v.example/1"}]}},
    }
    (found,) = taken(json.dumps(export).encode())
    assert isinstance(found, Capture)
    assert json.loads(found.payload)["userName"] == "quaywatcher"


def test_a_table_of_posts_gives_a_capture_a_row_and_names_the_rows_that_are_not_whole() -> None:
    table = b'id,timestamp,author,body\n1,2030-03-01 10:00:00,quay,"Boat,\nagain!"\n2,2030-03-02\n'
    first, second = taken(table)
    assert isinstance(first, Capture)
    assert json.loads(first.payload)["body"] == "Boat,\nagain!"
    assert isinstance(second, Refusal)
    assert "2 cells" in second.reason


def test_a_platforms_error_is_no_post() -> None:
    (reason,) = kinds({"errors": [{"message": "Rate limit exceeded."}]})
    assert "failed (Rate limit exceeded.)" in reason


def test_a_compressed_file_is_read_and_a_bomb_is_not() -> None:
    (found,) = taken(gzip.compress(b"2030-03-01\n\nGlass Harbour wraps."))
    assert isinstance(found, Capture)
    (bomb,) = taken(gzip.compress(b"\n" * (65 * 1024 * 1024)))
    assert isinstance(bomb, Refusal)
    assert "unpacks to more than" in bomb.reason
    (twice,) = taken(gzip.compress(gzip.compress(b"x")))
    assert isinstance(twice, Refusal)
