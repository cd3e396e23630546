"""A page gives its title, byline, outlet, date, address, language and the words of its article."""

from datetime import UTC, datetime

from setwatch.model import Document, take
from setwatch.reading.html import read_html

PAGE = """<!doctype html><html lang="en-GB"><head>
<title>Harbour of Glass moves to Gdynia | The Larkfield Courier</title>
<meta property="og:site_name" content="The Larkfield Courier">
<meta property="og:title" content="Harbour of Glass moves to Gdynia | The Larkfield Courier">
<meta property="article:published_time" content="2031-03-04T09:15:00+01:00">
<link rel="canonical" href="https://www.larkfield.example/film/harbour-of-glass-gdynia">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebPage", "name": "x"},
  {"@type": "NewsArticle", "headline": "Harbour of Glass moves to Gdynia",
   "author": [{"@type": "Person", "name": "Ines Okoro"}, {"@type": "Organization", "name": "Film Desk"}],
   "datePublished": "2031-03-04T09:15:00+01:00", "dateModified": "2031-03-04T11:00:00+01:00"}]}</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/film">Film</a></li></ul></nav>
<article><h1>Harbour of Glass moves to Gdynia</h1><div class="article-body">
<p>The crew of Harbour of Glass has left the studio in Malmö and is setting up on the quays of Gdynia, where the
second half of the film will be shot until the end of May.</p>
<h2>What the harbour master says</h2>
<p>“We have closed two piers for them,” said the harbour master, Piotr Wolny, who expects three weeks of night work,
rain machines and a good deal of noise along the front.</p>
</div></article>
<aside class="related">
<h3>Related</h3><ul><li><a href="/a">Ten films about the sea that you should see</a></li></ul></aside>
<footer><p>© The Larkfield Courier. All rights reserved. Registered in Larkfield, and so on, and so forth.</p></footer>
</body></html>"""


def read_page(
    page: str, url: str | None = "https://www.larkfield.example/film/harbour-of-glass-gdynia?utm=x"
) -> Document:
    return read_html(take(page.encode(), "text/html", datetime(2031, 3, 5, tzinfo=UTC), url))


def test_it_says_what_it_is_and_who_made_it() -> None:
    document = read_page(PAGE)
    assert document.title == "Harbour of Glass moves to Gdynia"
    assert document.byline == ("Ines Okoro",)
    assert document.outlet == "The Larkfield Courier"
    assert document.lang == "en-GB"
    assert document.url == document.document_id == "https://www.larkfield.example/film/harbour-of-glass-gdynia"


def test_its_times_keep_their_offset() -> None:
    document = read_page(PAGE)
    assert document.published == "2031-03-04"
    assert document.published_at == "2031-03-04T09:15:00+01:00"
    assert document.modified_at == "2031-03-04T11:00:00+01:00"


def test_its_text_is_the_article_a_block_a_line() -> None:
    lines = read_page(PAGE).text.split("\n")
    assert [line[:14] for line in lines] == ["The crew of Ha", "What the harbo", "“We have close"]


def test_a_page_with_no_address_goes_by_its_digest() -> None:
    page = "<p>The second unit of Harbour of Glass was seen in Sopot.</p>"
    document = read_page(page, url=None)
    assert document.document_id == f"sha256:{document.version}"
    assert document.text == "The second unit of Harbour of Glass was seen in Sopot."
