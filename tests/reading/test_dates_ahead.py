"""A date of an entry that lies ahead of its capture is no date: it would stay on top for years."""

import json
from datetime import UTC, datetime

import pytest

from setwatch.model import take
from setwatch.reading.feed_entry import read_entry

NOW = datetime(2031, 5, 1, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ("2031-04-28T10:00:00Z", "2031-04-28"),
        ("2031-05-02T09:00:00+10:00", "2031-05-01"),
        ("2031-05-02T10:00:00Z", "2031-05-02"),
        ("2031-05-04T10:00:00Z", None),
        ("2042-04-28T10:00:00Z", None),
    ],
)
def test_a_date_ahead_of_the_capture_is_not_believed(told: str, published: str | None) -> None:
    entry = {"title": "Pale Hours opens", "summary": "The film opens in May.", "published": told}
    payload = json.dumps({"feed": {"title": "The Reel"}, "entry": entry}).encode()
    found = read_entry(take(payload, "application/json;profile=feed-entry", NOW, "https://reel.example/1"))
    assert found.published == published
