"""Embedded posts stand in the text where the page has them, and those beside the article do not."""

from datetime import UTC, datetime

import pytest

from setwatch.model import Document, take
from setwatch.reading import read

TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{words}</p>&mdash; Quay Notes (@quaynotes) '
    '<a href="https://twitter.com/quaynotes/status/{number}">October 3, 2021</a></blockquote>'
)
INSIDE = TWEET.format(words="Who is up there?", number=1444594758336029127)
BESIDE = TWEET.format(words="Buy our calendar.", number=1444594758336029128)
BEFORE = (
    "The crew of Glass Harbour closed the pier on Sunday, and a passer-by filmed what they did with the ferry. "
    "The clip went round at once, and the harbour master, who had not been told, learned of it from his daughter."
)
AFTER = (
    "The studio did not want to say who is on the mast, but the gray suit is well known to whoever saw the first. "
    "Work at the pier goes on until Friday, when the ferry is due in the dock."
)
PAGE = """<html lang="en"><head><title>On the pier</title></head><body><nav><a href="/">Home</a></nav>
<main><article>
<h1>On the pier</h1><p>{before}</p>{embed}<p>{after}</p>{end}</article><aside class="sidebar">
<h3>More</h3>{beside}</aside></main></body></html>"""


def page(**parts: str) -> Document:
    given = {"before": BEFORE, "after": AFTER, "embed": "", "end": "", "beside": "", **parts}
    return read(take(PAGE.format(**given).encode(), "text/html", datetime(2031, 5, 1, tzinfo=UTC)))


@pytest.mark.parametrize(
    "embed", [INSIDE, f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">{INSIDE}</div></figure>']
)
def test_a_short_post_between_paragraphs_is_kept_in_its_place(embed: str) -> None:
    document = page(embed=embed)
    (post,) = document.posts
    assert (post.handle, post.text) == ("quaynotes", "Who is up there?")
    assert post.clock is not None
    assert document.text.index(BEFORE) < post.evidence.start < document.text.index(AFTER)
    assert post.evidence.stands_in(document.text)


def test_a_post_at_the_end_of_the_article_is_kept() -> None:
    assert [post.text for post in page(end=INSIDE).posts] == ["Who is up there?"]


def test_a_post_beside_the_article_is_none_of_it() -> None:
    assert [post.text for post in page(embed=INSIDE, beside=BESIDE).posts] == ["Who is up there?"]
