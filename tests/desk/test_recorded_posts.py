"""Each platform's answer about a post, in its full shape, is fetched from loopback and read as that post.

The files in `recorded/` are of our own writing, after the documentation of each platform; the posts do not exist.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from setwatch.desk import Desk, Live, Taken
from setwatch.following import lookup
from setwatch.model import Post
from tests.desk.test_live import live
from tests.fetch.conftest import Server, reply

RECORDED = Path(__file__).with_name("recorded")
WORDS = "Glass Harbour is filming on the old quay in Bergen tonight"
TIKTOK = "https://www.tiktok.com/@onlooker/video/7476543210987654321"
X = "https://x.com/the_reel/status/1895200000000000000"
YOUTUBE = "https://www.youtube.com/watch?v=gL4ssH4rb0r"
VIMEO = "https://vimeo.com/876543210"
BLUESKY = "https://bsky.app/profile/reel.example/post/3lj5abcdefg2x"
MASTODON = "https://films.example/@reel/114076543210987654"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Taken, list[str]]]:
    """Fetch an address while its platform, on loopback and without TLS, answers with a recorded reply."""

    def ask(url: str, name: str | None, status: str = "200 OK") -> tuple[Taken, list[str]]:
        async def act(found: Live, server: Server) -> tuple[Taken, list[str]]:
            target = lookup(url)
            if target is not None:
                parts = urlsplit(target)
                body = (RECORDED / name).read_bytes() if name else b"Not Found"
                server.replies[f"{parts.path}?{parts.query}" if parts.query else parts.path] = reply(body, status)
                here = parts._replace(scheme="http", netloc=f"{parts.hostname}:{server.port}").geturl()
                monkeypatch.setattr("setwatch.following.lookup", lambda _: here, raising=False)
            (taken,) = await found.fetch([url])
            monkeypatch.setattr("setwatch.following.lookup", lookup, raising=False)
            return taken, server.paths()

        return live(tmp_path / "s.sqlite3", act)

    return ask


def posts(path: Path) -> list[Post]:
    with Desk.open(path) as desk:
        return [post for reading in desk.readings() for post in reading.document.posts]


@pytest.mark.parametrize(
    ("url", "name", "expected"),
    [
        (TIKTOK, "tiktok.json", ("tiktok", "Onlooker", "onlooker", WORDS, "2025-02-28")),
        (X, "x.json", ("twitter", "The Reel", "the_reel", WORDS, "2025-02-27")),
        (YOUTUBE, "youtube.json", ("youtube", "The Reel", None, "Glass Harbour: on the old quay in Bergen", None)),
        (VIMEO, "vimeo.json", ("vimeo", "The Reel", "thereel", "Glass Harbour, night two", None)),
        (BLUESKY, "bluesky.json", ("bluesky", "The Reel", "reel.example", WORDS, "2025-02-27")),
        (BLUESKY, "bluesky-oembed.json", ("bluesky", "The Reel", "reel.example", WORDS, "2025-02-27")),
        (MASTODON, "mastodon-note.json", ("mastodon", None, "reel", WORDS, "2025-02-27")),
        (MASTODON, "mastodon.json", ("mastodon", "The Reel", "reel", WORDS, "2025-02-27")),
    ],
)
def test_a_post_is_read_from_its_platforms_answer(
    asked: Callable[..., tuple[Taken, list[str]]],
    tmp_path: Path,
    url: str,
    name: str,
    expected: tuple[str, str, str | None, str, str | None],
) -> None:
    platform, author, handle, begins, day = expected
    taken, paths = asked(url, name)
    assert (taken.new, taken.trouble) == (1, None)
    assert len(paths) == 1  # robots.txt is not about what is offered to programs
    (post,) = posts(tmp_path / "s.sqlite3")
    assert (post.platform, post.author, post.handle) == (platform, author, handle)
    assert post.permalink is not None
    assert post.text.startswith(begins)
    time = post.clock.not_before if post.clock else None
    assert (time.isoformat() if time else "").startswith(day or "")
    assert (time is None) == (day is None)


@pytest.mark.parametrize(
    ("url", "name", "status"),
    [
        (X, None, "404 Not Found"),
        (YOUTUBE, None, "404 Not Found"),
        (VIMEO, "vimeo-gone.json", "404 Not Found"),
        (BLUESKY, "bluesky-gone.json", "400 Bad Request"),
        (BLUESKY, "bluesky-no-post.json", "200 OK"),
        (MASTODON, "mastodon-gone.json", "404 Not Found"),
        (MASTODON, "mastodon-gone.json", "410 Gone"),
        (MASTODON, "mastodon-tombstone.json", "410 Gone"),
        (MASTODON, "mastodon-tombstone.json", "200 OK"),
    ],
)
def test_a_post_that_is_gone_is_told_so(
    asked: Callable[..., tuple[Taken, list[str]]], tmp_path: Path, url: str, name: str | None, status: str
) -> None:
    taken, _ = asked(url, name, status)
    assert taken.new == 0
    assert f"is gone from its platform ({status[:3]})" in (taken.trouble or "")
    assert posts(tmp_path / "s.sqlite3") == []


def test_tiktoks_one_word_for_all_that_is_wrong_is_no_word_for_gone(
    asked: Callable[..., tuple[Taken, list[str]]],
) -> None:
    taken, _ = asked(TIKTOK, "tiktok-gone.json", "400 Bad Request")
    assert taken.new == 0
    assert (taken.trouble or "").endswith("answers 400")


@pytest.mark.parametrize(("url", "status"), [(YOUTUBE, "401 Unauthorized"), (VIMEO, "403 Forbidden")])
def test_a_post_that_is_kept_from_programs_is_not_gone(
    asked: Callable[..., tuple[Taken, list[str]]], url: str, status: str
) -> None:
    taken, _ = asked(url, None, status)
    assert f"refuses it to programs ({status[:3]}); the post keeps its address and its clock" in (taken.trouble or "")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.instagram.com/p/DGkAbCdEfGh/",
        "https://www.instagram.com/thereel/reel/DGkAbCdEfGh/",
        "https://www.threads.net/@thereel/post/DGkAbCdEfGh",
        "https://www.facebook.com/thereel/posts/1234567890",
    ],
)
def test_a_platform_that_wants_a_token_is_not_asked(
    asked: Callable[..., tuple[Taken, list[str]]], tmp_path: Path, url: str
) -> None:
    taken, paths = asked(url, None)
    assert (taken.new, paths) == (0, [])
    assert "with a token only; the post keeps its address and its clock" in (taken.trouble or "")


def test_a_post_of_such_a_platform_keeps_address_and_clock_where_an_article_shows_it(tmp_path: Path) -> None:
    embed = (
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/DGkAbCdEfGh/">'
        '<a href="https://www.instagram.com/p/DGkAbCdEfGh/">A post shared by The Reel (@thereel)</a></blockquote>'
    )
    words = (
        "<p>Glass Harbour is filming in Bergen, The Reel wrote on Instagram on Thursday, and the quay is closed.</p>"
    )
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>Set</title></head><body><article>{words}{embed}{words}</article></body></html>"
    )
    with Desk.open(tmp_path / "s.sqlite3") as desk:
        desk.add([page])
    (post,) = posts(tmp_path / "s.sqlite3")
    assert post.permalink == "https://www.instagram.com/p/DGkAbCdEfGh/"
    assert post.clock is not None
