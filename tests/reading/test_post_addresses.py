"""Addresses of posts, on their platform, its other hosts and its mirrors: one platform and one id."""

import pytest

from setwatch.reading.addresses import post_address


@pytest.mark.parametrize(
    "address",
    [
        "https://twitter.com/reel/status/1918593874130000001",
        "https://x.com/reel/status/1918593874130000001?s=20",
        "https://mobile.twitter.com/reel/status/1918593874130000001",
        "https://fxtwitter.com/reel/status/1918593874130000001",
        "https://vxtwitter.com/reel/status/1918593874130000001",
        "https://nitter.net/reel/status/1918593874130000001#m",
        "https://xcancel.com/reel/status/1918593874130000001",
        "https://x.com/i/web/status/1918593874130000001",
    ],
)
def test_a_tweet_is_one_wherever_it_is_shown(address: str) -> None:
    found = post_address(address)
    assert found is not None
    assert (found.platform, found.post_id) == ("twitter", "1918593874130000001")


@pytest.mark.parametrize(
    ("address", "platform", "post_id"),
    [
        ("https://instagr.am/p/CFabc12345_/", "instagram", "CFabc12345_"),
        ("https://www.instagram.com/reel/CFabc12345_/", "instagram", "CFabc12345_"),
        ("https://m.tiktok.com/v/7500144193220855143.html", "tiktok", "7500144193220855143"),
        ("https://www.tiktok.com/@reel/video/7500144193220855143", "tiktok", "7500144193220855143"),
        ("https://youtu.be/abcdefghijk", "youtube", "abcdefghijk"),
        ("https://m.youtube.com/watch?v=abcdefghijk&t=4", "youtube", "abcdefghijk"),
        ("https://www.youtube.com/shorts/abcdefghijk", "youtube", "abcdefghijk"),
    ],
)
def test_other_platforms(address: str, platform: str, post_id: str) -> None:
    found = post_address(address)
    assert found is not None
    assert (found.platform, found.post_id) == (platform, post_id)


def test_a_short_address_tells_no_id() -> None:
    assert post_address("https://vm.tiktok.com/ZMabcdefg/") is None
