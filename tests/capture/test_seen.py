"""A feed is read without the entries that it showed before, and gives the same captures for the others."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setwatch.capture import captures_of, unseen
from setwatch.model import Capture

NOW = datetime(2031, 5, 1, tzinfo=UTC)
TITLES = ["Day one", "Day &amp; night", "<![CDATA[A <b>third</b> day]]>", "Tag vier: Öl", "Fifth"]


def rss(titles: list[str], head: str = "<title>Reel</title>", built: str = "Mon") -> bytes:
    items = "\n".join(f"<item><guid>{number}</guid><title>{t}</title></item>" for number, t in enumerate(titles))
    return f"<rss version='2.0'><channel>{head}<lastBuildDate>{built}</lastBuildDate>{items}</channel></rss>".encode()


def atom(titles: list[str]) -> bytes:
    entries = "".join(f"<entry><id>{number}</id><title>{t}</title></entry>" for number, t in enumerate(titles))
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Reel</title>{entries}</feed>'.encode()


def read(feed: bytes) -> set[str]:
    return {c.digest for c in captures_of(io.BytesIO(feed), NOW) if isinstance(c, Capture)}


@pytest.mark.parametrize("made", [rss, atom])
@given(st.lists(st.sampled_from(TITLES), min_size=1, max_size=6), st.data())
def test_what_is_left_gives_what_the_whole_gives(made: type, titles: list[str], data: st.DataObject) -> None:
    later = list(titles)
    later[data.draw(st.integers(0, len(titles) - 1))] = "Another title"
    later += ["One more"]
    _, marks, _ = unseen(made(titles), frozenset())
    cut, _, is_more = unseen(made(later), marks)
    assert is_more
    assert read(cut) == read(made(later)) - read(made(titles))
    assert len(cut) < len(made(later)) or len(titles) == 1


def test_a_feed_of_which_only_the_date_changed_has_nothing_more() -> None:
    _, marks, _ = unseen(rss(TITLES, built="Mon"), frozenset())
    assert not unseen(rss(TITLES, built="Tue"), marks)[2]


def test_a_feed_with_another_name_is_read_whole() -> None:
    _, marks, _ = unseen(rss(TITLES), frozenset())
    other = rss(TITLES, head="<title>Spool</title>")
    assert unseen(other, marks)[0] == other


@pytest.mark.parametrize(
    "feed",
    [
        rss(["one", "<![CDATA[a </item> in it]]>"]),
        rss(["one", "<!-- <title>no</title> -->two"]),
        rss(["one"], head="<title>Reel</title><description><![CDATA[<item>x</item>]]></description>"),
        rss(["one", "two"])[:-40],
        b'{"version": "https://jsonfeed.org/version/1.1", "items": []}',
        b"<rss><channel><item /><item><title>one</title></item></channel></rss>",
    ],
)
def test_a_feed_that_cannot_be_cut_surely_is_left_whole(feed: bytes) -> None:
    assert unseen(feed, frozenset()) == (feed, frozenset(), True)
