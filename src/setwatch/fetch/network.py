"""Connections to addresses that may be asked, and to no others.

The address that is checked is the one that is connected to, for every connection, after every redirect: a name that
resolves to another address a moment later (DNS rebinding) gains nothing.
"""

import asyncio
import socket
import ssl
import sys
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from functools import cache
from importlib.util import find_spec
from time import monotonic

import httpcore
import httpx

from setwatch.fetch.allowed import refused
from setwatch.model import FetchError, Trouble

Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""From a host's name and a port to its IP addresses; raises `OSError` where it has none."""


KEPT = 15.0
"""Seconds that a connection is kept for the next request to its host."""
IDLE_HOSTS = 32
"""Hosts, at most, whose connections are kept."""
AT_A_HOST = 4
"""Connections to one host; it is asked one request at a time, but a stopped request may linger."""

if find_spec("sniffio") is None:
    # httpcore tries this import several times a request; searching for what is not there takes longer than all else.
    sys.modules["sniffio"] = None  # type: ignore[assignment]


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of a host as the system knows them, each once."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


class PublicNetwork(httpcore.AsyncNetworkBackend):
    """Connects to public addresses; `own_network` lets in loopback, private and shared ones."""

    def __init__(self, resolver: Resolve = resolve, *, own_network: bool = False) -> None:
        self._inner = httpcore.AnyIOBackend()
        self._resolve = resolver
        self._own_network = own_network

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """Return the addresses of a host, if all of them may be asked.

        Raises:
            FetchError: one of them may not be asked.
            OSError: it has none.
        """
        found = await self._resolve(host, port)
        for address in found:
            if (kind := refused(address, own_network=self._own_network)) is not None:
                raise FetchError(Trouble.ADDRESS, f"{host} is at {address}, a {kind} address, which is not asked")
        return found

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of `host` that answers, if all of them may be asked.

        Raises:
            FetchError: one of them may not be asked.
            httpcore.ConnectError: the host has no address, or none answers.
        """
        try:
            addresses = await self.addresses(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} has no address ({error})") from error
        problem: httpcore.NetworkError | httpcore.TimeoutException = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                problem = error
        raise problem

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: no address leads to a socket of this machine."""
        del timeout, socket_options
        raise FetchError(Trouble.ADDRESS, f"{path} is a socket of this machine, which is not asked")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)


class PublicTransport(httpx.AsyncHTTPTransport):
    """HTTP/1.1 and HTTP/2 over `PublicNetwork`. TLS is always verified; proxies of the environment are not used."""

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        super().__init__(verify=_tls(), http2=True, trust_env=False)
        # httpx has no parameter for what it sends requests by.
        self.connections = self._pool = Connections(network)


class Connections(httpcore.AsyncConnectionPool):
    """Connections to many hosts, a small pool for each: one pool of all looks at every connection at every request."""

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        super().__init__(ssl_context=_tls())
        self._network = network
        self._hosts: OrderedDict[tuple[bytes, bytes, int | None], _Host] = OrderedDict()

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request over a connection to its host; raises as `httpcore` does."""
        url = request.url
        place = (url.scheme, url.host, url.port)
        host = self._hosts.get(place)
        if host is None:
            host = self._hosts[place] = _Host(self._network)
        self._hosts.move_to_end(place)
        host.last = monotonic()
        host.beginning += 1
        try:
            await self._let_go()
            return await host.pool.handle_async_request(request)
        finally:
            host.beginning -= 1

    async def aclose(self) -> None:
        """Close all connections."""
        while self._hosts:
            await self._hosts.popitem()[1].pool.aclose()

    async def _let_go(self) -> None:
        """Close what has long been idle, and what is idle beyond the most that is kept; the longest idle first."""
        over, expired = len(self._hosts) - IDLE_HOSTS, monotonic() - KEPT
        gone = []
        for place, host in self._hosts.items():
            if over <= 0 and host.last > expired:
                break
            if host.is_idle:
                gone.append(place)
                over -= 1
        for pool in [self._hosts.pop(place).pool for place in gone]:
            await pool.aclose()


class _Host:
    """Connections to one host: when a request to it last began, and how many are not answered yet."""

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        self.last = 0.0
        self.beginning = 0
        self.pool = httpcore.AsyncConnectionPool(
            ssl_context=_tls(),
            max_connections=AT_A_HOST,
            max_keepalive_connections=1,
            keepalive_expiry=KEPT,
            http2=True,
            network_backend=network,
        )

    @property
    def is_idle(self) -> bool:
        """Whether no request is on its way, and no answer is read."""
        return not self.beginning and all(each.is_idle() or each.is_closed() for each in self.pool.connections)


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)
