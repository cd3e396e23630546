"""The table of addresses that are not asked: every kind in several spellings, redirects and rebinding among them."""

import asyncio

import pytest

from setwatch.fetch import Fetcher, refused
from setwatch.model import Ask, FetchError, Trouble
from tests.fetch.conftest import reply, serving

SPELLINGS = {
    "loopback": (
        "http://127.0.0.1/", "http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
        "http://0x7f.1/", "http://017700000001/", "http://127.255.255.254/", "http://[::1]/", "http://[0:0::0:1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::7f00:1]/", "http://[64:ff9b::7f00:1]/",
        "http://[::ffff:0:127.0.0.1]/", "http://user:word@127.0.0.1/", "http://films.example@127.0.0.1/",
        "https://127.0.0.1:8443/feed", "HTTP://LOCALHOST/", "http://\uff11\uff12\uff17.0.0.1/",
        "http://127\u30020\u30020\u30021/", "http://[2600::5efe:127.0.0.1]/",
    ),
    "private": (
        "http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.255/",
        "http://192.168.1.1/", "http://3232235777/", "http://0xc0a80101/", "http://192.168.257/", "http://10.1/",
        "http://[fc00::1]/", "http://[fd12:3456:789a::1]/", "http://[fec0::1]/", "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::192.168.1.1]/",
    ),
    "shared": ("http://100.64.0.1/", "http://100.127.255.254/", "http://1681915905/", "http://[::ffff:100.64.0.1]/"),
    "link-local": (
        "http://169.254.169.254/latest/meta-data/", "http://2852039166/", "http://0xa9fea9fe/", "http://169.254.43518/",
        "http://[fe80::1]/", "http://[febf::1]/", "http://[::ffff:169.254.169.254]/",
    ),
    "multicast": (
        "http://224.0.0.1/", "http://239.255.255.250/", "http://3758096385/", "http://[ff02::1]/", "http://[ff0e::1]/",
        "http://[::ffff:224.0.0.1]/",
    ),
    "unspecified": ("http://0.0.0.0/", "http://0/", "http://0.1.2.3/", "http://[::]/", "http://[::ffff:0.0.0.0]/"),
    "tunnel": (
        "http://[2002:7f00:1::]/", "http://[2002:a00:1::1]/", "http://[2001:0:7f00:1::]/", "http://192.88.99.1/",
    ),
    "reserved": (
        "http://192.0.2.1/", "http://198.51.100.7/", "http://203.0.113.9/", "http://198.18.0.1/", "http://240.0.0.1/",
        "http://255.255.255.255/", "http://192.0.0.8/", "http://[2001:db8::1]/", "http://[100::1]/", "http://[3fff::1]/",
        "http://[5f00::1]/", "http://[4000::1]/",
    ),
}  # fmt: skip
TABLE = [(kind, url) for kind, urls in SPELLINGS.items() for url in urls]
NO_ADDRESSES = (
    "ftp://127.0.0.1/", "file:///etc/passwd", "gopher://10.0.0.1/", "data:text/html,hello", "javascript:alert(1)",
    "unix:///run/docker.sock", "//127.0.0.1/", "/etc/passwd", "", "http:///path", "http://[::1/",
)  # fmt: skip


async def problem(url: str, **options: object) -> FetchError:
    async with Fetcher("desk@films.example", **options) as fetcher:  # type: ignore[arg-type]
        with pytest.raises(FetchError) as caught:
            await fetcher.fetch(Ask(url))
    return caught.value


@pytest.mark.parametrize(("kind", "url"), TABLE)
def test_an_address_that_is_not_public_is_refused(kind: str, url: str) -> None:
    error = asyncio.run(problem(url))
    assert error.trouble is Trouble.ADDRESS
    assert f"{kind} address" in str(error) or "no address" in str(error)


def test_every_kind_is_tried_in_three_spellings_at_least() -> None:
    assert {kind: len(urls) >= 3 for kind, urls in SPELLINGS.items()} == dict.fromkeys(SPELLINGS, True)


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert asyncio.run(problem(url)).trouble is Trouble.ADDRESS


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_a_public_address_is_not(address: str) -> None:
    assert refused(address) is None


@pytest.mark.parametrize("address", ["169.254.169.254", "224.0.0.1", "0.0.0.0", "fe80::1%eth0", "2002:7f00:1::"])
def test_the_own_network_lets_in_no_more_than_it_says(address: str) -> None:
    assert refused(address, own_network=True) is not None
    assert refused("127.0.0.1", own_network=True) is refused("192.168.1.9", own_network=True) is None
    assert refused("::1", own_network=True) is refused("::ffff:10.1.2.3", own_network=True) is None


REDIRECTED = ["http://169.254.169.254/", "http://2852039166/", "http://[fe80::1]/", "http://[ff02::1]/", "http://0/"]


@pytest.mark.parametrize("target", [*REDIRECTED, "file:///etc/passwd", "gopher://x/", "http://[::1"])
def test_a_redirect_is_judged_like_any_address(target: str) -> None:
    async def scene() -> tuple[FetchError, int]:
        async with serving() as server:
            server.replies["/feed"] = reply(status="302 Found", location=target)
            return await problem(server.url("/feed"), own_network=True), len(server.requests)

    error, asked = asyncio.run(scene())
    assert error.trouble in (Trouble.ADDRESS, Trouble.REDIRECTS)
    assert asked == 1


def test_a_name_that_moves_inside_between_two_connections_gains_nothing() -> None:
    asked = []

    async def scene() -> tuple[FetchError, list[str]]:
        async with serving() as server:
            server.replies["/feed"] = reply(status="302 Found", location="/again", connection="close")

            async def rebinding(host: str, port: int) -> tuple[str, ...]:
                asked.append((host, port))
                return ("127.0.0.1",) if len(asked) == 1 else ("169.254.169.254",)

            url = server.url("/feed", "films.example")
            return await problem(url, own_network=True, resolver=rebinding), server.paths()

    error, paths = asyncio.run(scene())
    assert "films.example is at 169.254.169.254, a link-local address" in str(error)
    assert paths == ["/feed"]


def test_a_name_with_one_inner_address_among_others_is_refused() -> None:
    async def mixed(host: str, port: int) -> tuple[str, ...]:
        return "93.184.215.14", "10.0.0.5"

    assert "10.0.0.5, a private address" in str(asyncio.run(problem("http://films.example/", resolver=mixed)))


def test_a_password_in_an_address_is_not_shown() -> None:
    assert "word" not in str(asyncio.run(problem("http://user:word@127.0.0.1/")))
