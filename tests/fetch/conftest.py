"""A server on loopback that answers with exactly the bytes it is told to."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest


@dataclass
class Server:
    """`replies` by path; `requests` are the heads that came in."""

    port: int = 0
    replies: dict[str, bytes | Callable[[str], bytes]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    pause: Callable[[], Awaitable[None]] | None = None
    drip: float | None = None
    """Seconds between two bytes of an answer; None: it is sent at once."""

    def paths(self) -> list[str]:
        return [head.split(" ")[1] for head in self.requests]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


def reply(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """An HTTP/1.1 answer; `_` in names of headers stands for `-`."""
    named = {"content-length": str(len(body))} | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


@asynccontextmanager
async def serving(tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    server = Server()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                server.requests.append(head)
                if server.pause is not None:
                    await server.pause()
                found = server.replies.get(head.split(" ")[1], reply(status="404 Not Found"))
                whole = found(head) if callable(found) else found
                if server.drip is None:
                    writer.write(whole)
                for byte in whole if server.drip is not None else b"":
                    writer.write(bytes([byte]))
                    await asyncio.sleep(server.drip or 0)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()


@pytest.fixture
def answered() -> Callable[..., bytes]:
    return reply
