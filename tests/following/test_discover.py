"""An address that a person names stands for sources."""

import gzip

import pytest

from setwatch.following import account, feeds_in, listed_in, opml, sources_in
from setwatch.model import Answer, Source, SourceKind
from tests.following.test_schedule import NOW

SITE = "https://reel.example/film/"
PAGE = b"""<html><head><title>Reel</title>
<link rel="alternate" type="application/rss+xml" title=" The  Reel " href="/feed.xml">
<link rel="alternate" type="application/rss+xml" title="Comments on the Reel" href="/comments/feed">
<link rel="ALTERNATE stylesheet" type="application/atom+xml; charset=utf-8" href="atom.xml">
<link rel="alternate" type="application/feed+json" href="https://other.example/feed.json">
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
<link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" type="application/rss+xml" href="javascript:x">
</head><body></body></html>"""


def answer(body: bytes, moved: str | None = None) -> Answer:
    return Answer(SITE, 200, (), body, NOW, moved)


def found(body: bytes, moved: str | None = None) -> list[tuple[str, str]]:
    return [(source.url, source.kind.value) for source in sources_in(answer(body, moved), SITE)]


def test_a_page_stands_for_the_feeds_that_it_names_without_those_of_comments() -> None:
    urls = ["https://reel.example/feed.xml", "https://reel.example/film/atom.xml", "https://other.example/feed.json"]
    sources = sources_in(answer(PAGE), SITE)
    assert [source.url for source in sources] == urls
    assert (sources[0].title, sources[0].asked_for) == ("The Reel", SITE)


def test_a_page_that_names_only_a_feed_of_comments_stands_for_that() -> None:
    assert found(b'<link rel=alternate type="application/rss+xml" href=/comments/feed>') != []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'<?xml version="1.0"?>\n<!-- by hand --><rss version="2.0"><channel/></rss>', "feed"),
        (b'\xef\xbb\xbf<feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        (b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', "sitemap"),
        (b"<sitemapindex></sitemapindex>", "sitemap"),
    ],
)
def test_a_feed_or_sitemap_stands_for_itself_where_it_moved_to(body: bytes, kind: str) -> None:
    assert found(body) == [(SITE, kind)]
    assert found(body, "https://reel.example/new") == [("https://reel.example/new", kind)]


@pytest.mark.parametrize(
    "body",
    [b"", b"<html><body>Nothing here.", b"{}", b"\x00\x01\x02", b"<rssx>", b'<opml version="2.0"><body/></opml>'],
)
def test_what_names_no_feed_stands_for_nothing(body: bytes) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("https://bsky.app/profile/reel.example", "actor=reel.example&"),
        ("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", "channel_id=UCabcdefghijklmnopqrstuv"),
        ("https://films.social/@reel", "https://films.social/@reel.rss"),
    ],
)
def test_an_account_stands_for_its_posts(page: str, url: str) -> None:
    source = account(page)
    assert source is not None
    assert url in source.url
    assert source.asked_for == page


@pytest.mark.parametrize(
    "page", ["https://reel.example/", "https://tiktok.com/@reel", "https://youtube.com/@reel", "x"]
)
def test_what_is_no_account_whose_posts_can_be_had_is_none(page: str) -> None:
    assert account(page) is None


NEWS = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://reel.example/older </loc>
<news:news><news:publication_date>2031-02-01</news:publication_date></news:news></url>
<url><loc>https://reel.example/newer</loc>
<news:news><news:publication_date>2031-03-01</news:publication_date></news:news></url>
<url><loc>javascript:alert(1)</loc></url></urlset>"""


def test_a_news_sitemap_names_pages_the_newest_first() -> None:
    assert listed_in(NEWS).pages == ("https://reel.example/newer", "https://reel.example/older")


def test_a_list_of_sitemaps_names_sitemaps() -> None:
    body = b"<sitemapindex><sitemap><loc>https://reel.example/news.xml</loc></sitemap></sitemapindex>"
    assert listed_in(body).sitemaps == ("https://reel.example/news.xml",)


BOMB = b'<!DOCTYPE u [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>'


@pytest.mark.parametrize("body", [b"<urlset><url>", b"", b"not xml", BOMB])
def test_a_sitemap_that_cannot_be_read_says_so(body: bytes) -> None:
    with pytest.raises(ValueError, match="sitemap"):
        listed_in(body)


def test_a_list_of_feeds_comes_in_as_it_goes_out() -> None:
    sources = (
        Source("https://reel.example/feed?a=1&b=2", SourceKind.FEED, 'Reel & "Set"'),
        Source("https://echo.example/feed", SourceKind.FEED, "https://echo.example/feed"),
    )
    page = Source("https://echo.example/a", SourceKind.PAGE)
    assert feeds_in(opml([*sources, page])) == sources


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"<opml version='2.0'><body/></opml>", b"\xff\xfe"])
def test_a_list_without_feeds_says_so(body: bytes) -> None:
    with pytest.raises(ValueError, match="OPML"):
        feeds_in(body)


def test_a_sitemap_that_is_a_gzip_file_is_read_within_bounds() -> None:
    listed = b"<urlset><url><loc>https://reel.example/1</loc></url></urlset>"
    assert listed_in(gzip.compress(listed)).pages == ("https://reel.example/1",)
    for faulty in (gzip.compress(listed)[:-6], gzip.compress(b" " * 9_000_000)):
        with pytest.raises(ValueError, match=r"cut off|more than"):
            listed_in(faulty)
