"""A title is the headline, without the outlet's name and what is made for search engines."""

from datetime import UTC, datetime

import pytest

from setwatch.model import take
from setwatch.reading.html import read_html

WORDS = "<p>The crew of Harbour of Glass is setting up on the quays of Gdynia until the end of May.</p>"
NAMED = '<meta property="og:site_name" content="Larkfield Courier">'


def title_of(head: str, body: str = "") -> str | None:
    page = f"<html><head>{head}</head><body>{body}{WORDS}</body></html>"
    url = "https://www.larkfieldcourier.example/film/1"
    return read_html(take(page.encode(), "text/html", datetime(2031, 3, 5, tzinfo=UTC), url)).title


def headline(text: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{text}"}}</script>'


TAILS = [" | Larkfield Courier", " - Larkfield Courier", "｜LarkfieldCourier", " | Larkfield Courier | Film"]


@pytest.mark.parametrize("tail", TAILS)
def test_the_name_of_the_outlet_is_no_part_of_it(tail: str) -> None:
    assert title_of(f"{NAMED}<title>Glass crew reaches Gdynia{tail}</title>") == "Glass crew reaches Gdynia"


def test_a_dash_within_it_stays() -> None:
    assert title_of(f"{NAMED}<title>Harbour of Glass - the quays</title>") == "Harbour of Glass - the quays"


def test_entities_that_were_escaped_twice_are_read() -> None:
    assert title_of(headline("&quot;Glass&quot; crew &amp;amp; cast")) == '"Glass" crew &amp; cast'


def test_the_headline_goes_before_open_graph() -> None:
    shared = '<meta property="og:title" content="You will not believe this harbour">'
    assert title_of(shared + headline("Glass crew reaches Gdynia")) == "Glass crew reaches Gdynia"


def test_a_headline_for_search_gives_way_to_what_is_printed() -> None:
    head = "<title>Harbour of Glass Gdynia: film shoot news</title>" + headline(
        "Harbour of Glass Gdynia: film shoot news"
    )
    assert title_of(head, "<h1>A tram, two cranes and a film</h1>") == "A tram, two cranes and a film"
