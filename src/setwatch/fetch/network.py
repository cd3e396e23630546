"""Connections to addresses that may be asked, and to no others.

The address that is checked is the one that is connected to, for every connection, after every redirect: a name that
resolves to another address a moment later (DNS rebinding) gains nothing.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable
from functools import cache

import httpcore
import httpx

from setwatch.fetch.allowed import refused
from setwatch.model import FetchError, Trouble

Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""From a host's name and a port to its IP addresses; raises `OSError` where it has none."""


LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=15.0)
"""Connections at once; hosts are asked one request at a time, so this bounds how many hosts."""


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
        super().__init__(verify=_tls(), http2=True, trust_env=False, limits=LIMITS)
        # httpx has no parameter for the network that its pool connects through.
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_tls(),
            max_connections=LIMITS.max_connections,
            max_keepalive_connections=LIMITS.max_keepalive_connections,
            keepalive_expiry=LIMITS.keepalive_expiry,
            http1=True,
            http2=True,
            network_backend=network,
        )


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)
