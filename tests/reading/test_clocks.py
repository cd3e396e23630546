from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setwatch.reading.clocks import INSTAGRAM_EPOCH_MS, X_EPOCH_MS, clock_of

NOON = datetime(2031, 2, 3, 12, 0, 0, tzinfo=UTC)
NOON_MS = int(NOON.timestamp()) * 1000
SHORTCODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"


def written(number: int, alphabet: str, length: int) -> str:
    letters = ""
    for _ in range(length):
        number, digit = divmod(number, len(alphabet))
        letters = alphabet[digit] + letters
    return letters


@pytest.mark.parametrize(
    ("platform", "post_id", "exact"),
    [
        ("twitter", str((NOON_MS - X_EPOCH_MS) << 22 | 77), True),
        ("instagram", written((NOON_MS - INSTAGRAM_EPOCH_MS) << 23 | 5, SHORTCODE, 11), True),
        ("threads", written((NOON_MS - INSTAGRAM_EPOCH_MS) << 23 | 5, SHORTCODE, 11), True),
        ("mastodon", str(NOON_MS << 16 | 9), True),
        ("tiktok", str((NOON_MS // 1000) << 32 | 123), False),
        ("bluesky", written((NOON_MS * 1000) << 10 | 3, SORTABLE, 13), False),
    ],
)
def test_an_id_tells_when_its_post_was_made(platform: str, post_id: str, exact: bool) -> None:
    clock = clock_of(platform, post_id)
    assert clock is not None
    assert clock.not_before == NOON
    assert clock.not_after == (NOON if exact else None)


def test_the_first_snowflake_ids_agree_with_the_day_they_began() -> None:
    clock = clock_of("twitter", "29700859247")
    assert clock is not None
    assert clock.not_before is not None
    assert clock.not_before.date().isoformat() == "2010-11-04"


@pytest.mark.parametrize(
    ("platform", "post_id"),
    [
        ("twitter", "20"),
        ("twitter", "no"),
        ("twitter", "９９９９９９９９９９９９９"),
        ("facebook", "123456789012"),
        ("bluesky", "3kabc"),
        ("bluesky", "3k1111111111a"),
        ("instagram", "B?"),
        (None, "1"),
        ("twitter", None),
        ("tiktok", "9" * 20),
        ("twitter", "9" * 70),
    ],
)
def test_an_id_without_a_clock_tells_nothing(platform: str | None, post_id: str | None) -> None:
    assert clock_of(platform, post_id) is None


@given(st.sampled_from(["twitter", "instagram", "tiktok", "bluesky", "mastodon", "threads"]), st.text(max_size=80))
def test_no_id_breaks_a_clock(platform: str, post_id: str) -> None:
    clock = clock_of(platform, post_id)
    assert clock is None or clock.not_before is not None
