"""Who decides here: whoever has the token that `setwatch serve` prints signs in once, with a name.

A session is a cookie that this process signed; nothing of it is kept. A form carries a word that only the session
knows, so that another site cannot send it (OWASP, signed double-submit), and no request that a browser marks as
another site's is taken.
"""

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "setwatch"
MEDIA_COOKIE = "setwatch-media"
"""`on` in a browser in which pictures and video are turned on."""
LASTS = 12 * 3600
"""Seconds after which one signs in anew."""

BIGGEST = 64 * 1024
"""Bytes of a form that are read."""

LONGEST = 80
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who signed in: their name, and the word that their forms carry."""

    author: str
    word: str


class Desks:
    """The token of a site, and the key that it signs sessions with; both last as long as the process."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._key = secrets.token_bytes(32)

    def opens(self, token: str) -> bool:
        """Whether this is the token."""
        return hmac.compare_digest(token.strip().encode(), self._token.encode())

    def sign_in(self, response: Response, author: str, *, secure: bool) -> None:
        """Let the browser have a session."""
        until = str(int(time.time()) + LASTS)
        payload = f"{until}.{secrets.token_urlsafe(12)}.{quote(author[:LONGEST], safe='')}"
        response.set_cookie(
            COOKIE, f"{payload}.{self._sign(payload)}", LASTS, httponly=True, samesite="strict", secure=secure
        )

    def session(self, request: Request) -> Session | None:
        """Return the session of a request, None where it has none that is good."""
        payload, _, signature = request.cookies.get(COOKIE, "").rpartition(".")
        if not payload or not hmac.compare_digest(signature.encode(), self._sign(payload).encode()):
            return None
        until, _, author = payload.split(".", 2)
        if int(until) < time.time():
            return None
        return Session(unquote(author), self._sign(f"form {payload}"))

    def _sign(self, payload: str) -> str:
        return hmac.new(self._key, payload.encode(), hashlib.sha256).hexdigest()


def turned_on(request: Request) -> bool:
    """Whether who asks wants pictures and video shown."""
    return request.cookies.get(MEDIA_COOKIE) == "on"


def from_here(request: Request) -> bool:
    """Whether a form comes from a page of this site, as far as the browser tells."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


async def form_of(request: Request) -> dict[str, list[str]]:
    """Return the fields of a form; of one that is too big, none."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > BIGGEST:
            return {}
    return parse_qs(body.decode("utf-8", "replace"), max_num_fields=60)
