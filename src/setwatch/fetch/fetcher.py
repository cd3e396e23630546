"""One address asked, within bounds: redirects followed one by one, size and time limited, the body unpacked."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import urldefrag, urljoin

import httpx

from setwatch import __version__
from setwatch.fetch.network import PublicNetwork, PublicTransport, Resolve, resolve
from setwatch.fetch.unpack import ACCEPTED, Unpacker
from setwatch.model import Answer, Ask, FetchError, NotYetError, Trouble, shown_address

PERMANENT = frozenset({301, 308})
REDIRECTS = PERMANENT | {302, 303, 307}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take."""

    body: int = 8 * 1024 * 1024
    """Bytes of a body, unpacked: as many as one document may have."""
    connect: float = 10.0
    """Seconds until a connection stands."""
    read: float = 30.0
    """Seconds without a byte."""
    whole: float = 60.0
    """Seconds of one request in all; a server that sends a byte now and then holds nothing up."""
    redirects: int = 5
    headers: int = 100
    """Headers of an answer that are kept."""


class Gate(Protocol):
    """What is asked before each request, redirects among them."""

    def turn(self, url: str) -> AbstractAsyncContextManager[None]:
        """Return a context for one request to `url`, entered when it may be made.

        Raises:
            FetchError: it may not be made at all.
        """
        ...


class Fetcher:
    """Asks the network. Use it as an asynchronous context; it holds connections until it is left."""

    def __init__(
        self,
        contact: str,
        *,
        limits: Limits = Limits(),
        resolver: Resolve = resolve,
        own_network: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`contact` is an address (mail or web) under which a site's owner reaches who asks."""
        self._limits = limits
        self._clock = clock
        agent = f"Setwatch/{__version__} (+{contact})"
        self._headers = {"user-agent": agent, "accept-encoding": ACCEPTED, "accept": "*/*"}
        self._times = {"timeout": httpx.Timeout(limits.read, connect=limits.connect).as_dict()}
        # Without httpx's client: cookies, redirects, log-ins and proxies are what must not be there.
        self._transport = PublicTransport(PublicNetwork(resolver, own_network=own_network))

    async def __aenter__(self) -> Self:
        """Return the fetcher."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace_back: TracebackType | None
    ) -> None:
        """Close all connections."""
        await self._transport.aclose()

    async def fetch(self, ask: Ask, gate: Gate | None = None) -> Answer:
        """Ask, follow redirects, return what was answered, whatever its status. Cookies are not kept.

        Raises:
            FetchError: there is no answer, or it is not within the limits; the message names the address.
        """
        url, permanent = urldefrag(ask.url).url, True
        for _ in range(self._limits.redirects + 1):
            try:
                answer = await self._once(replace(ask, url=url), gate)
                following = _redirect(answer)
            except NotYetError:
                raise
            except FetchError as error:
                raise FetchError(error.trouble, f"{shown_address(url)}: {error}") from error
            if following is None:
                moved = url if permanent and url != ask.url else None
                return Answer(url, answer.status, answer.headers, answer.body, answer.fetched, moved)
            permanent = permanent and answer.status in PERMANENT
            url = following
        raise FetchError(Trouble.REDIRECTS, f"{shown_address(ask.url)}: more than {self._limits.redirects} redirects")

    async def send(self, url: str, form: Mapping[str, str], gate: Gate) -> int:
        """Send a form, and return the status of the answer, which is not read; redirects are not followed.

        Raises:
            FetchError: there is no answer.
        """
        try:
            request = httpx.Request("POST", _checked(url), headers=self._headers, data=dict(form))
            async with gate.turn(url), asyncio.timeout(self._limits.whole), self._sent(request) as got:
                return got.status_code
        except FetchError as error:
            raise FetchError(error.trouble, f"{shown_address(url)}: {error}") from error
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            told = f"{shown_address(url)}: does not answer ({error or type(error).__name__})"
            raise FetchError(Trouble.NETWORK, told) from error

    async def _once(self, ask: Ask, gate: Gate | None) -> Answer:
        known = {"if-none-match": ask.etag, "if-modified-since": ask.last_modified, "accept": ask.accept}
        headers = self._headers | {name: value for name, value in known.items() if value is not None}
        request = httpx.Request("GET", _checked(ask.url), headers=headers)
        if gate is None:
            return await self._asked(request)
        async with gate.turn(ask.url):
            return await self._asked(request)

    async def _asked(self, request: httpx.Request) -> Answer:
        try:
            async with asyncio.timeout(self._limits.whole), self._sent(request) as got:
                return await self._whole(str(request.url), got)
        except (httpx.TimeoutException, TimeoutError) as error:
            raise FetchError(Trouble.TIME, "takes too long to answer") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError(Trouble.NETWORK, f"does not answer ({error or type(error).__name__})") from error

    @asynccontextmanager
    async def _sent(self, request: httpx.Request) -> AsyncIterator[httpx.Response]:
        request.extensions = dict(self._times)
        response = await self._transport.handle_async_request(request)
        try:
            yield response
        finally:
            await response.aclose()

    async def _whole(self, url: str, response: httpx.Response) -> Answer:
        unpacker = Unpacker(response.headers.get("content-encoding", ""), self._limits.body)
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += unpacker.add(chunk)
        if body or response.headers.get("content-length") not in (None, "0"):
            unpacker.finish()
        headers = tuple((name.lower(), value) for name, value in response.headers.multi_items()[: self._limits.headers])
        return Answer(url, response.status_code, headers, bytes(body), self._clock())


def _checked(url: str) -> httpx.URL:
    try:
        found = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise FetchError(Trouble.ADDRESS, f"is no address ({error})") from error
    if found.scheme not in ("http", "https") or not found.host:
        raise FetchError(Trouble.ADDRESS, "is no http or https address")
    return found


def _redirect(answer: Answer) -> str | None:
    if answer.status not in REDIRECTS or (place := answer.header("location")) is None:
        return None
    try:
        return urldefrag(urljoin(answer.url, place.strip())).url
    except ValueError as error:
        raise FetchError(Trouble.REDIRECTS, "redirects to what is no address") from error
