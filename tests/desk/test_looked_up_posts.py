"""Posts are asked for at their platforms: taken, and looked at again for whether they are still there."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from benchmarks import virtual_time
from benchmarks.virtual_time import VirtualTime
from setwatch.desk import Desk, Live, Taken
from setwatch.desk.follow import Follower
from setwatch.desk.posts import Posts
from setwatch.fetch import Fetcher, Manners
from setwatch.following import is_gone, refusal_of
from setwatch.model import Answer, Post, Production, Setting, SourceKind
from setwatch.store import Store
from tests.desk.test_live import everywhere, live
from tests.fetch.conftest import Server, reply, serving

KEY = "109876543210987654"
REPLY = {
    "id": KEY,
    "uri": f"https://films.example/users/reel/statuses/{KEY}",
    "url": f"https://films.example/@reel/{KEY}",
    "created_at": "2031-02-27T10:00:00.000Z",
    "content": "<p>Glass Harbour is filming in Bergen, the quay is closed.</p>",
    "account": {"acct": "reel", "username": "reel", "display_name": "The Reel", "url": "https://films.example/@reel"},
    "favourites_count": 1,
}
"""A reply of our own, in the shape that Mastodon's API gives a status."""


def answers(server: Server, body: object, status: str = "200 OK") -> None:
    server.replies[f"/@reel/{KEY}"] = reply(json.dumps(body).encode(), status)


def address(server: Server) -> str:
    return f"https://films.example/@reel/{KEY}"


@pytest.fixture(autouse=True)
def on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the platform's address lead to the server of the test, which speaks no TLS."""
    from setwatch.following import posts

    port: list[int] = []
    original = posts.lookup

    def lookup(url: str) -> str | None:
        found = original(url)
        return found and found.replace("https://films.example", f"http://films.example:{port[0]}")

    monkeypatch.setattr("setwatch.following.lookup", lookup, raising=False)
    monkeypatch.setattr(Server, "port_told", port, raising=False)


def scene(path: Path, act: Callable[[Live, Server], Awaitable[list[Taken]]]) -> list[Taken]:
    async def told(found: Live, server: Server) -> list[Taken]:
        Server.port_told.append(server.port)  # type: ignore[attr-defined]
        return await act(found, server)

    return live(path, told)


def post_of(path: Path) -> Post:
    with Desk.open(path) as desk:
        return next(post for r in desk.readings() for post in r.document.posts)


def shows(path: Path, server: Server) -> None:
    """Take in a page that shows the post."""
    embed = f'<blockquote class="mastodon-embed"><a href="{address(server)}">Bergen</a></blockquote>'
    frame = f'<iframe src="{address(server)}/embed" class="mastodon-embed"></iframe>'
    words = "<p>Glass Harbour is filming in Bergen, The Reel wrote on Mastodon on Thursday, and the quay is closed.</p>"
    page = path.with_name("page.html")
    page.write_text(
        f"<html><head><title>Set</title></head><body><article>{words}{embed}{frame}{words}</article></body></html>"
    )
    with Desk.open(path) as desk:
        desk.watch([Production("Glass Harbour")])
        desk.add([page])


def test_a_post_that_is_fetched_and_then_gone_is_marked_and_back_again_unmarked(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"

    async def act(found: Live, server: Server) -> list[Taken]:
        answers(server, REPLY)
        taken = [*await found.fetch([address(server)])]
        post = await asyncio.to_thread(post_of, path)
        assert (post.permalink, post.gone) == (address(server), None)
        answers(server, {"error": "Record not found"}, "404 Not Found")
        taken += await found.fetch([address(server) + "?lang=en"])
        marked = (await asyncio.to_thread(post_of, path)).gone
        assert marked is not None
        taken += await found.fetch([address(server)])
        assert (await asyncio.to_thread(post_of, path)).gone == marked
        answers(server, REPLY)
        taken += await found.fetch([address(server)])
        assert (await asyncio.to_thread(post_of, path)).gone is None
        return taken

    taken = scene(path, act)
    assert taken[0].new == 1
    assert taken[1].trouble is not None
    assert taken[1].trouble.endswith("is gone from its platform (404); marked so")
    with Desk.open(path) as desk:
        assert [(d.decision.author, d.decision.act.value) for d in desk.decisions()] == [
            ("setwatch", "gone"),
            ("setwatch", "take-back"),
        ]


def test_posts_that_articles_show_are_looked_up_where_the_user_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    taken: list[Taken] = []

    async def act(server: Server, store: Store, follower: Follower, time: VirtualTime) -> None:
        async def for_days(days: float) -> None:
            stop = asyncio.Event()
            running = asyncio.create_task(follower.run(stop, taken.append))
            await time.sleep(days * 86400)
            stop.set()
            await running

        posts = follower.posts
        assert posts is not None
        answers(server, REPLY)
        shows(path, server)
        assert posts.look_up(time.now()) == 0
        store.settings.put(Setting.LOOK_UP_POSTS, "on")
        assert (posts.look_up(time.now()), posts.look_up(time.now())) == (1, 0)
        await for_days(1)
        with Desk.open(path) as desk:
            assert len(desk.readings()) == 2  # reads what came in
        answers(server, REPLY | {"favourites_count": 99})
        await for_days(2)
        answers(server, {"error": "gone"}, "410 Gone")
        await for_days(30)

    async def scene() -> None:
        time = VirtualTime(asyncio.get_running_loop(), datetime(2031, 3, 1, tzinfo=UTC))
        fetcher = Fetcher("d@films.example", own_network=True, resolver=everywhere, clock=time.now)
        async with serving() as server, fetcher:
            Server.port_told.append(server.port)  # type: ignore[attr-defined]
            store = Store(path)
            manners = Manners(fetcher, store.sources, time)
            follower = Follower(store.sources, fetcher, manners, time, Random(7), Posts(store), idle=21600)
            await act(server, store, follower, time)
            store.close()

    virtual_time.run(scene())
    assert [each.new for each in taken if each.new] == [1]
    assert any("is gone from its platform (410)" in (each.trouble or "") for each in taken)
    assert 5 < len(taken) < 30
    with Desk.open(path) as desk:
        (post,) = {(p.post_id, p.gone is not None) for r in desk.readings() for p in r.document.posts}
        assert post == (KEY, True)
        (followed,) = [f for f in desk.followed() if f.source.kind is SourceKind.POST]
        assert followed.schedule.ended
        desk.settings.put(Setting.LOOK_UP_POSTS, "off")
    store = Store(path)
    assert Posts(store).look_up(datetime(2031, 5, 1, tzinfo=UTC)) == 0
    assert store.sources.all() == ()
    store.close()


@pytest.mark.parametrize(
    ("status", "body", "gone"),
    [
        (404, b"", True),
        (410, b"", True),
        (400, b'{"error":"NotFound","message":"Post not found"}', True),
        (400, b'{"error":"InvalidRequest"}', False),
        (400, b"[]", False),
        (400, b"{", False),
        (403, b"", False),
        (500, b'{"error":"NotFound"}', False),
        (200, b'{"error":"NotFound"}', False),
    ],
)
def test_a_platform_says_that_a_post_is_gone_in_its_own_way(status: int, body: bytes, gone: bool) -> None:
    answer = Answer("https://a.example", status, (), body, datetime(2031, 1, 1, tzinfo=UTC))
    assert is_gone(answer) is gone
    assert (refusal_of("https://x.com/a/status/12", answer) is not None) is (status == 403)
