"""A stream of messages over a WebSocket [RFC 6455], from an address that may be asked, within bounds."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from functools import cache
from urllib.parse import urlsplit

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from setwatch import __version__
from setwatch.fetch.network import PublicNetwork, Resolve, resolve
from setwatch.model import FetchError, Trouble, shown_address

MESSAGE_BYTES = 512 * 1024
"""Bytes of one message: a post with its pictures' descriptions has some kilobytes."""
WAITING = 32
"""Messages that wait to be taken; then the server is made to wait."""
SECONDS = 20.0
"""Seconds until the connection stands; and between two signs of life of either side."""


async def messages(
    url: str, contact: str, *, resolver: Resolve = resolve, own_network: bool = False
) -> AsyncIterator[str]:
    """Yield the text messages of a `ws` or `wss` address, until the other side ends them.

    TLS is always verified, nothing is unpacked, redirects to other hosts are not followed.

    Raises:
        FetchError: it cannot be connected to, or may not be; or the connection breaks.
    """
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "wss" else 80)
    try:
        network = PublicNetwork(resolver, own_network=own_network)
        taken = await asyncio.wait_for(_connected(network, host, port), SECONDS)
        client = connect(
            url,
            sock=taken,
            ssl=_tls() if parts.scheme == "wss" else None,
            server_hostname=host if parts.scheme == "wss" else None,
            user_agent_header=f"Setwatch/{__version__} (+{contact})",
            compression=None,
            proxy=None,
            max_size=MESSAGE_BYTES,
            max_queue=WAITING,
            open_timeout=SECONDS,
            ping_interval=SECONDS,
            ping_timeout=SECONDS,
        )
        async with client as stream:
            async for message in stream:
                if isinstance(message, str):
                    yield message
    except FetchError as error:
        raise FetchError(error.trouble, f"{shown_address(url)}: {error}") from error
    except (OSError, TimeoutError, ValueError, WebSocketException) as error:
        told = f"{shown_address(url)}: the stream breaks ({error or type(error).__name__})"
        raise FetchError(Trouble.NETWORK, told) from error


async def _connected(network: PublicNetwork, host: str, port: int) -> socket.socket:
    """Return a socket that is connected to an address of the host that may be asked."""
    problem = OSError(f"{host} has no address")
    for address in await network.addresses(host, port):
        found = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
        found.setblocking(False)
        try:
            await asyncio.get_running_loop().sock_connect(found, (address, port))
        except OSError as error:
            found.close()
            problem = error
        except BaseException:
            found.close()
            raise
        else:
            return found
    raise problem


@cache
def _tls() -> ssl.SSLContext:
    """Return a context of its own: that of the fetcher offers HTTP/2."""
    return httpx.create_ssl_context(trust_env=False)
