"""Answers that need not be sent again: an ETag over the body, and 304 where the asker has it (RFC 9110, 13)."""

import hashlib
from email.utils import parsedate_to_datetime

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Conditional:
    """Gives successful answers to GET and HEAD an `ETag`, and answers 304 to whoever has that state already.

    HEAD is answered as GET would be, without the body. The body is held back until it is whole; for what is small, as
    feeds, calendars and answers of the API are. `under` are the beginnings of the paths that it is for.
    """

    def __init__(self, app: ASGIApp, under: tuple[str, ...] = ("/",)) -> None:
        self.app = app
        self.under = under

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back, or a 304 in its place."""
        mine = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and scope["path"].startswith(self.under)
        if not mine:
            await self.app(scope, receive, send)
            return
        asked, bare = Headers(scope=scope), scope["method"] == "HEAD"
        start: Message = {}
        body: list[bytes] = []

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            body.append(message.get("body", b""))
            if not message.get("more_body", False):
                await _finish(asked, start, b"".join(body), send, bare=bare)

        await self.app({**scope, "method": "GET"}, receive, hold)


def etag(body: bytes) -> str:
    """Return the tag of a body: of its bytes alone."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def tags_of(asked: Headers) -> set[str]:
    """Return the tags that who asks has."""
    return {tag.strip().removeprefix("W/") for tag in asked.get("if-none-match", "").split(",")}


async def _finish(asked: Headers, start: Message, body: bytes, send: Send, *, bare: bool) -> None:
    headers = MutableHeaders(scope=start)
    if start["status"] == 200:
        headers.setdefault("ETag", etag(body))
        headers.setdefault("Cache-Control", "no-cache")
        headers.append("Vary", "Authorization")
        if _had(asked, headers):
            start["status"], body = 304, b""
            del headers["content-length"]
            del headers["content-type"]
    await send(start)
    await send({"type": "http.response.body", "body": b"" if bare else body})


def _had(asked: Headers, told: Headers) -> bool:
    """Whether who asks has what would be told: by tag where one is given, else by date."""
    if "if-none-match" in asked:
        tags = tags_of(asked)
        return "*" in tags or told["etag"] in tags
    try:
        return parsedate_to_datetime(told["last-modified"]) <= parsedate_to_datetime(asked["if-modified-since"])
    except (KeyError, ValueError, TypeError):
        return False
