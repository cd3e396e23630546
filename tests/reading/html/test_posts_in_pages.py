"""Posts stand in the text of a page where the page has them, each a line of its own."""

from datetime import UTC, datetime

from setwatch.model import take
from setwatch.reading.html import read_html

PROSE = "<p>The crew of Harbour of Glass is on the quays of Gdynia, and a passer-by has filmed the tram, the rain.</p>"
TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en">A tram in the rain, and it is not raining</p>&mdash; Ada Lind '
    '(@adalind) <a href="https://twitter.com/adalind/status/1312345678901234567">October 3, 2020</a></blockquote>'
)


def test_a_post_is_a_line_and_its_evidence_is_that_line() -> None:
    page = f"<article><h1>A tram in Gdynia</h1>{PROSE}{TWEET}{PROSE.replace('crew', 'unit')}</article>"
    document = read_html(
        take(page.encode(), "text/html", datetime(2031, 3, 5, tzinfo=UTC), "https://courier.example/1")
    )
    (post,) = document.posts
    assert post.handle == "adalind"
    assert post.text == "A tram in the rain, and it is not raining"
    assert post.evidence.stands_in(document.text)
    assert document.text.split("\n")[1] == post.evidence.exact


def test_links_of_the_article_are_whole_addresses() -> None:
    linked = "<p>More of it is told in <a href='/film/2'>our first report on the shoot</a>, from May.</p>"
    page = f"<article>{PROSE}{linked}{PROSE.replace('crew', 'unit')}</article>"
    document = read_html(
        take(page.encode(), "text/html", datetime(2031, 3, 5, tzinfo=UTC), "https://courier.example/1")
    )
    assert document.links == ("https://courier.example/film/2",)
