"""A post is asked for where its platform tells it as data."""

import pytest

from setwatch.following import accepted, lookup


@pytest.mark.parametrize(
    ("post", "host", "part"),
    [
        ("https://www.tiktok.com/@onlooker/video/6881234567890123456?lang=en", "www.tiktok.com", "%3Flang%3Den"),
        ("https://x.com/reel/status/1315000000000000000", "publish.twitter.com", "%2Fstatus%2F1315"),
        ("https://mobile.twitter.com/reel/status/1315000000000000000", "publish.twitter.com", "oembed"),
        ("https://www.youtube.com/watch?v=abcdefghijk", "www.youtube.com", "watch%3Fv%3Dabcdefghijk"),
        ("https://youtu.be/abcdefghijk", "www.youtube.com", "oembed?format=json"),
        ("https://bsky.app/profile/reel.example/post/3kabcdefghi2x", "public.api.bsky.app", "reel.example%2Fapp.bsky"),
        ("https://films.social/@reel/109876543210987654", "films.social", "/@reel/109876543210987654"),
        ("https://films.social/users/reel/statuses/109876543210987654", "films.social", "/statuses/109876543210987654"),
        ("https://films.social/objects/0f8fad5b-d9cb-469f-a165-70867728950e", "films.social", "/objects/0f8fad5b"),
        ("https://vimeo.com/123456789", "vimeo.com", "oembed.json"),
    ],
)
def test_a_post_has_an_address_for_programs(post: str, host: str, part: str) -> None:
    found = lookup(post)
    assert found is not None
    assert found.startswith(f"https://{host}/")
    assert part in found


@pytest.mark.parametrize(
    "url", ["https://reel.example/a", "https://x.com/reel", "https://www.tiktok.com/@reel", "", "https://evil.example/?x=https://x.com/a/status/12"]
)  # fmt: skip
def test_what_is_no_post_has_none(url: str) -> None:
    assert lookup(url) is None


def test_posts_of_the_fediverse_are_asked_for_at_their_own_address_as_activitystreams() -> None:
    assert accepted("https://films.social/@reel/109876543210987654") == "application/activity+json"
    assert accepted("https://x.com/reel/status/1315000000000000000") is None
    assert accepted("https://reel.example/a") is None
