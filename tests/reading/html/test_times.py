"""A page's times keep their offset; of conflicting ones the first in a stated order counts."""

from datetime import UTC, datetime

import pytest

from setwatch.model import Document, take
from setwatch.reading.html import read_html
from setwatch.reading.html.when import stamp

WORDS = "<p>The crew of Harbour of Glass is setting up on the quays of Gdynia for three weeks of work at night.</p>"


def read(head: str, body: str = "", url: str = "https://courier.example/1") -> Document:
    page = f"<html><head>{head}</head><body>{body}{WORDS}</body></html>"
    return read_html(take(page.encode(), "text/html", datetime(2031, 3, 5, tzinfo=UTC), url))


@pytest.mark.parametrize(
    ("text", "day", "instant"),
    [
        ("2031-03-04T09:15:00Z", "2031-03-04", "2031-03-04T09:15:00+00:00"),
        ("2031-03-04T09:15:00+0100", "2031-03-04", "2031-03-04T09:15:00+01:00"),
        ("2031-03-04 09:15", "2031-03-04", "2031-03-04T09:15:00"),
        ("2031/3/4 9:15:30 GMT", "2031-03-04", "2031-03-04T09:15:30+00:00"),
        ("Tue, 04 Mar 2031 09:15:00 +0100", "2031-03-04", "2031-03-04T09:15:00+01:00"),
        ("Tue Mar 04 2031 09:15:00 GMT+0100 (CET)", "2031-03-04", "2031-03-04T09:15:00+01:00"),
        ("1930382100", "2031-03-04", "2031-03-04T09:15:00+00:00"),
        ("1930382100000", "2031-03-04", "2031-03-04T09:15:00+00:00"),
        ("2031-03-04", "2031-03-04", None),
    ],
)
def test_a_machine_readable_time_is_read(text: str, day: str, instant: str | None) -> None:
    found = stamp(text)
    assert found is not None
    assert (found.day, found.instant) == (day, instant)


@pytest.mark.parametrize("text", ["", "yesterday", "2031-13-40", "0001-01-01T00:00:00", "9" * 60, "12"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert stamp(text) is None


def test_json_ld_goes_before_meta_elements() -> None:
    meta = '<meta property="article:published_time" content="2031-03-01T08:00:00Z">'
    thing = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2031-03-04T09:15:00Z"}</script>'
    assert read(meta + thing).published == "2031-03-04"


def test_broken_json_ld_is_mended_or_passed_over() -> None:
    meta = '<meta property="article:published:time" content="2031-03-01T08:00:00Z">'
    mended = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2031-03-04",}</script>'
    broken = '<script type="application/ld+json">{"@type": "Article", "datePublished": </script>'
    assert read(meta + mended).published == "2031-03-04"
    assert read(meta + broken).published == "2031-03-01"


def test_a_printed_date_is_a_day_without_an_instant() -> None:
    document = read("", '<div class="article-date">4 March 2031</div>')
    assert (document.published, document.published_at) == ("2031-03-04", None)


def test_the_address_tells_where_nothing_else_does() -> None:
    assert read("", url="https://courier.example/2031/03/04/glass").published == "2031-03-04"
